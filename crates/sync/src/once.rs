//! `sync.Once`, after `sync/once.go`: a flag and a mutex that whoever comes second waits on.

use crate::mutex::{Attempt, Face, Lock};
use crate::park::{Label, Step, Ticket, drive};
use crate::project::{Project, Projection};
use executor::Handle;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, ObjKind, WaitRole};

/// Lets a function run once. Clones are the same.
#[derive(Clone)]
pub struct Once {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    done: Cell<bool>,
    runner: Cell<Option<GoId>>,
    lock: RefCell<Lock>,
}

/// What a caller of `Do` has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnceTurn {
    /// Run the function, then call [`Once::finish`], also if it panics.
    Run,
    /// Nothing: it has run.
    Done,
}

impl Once {
    /// One whose function has not run.
    pub fn new(h: &Handle, label: Label) -> Self {
        let inner = Inner {
            id: label.born(h, ObjKind::Once),
            done: Cell::new(false),
            runner: Cell::new(None),
            lock: RefCell::new(Lock::new()),
        };
        Once { inner: Rc::new(inner) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    fn face(&self) -> Face {
        Face { obj: self.inner.id, role: WaitRole::Wait, loud: false }
    }

    fn state(&self, h: &Handle, done: bool) {
        h.tracer().emit(h.current(), EventKind::OnceState { obj: self.inner.id, done });
    }

    /// Begins `once.Do(f)`.
    pub fn begin(&self, h: &Handle, waker: &Waker) -> Step<OnceTurn> {
        if self.inner.done.get() {
            return Step::Done(OnceTurn::Done);
        }
        let a = self.inner.lock.borrow_mut().lock(h, waker, self.face());
        self.turn(h, a)
    }

    /// Goes on after [`begin`](Self::begin) parked; may park again.
    pub fn resume(&self, h: &Handle, waker: &Waker, ticket: Ticket) -> Step<OnceTurn> {
        let a = self.inner.lock.borrow_mut().resume(h, waker, self.face(), ticket);
        self.turn(h, a)
    }

    fn turn(&self, h: &Handle, a: Attempt) -> Step<OnceTurn> {
        match a {
            Attempt::Parked(t) => Step::Parked(t),
            Attempt::Locked if self.inner.done.get() => {
                self.inner.lock.borrow_mut().unlock(h, self.face());
                Step::Done(OnceTurn::Done)
            }
            Attempt::Locked => {
                self.inner.runner.set(Some(h.current()));
                self.state(h, false);
                Step::Done(OnceTurn::Run)
            }
        }
    }

    /// The function has returned or panicked: it will not run again. Wakes one who waits, who
    /// wakes the next.
    pub fn finish(&self, h: &Handle) {
        self.inner.done.set(true);
        self.inner.runner.set(None);
        self.state(h, true);
        self.inner.lock.borrow_mut().unlock(h, self.face());
    }

    /// [`begin`](Self::begin) as a future; not to be dropped while it waits.
    pub fn begin_async(&self, h: &Handle) -> impl Future<Output = OnceTurn> + use<> {
        let (o, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                None => o.begin(&h, cx.waker()),
                Some(t) => o.resume(&h, cx.waker(), t),
            })
        });
        async move { f.await.unwrap_or(OnceTurn::Done) }
    }
}

impl Project for Once {
    fn project(&self) -> Projection {
        let l = self.inner.lock.borrow();
        Projection {
            id: self.inner.id,
            closed: self.inner.done.get(),
            holders: self.inner.runner.get().into_iter().collect(),
            starving: l.starving(),
            sendq: l.queue.gos(),
            ..Projection::default()
        }
    }
}
