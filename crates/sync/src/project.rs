//! The live state of a primitive, as comparable to the film.

use trace::{GoId, ObjId, Object, Value};

/// What the folded [`trace::World`] should say about a primitive at this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection {
    /// Identity.
    pub id: ObjId,
    /// Channel: buffer, oldest first.
    pub values: Vec<Value>,
    /// Channel: closed. Once: done.
    pub closed: bool,
    /// Who holds it.
    pub holders: Vec<GoId>,
    /// Held shared.
    pub shared: bool,
    /// Mutex in starvation mode.
    pub starving: bool,
    /// Counter.
    pub count: i64,
    /// Who waits, oldest first; of a channel, to send.
    pub sendq: Vec<GoId>,
    /// Who waits to receive, oldest first.
    pub recvq: Vec<GoId>,
    /// Timer: when it is due, in virtual nanoseconds.
    pub deadline: Option<u64>,
}

impl From<&Object> for Projection {
    fn from(o: &Object) -> Self {
        Projection {
            id: o.id,
            values: o.values.clone(),
            closed: o.closed,
            holders: o.holders.clone(),
            shared: o.shared,
            starving: o.starving,
            count: o.count,
            sendq: o.sendq.clone(),
            recvq: o.recvq.clone(),
            deadline: o.deadline,
        }
    }
}

/// Anything whose live state can be compared to the film.
pub trait Project {
    /// The live state.
    fn project(&self) -> Projection;
}
