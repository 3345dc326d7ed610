//! A schedule repeats its run, whoever made it.

mod common;

use common::{Act, finish, run_on};
use executor::{Choice, Decision, Executor, Pick, Replay, Schedule, Strategy};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use proptest::strategy::Strategy as Any;
use trace::{GoId, Tracer};

fn act() -> impl Any<Value = Act> {
    let leaf = prop_oneof![
        (0..30_000u32).prop_map(Act::Spend),
        Just(Act::Yield),
        (0..200_000u64).prop_map(Act::Sleep),
        (0..200_000u64).prop_map(Act::Syscall),
        Just(Act::Mark),
        (1..5u32, 0..3_000u32).prop_map(|(n, f)| Act::PingPong(n, f)),
        (2..9u32).prop_map(Act::Choose),
    ];
    leaf.prop_recursive(3, 40, 6, |inner| proptest::collection::vec(inner, 0..6).prop_map(Act::Go))
}

fn strategy() -> impl Any<Value = Strategy> {
    prop_oneof![
        Just(Strategy::Fifo),
        any::<u64>().prop_map(|seed| Strategy::Random { seed }),
        (1..6u16, any::<u64>()).prop_map(|(procs, seed)| Strategy::Model { procs, seed }),
        any::<u64>().prop_map(|seed| Strategy::OneThread { seed }),
        (1..6u16, any::<u64>()).prop_map(|(cores, seed)| Strategy::Threads { cores, seed }),
    ]
}

fn decision() -> impl Any<Value = Decision> {
    let whats = [
        Choice::SelectCase,
        Choice::MapOrder,
        Choice::Rand,
        Choice::TimerOrder,
        Choice::Steal,
        Choice::Network,
        Choice::Custom,
    ];
    prop_oneof![
        4 => (1..4u32, proptest::option::of(1..3u32))
            .prop_map(|(go, cut)| Decision::Run { go: GoId(go), cut }),
        1 => (0..7usize, 2..4u32, 0..2u32)
            .prop_map(move |(i, n, pick)| Decision::Choose { what: whats[i], n, pick }),
    ]
}

fn pick() -> impl Any<Value = Pick> {
    prop_oneof![
        (0..9u32, 0..9u32, 1..9u32).prop_map(|(slice, after, go)| Pick::Run {
            slice,
            after,
            go: GoId(go)
        }),
        (0..9u32, 0..9u32).prop_map(|(choice, pick)| Pick::Choose { choice, pick }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// Replay gives the same trace, byte for byte; also when only the strategy is kept.
    #[test]
    fn replay_repeats(program in proptest::collection::vec(act(), 1..12), strategy in strategy()) {
        let first = run_on(strategy.scheduler(), program.clone());
        prop_assert_eq!(first.live, 0);
        let text = first.schedule.to_string();
        let schedule: Schedule = text.parse().expect("what was printed can be read");
        prop_assert_eq!(&schedule, &first.schedule);

        let replay = Replay::new(&schedule);
        let status = replay.status();
        let again = run_on(Box::new(replay), program.clone());
        prop_assert_eq!(status.diverged(), None);
        prop_assert_eq!(status.followed(), schedule.decisions.len());
        prop_assert!(again.trace == first.trace);
        prop_assert!(again.schedule == first.schedule);

        let bare = Executor::replay(&Schedule::new(schedule.strategy), Tracer::on());
        prop_assert!(finish(bare, program.clone()).trace == first.trace);

        // Without processors, the decisions alone are enough.
        if matches!(strategy, Strategy::Fifo | Strategy::Random { .. }) {
            let free = Schedule { strategy: Strategy::Free, ..schedule };
            let freely = finish(Executor::replay(&free, Tracer::on()), program);
            prop_assert!(freely.trace == first.trace);
        }
    }

    /// Text and back.
    #[test]
    fn text_round_trip(
        decisions in proptest::collection::vec(decision(), 0..60),
        strategy in strategy(),
        procs in proptest::option::of(1..9u16),
        cost in 0..20u32,
        picks in proptest::collection::vec(pick(), 0..4),
    ) {
        let schedule = Schedule { strategy, procs, cost, picks, decisions };
        prop_assert_eq!(schedule.to_string().parse(), Ok(schedule));
    }

    /// Any text at all gives a schedule or an error inside the text.
    #[test]
    fn any_text(text in "(v1 (free|fifo picks=|model p=2 seed=1) ?;)?[ g0-9x/()s;+,é]{0,30}") {
        if let Err(e) = text.parse::<Schedule>() {
            prop_assert!(e.at <= text.len());
        }
    }
}

fn fails(text: &str, expected: Expect) {
    let message = match text.parse::<Schedule>() {
        Ok(s) => format!("unexpected success: {s}"),
        Err(e) => e.to_string(),
    };
    expected.assert_eq(&message);
}

#[test]
fn errors_have_a_place() {
    fails("", expect!["schedule: expected version v1 at byte 0"]);
    fails("v2 fifo", expect!["schedule: expected version v1 at byte 0"]);
    fails(
        "v1 lifo",
        expect![
            "schedule: expected strategy: free, fifo, random, model, onethread or threads at byte 3"
        ],
    );
    fails("v1 model p=70000 seed=1", expect!["schedule: expected number of processors at byte 11"]);
    fails("v1 fifo g1", expect!["schedule: expected ; or the end at byte 8"]);
    fails("v1 fifo; g1 q", expect!["schedule: expected a decision such as g1 or s0/2 at byte 12"]);
    fails("v1 fifo; g1 s3/3", expect!["schedule: expected one of the alternatives at byte 13"]);
    fails("v1 fifo; g", expect!["schedule: expected goroutine at byte 10"]);
    fails(
        "v1 fifo; (g1 g2",
        expect!["schedule: expected a decision such as g1 or s0/2 at byte 15"],
    );
    fails(
        "v1 fifo; g1x99999999",
        expect!["schedule: expected a sensible number of decisions at byte 9"],
    );
}

#[test]
fn groups_are_folded() {
    let s: Schedule = "v1 free;g3  (g1  g2)x4 g2/7 g2/7 s0/2".parse().expect("a schedule");
    assert_eq!(s.decisions.len(), 12);
    assert_eq!(s.to_string(), "v1 free; g3 (g1 g2)x4 g2/7x2 s0/2");
}

#[test]
fn a_program_that_changed_runs_to_its_end() {
    let schedule: Schedule = "v1 free; g1 g2 g7 g1".parse().expect("a schedule");
    let replay = Replay::new(&schedule);
    let status = replay.status();
    let r = run_on(Box::new(replay), vec![Act::Go(vec![]), Act::Yield, Act::Yield]);
    assert_eq!(r.live, 0);
    assert_eq!((status.followed(), status.diverged()), (2, Some(2)));
}
