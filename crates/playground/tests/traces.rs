//! Traces of the whole corpus: they repeat byte for byte, a schedule repeats its run, a recording is the
//! run that it records, and the folded world is the live runtime.

mod common;

use common::corpus::{self, DETERMINISTIC, Program};
use common::known::Report;
use common::{compile, difference, guarded, random, record};
use executor::{Executor, Model, Random, Scheduler};
use playground::{Budgets, Command, Compiled, Player, Recording, Settings, Strategy, json};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use sync::Projection;
use trace::{Event, EventKind, GoId, GoState, Tracer, WaitReason, World};
use vm::Vm;

/// Long enough for all but the programs that compute much; these end at a budget, which must repeat too.
const BUDGETS: Budgets = Budgets {
    steps: 500_000,
    goroutines: 20_000,
    heap: 128 << 20,
    output: 1 << 20,
    stack: 1 << 20,
    events: 4_000,
};

fn traced(seed: u64) -> Settings {
    Settings { tracing: true, seed, budgets: BUDGETS, ..Settings::default() }
}

/// Every valid program.
fn programs() -> Vec<Program> {
    let folders = DETERMINISTIC.iter().chain(&["order", "race"]);
    folders.flat_map(|folder| corpus::programs(folder)).collect()
}

fn same(want: &Recording, got: &Recording, what: &str) -> Result<(), String> {
    let (a, b) = (&want.trace, &got.trace);
    if a.events() != b.events() || !a.texts().eq(b.texts()) {
        let (a, b) = (json::trace(a), json::trace(b));
        return Err(format!("{what}: the trace differs, {}", difference(&a, &b)));
    }
    if want.outcome != got.outcome {
        return Err(format!("{what}: {:?}\nis not {:?}", got.outcome, want.outcome));
    }
    if want.schedule != got.schedule {
        let (a, b) = (want.schedule.replace(';', "\n"), got.schedule.replace(';', "\n"));
        return Err(format!("{what}: the schedule differs, {}", difference(&a, &b)));
    }
    Ok(())
}

/// Checks each program that compiles (the others are the business of another test).
fn each(check: &'static str, f: impl Fn(&Program, &Compiled) -> Result<(), String>) {
    let mut report = Report::new(check);
    for program in &report.choose(programs()) {
        if let Ok(Ok(compiled)) = guarded(|| compile(&program.source, program.file)) {
            report.add(&program.id, guarded(|| f(program, &compiled)).flatten());
        }
    }
    report.finish();
}

#[test]
fn the_same_settings_give_the_same_trace() {
    each("repeat", |program, compiled| {
        let again = compile(&program.source, program.file)?;
        for settings in [traced(3), Settings { strategy: Strategy::Random, ..traced(3) }] {
            let (a, b) = (record(compiled, &settings), record(&again, &settings));
            same(&a, &b, &format!("{:?}", settings.strategy))?;
        }
        Ok(())
    });
}

#[test]
fn a_schedule_repeats_its_run() {
    each("replay", |_, compiled| {
        for strategy in [
            Strategy::Model,
            Strategy::Random,
            Strategy::Fifo,
            Strategy::OneThread,
            Strategy::Threads,
        ] {
            let settings = Settings { strategy, ..traced(5) };
            let first = record(compiled, &settings);
            let replay = Strategy::Replay(first.schedule.clone());
            // Whoever replays does not know the other settings.
            let others = Settings { strategy: replay, gomaxprocs: 7, ..traced(1) };
            let second = record(compiled, &others);
            same(&first, &second, &format!("{:?}", settings.strategy))?;
        }
        Ok(())
    });
}

