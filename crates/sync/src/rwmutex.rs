//! `sync.RWMutex`, after `sync/rwmutex.go`: a pending writer keeps new readers out; when it
//! unlocks, all readers that waited get in before the next writer.

use crate::Fault;
use crate::mutex::{Attempt, Face, Lock};
use crate::park::{Fate, Label, Park, Step, Ticket, drive, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use executor::Handle;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, ObjKind, WaitReason, WaitRole};

/// A writer that competes with other writers.
const FOR_WRITERS: u16 = 0;
/// A writer that waits for readers to leave.
const FOR_READERS: u16 = 1;

/// A reader/writer mutual exclusion lock. Clones are the same lock.
#[derive(Clone)]
pub struct RWMutex {
    inner: Rc<Inner>,
}

struct Inner {
    id: ObjId,
    state: RefCell<State>,
}

struct State {
    /// Held by the writer, pending or active (`w`).
    w: Lock,
    /// Readers inside and readers that wait (`readerCount`, without the writer's mark).
    readers: i64,
    /// The writer's mark: pending or active.
    writer: bool,
    /// Readers that the pending writer still waits for (`readerWait`).
    departing: i64,
    /// `readerSem`; permits are left over only after misuse.
    readerq: Queue<()>,
    reader_permits: i64,
    /// `writerSem`; likewise.
    writerq: Queue<()>,
    writer_permits: i64,
    holders: Vec<GoId>,
    shared: bool,
}

