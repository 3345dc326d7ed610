//! Who is measured.

use executor::{Config, Executor, Fifo, Handle, Model, Scheduler};
use futures::executor::{LocalPool, LocalSpawner, block_on};
use futures::task::LocalSpawnExt;
use std::rc::Rc;
use tokio::task::LocalSet;
use trace::Tracer;

/// Something to do on any executor.
pub trait Work {
    /// Spawns its tasks.
    fn start(&self, on: &mut impl Spawn);
}

/// An executor, as far as work is concerned.
pub trait Spawn {
    /// Adds a task.
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static);

    /// Ours, if it is.
    fn handle(&self) -> Option<&Handle> {
        None
    }
}

/// A way to run tasks.
pub struct Contestant {
    pub name: &'static str,
    /// Whether it is not ours.
    pub peer: bool,
    /// Whether it records.
    pub traced: bool,
    /// Runs the work to its end.
    pub run: Box<dyn Fn()>,
}

/// Everybody, ours first.
pub fn all<W: Work + 'static>(work: W) -> Vec<Contestant> {
    let work = Rc::new(work);
    let one = |name: &'static str, run: fn(&W)| {
        let work = work.clone();
        let (peer, traced) = (!name.starts_with("ours"), name.ends_with("tracing on"));
        Contestant { name, peer, traced, run: Box::new(move || run(&work)) }
    };
    vec![
        one("ours", |w| ours(w, Fifo::new(), Tracer::off(), true)),
        one("ours, no schedule kept", |w| ours(w, Fifo::new(), Tracer::off(), false)),
        one("ours, Go's scheduler, P = 1", |w| {
            ours(w, Model::new(1, 0), Tracer::off(), true);
        }),
        one("ours, tracing on", |w| ours(w, Fifo::new(), Tracer::on(), true)),
        one("futures LocalPool", local_pool),
        one("async-executor LocalExecutor", local_executor),
        one("tokio LocalSet", local_set),
    ]
}

struct Ours(Handle);

impl Spawn for Ours {
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.0.spawn(task, Default::default());
    }

    fn handle(&self) -> Option<&Handle> {
        Some(&self.0)
    }
}

pub fn ours(work: &impl Work, scheduler: impl Scheduler + 'static, tracer: Tracer, record: bool) {
    let config = Config { record, ..Config::default() };
    let ex = Executor::with_config(Box::new(scheduler), tracer, config);
    work.start(&mut Ours(ex.handle()));
    ex.run();
    assert_eq!(ex.live(), 0);
}

impl Spawn for LocalSpawner {
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.spawn_local(task).expect("the pool runs");
    }
}

pub fn local_pool(work: &impl Work) {
    let mut pool = LocalPool::new();
    work.start(&mut pool.spawner());
    pool.run();
}

struct Smol<'a> {
    ex: &'a async_executor::LocalExecutor<'static>,
    tasks: Vec<async_executor::Task<()>>,
}

impl Spawn for Smol<'_> {
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.tasks.push(self.ex.spawn(task));
    }
}

pub fn local_executor(work: &impl Work) {
    let ex = async_executor::LocalExecutor::new();
    let mut smol = Smol { ex: &ex, tasks: vec![] };
    work.start(&mut smol);
    block_on(ex.run(async {
        for t in smol.tasks {
            t.await;
        }
    }));
}

impl Spawn for &LocalSet {
    fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.spawn_local(task);
    }
}

pub fn local_set(work: &impl Work) {
    let rt = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let set = LocalSet::new();
    work.start(&mut &set);
    rt.block_on(set);
}
