//! Invariant 3: at every moment the world folded from the events equals the live runtime.
//!
//! Programs run one instruction a slice, and after every slice the two are compared.

mod common;

use common::compile;
use executor::{Choice, Env, Executor, Ready, Rng, Scheduler, Slice, Stopped};
use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use sync::Projection;
use trace::{GoId, GoState, ProcId, RunQueue, Tracer, WaitReason, World};
use vm::{Config, Stage, Vm};

/// Runs one instruction of a random goroutine at a time.
struct Step {
    queue: VecDeque<GoId>,
    rng: Rng,
}

impl Scheduler for Step {
    fn ready(&mut self, go: GoId, _: Ready, env: &mut Env<'_>) {
        env.enqueue(go, RunQueue::Global);
        self.queue.push_back(go);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        if env.stop(s) {
            env.enqueue(s.go, RunQueue::Global);
            self.queue.push_back(s.go);
        }
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        let n = self.queue.len() as u32;
        let go = self.queue.remove(if n > 1 { self.rng.below(n) as usize } else { 0 })?;
        env.start(go, ProcId(0));
        Some(Slice { go, fuel: 1 })
    }

    fn choose(&mut self, _: Choice, n: u32) -> u32 {
        self.rng.below(n)
    }
}

fn compare(world: &World, stage: &Stage, what: &str) {
    assert!(world.now <= stage.now, "{what}: the film runs ahead");
    for (id, go) in &world.gos {
        let live = stage.gos.get(id);
        let same = match (go.state, live) {
            (GoState::Dead, None) => true,
            (GoState::Runnable | GoState::Running(_), Some(None)) => true,
            (GoState::Waiting(w), Some(Some(r))) => w == *r,
            (GoState::Syscall, Some(Some(WaitReason::Syscall))) => true,
            _ => false,
        };
        assert!(same, "{what}: {id} is {:?} in the film, {live:?} live", go.state);
    }
    assert_eq!(world.gos.values().filter(|g| g.state != GoState::Dead).count(), stage.gos.len());
    for (id, live) in &stage.objs {
        let film = world.objs.get(id).unwrap_or_else(|| panic!("{what}: {id} is not in the film"));
        assert_eq!(Projection::from(&**film), *live, "{what}: film and stage");
    }
}

fn watch(source: &str, name: &str, seed: u64) -> usize {
    let file = if name.contains("testing") { "main_test.go" } else { "main.go" };
    let Ok(p) = compile(source, file) else { return 0 };
    let tracer = Tracer::on();
    let s = Step { queue: VecDeque::new(), rng: Rng::new(seed) };
    let ex = Executor::new(Box::new(s), tracer.clone());
    let vm = Vm::start(p, Config::default(), &ex);
    let (mut world, mut seen) = (World::default(), 0);
    for _ in 0..3_000 {
        if vm.is_over() || (!ex.try_tick() && !ex.advance()) || vm.is_over() {
            break;
        }
        let n = seen;
        tracer.with(|t| {
            for (i, e) in t.events().iter().enumerate().skip(n) {
                world.apply(i as u32, e);
            }
            seen = t.len();
        });
        compare(&world, &vm.project(), &format!("{name} after event {seen}"));
    }
    seen
}

#[test]
fn the_film_equals_the_stage() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let folders = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir());
    let mut files: Vec<_> =
        folders.flat_map(|d| fs::read_dir(d).unwrap()).map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "go"));
    files.sort();
    let mut events = 0;
    for f in files {
        let name = f.display().to_string();
        let source = fs::read_to_string(&f).unwrap();
        events += watch(&source, &name, 1);
    }
    assert!(events > 100_000, "{events}");
}