impl RWMutex {
    /// An unlocked lock.
    pub fn new(h: &Handle, label: Label) -> Self {
        let id = label.born(h, ObjKind::RWMutex);
        let state = State {
            w: Lock::new(),
            readers: 0,
            writer: false,
            departing: 0,
            readerq: Queue::default(),
            reader_permits: 0,
            writerq: Queue::default(),
            writer_permits: 0,
            holders: Vec::new(),
            shared: false,
        };
        RWMutex { inner: Rc::new(Inner { id, state: RefCell::new(state) }) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    fn face(&self) -> Face {
        Face { obj: self.inner.id, role: WaitRole::Lock, loud: false }
    }

    fn emit(&self, h: &Handle, go: GoId, kind: EventKind) {
        h.tracer().emit(go, kind);
    }

    fn read_locked(&self, s: &mut State, h: &Handle, go: GoId) {
        s.holders.push(go);
        s.shared = true;
        self.emit(h, go, EventKind::Lock { obj: self.inner.id, shared: true });
    }

    fn park(&self, h: &Handle, role: WaitRole, reason: WaitReason) {
        let obj = self.inner.id;
        self.emit(h, h.current(), EventKind::WaitqPush { obj, role, front: false });
        park_event(h, reason);
    }

    /// `rw.RLock()`.
    pub fn rlock(&self, h: &Handle, waker: &Waker) -> Step<()> {
        let s = &mut *self.inner.state.borrow_mut();
        s.readers += 1;
        if !s.writer {
            self.read_locked(s, h, h.current());
            return Step::Done(());
        }
        if s.reader_permits > 0 {
            s.reader_permits -= 1;
            self.read_locked(s, h, h.current());
            return Step::Done(());
        }
        let park = Park::seat(h, waker, &mut None);
        let order = s.w.tail_order();
        s.readerq.push(Entry { park: park.clone(), case: 0, value: None, order });
        self.park(h, WaitRole::RLock, WaitReason::RWMutexRLock);
        Step::Parked(Ticket::new(park))
    }

    /// Goes on after [`rlock`](Self::rlock) parked.
    pub fn resume_rlock(&self, _h: &Handle, ticket: Ticket) -> Step<()> {
        if ticket.woken() { Step::Done(()) } else { Step::Parked(ticket) }
    }

    /// `rw.TryRLock()`.
    pub fn try_rlock(&self, h: &Handle) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        let free = !s.writer;
        if free {
            s.readers += 1;
            self.read_locked(s, h, h.current());
        }
        free
    }

    /// `rw.RUnlock()`. The last reader hands the lock to the pending writer.
    ///
    /// # Errors
    /// It is not locked for reading.
    pub fn runlock(&self, h: &Handle) -> Result<(), Fault> {
        let s = &mut *self.inner.state.borrow_mut();
        if s.readers == 0 {
            return Err(Fault::RUnlockOfUnlockedRWMutex);
        }
        s.readers -= 1;
        let go = h.current();
        // Any goroutine may unlock; then the oldest reader counts as the one who left.
        let i = s.holders.iter().position(|&g| g == go).unwrap_or(0);
        if i < s.holders.len() {
            s.holders.remove(i);
        }
        let mut writer = None;
        if s.writer {
            s.departing -= 1;
            if s.departing == 0 {
                writer = s.writerq.pop();
                if writer.is_none() {
                    s.writer_permits += 1;
                }
            }
        }
        let to = writer.as_ref().map(|e| e.park.go());
        s.shared = !s.holders.is_empty() && s.shared;
        if let Some(w) = to {
            s.holders = vec![w];
            s.shared = false;
        }
        self.emit(h, go, EventKind::Unlock { obj: self.inner.id, shared: true, to });
        if let Some(e) = writer {
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
        Ok(())
    }

    /// `rw.Lock()`.
    pub fn lock(&self, h: &Handle, waker: &Waker) -> Step<()> {
        let s = &mut *self.inner.state.borrow_mut();
        match s.w.lock(h, waker, self.face()) {
            Attempt::Locked => self.announce(s, h, waker),
            Attempt::Parked(t) => {
                t.park().tag.set(FOR_WRITERS);
                Step::Parked(t)
            }
        }
    }

    /// We are the only writer: keep new readers out, wait for those inside.
    fn announce(&self, s: &mut State, h: &Handle, waker: &Waker) -> Step<()> {
        s.writer = true;
        s.departing += s.readers;
        if s.readers == 0 || s.departing == 0 {
            return self.write_locked(s, h);
        }
        if s.writer_permits > 0 {
            s.writer_permits -= 1;
            return self.write_locked(s, h);
        }
        let park = Park::seat(h, waker, &mut None);
        park.tag.set(FOR_READERS);
        let order = s.w.tail_order();
        s.writerq.push(Entry { park: park.clone(), case: 0, value: None, order });
        self.park(h, WaitRole::Lock, WaitReason::RWMutexLock);
        Step::Parked(Ticket::new(park))
    }

    fn write_locked(&self, s: &mut State, h: &Handle) -> Step<()> {
        s.holders = vec![h.current()];
        s.shared = false;
        self.emit(h, h.current(), EventKind::Lock { obj: self.inner.id, shared: false });
        Step::Done(())
    }

    /// Goes on after [`lock`](Self::lock) parked; may park again, first for other writers, then
    /// for the readers inside.
    pub fn resume_lock(&self, h: &Handle, waker: &Waker, ticket: Ticket) -> Step<()> {
        if !ticket.woken() {
            return Step::Parked(ticket);
        }
        if ticket.park().tag.get() == FOR_READERS {
            return Step::Done(());
        }
        let s = &mut *self.inner.state.borrow_mut();
        match s.w.resume(h, waker, self.face(), ticket) {
            Attempt::Locked => self.announce(s, h, waker),
            Attempt::Parked(t) => Step::Parked(t),
        }
    }

    /// `rw.TryLock()`.
    pub fn try_lock(&self, h: &Handle) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        let free = !s.writer && s.readers == 0 && s.w.try_lock(h, self.face());
        if free {
            s.writer = true;
            let _done = self.write_locked(s, h);
        }
        free
    }

    /// `rw.Unlock()`, by any goroutine. True if the lock among writers was handed to a starving
    /// one; see [`Mutex::unlock`](crate::Mutex::unlock).
    ///
    /// # Errors
    /// It is not locked for writing.
    pub fn unlock(&self, h: &Handle) -> Result<bool, Fault> {
        let s = &mut *self.inner.state.borrow_mut();
        if !s.writer {
            return Err(Fault::UnlockOfUnlockedRWMutex);
        }
        s.writer = false;
        s.holders.clear();
        s.shared = false;
        let (obj, go) = (self.inner.id, h.current());
        self.emit(h, go, EventKind::Unlock { obj, shared: false, to: None });
        for _ in 0..s.readers {
            let Some(e) = s.readerq.pop() else {
                s.reader_permits += 1;
                continue;
            };
            self.read_locked(s, h, e.park.go());
            e.park.claim(h, Fate::Granted, None);
            e.park.wake();
        }
        s.w.unlock(h, self.face()).ok_or(Fault::UnlockOfUnlockedMutex)
    }

    /// [`rlock`](Self::rlock) as a future; not to be dropped while it waits.
    pub fn rlock_async(&self, h: &Handle) -> impl Future<Output = ()> + use<> {
        let (m, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                None => m.rlock(&h, cx.waker()),
                Some(t) => m.resume_rlock(&h, t),
            })
        });
        async move { f.await.unwrap_or(()) }
    }

    /// [`lock`](Self::lock) as a future; not to be dropped while it waits.
    pub fn lock_async(&self, h: &Handle) -> impl Future<Output = ()> + use<> {
        let (m, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                None => m.lock(&h, cx.waker()),
                Some(t) => m.resume_lock(&h, cx.waker(), t),
            })
        });
        async move { f.await.unwrap_or(()) }
    }
}

impl Project for RWMutex {
    fn project(&self) -> Projection {
        let s = self.inner.state.borrow();
        let mut q: Vec<(i64, GoId)> = [&s.w.queue, &s.readerq, &s.writerq]
            .into_iter()
            .flat_map(|q| q.iter().map(|e| (e.order, e.park.go())))
            .collect();
        q.sort();
        Projection {
            id: self.inner.id,
            holders: s.holders.clone(),
            shared: s.shared,
            starving: s.w.starving(),
            sendq: q.into_iter().map(|(_, g)| g).collect(),
            ..Projection::default()
        }
    }
}
