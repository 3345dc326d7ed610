//! 1.2 and 8.5: the same task in several ways, side by side on one clock.

use super::figure;
use super::runs::{Way, ways};
use crate::app::Ctx;
use crate::fixed::percent;
use crate::i18n::{Lang, time};
use crate::lesson::LESSONS;
use crate::say;
use crate::scene::StateClass;
use playground::{Settings, Strategy};
use trace::{EventKind, RecvFrom};
use yew::prelude::*;

/// At most so many lanes are drawn.
const LANES: usize = 7;

/// The clock of the run on stage, and when the longest of the ways is over.
fn clock(cx: &Ctx, ways: &[Way]) -> (u64, u64) {
    let s = cx.get();
    let end = ways.iter().map(|w| w.plan.end).max().unwrap_or(1).max(1);
    let Some(p) = s.player.as_ref() else { return (0, end) };
    // When the run on stage is over, the others are shown to their end.
    (if p.cursor() == p.len() { end } else { p.world().now }, end)
}

/// 1.2: the program under the three mappings.
#[inline(never)]
pub fn mappings(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let wanted = [
        ("special.n1", Strategy::OneThread),
        ("special.11", Strategy::Threads),
        ("special.mn", Strategy::Model),
    ];
    let wanted = wanted.map(|(name, strategy)| {
        (name, s.source.clone(), Settings { strategy, ..s.settings.clone() })
    });
    let (l, now_on) = (s.lang, s.settings.strategy.clone());
    let ways = ways(wanted.into())?;
    drop(s);
    let (now, end) = clock(cx, &ways);
    let on = [Strategy::OneThread, Strategy::Threads, Strategy::Model];
    Some(html! {
        <div class="compare three">{for ways.iter().zip(on).map(|(w, strategy)| {
            let threads = w.run.trace.events().iter().filter(|e| e.at <= now && matches!(e.kind, EventKind::ThreadCreate { .. })).count();
            let stalled = spent(w, "counter", StateClass::Runnable, now);
            let figures = html! {
                <>
                    {figure(threads.to_string(), say!(l, "special.threads"), "")}
                    {figure(time(stalled), say!(l, "special.stalled"), if stalled > 1_000_000 { "bad" } else { "" })}
                    {total(l, w, now)}
                </>
            };
            column(l, w, (now, end), strategy == now_on, figures)
        })}</div>
    })
}

/// 8.5: the room behind a lock, and the room with an owner.
#[inline(never)]
pub fn rooms(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let lesson = s.lesson.and_then(|i| LESSONS.get(i))?;
    // The learner's sliders hold for both.
    let with = |source: &str| {
        let ours = crate::lesson::params(&s.source);
        ours.iter().fold(source.to_string(), |text, p| {
            let same = crate::lesson::params(&text).into_iter().find(|q| q.name == p.name);
            same.map_or(text.clone(), |q| crate::lesson::with_param(&text, &q, p.value))
        })
    };
    let wanted = vec![
        ("special.lock", with(lesson.source), s.settings.clone()),
        ("special.owner", with(lesson.fixed?), s.settings.clone()),
    ];
    let (l, fixed) = (s.lang, s.fixed);
    let ways = ways(wanted)?;
    drop(s);
    let (now, end) = clock(cx, &ways);
    Some(html! {
        <div class="compare two">{for ways.iter().enumerate().map(|(i, w)| {
            let guest = spent(w, "guest", StateClass::Waiting, now);
            let got = w.run.trace.events().iter().filter(|e| e.at <= now && client_got(w, e)).count();
            let figures = html! {
                <>
                    {figure(time(guest), say!(l, "special.guest"), if guest > 1_000_000 { "bad" } else { "" })}
                    {figure(time(spent(w, "main", StateClass::Waiting, now)), say!(l, "special.sender"), "")}
                    {figure(got.to_string(), say!(l, "special.got"), "")}
                </>
            };
            column(l, w, (now, end), (i == 1) == fixed, figures)
        })}</div>
    })
}

/// Whether a client has received a message.
fn client_got(w: &Way, e: &trace::Event) -> bool {
    let client = w.plan.lanes.iter().any(|lane| lane.go == e.go && lane.func == "client");
    // A hand-over to a parked receiver is told by the send alone.
    if let EventKind::ChanSend { to: trace::SendTo::Receiver(g), .. } = &e.kind {
        return w.plan.lanes.iter().any(|lane| lane.go == *g && lane.func == "client");
    }
    client && matches!(&e.kind, EventKind::ChanRecv { from, .. } if *from != RecvFrom::Closed)
}

fn total(l: Lang, w: &Way, now: u64) -> Html {
    let over = now >= w.plan.end;
    figure(if over { time(w.plan.end) } else { "…".into() }, say!(l, "special.total"), "")
}

/// How long the goroutines of a function have been in a state up to `now`.
fn spent(w: &Way, func: &str, class: StateClass, now: u64) -> u64 {
    let spans = w.plan.lanes.iter().filter(|l| l.func == func).flat_map(|l| &l.spans);
    spans.filter(|s| s.class == class).map(|s| s.t1.min(now).saturating_sub(s.t0)).sum()
}

fn column(l: Lang, w: &Way, (now, end): (u64, u64), on: bool, figures: Html) -> Html {
    let x = |t: u64| t as f64 / end as f64 * 100.0;
    html! {
        <div class={classes!("way-of", on.then_some("on"))} key={w.name}>
            <h4>{say!(l, w.name)}</h4>
            <div class="strip" aria-hidden="true">
                {for w.plan.lanes.iter().take(LANES).map(|lane| html! {
                    <div class="lane"><span>{&lane.func}</span><div>
                        {for lane.spans.iter().filter(|s| s.t0 <= now && s.t1 > s.t0).map(|s| {
                            let (a, b) = (x(s.t0), x(s.t1.min(now)));
                            html! { <i class={s.class.css()} style={format!("left:{};width:{}", percent(a), percent((b - a).max(0.4)))}></i> }
                        })}
                    </div></div>
                })}
                <div class="lane hand"><span></span><div><s style={format!("left:{}", percent(x(now.min(end))))}></s></div></div>
            </div>
            <div class="figures">{figures}</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::super::runs::way;
    use super::*;

    fn lesson(number: &str) -> &'static crate::lesson::Lesson {
        LESSONS.iter().find(|l| l.number == number).unwrap()
    }

    #[test]
    fn only_one_thread_stalls_the_counter() {
        let l = lesson("1.2");
        let settings = l.words(Lang::En).settings();
        let stalled = |strategy| {
            let w = way("", l.source, &Settings { strategy, ..settings.clone() }).unwrap();
            spent(&w, "counter", StateClass::Runnable, u64::MAX)
        };
        assert!(stalled(Strategy::OneThread) > 1_000_000);
        assert!(stalled(Strategy::Threads) < 100_000 && stalled(Strategy::Model) < 100_000);
    }

    #[test]
    fn the_lock_keeps_the_guest_waiting_and_the_owner_drops_messages() {
        let l = lesson("8.5");
        let settings = l.words(Lang::En).settings();
        let of = |source: &str| {
            let w = way("", source, &settings).unwrap();
            let got = w.run.trace.events().iter().filter(|e| client_got(&w, e)).count();
            (spent(&w, "guest", StateClass::Waiting, u64::MAX), got)
        };
        let (lock, owner) = (of(l.source), of(l.fixed.unwrap()));
        assert!(lock.0 > 20_000_000 && owner.0 < 1_000_000, "{lock:?} {owner:?}");
        assert!(lock.1 == 12 && owner.1 < 12, "{lock:?} {owner:?}");
    }
}
