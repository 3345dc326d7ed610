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
#![deny(missing_docs)]

mod channel;
mod cond;
mod fault;
mod mutex;
mod once;
mod park;
mod project;
mod queue;
mod rwmutex;
mod select;
mod semaphore;
mod sleep;
mod timer;
mod waitgroup;

pub use channel::{Chan, Elem, recv_nil, send_nil};
pub use cond::Cond;
pub use fault::{Fault, FaultKind};
pub use mutex::Mutex;
pub use once::{Once, OnceTurn};
pub use park::{Interrupter, Label, Step, Ticket};
pub use project::{Project, Projection};
pub use rwmutex::RWMutex;
pub use select::{Case, Selected, resume_select, select, select_async};
pub use semaphore::Semaphore;
pub use sleep::{Sleeping, resume_sleep, sleep, sleep_async};
pub use timer::Timer;
pub use waitgroup::WaitGroup;
