//! The shared words: identities, events, the trace, and the world folded from it.
#![deny(missing_docs)]

mod event;
mod ids;
mod reason;
mod trace;
mod tracer;
mod value;
mod world;

pub use event::*;
pub use ids::*;
pub use reason::WaitReason;
pub use trace::Trace;
pub use tracer::Tracer;
pub use value::Value;
pub use world::*;
