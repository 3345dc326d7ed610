//! Somebody acts in the past: the run is the old one up to there, and then who was picked goes on.

use playground::{Recording, Run, Settings, Strategy, Wish, compile, json, next_select};
use std::collections::BTreeSet;
use trace::{EventKind, GoId, GoState, Timeline};

const LESSONS: [&str; 5] = [
    include_str!("../../../lessons/2.11-bounded-queue/main.go"),
    include_str!("../../../lessons/3.1-select/main.go"),
    include_str!("../../../lessons/1.4-system-calls/main.go"),
    include_str!("../../../lessons/1.5-preemption/main.go"),
    include_str!("../../../lessons/5.1-mutex/main.go"),
];

const STRATEGIES: [Strategy; 5] =
    [Strategy::Model, Strategy::OneThread, Strategy::Threads, Strategy::Random, Strategy::Fifo];

fn finish(mut run: Run) -> Recording {
    while !run.advance(1_000_000) {}
    run.finish()
}

/// How many events two runs share.
fn shared(a: &Recording, b: &Recording) -> usize {
    a.trace.events().iter().zip(b.trace.events()).take_while(|(a, b)| a == b).count()
}

/// Everybody is in one place in every world of a film.
fn in_one_place(r: &Recording) {
    let mut film = Timeline::new(&r.trace);
    for at in (1..=r.trace.len()).step_by(7) {
        let world = film.seek(&r.trace, at);
        let mut seen = BTreeSet::new();
        let places =
            world.procs.iter().flat_map(|p| p.queue.iter().chain(&p.next)).chain(&world.global);
        for go in places {
            assert!(seen.insert(*go), "{go} stands in two queues");
            assert_eq!(world.gos[go].state, GoState::Runnable);
        }
        for p in &world.procs {
            assert!(p.running.is_none_or(|go| seen.insert(go)), "{:?} runs twice", p.running);
        }
    }
}

#[test]
fn whoever_is_picked_goes_next() {
    let mut forks = 0;
    for source in LESSONS {
        let compiled = compile(source).unwrap();
        for strategy in STRATEGIES {
            let settings = Settings { strategy, gomaxprocs: 2, ..Settings::default() };
            let old = finish(Run::start(&compiled, &settings).unwrap());
            let mut film = Timeline::new(&old.trace);
            // At the very end main is on its way out, and nobody can stop it.
            for at in (0..old.trace.len() - 8).step_by(old.trace.len() / 8) {
                let world = film.seek(&old.trace, at);
                let ready = world.gos.values().rfind(|g| g.queue.is_some());
                let Some(go) = ready.map(|g| g.id) else { continue };
                let new = finish(Run::fork(&compiled, &settings, at, Wish::Run(go)).unwrap());
                let same = shared(&old, &new);
                let events = &new.trace.events()[same..];
                let starts = |e: &&trace::Event| matches!(e.kind, EventKind::GoStart { .. });
                let next = events.iter().find(starts).map(|e| &e.kind);
                // Unless it was about to start anyway.
                let anyway = old.trace.events()[at..].iter().find(starts).map(|e| &e.kind);
                let picked = |k: Option<&EventKind>| matches!(k, Some(EventKind::GoStart { go: g, .. }) if *g == go);
                assert!(picked(next) || picked(anyway), "{:?} at {at}: {go}", settings.strategy);
                // What was seen so far stays, but for what the scheduler did since a slice ended.
                let past = &old.trace.events()[..at];
                let begun = past.iter().rposition(|e| starts(&e)).unwrap_or(0);
                let runtime = past[..begun].iter().rev().take_while(|e| e.go == GoId::RUNTIME);
                let least = begun - runtime.count();
                assert!(same >= least, "{:?} at {at}: {same} of {least}", settings.strategy);
                in_one_place(&new);
                let again = finish(Run::start(&compiled, &new.settings).unwrap());
                assert_eq!(again.trace.events(), new.trace.events(), "a fork repeats");
                // Its schedule alone says all: whoever gets the text needs no settings.
                let strategy = Strategy::Replay(new.schedule.clone());
                let alone = Settings { strategy, seed: 99, ..Settings::default() };
                let alone = finish(Run::start(&compiled, &alone).unwrap());
                assert_eq!(json::trace(&alone.trace), json::trace(&new.trace), "{}", new.schedule);
                assert_eq!(alone.schedule, new.schedule);
                forks += 1;
            }
        }
    }
    assert!(forks > 80, "{forks}");
}

#[test]
fn a_fork_forks_again() {
    let compiled = compile(LESSONS[0]).unwrap();
    let pick = |r: &Recording, at: usize| {
        let world = r.checkpoints.world_at(&r.trace, at);
        world.gos.values().find(|g| g.queue.is_some()).map(|g| g.id)
    };
    let mut settings = Settings { gomaxprocs: 2, ..Settings::default() };
    for at in [60, 120, 180] {
        let old = finish(Run::start(&compiled, &settings).unwrap());
        let at = (at..).find(|at| pick(&old, *at).is_some()).unwrap();
        let go = pick(&old, at).unwrap_or(GoId::MAIN);
        settings = finish(Run::fork(&compiled, &settings, at, Wish::Run(go)).unwrap()).settings;
    }
    assert_eq!(settings.picks.len(), 3);
    // Before all of them: they have not happened yet.
    let early = finish(Run::fork(&compiled, &settings, 40, Wish::Run(GoId(3))).unwrap()).settings;
    assert_eq!(early.picks.len(), 1);
    // The same of the run that its schedule repeats.
    let third = finish(Run::start(&compiled, &settings).unwrap());
    let replay = Settings { strategy: Strategy::Replay(third.schedule), ..Settings::default() };
    let early = finish(Run::fork(&compiled, &replay, 40, Wish::Run(GoId(3))).unwrap()).settings;
    assert_eq!(early.picks.len(), 1);
}

#[test]
fn another_case_is_taken() {
    let compiled = compile(LESSONS[1]).unwrap();
    let settings = Settings { gomaxprocs: 2, ..Settings::default() };
    let old = finish(Run::start(&compiled, &settings).unwrap());
    let (mut at, mut seen) = (0, 0);
    while let Some(from) = (at..old.trace.len()).find(|at| next_select(&old.trace, *at).is_some()) {
        let (go, chosen, ready) = next_select(&old.trace, from).unwrap();
        let EventKind::SelectChoose { index: Some(taken) } = old.trace.events()[chosen].kind else {
            panic!("{from}: no choice at {chosen}");
        };
        let other = ready.iter().position(|i| *i != taken).unwrap();
        let wish = Wish::Case(other as u16);
        let new = finish(Run::fork(&compiled, &settings, chosen + 1, wish).unwrap());
        assert_eq!(shared(&old, &new), chosen);
        let event = &new.trace.events()[chosen];
        assert_eq!(event.kind, EventKind::SelectChoose { index: Some(ready[other]) });
        assert_eq!(event.go, go);
        (at, seen) = (chosen + 1, seen + 1);
    }
    assert!(seen > 3, "{seen}");
}
