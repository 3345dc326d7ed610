//! A small, deterministic, cooperative executor with a virtual clock and scheduling as data.
//!
//! Tasks are `Future`s with real wakers; a task's identity is the [`GoId`](trace::GoId) that
//! events name. Who runs next, and every other piece of chance, is decided by a [`Scheduler`]
//! and lands in a [`Schedule`]: a printable text from which the run repeats byte for byte.
//! Time is virtual: it moves as tasks spend fuel, and jumps when nobody can run.
//!
//! ```
//! use executor::{Executor, Fifo, SpawnInfo};
//! use std::{cell::RefCell, rc::Rc};
//! use trace::Tracer;
//!
//! let ex = Executor::new(Box::new(Fifo::new()), Tracer::off());
//! let said = Rc::new(RefCell::new(vec![]));
//! for name in ["a", "b"] {
//!     let (h, said) = (ex.handle(), said.clone());
//!     ex.handle().spawn(
//!         async move {
//!             for i in 0..2 {
//!                 said.borrow_mut().push(format!("{name}{i}"));
//!                 h.yield_now().await;
//!             }
//!         },
//!         SpawnInfo::default(),
//!     );
//! }
//! ex.run();
//! assert_eq!(*said.borrow(), ["a0", "b0", "a1", "b1"]);
//! assert_eq!(ex.schedule().to_string(), "v1 fifo; (g1 g2)x3");
//! ```
#![deny(missing_docs)]

mod core;
mod executor;
mod handle;
mod log;
mod rng;
mod run;
mod schedule;
mod scheduler;
mod sleep;
mod stage;
mod strategy;
mod text;
mod timer;
mod waker;

pub use executor::{Config, Executor};
pub use handle::{Handle, SpawnInfo};
pub use rng::Rng;
pub use schedule::{Decision, Pick, Schedule, Strategy};
pub use scheduler::{Choice, Env, Ready, Scheduler, Slice, Stop, Stopped};
pub use sleep::{Sleep, YieldNow};
pub use stage::{Queues, Stage, Status};
pub use strategy::{
    Fifo, Hand, Manual, Model, Random, Replay, ReplayStatus, SteerCounts, Steered, Threads,
};
pub use text::ParseScheduleError;
pub use timer::TimerId;
