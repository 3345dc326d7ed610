//! Go's synchronisation primitives, one file each, over the executor.
//!
//! Every primitive is a cheap handle (an `Rc`) to its state. An operation that can wait comes in
//! three faces: a first attempt (`recv`, `lock` …) that either is done or parks the current
//! goroutine and gives a [`Ticket`]; a `resume_…` for when the goroutine is polled again; and a
//! future (`recv_async` …) that joins the two. Nothing spins: who waits stands in a queue, and
//! who makes room hands over directly, as in `runtime/chan.go`, `runtime/sema.go` and package
//! `sync` of Go. Every operation emits its events through the handle's tracer.
//!
//! A program's mistake is a [`Fault`] value, never a Rust panic.
//!
//! ```
//! use executor::{Executor, Fifo};
//! use sync::{Chan, Label};
//! use trace::{Tracer, Value};
//!
//! let ex = Executor::new(Box::new(Fifo::new()), Tracer::on());
//! let h = ex.handle();
//! let ch: Chan<i64> = Chan::new(&h, 0, Value::Int(0), Label::default());
//! let (c, h2) = (ch.clone(), h.clone());
//! h.spawn(async move { assert_eq!(c.recv_async(&h2).await, Some(42)) }, Default::default());
//! let h2 = h.clone();
//! h.spawn(async move { ch.send_async(&h2, 42).await.unwrap() }, Default::default());
//! ex.run();
//! assert_eq!(ex.live(), 0);
//! ```
#![deny(missing_docs)]

mod channel;
mod cond;
mod fault;
mod mutex;
mod once;
mod park;
mod poll;
mod project;
mod queue;
mod rwmutex;
mod select;
mod semaphore;
mod sleep;
mod timer;
mod variable;
mod waitgroup;

pub use channel::{Chan, Elem, recv_nil, send_nil};
pub use cond::Cond;
pub use fault::{Fault, FaultKind};
pub use mutex::Mutex;
pub use once::{Once, OnceTurn};
pub use park::{Interrupter, Label, Step, Ticket};
pub use poll::{Polled, Polling, poll, resume_poll};
pub use project::{Project, Projection};
pub use rwmutex::RWMutex;
pub use select::{Case, Selected, resume_select, select, select_async};
pub use semaphore::Semaphore;
pub use sleep::{Sleeping, resume_sleep, sleep, sleep_async};
pub use timer::Timer;
pub use variable::{Atomic, Variable};
pub use waitgroup::WaitGroup;
