//! The live state of a run, as a [`World`] shows it: what film and stage are compared by.

use crate::core::{Inner, State};
use std::collections::BTreeMap;
use trace::{GoId, GoState, Processor, World};

/// Processors and run queues as they are.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Queues {
    /// Processors, `procs[i]` is `Pi`.
    pub procs: Vec<Processor>,
    /// Global queue, oldest first.
    pub global: Vec<GoId>,
}

/// Goroutines, processors and run queues as they are; equal to the same part of the [`World`]
/// folded from the events so far.
///
/// ```
/// use executor::{Executor, Model, Stage};
/// use trace::{Checkpoints, Tracer};
/// let ex = Executor::new(Box::new(Model::new(2, 0)), Tracer::on());
/// ex.handle().spawn(async {}, Default::default());
/// ex.handle().tracer().with(|t| {
///     let world = Checkpoints::build(t).world_at(t, t.len());
///     assert_eq!(Stage::of(&world), ex.stage());
/// });
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stage {
    /// Processors and run queues.
    pub queues: Queues,
    /// State of each goroutine that ever was.
    pub gos: BTreeMap<GoId, Status>,
}

/// State of a goroutine, as far as the executor knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In a run queue, or on a processor whose turn is not now.
    Ready,
    /// Parked.
    Waiting,
    /// In a system call.
    Syscall,
    /// Finished.
    Dead,
}

impl Stage {
    /// The same part of a folded world.
    ///
    /// ```
    /// # use executor::Stage;
    /// assert_eq!(Stage::of(&trace::World::default()), Stage::default());
    /// ```
    pub fn of(world: &World) -> Self {
        let status = |state| match state {
            GoState::Runnable | GoState::Running(_) => Status::Ready,
            GoState::Waiting(_) => Status::Waiting,
            GoState::Syscall => Status::Syscall,
            GoState::Dead => Status::Dead,
        };
        Stage {
            queues: Queues { procs: world.procs.clone(), global: world.global.clone() },
            gos: world.gos.values().map(|g| (g.id, status(g.state))).collect(),
        }
    }

    pub(crate) fn now(inner: &Inner) -> Self {
        let core = inner.core.borrow();
        let gos = core.tasks.iter().zip(1..).map(|(task, id)| {
            let status = match task.as_ref().map(|t| t.state.get()) {
                Some(State::Ready | State::Running | State::Killed) => Status::Ready,
                Some(State::Parked) => Status::Waiting,
                Some(State::Syscall) => Status::Syscall,
                None => Status::Dead,
            };
            (GoId(id), status)
        });
        Stage { queues: core.sched.queues(), gos: gos.collect() }
    }
}
