//! `sync.Mutex`, after `internal/sync/mutex.go`: normal mode, in which a woken waiter competes
//! with newcomers, and starvation mode, in which the lock is handed over.
//!
//! Go's short active spinning before parking is left out: it changes no order that a program
//! may rely on, and our goroutines do not spin.

use crate::Fault;
use crate::park::{Fate, Label, Park, Step, Ticket, drive_or, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use executor::Handle;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, ObjKind, WaitReason, WaitRole};

/// A waiter that failed to get the lock for longer than this (virtual nanoseconds) starves.
const STARVATION_NS: u64 = 1_000_000;

/// The lock itself, without a name: `Mutex`, the writers of an `RWMutex`, and `Once` have one.
pub(crate) struct Lock {
    holder: Option<GoId>,
    /// Starvation mode: the holder was given the lock and has not run since.
    handed: bool,
    woken: bool,
    starving: bool,
    pub(crate) queue: Queue<()>,
    spare: Option<Rc<Park<()>>>,
    order: (i64, i64),
}

/// How a [`Lock`] shows in events.
#[derive(Clone, Copy)]
pub(crate) struct Face {
    pub(crate) obj: ObjId,
    pub(crate) role: WaitRole,
    /// Whether acquiring and releasing are events by themselves.
    pub(crate) loud: bool,
}

/// What became of an attempt.
pub(crate) enum Attempt {
    Locked,
    Parked(Ticket),
}

impl Lock {
    pub(crate) fn new() -> Self {
        Lock {
            holder: None,
            handed: false,
            woken: false,
            starving: false,
            queue: Queue::default(),
            spare: None,
            order: (0, 0),
        }
    }

    pub(crate) fn starving(&self) -> bool {
        self.starving
    }

    /// The next key at the tail of the object's queues.
    pub(crate) fn tail_order(&mut self) -> i64 {
        self.order.1 += 1;
        self.order.1
    }

    fn head_order(&mut self) -> i64 {
        self.order.0 -= 1;
        self.order.0
    }

    fn acquired(&mut self, h: &Handle, face: Face) {
        self.holder = Some(h.current());
        if face.loud {
            emit(h, EventKind::Lock { obj: face.obj, shared: false });
        }
    }

    fn mode(&mut self, h: &Handle, face: Face, starving: bool) {
        self.starving = starving;
        emit(h, EventKind::MutexMode { obj: face.obj, starving });
    }

    pub(crate) fn try_lock(&mut self, h: &Handle, face: Face) -> bool {
        // In starvation mode there always is a holder: the lock is handed over.
        let free = self.holder.is_none();
        if free {
            self.acquired(h, face);
        }
        free
    }

    pub(crate) fn lock(&mut self, h: &Handle, waker: &Waker, face: Face) -> Attempt {
        if self.try_lock(h, face) {
            return Attempt::Locked;
        }
        let park = Park::seat(h, waker, &mut self.spare);
        park.aux.set(h.now());
        let order = self.tail_order();
        self.park(h, face, &park, order);
        Attempt::Parked(Ticket::new(park))
    }

    fn park(&mut self, h: &Handle, face: Face, park: &Rc<Park<()>>, order: i64) {
        let front = order < 0;
        emit(h, EventKind::WaitqPush { obj: face.obj, role: face.role, front });
        let e = Entry { park: park.clone(), case: 0, value: None, order };
        if front {
            self.queue.push_front(e);
        } else {
            self.queue.push(e);
        }
        park_event(h, WaitReason::MutexLock);
    }

    /// The way on of a waiter.
    pub(crate) fn resume(
        &mut self,
        h: &Handle,
        waker: &Waker,
        face: Face,
        ticket: Ticket,
    ) -> Attempt {
        if !ticket.woken() {
            return Attempt::Parked(ticket);
        }
        let waited = h.now().saturating_sub(ticket.park().aux.get());
        let starves = waited > STARVATION_NS;
        if self.starving {
            // Ours already. Leave the mode if we are the last, or did not wait long.
            self.handed = false;
            if !starves || self.queue.is_empty() {
                self.mode(h, face, false);
            }
            return Attempt::Locked;
        }
        self.woken = false;
        if self.holder.is_none() {
            self.acquired(h, face);
            return Attempt::Locked;
        }
        if starves {
            self.mode(h, face, true);
        }
        ticket.park().again(waker);
        let order = self.head_order();
        self.park(h, face, ticket.park(), order);
        Attempt::Parked(ticket)
    }

