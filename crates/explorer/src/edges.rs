//! What orders what: the edges of the Go memory model, one kind of object each.
//!
//! The rules are those of <https://go.dev/ref/mem> and of the documentation of `sync`; where
//! goroutines meet at a buffered channel, slot by slot: the kth receive is synchronized before
//! the completion of the k+Cth send.

use crate::clock::Clock;
use std::collections::BTreeMap;
use trace::{ObjId, ObjKind, Order};

/// What is left at objects for those who come later.
#[derive(Default)]
pub(crate) struct Edges {
    chans: BTreeMap<ObjId, Chan>,
    rw: BTreeMap<ObjId, ReadWrite>,
    others: BTreeMap<Order, Clock>,
    kinds: BTreeMap<ObjId, ObjKind>,
}

/// A channel.
#[derive(Default)]
struct Chan {
    cap: u64,
    /// One per slot of the buffer.
    slots: Vec<Clock>,
    sent: u64,
    received: u64,
    closed: Clock,
}

/// A read-write lock: readers are ordered with writers only.
#[derive(Default)]
struct ReadWrite {
    readers: Clock,
    writers: Clock,
}

impl Chan {
    /// Slot of the nth operation.
    fn slot(&mut self, n: u64) -> &mut Clock {
        let i = (n % self.cap.max(1)) as usize;
        if self.slots.len() <= i {
            self.slots.resize_with(i + 1, Clock::default);
        }
        &mut self.slots[i]
    }
}

/// Leaves what `go` knows in a slot and takes what was there.
fn swap(slot: &mut Clock, go: &mut Clock) {
    let before = std::mem::take(slot);
    slot.become_(go);
    go.join(&before);
}

impl Edges {
    pub fn born(&mut self, obj: ObjId, kind: ObjKind) {
        self.kinds.insert(obj, kind);
        match kind {
            ObjKind::Chan { cap } => {
                self.chans.insert(obj, Chan { cap: u64::from(cap), ..Chan::default() });
            }
            ObjKind::RWMutex => {
                self.rw.insert(obj, ReadWrite::default());
            }
            ObjKind::Mutex
            | ObjKind::WaitGroup
            | ObjKind::Once
            | ObjKind::Cond
            | ObjKind::Timer
            | ObjKind::Ticker
            | ObjKind::Context
            | ObjKind::Semaphore
            | ObjKind::Group
            | ObjKind::Pool
            | ObjKind::Map
            | ObjKind::Atomic
            | ObjKind::Variable => {}
        }
    }

    pub fn kind(&self, obj: ObjId) -> Option<ObjKind> {
        self.kinds.get(&obj).copied()
    }

    // ---- locks ----

    pub fn lock(&mut self, obj: ObjId, shared: bool, go: &mut Clock) {
        match self.rw.get(&obj) {
            Some(l) => {
                go.join(&l.readers);
                if !shared {
                    go.join(&l.writers);
                }
            }
            None => self.acquire(Order::Obj(obj), go),
        }
    }

    pub fn unlock(&mut self, obj: ObjId, shared: bool, go: &Clock) {
        match self.rw.get_mut(&obj) {
            Some(l) if shared => l.writers.join(go),
            Some(l) => l.readers.become_(go),
            None => self.others.entry(Order::Obj(obj)).or_default().become_(go),
        }
    }

    // ---- channels ----

    /// A value goes into the buffer.
    pub fn send(&mut self, ch: ObjId, go: &mut Clock) {
        if let Some(c) = self.chans.get_mut(&ch) {
            let n = c.sent;
            c.sent += 1;
            swap(c.slot(n), go);
        }
    }

    /// A value leaves the buffer.
    pub fn receive(&mut self, ch: ObjId, go: &mut Clock) {
        if let Some(c) = self.chans.get_mut(&ch) {
            let n = c.received;
            c.received += 1;
            swap(c.slot(n), go);
        }
    }

    /// A value goes straight from a sender to a receiver.
    pub fn meet(&mut self, ch: ObjId, sender: &mut Clock, receiver: &mut Clock) {
        match self.chans.get(&ch) {
            // As if it went through the buffer.
            Some(c) if c.cap > 0 => {
                self.send(ch, sender);
                self.receive(ch, receiver);
            }
            _ => {
                receiver.join(sender);
                sender.join(receiver);
            }
        }
    }

    pub fn close(&mut self, ch: ObjId, go: &Clock) {
        if let Some(c) = self.chans.get_mut(&ch) {
            c.closed.join(go);
        }
    }

    pub fn closed(&self, ch: ObjId, go: &mut Clock) {
        if let Some(c) = self.chans.get(&ch) {
            go.join(&c.closed);
        }
    }

    // ---- everything else ----

    pub fn acquire(&self, at: Order, go: &mut Clock) {
        if let Some(c) = self.others.get(&at) {
            go.join(c);
        }
    }

    /// Adds to what is there.
    pub fn release(&mut self, at: Order, go: &Clock) {
        self.others.entry(at).or_default().join(go);
    }

    /// Replaces what is there, as an atomic store does.
    pub fn put(&mut self, at: Order, go: &Clock) {
        self.others.entry(at).or_default().become_(go);
    }

    /// What is there.
    pub fn at(&self, at: Order) -> Clock {
        self.others.get(&at).cloned().unwrap_or_default()
    }

    pub fn forget(&mut self, alive: &dyn Fn(u64) -> bool) {
        self.others.retain(|at, _| match at {
            Order::Obj(_) => true,
            Order::Addr(a) => alive(*a),
        });
    }
}
