//! What the heap's channels and natives are made of.

use crate::heap::Native;
use crate::map::Cursor;
use std::any::Any;
use std::cell::Cell;
use trace::{ObjId, Value};

/// What travels through channels: a word of the machine, and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// The value if it takes one slot, 0 if none, a pointer to an immutable copy otherwise.
    /// On a timer's channel: virtual nanoseconds.
    pub bits: u64,
    /// As the eye sees it.
    pub shown: Value,
}

impl sync::Elem for Word {
    fn shown(&self) -> Value {
        self.shown
    }
}

/// A channel.
pub(crate) struct ChanObj {
    /// It.
    pub chan: sync::Chan<Word>,
    /// Runtime type of its elements.
    pub elem: u32,
    /// Slots of its elements.
    pub size: u32,
    /// Whether it is a timer's.
    pub clock: bool,
}

/// An iteration over a map.
pub(crate) struct IterObj {
    /// The map; 0 if nil.
    pub map: u64,
    /// Where it is.
    pub cursor: Cell<Cursor>,
    /// Numbers of the entries in the order in which they are visited; empty if it goes round.
    pub order: Box<[u32]>,
}

impl Native for IterObj {
    fn visit(&self, f: &mut dyn FnMut(u64)) {
        f(self.map);
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

/// State of a primitive of package `sync` and its like. Where the variable lies is remembered, so that
/// a copy of the variable does not share its state.
pub(crate) struct SyncObj<T: 'static> {
    /// Identity.
    pub id: ObjId,
    /// Address of the variable.
    pub owner: u64,
    /// State.
    pub state: T,
}

impl<T: 'static> Native for SyncObj<T> {
    fn visit(&self, _: &mut dyn FnMut(u64)) {}

    fn any(&self) -> &dyn Any {
        self
    }

    fn id(&self) -> Option<ObjId> {
        Some(self.id)
    }
}
