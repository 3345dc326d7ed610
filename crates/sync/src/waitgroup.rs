//! `sync.WaitGroup`, after `sync/waitgroup.go`.

use crate::Fault;
use crate::park::{Fate, Label, Park, Step, Ticket, drive, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use executor::Handle;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, ObjId, ObjKind, WaitReason, WaitRole};

/// A counter whose zero can be waited for. Clones are the same group.
#[derive(Clone)]
pub struct WaitGroup {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    counter: i32,
    waiters: u32,
    queue: Queue<()>,
}

impl WaitGroup {
    /// A group with counter 0.
    pub fn new(h: &Handle, label: Label) -> Self {
        let id = label.born(h, ObjKind::WaitGroup);
        WaitGroup { inner: Rc::new(Inner { id, state: RefCell::default() }) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    /// The counter now.
    pub fn count(&self) -> i64 {
        self.inner.state.borrow().counter.into()
    }

    fn counter(&self, h: &Handle, delta: i64, value: i32) {
        let (obj, value) = (self.inner.id, value.into());
        h.tracer().emit(h.current(), EventKind::Counter { obj, delta, value });
    }

    /// `wg.Add(delta)`; `wg.Done()` is `Add(-1)`. At 0 it wakes all who wait.
    ///
    /// # Errors
    /// The counter falls below 0, or rises from 0 while somebody waits.
    pub fn add(&self, h: &Handle, delta: i64) -> Result<(), Fault> {
        let s = &mut *self.inner.state.borrow_mut();
        // The counter is the upper half of a 64-bit word: it wraps at 32 bits.
        s.counter = s.counter.wrapping_add(delta as i32);
        self.counter(h, delta, s.counter);
        if s.counter < 0 {
            return Err(Fault::NegativeWaitGroupCounter);
        }
        if s.waiters != 0 && delta > 0 && i64::from(s.counter) == delta {
            return Err(Fault::WaitGroupAddDuringWait);
        }
        if s.counter > 0 || s.waiters == 0 {
            return Ok(());
        }
        s.waiters = 0;
        while let Some(e) = s.queue.pop() {
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
        Ok(())
    }

    /// `wg.Wait()`. A counter of 0 that is found at once shows as a `Counter` event with
    /// `delta` 0.
    pub fn wait(&self, h: &Handle, waker: &Waker) -> Step<()> {
        let s = &mut *self.inner.state.borrow_mut();
        if s.counter == 0 {
            self.counter(h, 0, 0);
            return Step::Done(());
        }
        s.waiters += 1;
        let park = Park::seat(h, waker, &mut None);
        s.queue.push(Entry { park: park.clone(), case: 0, value: None, order: 0 });
        let (obj, role) = (self.inner.id, WaitRole::Wait);
        h.tracer().emit(h.current(), EventKind::WaitqPush { obj, role, front: false });
        park_event(h, WaitReason::WaitGroupWait);
        Step::Parked(Ticket::new(park))
    }

    /// Goes on after [`wait`](Self::wait) parked.
    ///
    /// # Errors
    /// The group was used again before all who waited have gone on.
    pub fn resume_wait(&self, _h: &Handle, ticket: Ticket) -> Result<Step<()>, Fault> {
        if !ticket.woken() {
            return Ok(Step::Parked(ticket));
        }
        let s = self.inner.state.borrow();
        if s.counter != 0 || s.waiters != 0 {
            return Err(Fault::WaitGroupReused);
        }
        Ok(Step::Done(()))
    }

    /// [`wait`](Self::wait) as a future.
    ///
    /// # Errors
    /// As [`resume_wait`](Self::resume_wait).
    pub fn wait_async(&self, h: &Handle) -> impl Future<Output = Result<(), Fault>> + use<> {
        let (wg, h) = (self.clone(), h.clone());
        drive(move |cx, ticket| match ticket {
            None => Ok(wg.wait(&h, cx.waker())),
            Some(t) => wg.resume_wait(&h, t),
        })
    }
}

impl Project for WaitGroup {
    fn project(&self) -> Projection {
        let s = self.inner.state.borrow();
        Projection {
            id: self.inner.id,
            count: s.counter.into(),
            sendq: s.queue.gos(),
            ..Projection::default()
        }
    }
}