    /// Releases; `Some(true)` if handed over, `None` if it was not locked.
    pub(crate) fn unlock(&mut self, h: &Handle, face: Face) -> Option<bool> {
        if self.holder.is_none() || self.handed {
            return None;
        }
        self.holder = None;
        let next = if self.starving || !self.woken { self.queue.pop() } else { None };
        let to = match &next {
            Some(e) if self.starving => Some(e.park.go()),
            _ => None,
        };
        if face.loud {
            emit(h, EventKind::Unlock { obj: face.obj, shared: false, to });
        }
        let Some(e) = next else {
            if self.starving {
                // All waiters have gone (their futures were dropped).
                self.mode(h, face, false);
            }
            return Some(false);
        };
        self.holder = to;
        self.handed = self.starving;
        self.woken = !self.starving;
        e.park.claim(h, Fate::Granted, None);
        e.park.wake();
        self.spare = Some(e.park);
        Some(self.starving)
    }

    /// A waiter whose future was dropped passes on what it was given.
    pub(crate) fn abandon(&mut self, h: &Handle, face: Face, ticket: &Ticket) {
        if !ticket.woken() {
            return;
        }
        if self.starving {
            self.handed = false;
            self.unlock(h, face);
        } else {
            self.woken = false;
            if self.holder.is_none()
                && let Some(e) = self.queue.pop()
            {
                self.woken = true;
                e.park.claim(h, Fate::Granted, None);
                e.park.wake();
            }
        }
    }
}

#[inline]
fn emit(h: &Handle, kind: EventKind) {
    h.tracer().emit(h.current(), kind);
}

/// A mutual exclusion lock. Clones are the same lock.
#[derive(Clone)]
pub struct Mutex {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    lock: RefCell<Lock>,
}

impl Mutex {
    /// An unlocked mutex.
    pub fn new(h: &Handle, label: Label) -> Self {
        let id = label.born(h, ObjKind::Mutex);
        Mutex { inner: Rc::new(Inner { id, lock: RefCell::new(Lock::new()) }) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    fn face(&self) -> Face {
        Face { obj: self.inner.id, role: WaitRole::Lock, loud: true }
    }

    /// `m.Lock()`.
    pub fn lock(&self, h: &Handle, waker: &Waker) -> Step<()> {
        step(self.inner.lock.borrow_mut().lock(h, waker, self.face()))
    }

    /// Goes on after [`lock`](Self::lock) parked: takes the lock, or parks again at the head of
    /// the queue if a newcomer was faster.
    pub fn resume_lock(&self, h: &Handle, waker: &Waker, ticket: Ticket) -> Step<()> {
        step(self.inner.lock.borrow_mut().resume(h, waker, self.face(), ticket))
    }

    /// `m.TryLock()`.
    pub fn try_lock(&self, h: &Handle) -> bool {
        self.inner.lock.borrow_mut().try_lock(h, self.face())
    }

    /// `m.Unlock()`, by any goroutine. True if the lock was handed to a starving waiter: then
    /// Go gives way at once, so that the new owner runs.
    ///
    /// # Errors
    /// It is not locked.
    pub fn unlock(&self, h: &Handle) -> Result<bool, Fault> {
        let done = self.inner.lock.borrow_mut().unlock(h, self.face());
        done.ok_or(Fault::UnlockOfUnlockedMutex)
    }

    /// Who holds it.
    pub fn holder(&self) -> Option<GoId> {
        self.inner.lock.borrow().holder
    }

    /// [`lock`](Self::lock) as a future. Dropped while it waits, it leaves the queue, and
    /// passes a grant on.
    pub fn lock_async(&self, h: &Handle) -> impl Future<Output = ()> + use<> {
        let (m, h) = (self.clone(), h.clone());
        let (m2, h2) = (m.clone(), h.clone());
        let f = drive_or(
            move |cx, ticket| {
                Ok(match ticket {
                    None => m.lock(&h, cx.waker()),
                    Some(t) => m.resume_lock(&h, cx.waker(), t),
                })
            },
            move |t| m2.inner.lock.borrow_mut().abandon(&h2, m2.face(), &t),
        );
        async move { f.await.unwrap_or(()) }
    }
}

pub(crate) fn step(a: Attempt) -> Step<()> {
    match a {
        Attempt::Locked => Step::Done(()),
        Attempt::Parked(t) => Step::Parked(t),
    }
}

impl Project for Mutex {
    fn project(&self) -> Projection {
        let l = self.inner.lock.borrow();
        Projection {
            id: self.inner.id,
            holders: l.holder.into_iter().collect(),
            starving: l.starving,
            sendq: l.queue.gos(),
            ..Projection::default()
        }
    }
}
