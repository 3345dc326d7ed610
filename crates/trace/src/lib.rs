//! The shared words: identities, events, the trace, and the world folded from it.
#![deny(missing_docs)]

mod apply;
mod checkpoint;
mod event;
mod ids;
mod moves;
mod reason;
mod trace;
mod tracer;
mod value;
mod watch;
mod why;
mod words;
mod world;

pub use checkpoint::{Checkpoints, Timeline};
pub use event::*;
pub use ids::*;
pub use reason::WaitReason;
pub use trace::Trace;
pub use tracer::Tracer;
pub use value::Value;
pub use watch::{MemoryAccess, Order, Watch};
pub use why::{End, Link, Then, why};
pub use words::*;
pub use world::*;
