//! `sync.Cond`, after `notifyList` in `runtime/sema.go`: waiters are numbered as they come, and
//! woken in that order.

use crate::park::{Fate, Label, Park, Step, Ticket, drive, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use executor::Handle;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, ObjId, ObjKind, WaitReason, WaitRole};

/// A condition variable. Clones are the same.
///
/// `c.Wait()` is: [`enter`](Self::enter), `c.L.Unlock()`, [`wait`](Self::wait), `c.L.Lock()`.
#[derive(Clone)]
pub struct Cond {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// Number of the next waiter.
    wait: u64,
    /// Number of the next waiter to be notified.
    notify: u64,
    queue: Queue<()>,
}

impl Cond {
    /// A condition nobody waits for.
    pub fn new(h: &Handle, label: Label) -> Self {
        let id = label.born(h, ObjKind::Cond);
        Cond { inner: Rc::new(Inner { id, state: RefCell::default() }) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    /// Takes a number (`notifyListAdd`); from now on a signal counts for us.
    pub fn enter(&self) -> u64 {
        let s = &mut *self.inner.state.borrow_mut();
        s.wait += 1;
        s.wait - 1
    }

    /// Waits to be notified (`notifyListWait`); done at once if that has happened since
    /// [`enter`](Self::enter).
    pub fn wait(&self, h: &Handle, waker: &Waker, number: u64) -> Step<()> {
        let s = &mut *self.inner.state.borrow_mut();
        if number < s.notify {
            return Step::Done(());
        }
        let park = Park::seat(h, waker, &mut None);
        park.aux.set(number);
        s.queue.push(Entry { park: park.clone(), case: 0, value: None, order: 0 });
        let (obj, role) = (self.inner.id, WaitRole::Wait);
        h.tracer().emit(h.current(), EventKind::WaitqPush { obj, role, front: false });
        park_event(h, WaitReason::CondWait);
        Step::Parked(Ticket::new(park))
    }

    /// Goes on after [`wait`](Self::wait) parked.
    pub fn resume(&self, _h: &Handle, ticket: Ticket) -> Step<()> {
        if ticket.woken() { Step::Done(()) } else { Step::Parked(ticket) }
    }

    fn told(&self, h: &Handle, all: bool) {
        let obj = self.inner.id;
        h.tracer().emit(h.current(), EventKind::CondSignal { obj, all });
    }

    /// `c.Signal()`: wakes who came first, if anybody waits.
    pub fn signal(&self, h: &Handle) {
        self.told(h, false);
        let s = &mut *self.inner.state.borrow_mut();
        if s.notify == s.wait {
            return;
        }
        let number = s.notify;
        s.notify += 1;
        // If that one has not parked yet, it will see its number called and not wait.
        if let Some(e) = s.queue.take(|e| e.park.aux.get() == number) {
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
    }

    /// `c.Broadcast()`: wakes all.
    pub fn broadcast(&self, h: &Handle) {
        self.told(h, true);
        let s = &mut *self.inner.state.borrow_mut();
        s.notify = s.wait;
        while let Some(e) = s.queue.pop() {
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
    }

    /// [`wait`](Self::wait) as a future.
    pub fn wait_async(&self, h: &Handle, number: u64) -> impl Future<Output = ()> + use<> {
        let (c, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                None => c.wait(&h, cx.waker(), number),
                Some(t) => c.resume(&h, t),
            })
        });
        async move { f.await.unwrap_or(()) }
    }
}

impl Project for Cond {
    fn project(&self) -> Projection {
        let s = self.inner.state.borrow();
        Projection { id: self.inner.id, sendq: s.queue.gos(), ..Projection::default() }
    }
}
