//! A weighted semaphore, after `golang.org/x/sync/semaphore`: whoever wants much is not
//! overtaken by those who want little.

use crate::Fault;
use crate::park::{Fate, Label, Park, Step, Ticket, drive, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use executor::Handle;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, ObjKind, WaitReason, WaitRole};

/// A weighted semaphore. Clones are the same. Its counter in events is what is in use.
#[derive(Clone)]
pub struct Semaphore {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    size: i64,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    used: i64,
    queue: Queue<()>,
    /// Those who want more than there is: only their context can end the wait.
    hopeless: Queue<()>,
    order: i64,
}

impl Semaphore {
    /// `semaphore.NewWeighted(size)`.
    pub fn new(h: &Handle, size: i64, label: Label) -> Self {
        let id = label.born(h, ObjKind::Semaphore);
        Semaphore { inner: Rc::new(Inner { id, size, state: RefCell::default() }) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    fn counter(&self, h: &Handle, go: GoId, delta: i64, value: i64) {
        h.tracer().emit(go, EventKind::Counter { obj: self.inner.id, delta, value });
    }

    /// `s.TryAcquire(n)`.
    pub fn try_acquire(&self, h: &Handle, n: i64) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        let free = self.inner.size - s.used >= n && s.queue.is_empty();
        if free {
            s.used += n;
            self.counter(h, h.current(), n, s.used);
        }
        free
    }

    /// `s.Acquire(ctx, n)`; a context that ends calls the ticket's
    /// [`Interrupter`](crate::Interrupter).
    pub fn acquire(&self, h: &Handle, waker: &Waker, n: i64) -> Step<()> {
        if self.try_acquire(h, n) {
            return Step::Done(());
        }
        let s = &mut *self.inner.state.borrow_mut();
        let park = Park::seat(h, waker, &mut None);
        park.aux.set(n.max(0) as u64);
        s.order += 1;
        let e = Entry { park: park.clone(), case: 0, value: None, order: s.order };
        if n > self.inner.size {
            s.hopeless.push(e);
        } else {
            s.queue.push(e);
        }
        let (obj, role) = (self.inner.id, WaitRole::Wait);
        h.tracer().emit(h.current(), EventKind::WaitqPush { obj, role, front: false });
        // Go's Acquire waits in a `select` over its turn and the context.
        park_event(h, WaitReason::Select);
        Step::Parked(Ticket::new(park))
    }

    /// Goes on after [`acquire`](Self::acquire) parked; false if the wait was called off.
    pub fn resume(&self, h: &Handle, ticket: Ticket) -> Step<bool> {
        if !ticket.woken() {
            return Step::Parked(ticket);
        }
        let got = !ticket.interrupted();
        if !got {
            // Perhaps we were first and those behind us want less.
            self.notify(h);
        }
        Step::Done(got)
    }

    /// `s.Release(n)`.
    ///
    /// # Errors
    /// More is released than was acquired.
    pub fn release(&self, h: &Handle, n: i64) -> Result<(), Fault> {
        {
            let s = &mut *self.inner.state.borrow_mut();
            s.used -= n;
            self.counter(h, h.current(), -n, s.used);
            if s.used < 0 {
                return Err(Fault::SemaphoreReleasedTooMuch);
            }
        }
        self.notify(h);
        Ok(())
    }

    fn notify(&self, h: &Handle) {
        let s = &mut *self.inner.state.borrow_mut();
        loop {
            let Some(e) = s.queue.head() else { return };
            let n = e.park.aux.get() as i64;
            if self.inner.size - s.used < n {
                return;
            }
            s.used += n;
            let Some(e) = s.queue.pop() else { return };
            self.counter(h, e.park.go(), n, s.used);
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
    }

    /// [`acquire`](Self::acquire) as a future; not to be dropped while it waits.
    pub fn acquire_async(&self, h: &Handle, n: i64) -> impl Future<Output = bool> + use<> {
        let (s, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                None => s.acquire(&h, cx.waker(), n).map(|()| true),
                Some(t) => s.resume(&h, t),
            })
        });
        async move { f.await.unwrap_or(false) }
    }
}

impl Project for Semaphore {
    fn project(&self) -> Projection {
        let s = self.inner.state.borrow();
        let mut q: Vec<_> =
            s.queue.iter().chain(s.hopeless.iter()).map(|e| (e.order, e.park.go())).collect();
        q.sort();
        Projection {
            id: self.inner.id,
            count: s.used,
            sendq: q.into_iter().map(|(_, g)| g).collect(),
            ..Projection::default()
        }
    }
}
