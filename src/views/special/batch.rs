//! 7.2: every key of the batches, and who waits for whom when one of them is bad.

use super::past;
use crate::app::Ctx;
use crate::lesson;
use crate::say;
use playground::Player;
use trace::{EventKind, GoId, GoState, WaitReason};
use yew::prelude::*;

/// Keys in all, as the lesson's program has it.
const KEYS: usize = 150;
/// Keys that the service takes a second.
const LIMIT: usize = 100;
const SECOND: u64 = 1_000_000_000;

/// How far a key has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Open,
    Verifying,
    Offered,
    Answered,
}

/// The keys.
#[inline(never)]
pub fn keys(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let p = s.player.as_ref().filter(|_| !s.stale)?;
    let bad = lesson::params(&s.source).into_iter().find(|p| p.name == "bad").map(|p| p.value);
    let (keys, started) = state(p);
    let now = p.world().now;
    let this_second = started.iter().filter(|t| **t + SECOND > now).count();
    let count = |k: Key| keys.iter().filter(|x| **x == k).count();
    Some(html! {
        <>
            <div class="keys" aria-hidden="true">{for keys.iter().enumerate().map(|(i, k)| {
                let class = match k { Key::Open => "open", Key::Verifying => "sleeping", Key::Offered => "waiting", Key::Answered => "running" };
                let bad = bad == Some(i as i64);
                html! { <i class={classes!(class, bad.then_some("bad"))} title={i.to_string()}></i> }
            })}</div>
            <div class="tells">
                <span class="running"><i></i>{say!(l, "special.batch.answered", n = count(Key::Answered))}</span>
                <span class="sleeping"><i></i>{say!(l, "special.batch.verifying", n = count(Key::Verifying))}</span>
                <span class="waiting"><i></i>{say!(l, "special.batch.offered", n = count(Key::Offered))}</span>
                <span class="rate">{say!(l, "special.batch.rate", n = this_second, limit = LIMIT)}</span>
            </div>
            {circle(cx, p)}
        </>
    })
}

/// Each key's state, and when each began.
fn state(p: &Player) -> ([Key; KEYS], Vec<u64>) {
    let trace = &p.recording().trace;
    let mut order: Vec<GoId> = Vec::new();
    let mut started = Vec::new();
    for e in past(p) {
        if let EventKind::GoCreate { go, func, .. } = &e.kind
            && trace.text(*func) == "verify"
        {
            order.push(*go);
            started.push(e.at);
        }
    }
    let mut keys = [Key::Open; KEYS];
    for (key, go) in keys.iter_mut().zip(&order) {
        *key = match p.world().gos.get(go).map(|g| g.state) {
            Some(GoState::Waiting(WaitReason::Sleep) | GoState::Running(_) | GoState::Runnable) => {
                Key::Verifying
            }
            Some(GoState::Waiting(_) | GoState::Syscall) => Key::Offered,
            Some(GoState::Dead) | None => Key::Answered,
        };
    }
    (keys, started)
}

/// Who waits for whom, when nobody is left who could go on.
fn circle(cx: &Ctx, p: &Player) -> Html {
    let l = cx.get().lang;
    let world = p.world();
    let trace = &p.recording().trace;
    if !matches!(world.end, Some(trace::EndKind::Deadlock)) {
        return html! {};
    }
    let stuck = world.gos.values().filter(|g| matches!(g.state, GoState::Waiting(_)));
    html! {
        <div class="circle">
            {for stuck.map(|g| {
                let on = g.waits.first().and_then(|(o, _)| world.objs.get(o)).map_or("", |o| trace.text(o.name));
                html! { <span><b class="g waiting small"><i></i>{format!("{} {}", g.id, trace.text(g.func))}</b>{say!(l, "special.batch.waits", what = on)}</span> }
            })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::LESSONS;
    use playground::{Command, Run, Settings, compile};

    #[test]
    fn every_key_is_answered_but_the_bad_one() {
        let lesson = LESSONS.iter().find(|l| l.number == "7.2").unwrap();
        let end = |source: &str| {
            let settings = Settings { gomaxprocs: 2, ..Settings::default() };
            let mut run = Run::start(&compile(source).unwrap(), &settings).unwrap();
            while !run.advance(1_000_000) {}
            let mut p = Player::new(std::rc::Rc::new(run.finish()));
            assert_eq!(state(&p).0, [Key::Open; KEYS]);
            p.apply(Command::Seek(usize::MAX));
            state(&p)
        };
        let (keys, started) = end(lesson.source);
        assert_eq!((keys[70], keys[69], keys[149]), (Key::Offered, Key::Answered, Key::Open));
        assert_eq!(started.len(), 120);
        assert_eq!(end(lesson.fixed.unwrap()).0, [Key::Answered; KEYS]);
    }
}
