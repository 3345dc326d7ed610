//! Who hears of everything while it happens, plain memory included, which no trace records.

use crate::{Event, GoId, ObjId};

/// An access to memory by the program's own code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryAccess {
    /// Who.
    pub go: GoId,
    /// Where: equal for equal places, and different for different ones as long as both live.
    pub addr: u64,
    /// Writes; else it reads.
    pub write: bool,
    /// Through `sync/atomic`. What an atomic operation orders is told by [`Watch::order`].
    pub atomic: bool,
    /// A whole map.
    pub map: bool,
    /// Line of the learner's file; 0 if it is the statement's.
    pub line: u32,
}

/// Hears of everything: a race detector.
pub trait Watch {
    /// An event was told.
    fn event(&mut self, e: &Event);
    /// Memory was accessed. True asks for the place's [`name`](Self::name).
    fn access(&mut self, a: MemoryAccess) -> bool;
    /// The place that was accessed last, as the source calls it; its Go type, and the line of its
    /// declaration (0 if unknown).
    fn name(&mut self, name: &str, typ: &str, line: u32);
    /// `go` learns what was left at `at` (`acquire`), then leaves there what it knows in its place
    /// (`release`).
    fn order(&mut self, go: GoId, at: Order, acquire: bool, release: bool);
    /// Memory was freed; `alive` says which places are still there.
    fn forget(&mut self, alive: &dyn Fn(u64) -> bool);
}

/// Where goroutines meet without an event that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// At an object.
    Obj(ObjId),
    /// At a place in memory, by an atomic operation or inside the library.
    Addr(u64),
}
