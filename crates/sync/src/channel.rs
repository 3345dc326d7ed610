//! Channels, after `runtime/chan.go`: a ring of values and two queues of parked goroutines.
//!
//! A sender that finds a parked receiver hands its value over directly, past the buffer; a
//! receiver that finds a full buffer and a parked sender takes the head and puts the sender's
//! value at the tail. So one of the two queues is always empty, and nobody is parked to receive
//! while a value lies in the buffer.

use crate::Fault;
use crate::park::{Fate, Label, Park, Step, Ticket, drive, park_event};
use crate::project::{Project, Projection};
use crate::queue::{Entry, Queue};
use crate::timer::TimerCore;
use executor::Handle;
use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::rc::{Rc, Weak};
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, ObjKind, RecvFrom, SendTo, Value, WaitReason, WaitRole};

/// What travels through channels.
pub trait Elem: Clone + 'static {
    /// As the eye sees it.
    fn shown(&self) -> Value;
}

impl Elem for i64 {
    fn shown(&self) -> Value {
        Value::Int(*self)
    }
}

impl Elem for () {
    fn shown(&self) -> Value {
        Value::Unit
    }
}

/// A channel. Clones are the same channel.
pub struct Chan<T: Elem> {
    inner: Rc<Inner<T>>,
}

pub(crate) struct Inner<T: Elem> {
    id: ObjId,
    cap: u32,
    zero: Value,
    timer: OnceCell<Rc<TimerCore<T>>>,
    state: RefCell<State<T>>,
}

struct State<T> {
    buf: VecDeque<T>,
    closed: bool,
    sendq: Queue<T>,
    recvq: Queue<T>,
    /// The seat used last, for the next who parks here.
    spare: Option<Rc<Park<T>>>,
}

impl<T: Elem> Clone for Chan<T> {
    fn clone(&self) -> Self {
        Chan { inner: self.inner.clone() }
    }
}

impl<T: Elem> std::fmt::Debug for Chan<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Chan({})", self.inner.id)
    }
}

impl<T: Elem> Chan<T> {
    /// `make(chan T, cap)`. `zero` is the zero value of `T` as the eye sees it, which a receiver
    /// gets from a closed channel.
    pub fn new(h: &Handle, cap: u32, zero: Value, label: Label) -> Self {
        let inner = Inner {
            id: label.born(h, ObjKind::Chan { cap }),
            cap,
            zero,
            timer: OnceCell::new(),
            state: RefCell::new(State {
                buf: VecDeque::new(),
                closed: false,
                sendq: Queue::default(),
                recvq: Queue::default(),
                spare: None,
            }),
        };
        Chan { inner: Rc::new(inner) }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.inner.id
    }

