//! Shared variables whose accesses are events, plain and atomic (`sync/atomic`).

use crate::channel::Elem;
use crate::park::Label;
use crate::project::{Project, Projection};
use executor::Handle;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use trace::{EventKind, GoId, ObjId, ObjKind};

/// A variable that several goroutines use without further ado: what a race detector looks at.
/// Clones are the same variable.
pub struct Variable<T: Elem> {
    inner: Rc<Inner<T>>,
}

struct Inner<T> {
    id: ObjId,
    value: RefCell<T>,
    writer: Cell<GoId>,
}

impl<T: Elem> Clone for Variable<T> {
    fn clone(&self) -> Self {
        Variable { inner: self.inner.clone() }
    }
}

impl<T: Elem> Inner<T> {
    fn born(h: &Handle, kind: ObjKind, value: T, label: Label) -> Rc<Self> {
        let id = label.born(h, kind);
        let i = Inner { id, value: RefCell::new(value.clone()), writer: Cell::new(h.current()) };
        i.set(h, value, false);
        Rc::new(i)
    }

    fn get(&self, h: &Handle, atomic: bool) -> T {
        let v = self.value.borrow().clone();
        let (obj, value) = (self.id, v.shown());
        h.tracer().emit(h.current(), EventKind::VarRead { obj, atomic, value });
        v
    }

    fn set(&self, h: &Handle, v: T, atomic: bool) {
        let (obj, value) = (self.id, v.shown());
        h.tracer().emit(h.current(), EventKind::VarWrite { obj, atomic, value });
        self.writer.set(h.current());
        self.value.replace(v);
    }

    fn project(&self) -> Projection {
        Projection {
            id: self.id,
            values: vec![self.value.borrow().shown()],
            holders: vec![self.writer.get()],
            ..Projection::default()
        }
    }
}

impl<T: Elem> Variable<T> {
    /// A variable; its creator writes the first value.
    pub fn new(h: &Handle, value: T, label: Label) -> Self {
        Variable { inner: Inner::born(h, ObjKind::Variable, value, label) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    /// Reads.
    pub fn get(&self, h: &Handle) -> T {
        self.inner.get(h, false)
    }

    /// Writes.
    pub fn set(&self, h: &Handle, v: T) {
        self.inner.set(h, v, false);
    }
}

impl<T: Elem> Project for Variable<T> {
    fn project(&self) -> Projection {
        self.inner.project()
    }
}

/// `atomic.Int64`. What reads and writes in one step shows as an atomic read and, if it writes,
/// an atomic write. Clones are the same.
#[derive(Clone)]
pub struct Atomic {
    inner: Rc<Inner<i64>>,
}

impl Atomic {
    /// A number; its creator writes the first value, not atomically.
    pub fn new(h: &Handle, value: i64, label: Label) -> Self {
        Atomic { inner: Inner::born(h, ObjKind::Atomic, value, label) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    /// `x.Load()`.
    pub fn load(&self, h: &Handle) -> i64 {
        self.inner.get(h, true)
    }

    /// `x.Store(v)`.
    pub fn store(&self, h: &Handle, v: i64) {
        self.inner.set(h, v, true);
    }

    /// `x.Swap(v)`: the old value.
    pub fn swap(&self, h: &Handle, v: i64) -> i64 {
        let old = self.load(h);
        self.store(h, v);
        old
    }

    /// `x.Add(delta)`: the new value, which wraps around.
    pub fn add(&self, h: &Handle, delta: i64) -> i64 {
        let new = self.load(h).wrapping_add(delta);
        self.store(h, new);
        new
    }

    /// `x.CompareAndSwap(old, new)`: whether it was `old`.
    pub fn compare_and_swap(&self, h: &Handle, old: i64, new: i64) -> bool {
        let same = self.load(h) == old;
        if same {
            self.store(h, new);
        }
        same
    }
}

impl Project for Atomic {
    fn project(&self) -> Projection {
        self.inner.project()
    }
}
