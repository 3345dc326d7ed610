//! 8.3: the goroutines that are alive, grouped by where they wait, as a goroutine profile groups them.

use crate::app::Ctx;
use crate::fixed::percent;
use crate::say;
use playground::Player;
use std::collections::BTreeMap;
use trace::GoState;
use yew::prelude::*;

/// Where goroutines stand: function, line, and what they do or wait for.
type Group = (String, u32, String);

/// The profile.
#[inline(never)]
pub fn goroutines(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let groups = grouped(s.player.as_ref().filter(|_| !s.stale)?);
    let all: usize = groups.iter().map(|g| g.1).sum();
    let most = groups.first().map_or(1, |g| g.1).max(1);
    Some(html! {
        <div class="profile">
            <p><b>{all}</b>{say!(l, "special.profile.alive")}</p>
            <table>
                {for groups.iter().map(|((func, line, state), n)| html! {
                    <tr>
                        <td class="n">{n}</td>
                        <td class="size"><i style={format!("width:{}", percent(*n as f64 / most as f64 * 100.0))}></i></td>
                        <td><code>{func}</code></td>
                        <td>{state}</td>
                        <td class="quiet">{say!(l, "special.profile.line", line = line)}</td>
                    </tr>
                })}
            </table>
        </div>
    })
}

/// The groups, the largest first.
fn grouped(p: &Player) -> Vec<(Group, usize)> {
    let trace = &p.recording().trace;
    let mut groups: BTreeMap<Group, usize> = BTreeMap::new();
    for g in p.world().gos.values().filter(|g| g.state != GoState::Dead) {
        let state = match g.state {
            GoState::Waiting(reason) => reason.text().to_string(),
            GoState::Running(_) => "running".into(),
            GoState::Runnable => "runnable".into(),
            GoState::Syscall => "syscall".into(),
            GoState::Dead => continue,
        };
        let line = g.frames.last().map_or(g.line, |f| f.line);
        *groups.entry((trace.text(g.func).to_string(), line, state)).or_default() += 1;
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::LESSONS;
    use playground::{Command, Run, Settings, compile};

    #[test]
    fn the_leak_is_the_largest_group() {
        let lesson = LESSONS.iter().find(|l| l.number == "8.3").unwrap();
        let end = |source: &str| {
            let settings = Settings { gomaxprocs: 2, ..Settings::default() };
            let mut run = Run::start(&compile(source).unwrap(), &settings).unwrap();
            while !run.advance(1_000_000) {}
            let mut p = Player::new(std::rc::Rc::new(run.finish()));
            // Before main returns and takes everything with it.
            let last = p
                .recording()
                .trace
                .events()
                .iter()
                .rposition(|e| matches!(e.kind, trace::EventKind::Output { .. }));
            p.apply(Command::Seek(last.unwrap()));
            grouped(&p)
        };
        let faulty = end(lesson.source);
        let ((func, _, state), n) = &faulty[0];
        assert_eq!((func.as_str(), state.as_str(), *n), ("forgotten", "chan receive", 3));
        assert!(end(lesson.fixed.unwrap()).iter().all(|(g, _)| g.0 != "forgotten"));
    }
}