/// Whoever is woken stands in a queue from the same event on, and nothing comes after the end.
#[test]
fn nobody_is_nowhere_and_the_end_is_last() {
    each("woken", |program, compiled| {
        for strategy in [Strategy::Model, Strategy::Random, Strategy::Threads] {
            let r = record(compiled, &Settings { strategy, ..traced(3) });
            let events = r.trace.events();
            let mut world = World::default();
            for (i, e) in events.iter().enumerate() {
                world.apply(i as u32, e);
                let EventKind::GoUnpark { go, on } = e.kind else { continue };
                let g = &world.gos[&go];
                if (g.state, g.queue) != (GoState::Runnable, Some(on)) {
                    return Err(format!("after event {i}: {go} is {:?} in {:?}", g.state, g.queue));
                }
            }
            let ends = |e: &Event| matches!(e.kind, EventKind::End { .. });
            let end = events.iter().position(ends);
            if end.is_some_and(|end| end + 1 != events.len()) {
                return Err(format!("event {end:?} of {} is the end", events.len()));
            }
            let main = world.gos[&GoId::MAIN].state;
            if r.outcome.exit == 0 && !exits(program) && main != GoState::Dead {
                return Err(format!("main has returned and is {main:?}"));
            }
        }
        Ok(())
    });
}

/// Whether a program may end in the middle of main.
fn exits(program: &Program) -> bool {
    program.source.contains("os.Exit") || program.source.contains("Goexit")
}

#[test]
fn tracing_changes_nothing() {
    each("untraced", |_, compiled| {
        for strategy in [Strategy::Model, Strategy::Random] {
            let with = Settings { strategy, ..traced(2) };
            let (a, b) =
                (record(compiled, &with), record(compiled, &Settings { tracing: false, ..with }));
            // Only a trace can become too long.
            if a.outcome != b.outcome && !a.outcome.message.contains(" events ") {
                return Err(format!("with a trace: {:?}\nwithout: {:?}", a.outcome, b.outcome));
            }
        }
        Ok(())
    });
}

#[test]
fn every_moment_can_be_sought() {
    each("seek", |_, compiled| {
        let recording = Rc::new(record(compiled, &traced(4)));
        let mut player = Player::new(recording.clone());
        let mut folded = World::default();
        let step = (recording.trace.len() / 20).max(1);
        for (i, event) in recording.trace.events().iter().enumerate() {
            if i % step == 0 {
                player.apply(Command::Seek(i));
                if *player.world() != folded {
                    return Err(format!("at {i} the player shows another world"));
                }
            }
            folded.apply(i as u32, event);
        }
        player.apply(Command::Seek(usize::MAX));
        match *player.world() == folded {
            true => Ok(()),
            false => Err("at the end the player shows another world".into()),
        }
    });
}

#[test]
fn the_film_equals_the_stage() {
    each("film", |program, _| {
        let lowered = lower(program)?;
        for seed in 1..=2 {
            let model: Box<dyn Scheduler> = Box::new(Model::new(1 + seed as u16 * 2, seed));
            watch(&lowered, model)?;
            watch(&lowered, Box::new(Random::new(seed)))?;
        }
        Ok(())
    });
}

/// Runs a program and compares the folded world with the live runtime after every slice.
fn watch(program: &Rc<program::Program>, scheduler: Box<dyn Scheduler>) -> Result<(), String> {
    let tracer = Tracer::on();
    let ex = Executor::new(scheduler, tracer.clone());
    let budgets = vm::Budgets { steps: 300_000, events: 3_000, ..vm::Budgets::default() };
    let config = vm::Config { budgets, ..vm::Config::default() };
    let vm = Vm::start(program.clone(), config, &ex);
    let (mut world, mut seen) = (World::default(), 0);
    while !vm.is_over() && (ex.try_tick() || ex.advance()) && !vm.is_over() {
        tracer.with(|t| {
            for event in &t.events()[seen..] {
                world.apply(seen as u32, event);
                seen += 1;
            }
        });
        compare(&world, &ex, &vm).map_err(|e| format!("after event {seen}: {e}"))?;
    }
    Ok(())
}

