//! 8.1: throughput and latency against the number of workers. A point appears when its measurement is printed.

use super::past;
use crate::app::Ctx;
use crate::fixed::fixed;
use crate::lesson;
use crate::say;
use playground::Player;
use trace::EventKind;
use yew::prelude::*;

/// Size of the picture, CSS pixels before scaling.
const SIZE: (f64, f64) = (400.0, 130.0);
/// Where the curves lie in it: left, top, right, bottom.
const ROOM: (f64, f64, f64, f64) = (10.0, 20.0, 390.0, 106.0);
/// Numbers of workers that the lesson's program tries.
const TRIED: [i64; 5] = [1, 2, 4, 8, 16];

/// A measurement: workers, milliseconds in all, milliseconds for each request.
type Point = (i64, i64, i64);

/// The curves.
#[inline(never)]
pub fn curve(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let requests = lesson::params(&s.source).into_iter().find(|p| p.name == "requests")?.value;
    let points = measured(s.player.as_ref().filter(|_| !s.stale)?);
    let per_second = |ms: i64| requests as f64 * 1000.0 / (ms.max(1)) as f64;
    // The scale is the same from the first point to the last: eight places at 10 ms at most, and 200 ms.
    let all = s.player.as_ref().map(|p| scale(p, requests))?;
    let x = |workers: i64| {
        let i = TRIED.iter().position(|t| *t == workers).unwrap_or(0) as f64;
        ROOM.0 + (ROOM.2 - ROOM.0) * (i + 0.5) / TRIED.len() as f64
    };
    let y = |part: f64| ROOM.3 - (ROOM.3 - ROOM.1) * part.clamp(0.0, 1.0);
    let line = |value: &dyn Fn(&Point) -> f64| {
        points
            .iter()
            .map(|p| format!("{},{}", fixed(x(p.0), 1), fixed(y(value(p)), 1)))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let through = |p: &Point| per_second(p.1) / all.0;
    let late = |p: &Point| p.2 as f64 / all.1;
    Some(html! {
        <div class="load">
            <svg viewBox={format!("0 0 {} {}", SIZE.0, SIZE.1)} role="img" aria-label={say!(l, "special.8.1.sub")}>
                <path class="axis-line" d={format!("M{} {} H{}", ROOM.0, ROOM.3, ROOM.2)} />
                {for TRIED.iter().map(|n| html! {
                    <text class="tick" x={x(*n).to_string()} y={(ROOM.3 + 15.0).to_string()}>{n}</text>
                })}
                {for points.iter().map(|p| html! {
                    <rect class="through" x={(x(p.0) - 19.0).to_string()} y={y(through(p)).to_string()} width="38" height={(ROOM.3 - y(through(p))).to_string()} rx="5" />
                })}
                <polyline class="late" points={line(&late)} />
                {for points.iter().map(|p| html! {
                    <>
                        <circle class="late" cx={x(p.0).to_string()} cy={y(late(p)).to_string()} r="4" />
                        <text class="late-text" x={x(p.0).to_string()} y={(y(late(p)) - 8.0).to_string()}>{format!("{} ms", p.2)}</text>
                        <text class="through-text" x={x(p.0).to_string()} y={(ROOM.3 - 5.0).to_string()}>{fixed(per_second(p.1), 0).to_string()}</text>
                    </>
                })}
            </svg>
            <div class="tells">
                <span class="running"><i></i>{say!(l, "special.load.through")}</span>
                <span class="late-key"><i></i>{say!(l, "special.load.late")}</span>
            </div>
        </div>
    })
}

/// What has been printed so far.
fn measured(p: &Player) -> Vec<Point> {
    let trace = &p.recording().trace;
    let mut points = Vec::new();
    for e in past(p) {
        if let EventKind::Output { text, .. } = &e.kind {
            points.extend(read(trace.text(*text)));
        }
    }
    points
}

/// `4 workers: 80 ms in all, 10 ms each`
fn read(line: &str) -> Option<Point> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[..] {
        [n, "workers:", all, "ms", "in", "all,", each, "ms", "each"] => {
            Some((n.parse().ok()?, all.parse().ok()?, each.parse().ok()?))
        }
        _ => None,
    }
}

/// The largest throughput and latency of the whole run, so that a point never moves.
fn scale(p: &Player, requests: i64) -> (f64, f64) {
    let trace = &p.recording().trace;
    let mut most = (1.0_f64, 1.0_f64);
    for e in trace.events() {
        if let EventKind::Output { text, .. } = &e.kind
            && let Some((_, all, each)) = read(trace.text(*text))
        {
            most.0 = most.0.max(requests as f64 * 1000.0 / all.max(1) as f64);
            most.1 = most.1.max(each as f64);
        }
    }
    (most.0 * 1.1, most.1 * 1.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measurements_are_read() {
        assert_eq!(read("4 workers: 80 ms in all, 10 ms each\n"), Some((4, 80, 10)));
        assert_eq!(read("4 workers"), None);
        let expected = lesson::LESSONS.iter().find(|l| l.number == "8.1").unwrap().expected;
        let points: Vec<_> = expected.lines().filter_map(read).collect();
        assert_eq!(points.iter().map(|p| p.0).collect::<Vec<_>>(), TRIED);
    }
}
