//! Strategies: who runs next. One file each.

mod costs;
mod fifo;
mod free;
mod manual;
mod model;
mod one;
mod random;
mod replay;
mod steered;
mod threads;

pub use fifo::Fifo;
pub use manual::{Hand, Manual};
pub use model::Model;
pub use random::Random;
pub use replay::{Replay, ReplayStatus};
pub use steered::{SteerCounts, Steered};
pub use threads::Threads;

use crate::{Scheduler, Strategy};

impl Strategy {
    /// A fresh scheduler of this strategy; for [`Strategy::Free`] a [`Replay`] of nothing,
    /// which is first come, first served.
    ///
    /// ```
    /// use executor::{Executor, Strategy};
    /// let strategy = Strategy::Model { procs: 4, seed: 1 };
    /// let ex = Executor::new(strategy.scheduler(), trace::Tracer::off());
    /// assert_eq!(ex.schedule().strategy, strategy);
    /// ```
    pub fn scheduler(self) -> Box<dyn Scheduler> {
        match self {
            Strategy::Free => Box::new(Replay::new(&crate::Schedule::new(self))),
            Strategy::Fifo => Box::new(Fifo::new()),
            Strategy::Random { seed } => Box::new(Random::new(seed)),
            Strategy::Model { procs, seed } => Box::new(Model::new(procs, seed)),
            Strategy::OneThread { seed } => Box::new(Model::one_thread(seed)),
            Strategy::Threads { cores, seed } => Box::new(Threads::new(cores, seed)),
        }
    }
}
