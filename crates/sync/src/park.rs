//! A parked goroutine: what stands in wait queues, and what its owner holds meanwhile.

use crate::Fault;
use executor::Handle;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use trace::{EventKind, GoId, ObjId, ObjKind, Sym, WaitReason};

/// What the source calls an object, for its birth event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Variable or field it is assigned to; empty if none.
    pub name: Sym,
    /// Go type, e.g. `chan int`.
    pub typ: Sym,
    /// 1-based line; 0 if unknown.
    pub line: u32,
}

impl Label {
    /// Gives birth to an object: a fresh identity and its `ObjNew`.
    pub fn born(self, h: &Handle, kind: ObjKind) -> ObjId {
        let obj = h.new_obj();
        let Label { name, typ, line } = self;
        h.tracer().emit(h.current(), EventKind::ObjNew { obj, kind, name, typ, line });
        obj
    }
}

/// Result of an operation that may wait.
#[must_use = "a parked goroutine must keep its ticket"]
#[derive(Debug)]
pub enum Step<R, T = ()> {
    /// It is over.
    Done(R),
    /// The current goroutine now stands in a queue: keep the ticket, return `Pending`, and call
    /// the operation's `resume_…` when polled again.
    Parked(Ticket<T>),
}

impl<R, T> Step<R, T> {
    /// Changes the result of a finished operation.
    pub fn map<S>(self, f: impl FnOnce(R) -> S) -> Step<S, T> {
        match self {
            Step::Done(r) => Step::Done(f(r)),
            Step::Parked(t) => Step::Parked(t),
        }
    }
}

/// What has become of a parked goroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Still waits.
    Waiting,
    /// Its send was taken.
    Sent,
    /// The channel it was sending on was closed.
    SendClosed,
    /// It received; the value lies in its slot.
    Received,
    /// The channel it was receiving from was closed.
    RecvClosed,
    /// Granted or woken, whatever that means to the primitive.
    Granted,
    /// Somebody called it off.
    Interrupted,
    /// Its ticket was dropped.
    Gone,
}

/// Something that wants to know when a goroutine no longer waits (a timer's channel).
pub(crate) trait Blocker {
    /// One waiter less. Without a handle the clock cannot be told, and may jump in vain.
    fn unblock(&self, h: Option<&Handle>);
}

/// A parked goroutine, shared between its ticket and the queues that it stands in (Go: `sudog`).
/// It is claimed once: whoever first finds it waiting decides its fate.
pub(crate) struct Park<T> {
    go: GoId,
    waker: Cell<Option<Waker>>,
    fate: Cell<Fate>,
    /// Delivered value.
    value: Cell<Option<T>>,
    /// Index of the `select` case; phase of a lock.
    pub(crate) tag: Cell<u16>,
    /// When a lock's waiter began to wait; how much a semaphore's waiter wants.
    pub(crate) aux: Cell<u64>,
    blockers: RefCell<Vec<Rc<dyn Blocker>>>,
}

impl<T> Park<T> {
    /// Seats the current goroutine, in `spare` if nobody else holds that any more.
    pub(crate) fn seat(h: &Handle, waker: &Waker, spare: &mut Option<Rc<Park<T>>>) -> Rc<Park<T>> {
        if let Some(mut p) = spare.take()
            && let Some(x) = Rc::get_mut(&mut p)
        {
            x.go = h.current();
            match x.waker.get_mut() {
                Some(w) if w.will_wake(waker) => {}
                w => *w = Some(waker.clone()),
            }
            x.fate.set(Fate::Waiting);
            x.value.set(None);
            return p;
        }
        Rc::new(Park {
            go: h.current(),
            waker: Cell::new(Some(waker.clone())),
            fate: Cell::new(Fate::Waiting),
            value: Cell::new(None),
            tag: Cell::new(0),
            aux: Cell::new(0),
            blockers: RefCell::default(),
        })
    }

    /// Whose it is.
    #[inline]
    pub(crate) fn go(&self) -> GoId {
        self.go
    }

    /// Whether it can still be claimed.
    #[inline]
    pub(crate) fn waits(&self) -> bool {
        self.fate.get() == Fate::Waiting
    }

    /// What became of it.
    #[inline]
    pub(crate) fn fate(&self) -> Fate {
        self.fate.get()
    }

    /// Lets it wait once more, in the same seat.
    pub(crate) fn again(&self, waker: &Waker) {
        self.set_waker(waker);
        self.fate.set(Fate::Waiting);
    }

    fn set_waker(&self, waker: &Waker) {
        let new = match self.waker.take() {
            Some(w) if w.will_wake(waker) => w,
            _ => waker.clone(),
        };
        self.waker.set(Some(new));
    }

    /// Decides its fate; [`wake`](Self::wake) must follow.
    #[inline]
    pub(crate) fn claim(&self, h: &Handle, fate: Fate, value: Option<T>) {
        self.fate.set(fate);
        if value.is_some() {
            self.value.set(value);
        }
        if !self.blockers.borrow().is_empty() {
            self.release(Some(h));
        }
    }