fn lower(program: &Program) -> Result<Rc<program::Program>, String> {
    let (file, wrong) = syntax::parse(&program.source);
    assert!(wrong.is_empty());
    let checked = types::check_named(&[file], &[program.file.into()]);
    program::lower(&checked).map(Rc::new).map_err(|d| playground::render(program.file, &d))
}

fn compare(world: &World, ex: &Executor, vm: &Vm) -> Result<(), String> {
    let (film, stage) = (executor::Stage::of(world), ex.stage());
    if film != stage {
        return Err(format!("the executor is\n{stage:?}, the film shows\n{film:?}"));
    }
    let live = vm.project();
    for (id, go) in &world.gos {
        let now = live.gos.get(id);
        if !agree(go.state, now) {
            return Err(format!("{id} is {now:?}, the film shows {:?}", go.state));
        }
    }
    let dead = |id: &GoId| world.gos.get(id).is_none_or(|g| g.state == GoState::Dead);
    let unseen: BTreeSet<&GoId> = live.gos.keys().filter(|id| dead(id)).collect();
    if !unseen.is_empty() {
        return Err(format!("{unseen:?} live, the film does not show them"));
    }
    for (id, now) in &live.objs {
        let film = world.objs.get(id).map(|o| Projection::from(&**o));
        if film.as_ref() != Some(now) {
            return Err(format!("{id} is {now:?}, the film shows {film:?}"));
        }
    }
    Ok(())
}

fn agree(film: GoState, live: Option<&Option<WaitReason>>) -> bool {
    match (film, live) {
        (GoState::Dead, None) => true,
        (GoState::Runnable | GoState::Running(_), Some(None)) => true,
        (GoState::Waiting(film), Some(Some(live))) => film == *live,
        (GoState::Syscall, Some(Some(WaitReason::Syscall))) => true,
        _ => false,
    }
}

#[test]
fn time_passes_for_every_goroutine() {
    each("time", |_, compiled| {
        for strategy in [Strategy::Model, Strategy::Random, Strategy::Threads] {
            let recording = record(compiled, &Settings { strategy, ..traced(6) });
            let mut last: BTreeMap<GoId, u64> = BTreeMap::new();
            for (i, event) in recording.trace.events().iter().enumerate() {
                let before = last.insert(event.go, event.at).unwrap_or_default();
                if event.go != GoId::RUNTIME && event.at < before {
                    return Err(format!("event {i} is at {}, one before at {before}", event.at));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn other_seeds_give_other_orders() {
    let named = |p: &Program| p.id == "order/select-three-ready";
    let program = corpus::programs("order").into_iter().find(named).expect("it is there");
    let compiled = compile(&program.source, program.file).expect("it compiles");
    let outputs: BTreeSet<String> =
        (0..50).map(|seed| record(&compiled, &random(seed)).outcome.stdout).collect();
    assert!(outputs.len() > 1, "{outputs:?}");
}

#[test]
fn a_recursion_without_end_overflows_the_stack_in_a_traced_run_too() {
    let endless = "package main\n\nfunc f(n int) int {\n\tm := n + 1\n\treturn f(m) + 1\n}\n\nfunc main() { println(f(0)) }\n";
    let compiled = compile(endless, "main.go").expect("it compiles");
    for tracing in [false, true] {
        let outcome = record(&compiled, &Settings { tracing, ..Settings::default() }).outcome;
        assert_eq!(outcome.exit, 2);
        let text =
            "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n";
        assert!(outcome.stderr.starts_with(text), "{}", outcome.stderr);
    }
    let busy = "package main\n\nfunc main() {\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n";
    let compiled = compile(busy, "main.go").expect("it compiles");
    let budgets = Budgets { events: 1000, ..Budgets::default() };
    let outcome = record(&compiled, &Settings { budgets, ..Settings::default() }).outcome;
    assert!(outcome.stderr.contains("the budget of 1000 events"), "{}", outcome.stderr);
}
