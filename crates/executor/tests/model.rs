//! Published behaviours of Go's scheduler, in the model.

mod common;

use common::{Act, Run, busy, run, run_on};
use executor::{Executor, Stage, Strategy};
use expect_test::{Expect, expect};
use trace::{Event, EventKind, GoId, GoState, RunQueue, StopReason, Tracer, World};

fn check(procs: u16, program: Vec<Act>, expected: Expect) {
    expected.assert_eq(&run(procs, program).text());
}

fn go(program: Vec<Act>) -> Act {
    Act::Go(program)
}

/// In which order goroutines ran first.
fn order(r: &Run) -> Vec<u32> {
    let mut seen = vec![];
    for e in r.trace.events() {
        if let EventKind::GoStart { go, .. } = e.kind
            && !seen.contains(&go.0)
        {
            seen.push(go.0);
        }
    }
    seen
}

#[test]
fn runnext_gives_the_last_go_first() {
    let r = run(1, (0..5).map(|_| go(vec![])).collect());
    assert_eq!(order(&r), [1, 6, 2, 3, 4, 5]);
}

#[test]
fn queues_as_they_fill() {
    check(
        1,
        vec![go(vec![]), go(vec![]), go(vec![])],
        expect![[r#"
            0 G0 GoCreate { go: G1, func: $0, line: 0 }
            0 G0 ThreadCreate { thread: M0 }
            0 G0 ProcStart { proc: P0, thread: M0 }
            0 G0 Enqueue { go: G1, on: Local(P0) }
            0 G0 GoStart { go: G1, proc: P0 }
            200 G1 GoCreate { go: G2, func: $0, line: 0 }
            300 G0 Enqueue { go: G2, on: Next(P0) }
            300 G1 GoCreate { go: G3, func: $0, line: 0 }
            400 G0 Enqueue { go: G2, on: Local(P0) }
            400 G0 Enqueue { go: G3, on: Next(P0) }
            400 G1 GoCreate { go: G4, func: $0, line: 0 }
            500 G0 Enqueue { go: G3, on: Local(P0) }
            500 G0 Enqueue { go: G4, on: Next(P0) }
            500 G1 GoEnd
            500 G0 GoStart { go: G4, proc: P0 }
            700 G4 GoEnd
            700 G0 GoStart { go: G2, proc: P0 }
            900 G2 GoEnd
            900 G0 GoStart { go: G3, proc: P0 }
            1100 G3 GoEnd
            1100 G0 ProcStop { proc: P0 }
        "#]],
    );
}

#[test]
fn overflow_moves_half_to_the_global_queue() {
    // 257 goroutines: one in runnext, 256 in the local queue. The next one pushes out.
    let r = run(1, (0..257).map(|_| go(vec![])).collect());
    assert_eq!(r.count(|k| matches!(k, EventKind::Enqueue { on: RunQueue::Global, .. })), 0);
    let r = run(1, (0..258).map(|_| go(vec![])).collect());
    let moved: Vec<GoId> = r
        .kinds()
        .filter_map(|k| match k {
            EventKind::Enqueue { go, on: RunQueue::Global } => Some(*go),
            _ => None,
        })
        .collect();
    // The older half, and the one for which there was no room.
    let expected: Vec<GoId> = (2..130).chain([258]).map(GoId).collect();
    assert_eq!(moved, expected);
}

#[test]
fn every_61st_tick_looks_at_the_global_queue() {
    // Main gives way, so it stands in the global queue while 100 others are local.
    let mut program: Vec<Act> = (0..100).map(|_| go(vec![])).collect();
    program.push(Act::Yield);
    let r = run(1, program);
    let starts: Vec<u32> = r.starts().map(|(go, _)| go.0).collect();
    let back = starts.iter().skip(1).position(|&g| g == 1);
    // Main began the first slice, and runnext shared it: 60 more, then the 61st look.
    assert_eq!(back, Some(61), "{starts:?}");
}

#[test]
fn stealing_takes_half() {
    let mut program: Vec<Act> = (0..20).map(|_| go(busy(1_000))).collect();
    program.push(Act::Spend(10_000));
    let r = run(2, program);
    let steals: Vec<u16> = r
        .kinds()
        .filter_map(|k| match k {
            EventKind::Steal { n, .. } => Some(*n),
            _ => None,
        })
        .collect();
    // 19 wait in the local queue, one in runnext: half of 19 rounded up, and so on.
    assert_eq!(steals[0], 10);
    assert!(r.starts().any(|(_, p)| p.0 == 1));
}

#[test]
fn a_preempted_goroutine_goes_to_the_global_queue() {
    let r = run(1, vec![go(vec![]), Act::Spend(1_500_000)]);
    let mut after = r.kinds().skip_while(|k| !matches!(k, EventKind::GoStop { .. }));
    assert_eq!(after.next(), Some(&EventKind::GoStop { why: StopReason::Preempted }));
    let back = EventKind::Enqueue { go: GoId(1), on: RunQueue::Global };
    assert_eq!(after.next(), Some(&back));
    // After 10 ms of virtual time.
    let stop = r.trace.events().iter().find(|e| matches!(e.kind, EventKind::GoStop { .. }));
    assert!(stop.is_some_and(|e| (10_000_000..10_001_000).contains(&e.at)), "{stop:?}");
}

#[test]
fn creating_goroutines_uses_up_the_creators_turn() {
    // 20,000 goroutines take 2 ms; with 9 ms of work after them the 10 ms of a slice are over, which they would not
    // be without.
    let stops = |n: usize| {
        let mut program: Vec<Act> = (0..n).map(|_| go(vec![])).collect();
        program.extend(busy(900_000));
        let r = run(1, program);
        let mine = |e: &&Event| e.go == GoId(1) && matches!(e.kind, EventKind::GoStop { .. });
        r.trace.events().iter().filter(mine).map(|e| e.at).collect::<Vec<_>>()
    };
    assert_eq!(stops(1), []);
    assert!(matches!(stops(20_000)[..], [at] if (10_000_000..10_001_000).contains(&at)));
}

#[test]
fn a_runnext_pair_shares_one_slice() {
    // Two goroutines that wake each other for ever would starve the third if each of them
    // began a slice of its own.
    let r = run(1, vec![go(vec![Act::Mark]), Act::PingPong(1_000, 3_000)]);
    let mark = r.marks[0];
    assert!(mark < 1_000 * 3_000 * 10, "the third ran before the pair was finished: {mark}");
}

#[test]
fn processors_advance_side_by_side() {
    let four = || (0..4).map(|_| go(busy(1_000_000))).collect::<Vec<_>>();
    let (one, many) = (run(1, four()), run(4, four()));
    // 40 ms of work: in a row, or at once.
    assert!(one.end >= 40_000_000, "{}", one.end);
    assert!(many.end < 11_000_000, "{}", many.end);
    let used: std::collections::BTreeSet<_> = many.starts().map(|(_, p)| p.0).collect();
    assert_eq!(used.len(), 4);
}

#[test]
fn a_timer_fires_in_time_while_others_are_busy() {
    let r = run(2, vec![go(busy(900_000)), Act::Sleep(1_000_000), Act::Mark]);
    assert!((1_000_000..1_030_000).contains(&r.marks[0]), "{}", r.marks[0]);
    // With one processor it has to wait until that is free.
    let r = run(1, vec![go(busy(900_000)), Act::Sleep(1_000_000), Act::Mark]);
    assert!(r.marks[0] >= 9_000_000, "{}", r.marks[0]);
}

#[test]
fn a_system_call_does_not_stop_the_others() {
    let program = || vec![go(vec![Act::Mark]), Act::Syscall(1_000_000)];
    let r = run(1, program());
    assert!(r.marks[0] < 100_000, "handed off after sysmon's look: {}", r.marks[0]);
    assert_eq!(r.count(|k| matches!(k, EventKind::HandOff { .. })), 1);
    assert_eq!(r.count(|k| matches!(k, EventKind::ThreadCreate { .. })), 2);
}

#[test]
fn a_short_system_call_keeps_its_processor() {
    let r = run(1, vec![go(vec![Act::Mark]), Act::Syscall(10_000), Act::Mark]);
    assert_eq!(r.count(|k| matches!(k, EventKind::HandOff { .. })), 0);
    let starts: Vec<u32> = r.starts().map(|(go, _)| go.0).collect();
    assert_eq!(starts, [1, 2], "main went on where it was");
}

#[test]
fn a_processor_without_other_work_is_handed_off_after_10_ms() {
    let r = run(2, vec![Act::Syscall(50_000_000), Act::Mark]);
    assert_eq!(r.count(|k| matches!(k, EventKind::HandOff { .. })), 1);
    assert!((50_000_000..50_010_000).contains(&r.marks[0]), "{}", r.marks[0]);
    assert_eq!(r.count(|k| matches!(k, EventKind::ThreadCreate { .. })), 1, "nobody needed one");
}

#[test]
fn threads_are_reused() {
    let round = || [go(busy(5_000)), go(busy(5_000)), Act::Spend(5_000), Act::Sleep(1_000_000)];
    let r = run(4, (0..10).flat_map(|_| round()).collect());
    let threads = r.count(|k| matches!(k, EventKind::ThreadCreate { .. }));
    assert!(threads <= 4, "{threads}");
}

#[test]
fn one_thread_for_all_stops_in_a_system_call() {
    let program = vec![go(vec![Act::Mark]), Act::Syscall(1_000_000)];
    let r = run_on(Strategy::OneThread { seed: 0 }.scheduler(), program);
    assert!(r.marks[0] >= 1_000_000, "{}", r.marks[0]);
    assert_eq!(r.count(|k| matches!(k, EventKind::HandOff { .. })), 0);
    assert_eq!(r.count(|k| matches!(k, EventKind::ThreadCreate { .. })), 1);
}

#[test]
fn one_thread_each() {
    let threads = |cores| Strategy::Threads { cores, seed: 0 }.scheduler();
    // A system call stops its own thread only.
    let r = run_on(threads(1), vec![go(vec![Act::Mark]), Act::Syscall(1_000_000)]);
    assert!(r.marks[0] < 100_000, "{}", r.marks[0]);
    // Every goroutine costs a thread.
    let many = || (0..100).map(|_| go(vec![])).collect::<Vec<_>>();
    let r = run_on(threads(1), many());
    assert_eq!(r.count(|k| matches!(k, EventKind::ThreadCreate { .. })), 101);
    assert!(r.end > 50 * run(1, many()).end, "{}", r.end);
    // Cores work side by side, and take turns of 3 ms.
    let busy = || (0..4).map(|_| go(busy(1_000_000))).collect::<Vec<_>>();
    let (one, four) = (run_on(threads(1), busy()), run_on(threads(4), busy()));
    assert!(one.end >= 40_000_000 && four.end < 11_000_000, "{} {}", one.end, four.end);
    let stops = one.count(|k| matches!(k, EventKind::GoStop { why: StopReason::Preempted }));
    assert!((9..=16).contains(&stops), "{stops}");
    assert_eq!(four.count(|k| matches!(k, EventKind::GoStop { .. })), 0, "nobody waits");
}

#[test]
fn every_strategy_ends_in_a_quiet_world() {
    for strategy in [
        Strategy::Fifo,
        Strategy::Random { seed: 5 },
        Strategy::Model { procs: 3, seed: 5 },
        Strategy::OneThread { seed: 5 },
        Strategy::Threads { cores: 3, seed: 5 },
    ] {
        let part = || vec![Act::Spend(2_000), Act::Yield, Act::Syscall(30_000), Act::Sleep(9)];
        let mut program: Vec<Act> = (0..20).map(|_| go(part())).collect();
        program.extend([Act::PingPong(5, 10), Act::Sleep(5_000), Act::Syscall(20_000_000)]);
        let r = run_on(strategy.scheduler(), program);
        let w = r.world();
        assert_eq!(w.gos.len(), 22, "{strategy}");
        assert!(w.gos.values().all(|g| g.state == GoState::Dead && g.queue.is_none()));
        assert!(w.global.is_empty() && w.timers.is_empty(), "{strategy}");
        for p in &w.procs {
            assert!(p.running.is_none() && p.next.is_none() && p.queue.is_empty(), "{strategy}");
            assert!(!p.spinning, "{strategy}");
        }
    }
}

/// Film equals stage: after every slice the folded world shows the processors, queues and
/// goroutines as they are.
#[test]
fn the_world_shows_the_queues_as_they_are() {
    for seed in 0..15 {
        for strategy in [
            Strategy::Free,
            Strategy::Fifo,
            Strategy::Random { seed },
            Strategy::Model { procs: 1 + (seed % 5) as u16, seed },
            Strategy::OneThread { seed },
            Strategy::Threads { cores: 1 + (seed % 5) as u16, seed },
        ] {
            let ex = Executor::new(strategy.scheduler(), Tracer::on());
            let h = ex.handle();
            let (mut world, mut seen) = (World::default(), 0);
            common::start(&ex, common::random_program(seed));
            loop {
                let went_on = ex.try_tick() || ex.advance();
                h.tracer().with(|t| {
                    for e in &t.events()[seen..] {
                        world.apply(seen as u32, e);
                        seen += 1;
                    }
                });
                assert_eq!(Stage::of(&world), ex.stage(), "{strategy}, event {seen}");
                if !went_on {
                    break;
                }
            }
            assert_eq!(ex.live(), 0);
        }
    }
}

#[test]
fn a_helper_starts_while_its_creator_is_busy() {
    // The slice was granted when the other processor was idle; it ends where that comes.
    let r = run(2, vec![go(vec![]), Act::Spend(10), Act::Spend(900_000)]);
    let helper = |e: &&Event| matches!(e.kind, EventKind::GoStart { go: GoId(2), .. });
    let start = r.trace.events().iter().find(helper);
    assert!(start.is_some_and(|e| e.at < 100_000), "{start:?}");
}

#[test]
fn a_sleeper_begins_a_slice_of_its_own() {
    let r = run(1, vec![Act::Spend(900_000), Act::Sleep(5_000_000), Act::Spend(900_000)]);
    assert_eq!(r.count(|k| matches!(k, EventKind::GoStop { .. })), 0);
    assert!((23_000_000..23_100_000).contains(&r.end), "{}", r.end);
}
