//! Goroutines as futures: interpreter, heap, and the natives of the standard packages.
#![deny(missing_docs)]

mod access;
mod chans;
mod equal;
mod float;
mod fmt;
mod frames;
mod goroutine;
mod heap;
mod iface;
mod interp;
mod leaks;
mod machine;
mod map;
mod maps;
mod natives;
mod net;
mod objects;
mod outcome;
mod panics;
mod report;
mod slices;
mod stage;
mod std;
mod strings;
mod tell;
mod text;
mod trap;
mod vm;

pub use leaks::Leak;
pub use natives::names as natives;
pub use net::{NetAnswer, NetRule, NetRuleError};
pub use outcome::{Budgets, Config, Kind, Outcome, OutputChunk};
pub use stage::Stage;
pub use vm::Vm;
