//! Identities that appear in events.

use serde::Serialize;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($int:ty), $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
        pub struct $name(pub $int);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}

id!(
    /// A goroutine. 1 is main, as in Go; 0 is the runtime itself.
    GoId(u32),
    "G"
);
id!(
    /// A processor (P): the right to run Go code.
    ProcId(u16),
    "P"
);
id!(
    /// A machine thread (M).
    ThreadId(u32),
    "M"
);
id!(
    /// A shared object: channel, mutex, wait group, timer …
    ObjId(u32),
    "#"
);
id!(
    /// A text interned in the [`Trace`](crate::Trace) that the event belongs to.
    Sym(u32),
    "$"
);

impl GoId {
    /// The runtime itself: events that no goroutine causes.
    pub const RUNTIME: GoId = GoId(0);
    /// The goroutine that runs `main.main`.
    pub const MAIN: GoId = GoId(1);
}

/// A channel's identity; channels are objects like any other.
pub type ChanId = ObjId;