    /// Makes the goroutine runnable; the executor emits `GoUnpark`.
    #[inline]
    pub(crate) fn wake(&self) {
        // The waker stays for the next wait in this seat.
        if let Some(w) = self.waker.take() {
            w.wake_by_ref();
            self.waker.set(Some(w));
        }
    }

    /// Remembers whom to tell at the end of the wait.
    pub(crate) fn blocks(&self, b: Rc<dyn Blocker>) {
        self.blockers.borrow_mut().push(b);
    }

    fn release(&self, h: Option<&Handle>) {
        let all = std::mem::take(&mut *self.blockers.borrow_mut());
        for b in all {
            b.unblock(h);
        }
    }
}

/// The proof of standing in a queue. Dropping it leaves the queue.
pub struct Ticket<T = ()> {
    park: Rc<Park<T>>,
}

impl<T> std::fmt::Debug for Ticket<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ticket({}, {:?})", self.park.go, self.park.fate())
    }
}

impl<T> Ticket<T> {
    #[inline]
    pub(crate) fn new(park: Rc<Park<T>>) -> Self {
        Ticket { park }
    }

    #[inline]
    pub(crate) fn park(&self) -> &Rc<Park<T>> {
        &self.park
    }

    /// Takes what was delivered.
    #[inline]
    pub(crate) fn take(&self) -> Option<T> {
        self.park.value.take()
    }

    /// Whether the wait is over; if not, the poll was spurious.
    pub fn woken(&self) -> bool {
        !self.park.waits()
    }

    /// Whether the wait was called off by an [`Interrupter`].
    pub fn interrupted(&self) -> bool {
        self.park.fate() == Fate::Interrupted
    }

    /// Changes whom to wake, as a future must when polled with another waker.
    pub fn set_waker(&self, waker: &Waker) {
        self.park.set_waker(waker);
    }

    /// Looks at a value that was delivered and not yet taken (a root for a garbage collector).
    pub fn visit(&self, f: &mut dyn FnMut(&T)) {
        if let Some(v) = self.park.value.take() {
            f(&v);
            self.park.value.set(Some(v));
        }
    }
}

impl<T: 'static> Ticket<T> {
    /// Somebody else's right to call this wait off.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter { park: self.park.clone() }
    }
}

impl<T> Drop for Ticket<T> {
    fn drop(&mut self) {
        if self.park.waits() {
            self.park.fate.set(Fate::Gone);
            self.park.release(None);
        }
    }
}

trait Interruptible {
    fn interrupt(&self, h: &Handle) -> bool;
}

impl<T> Interruptible for Park<T> {
    fn interrupt(&self, h: &Handle) -> bool {
        let waits = self.waits();
        if waits {
            self.claim(h, Fate::Interrupted, None);
            self.wake();
        }
        waits
    }
}

/// The right to call off somebody's wait, as a cancelled context does.
#[derive(Clone)]
pub struct Interrupter {
    park: Rc<dyn Interruptible>,
}

impl Interrupter {
    /// Wakes the goroutine out of all its queues; whether it was still waiting.
    pub fn interrupt(&self, h: &Handle) -> bool {
        self.park.interrupt(h)
    }
}

/// Emits `GoPark` of the current goroutine.
#[inline]
pub(crate) fn park_event(h: &Handle, reason: WaitReason) {
    h.tracer().emit(h.current(), EventKind::GoPark { reason });
}

/// Joins a first attempt and its resumption to a future.
pub(crate) fn drive<R, T>(
    turn: impl FnMut(&mut Context<'_>, Option<Ticket<T>>) -> Result<Step<R, T>, Fault>,
) -> impl Future<Output = Result<R, Fault>> {
    drive_or(turn, |_| ())
}

/// As [`drive`]; `abandon` is called with the ticket of a future that was dropped after it was
/// woken and before it was polled.
pub(crate) fn drive_or<R, T>(
    turn: impl FnMut(&mut Context<'_>, Option<Ticket<T>>) -> Result<Step<R, T>, Fault>,
    abandon: impl FnMut(Ticket<T>),
) -> impl Future<Output = Result<R, Fault>> {
    let mut d = Driven { ticket: None, abandon };
    let mut turn = turn;
    poll_fn(move |cx| match turn(cx, d.ticket.take()) {
        Ok(Step::Done(r)) => Poll::Ready(Ok(r)),
        Ok(Step::Parked(t)) => {
            t.set_waker(cx.waker());
            d.ticket = Some(t);
            Poll::Pending
        }
        Err(f) => Poll::Ready(Err(f)),
    })
}

struct Driven<T, A: FnMut(Ticket<T>)> {
    ticket: Option<Ticket<T>>,
    abandon: A,
}

impl<T, A: FnMut(Ticket<T>)> Drop for Driven<T, A> {
    fn drop(&mut self) {
        if let Some(t) = self.ticket.take()
            && t.woken()
        {
            (self.abandon)(t);
        }
    }
}
