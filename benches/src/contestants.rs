//! Who is measured.

use crate::work::Task;
use executor::{Config, Executor, Fifo, Model, Scheduler};
use futures::executor::{LocalPool, block_on};
use futures::task::LocalSpawnExt;
use trace::Tracer;

/// A way to run tasks.
#[derive(Clone, Copy)]
pub struct Contestant {
    pub name: &'static str,
    /// Whether it is not ours.
    pub peer: bool,
    /// Spawns what it is given, then runs it to its end.
    pub run: fn(&dyn Fn(&mut dyn FnMut(Task))),
}

/// Ours; the first one is what the others are compared with.
pub const OURS: &[Contestant] = &[
    Contestant { name: "ours", peer: false, run: ours },
    Contestant { name: "ours, no schedule kept", peer: false, run: ours_unrecorded },
    Contestant { name: "ours, Go's scheduler, P = 1", peer: false, run: ours_model },
    Contestant { name: "ours, tracing on", peer: false, run: ours_traced },
];

/// The others.
pub const PEERS: &[Contestant] = &[
    Contestant { name: "futures LocalPool", peer: true, run: local_pool },
    Contestant { name: "async-executor LocalExecutor", peer: true, run: local_executor },
    Contestant { name: "tokio LocalSet", peer: true, run: local_set },
];

fn run_ours(
    scheduler: impl Scheduler + 'static,
    tracer: Tracer,
    record: bool,
    work: &dyn Fn(&mut dyn FnMut(Task)),
) {
    let config = Config { record, ..Config::default() };
    let ex = Executor::with_config(Box::new(scheduler), tracer, config);
    let h = ex.handle();
    work(&mut |task| {
        h.spawn(task, Default::default());
    });
    ex.run();
    assert_eq!(ex.live(), 0);
}

fn ours(work: &dyn Fn(&mut dyn FnMut(Task))) {
    run_ours(Fifo::new(), Tracer::off(), true, work);
}

fn ours_unrecorded(work: &dyn Fn(&mut dyn FnMut(Task))) {
    run_ours(Fifo::new(), Tracer::off(), false, work);
}

fn ours_model(work: &dyn Fn(&mut dyn FnMut(Task))) {
    run_ours(Model::new(1, 0), Tracer::off(), true, work);
}

fn ours_traced(work: &dyn Fn(&mut dyn FnMut(Task))) {
    run_ours(Fifo::new(), Tracer::on(), true, work);
}

fn local_pool(work: &dyn Fn(&mut dyn FnMut(Task))) {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    work(&mut |task| spawner.spawn_local(task).expect("the pool runs"));
    pool.run();
}

fn local_executor(work: &dyn Fn(&mut dyn FnMut(Task))) {
    let ex = async_executor::LocalExecutor::new();
    let mut tasks = vec![];
    work(&mut |task| tasks.push(ex.spawn(task)));
    block_on(ex.run(async {
        for t in tasks {
            t.await;
        }
    }));
}

fn local_set(work: &dyn Fn(&mut dyn FnMut(Task))) {
    let rt = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let set = tokio::task::LocalSet::new();
    work(&mut |task| {
        set.spawn_local(task);
    });
    rt.block_on(set);
}