    /// `a == b` of Go: whether both are the same channel.
    pub fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }

    /// `len(ch)`; of a timer's channel always 0, as since Go 1.23.
    pub fn len(&self) -> usize {
        if self.inner.timer.get().is_some() { 0 } else { self.inner.state.borrow().buf.len() }
    }

    /// Whether `len(ch)` is 0.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `cap(ch)`; of a timer's channel always 0, as since Go 1.23.
    pub fn cap(&self) -> usize {
        if self.inner.timer.get().is_some() { 0 } else { self.inner.cap as usize }
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.inner.state.borrow().closed
    }

    /// Who waits to send and who waits to receive, oldest first.
    pub fn waiting(&self) -> (Vec<GoId>, Vec<GoId>) {
        let s = self.inner.state.borrow();
        (s.sendq.gos(), s.recvq.gos())
    }

    /// Looks at every value it keeps alive: the buffer, then what parked senders want to send.
    pub fn visit(&self, f: &mut dyn FnMut(&T)) {
        let s = self.inner.state.borrow();
        s.buf.iter().for_each(&mut *f);
        s.sendq.iter().filter_map(|e| e.value.as_ref()).for_each(f);
    }

    /// `ch <- v` (`chansend`).
    ///
    /// # Errors
    /// The channel is closed.
    pub fn send(&self, h: &Handle, waker: &Waker, v: T) -> Result<Step<(), T>, Fault> {
        let Err(v) = self.try_send(h, v)? else { return Ok(Step::Done(())) };
        let park = Park::seat(h, waker, &mut self.inner.state.borrow_mut().spare);
        self.enqueue_send(h, park.clone(), 0, v);
        park_event(h, WaitReason::ChanSend);
        Ok(Step::Parked(Ticket::new(park)))
    }

    /// Goes on after [`send`](Self::send) parked.
    ///
    /// # Errors
    /// The channel was closed meanwhile.
    pub fn resume_send(&self, _h: &Handle, ticket: Ticket<T>) -> Result<Step<(), T>, Fault> {
        match ticket.park().fate() {
            Fate::Waiting | Fate::Gone => Ok(Step::Parked(ticket)),
            Fate::SendClosed => Err(Fault::SendOnClosedChannel),
            Fate::Sent | Fate::Received | Fate::RecvClosed | Fate::Granted | Fate::Interrupted => {
                Ok(Step::Done(()))
            }
        }
    }

    /// `<-ch` (`chanrecv`); none if the channel is closed and empty.
    pub fn recv(&self, h: &Handle, waker: &Waker) -> Step<Option<T>, T> {
        if let Some(v) = self.try_recv(h) {
            return Step::Done(v);
        }
        let park = Park::seat(h, waker, &mut self.inner.state.borrow_mut().spare);
        self.enqueue_recv(h, park.clone(), 0);
        park_event(h, WaitReason::ChanReceive);
        Step::Parked(Ticket::new(park))
    }

    /// Goes on after [`recv`](Self::recv) parked.
    pub fn resume_recv(&self, _h: &Handle, ticket: Ticket<T>) -> Step<Option<T>, T> {
        if ticket.woken() { Step::Done(ticket.take()) } else { Step::Parked(ticket) }
    }

    /// `close(ch)` (`closechan`): wakes everybody, the oldest receiver last, as Go does, so that
    /// it stands in `runnext`.
    ///
    /// # Errors
    /// It is closed already.
    pub fn close(&self, h: &Handle) -> Result<(), Fault> {
        let mut woken = Vec::new();
        {
            let s = &mut *self.inner.state.borrow_mut();
            if s.closed {
                return Err(Fault::CloseOfClosedChannel);
            }
            s.closed = true;
            while let Some(e) = s.recvq.pop() {
                e.park.tag.set(e.case);
                e.park.claim(h, Fate::RecvClosed, None);
                woken.push(e.park);
            }
            while let Some(e) = s.sendq.pop() {
                e.park.tag.set(e.case);
                e.park.claim(h, Fate::SendClosed, None);
                woken.push(e.park);
            }
        }
        self.emit(h, EventKind::ChanClose { ch: self.inner.id });
        woken.iter().rev().for_each(|p| p.wake());
        Ok(())
    }

    /// Sends if that is possible at once; else gives the value back.
    pub(crate) fn try_send(&self, h: &Handle, v: T) -> Result<Result<(), T>, Fault> {
        let s = &mut *self.inner.state.borrow_mut();
        if s.closed {
            return Err(Fault::SendOnClosedChannel);
        }
        if let Some(e) = s.recvq.pop() {
            if h.tracer().is_on() {
                let to = SendTo::Receiver(e.park.go());
                self.emit(h, EventKind::ChanSend { ch: self.inner.id, value: v.shown(), to });
            }
            e.park.tag.set(e.case);
            e.park.claim(h, Fate::Received, Some(v));
            e.park.wake();
            s.spare = Some(e.park);
            return Ok(Ok(()));
        }
        if s.buf.len() < self.inner.cap as usize {
            if h.tracer().is_on() {
                let to = SendTo::Buffer;
                self.emit(h, EventKind::ChanSend { ch: self.inner.id, value: v.shown(), to });
            }
            s.buf.push_back(v);
            return Ok(Ok(()));
        }
        Ok(Err(v))
    }

    /// Receives if that is possible at once; the inner none means closed.
    pub(crate) fn try_recv(&self, h: &Handle) -> Option<Option<T>> {
        self.look(h);
        let s = &mut *self.inner.state.borrow_mut();
        if let Some(e) = s.sendq.pop() {
            // An open channel: closing has sent all senders home.
            let Entry { park, case, value, .. } = e;
            let got = match s.buf.pop_front() {
                Some(head) => {
                    let shown = value.as_ref().map_or(Value::Unit, T::shown);
                    self.emit_recv(h, &head, RecvFrom::BufferRefilled(park.go(), shown));
                    s.buf.extend(value);
                    Some(head)
                }
                None => {
                    if let Some(v) = &value {
                        self.emit_recv(h, v, RecvFrom::Sender(park.go()));
                    }
                    value
                }
            };
            park.tag.set(case);
            park.claim(h, Fate::Sent, None);
            park.wake();
            s.spare = Some(park);
            return Some(got);
        }
        if let Some(v) = s.buf.pop_front() {
            self.emit_recv(h, &v, RecvFrom::Buffer);
            return Some(Some(v));
        }
        if s.closed {
            let (ch, value) = (self.inner.id, self.inner.zero);
            self.emit(h, EventKind::ChanRecv { ch, value, from: RecvFrom::Closed });
            return Some(None);
        }
        None
    }

    /// Whether a send would not wait (it may be a fault).
    pub(crate) fn can_send(&self) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        s.closed || s.buf.len() < self.inner.cap as usize || !s.recvq.is_empty()
    }

    /// Whether a receive would not wait.
    pub(crate) fn can_recv(&self) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        s.closed || !s.buf.is_empty() || !s.sendq.is_empty()
    }

    pub(crate) fn enqueue_send(&self, h: &Handle, park: Rc<Park<T>>, case: u16, v: T) {
        if h.tracer().is_on() {
            let (obj, role) = (self.inner.id, WaitRole::Send(v.shown()));
            self.emit(h, EventKind::WaitqPush { obj, role, front: false });
        }
        let e = Entry { park, case, value: Some(v), order: 0 };
        self.inner.state.borrow_mut().sendq.push(e);
    }

    pub(crate) fn enqueue_recv(&self, h: &Handle, park: Rc<Park<T>>, case: u16) {
        let (obj, role) = (self.inner.id, WaitRole::Recv);
        self.emit(h, EventKind::WaitqPush { obj, role, front: false });
        if let Some(t) = self.inner.timer.get() {
            t.block(h);
            park.blocks(t.clone());
        }
        let e = Entry { park, case, value: None, order: 0 };
        self.inner.state.borrow_mut().recvq.push(e);
    }

    /// Empties the buffer (`timerchandrain`); whether there was something.
    pub(crate) fn drain(&self, h: &Handle) -> bool {
        let s = &mut *self.inner.state.borrow_mut();
        let any = !s.buf.is_empty();
        for v in s.buf.drain(..) {
            self.emit_recv(h, &v, RecvFrom::Buffer);
        }
        any
    }

    pub(crate) fn downgrade(&self) -> Weak<Inner<T>> {
        Rc::downgrade(&self.inner)
    }

    pub(crate) fn upgrade(weak: &Weak<Inner<T>>) -> Option<Self> {
        weak.upgrade().map(|inner| Chan { inner })
    }

    /// Makes it a timer's channel; once, at birth.
    pub(crate) fn set_timer(&self, t: Rc<TimerCore<T>>) {
        // A fresh channel has no timer yet, so this cannot fail.
        let _ = self.inner.timer.set(t);
    }

    /// Lets a due timer send before we look (`maybeRunChan`).
    #[inline]
    pub(crate) fn look(&self, h: &Handle) {
        if let Some(t) = self.inner.timer.get() {
            t.maybe_run(h);
        }
    }

    #[inline]
    fn emit(&self, h: &Handle, kind: EventKind) {
        h.tracer().emit(h.current(), kind);
    }

    #[inline]
    fn emit_recv(&self, h: &Handle, v: &T, from: RecvFrom) {
        if h.tracer().is_on() {
            self.emit(h, EventKind::ChanRecv { ch: self.inner.id, value: v.shown(), from });
        }
    }

    /// [`send`](Self::send) as a future.
    ///
    /// # Errors
    /// The channel is or gets closed.
    pub fn send_async(&self, h: &Handle, v: T) -> impl Future<Output = Result<(), Fault>> + use<T> {
        let (ch, h, mut v) = (self.clone(), h.clone(), Some(v));
        drive(move |cx, ticket| match (ticket, v.take()) {
            (Some(t), _) => ch.resume_send(&h, t),
            (None, Some(v)) => ch.send(&h, cx.waker(), v),
            (None, None) => Ok(Step::Done(())),
        })
    }

    /// [`recv`](Self::recv) as a future.
    pub fn recv_async(&self, h: &Handle) -> impl Future<Output = Option<T>> + use<T> {
        let (ch, h) = (self.clone(), h.clone());
        let f = drive(move |cx, ticket| {
            Ok(match ticket {
                Some(t) => ch.resume_recv(&h, t),
                None => ch.recv(&h, cx.waker()),
            })
        });
        async { f.await.ok().flatten() }
    }
}

impl<T: Elem> Project for Chan<T> {
    fn project(&self) -> Projection {
        let s = self.inner.state.borrow();
        Projection {
            id: self.inner.id,
            values: s.buf.iter().map(T::shown).collect(),
            closed: s.closed,
            sendq: s.sendq.gos(),
            recvq: s.recvq.gos(),
            ..Projection::default()
        }
    }
}

/// A send on a nil channel: parks for ever.
pub fn send_nil(h: &Handle) {
    park_event(h, WaitReason::ChanSendNil);
}

/// A receive from a nil channel: parks for ever.
pub fn recv_nil(h: &Handle) {
    park_event(h, WaitReason::ChanReceiveNil);
}
