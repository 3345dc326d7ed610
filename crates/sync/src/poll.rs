//! The network poller: a goroutine waits for an answer from outside, and neither a thread nor a
//! processor waits with it (Go: `internal/poll.FD`, `runtime/netpoll.go`).

use crate::channel::{Chan, Elem};
use crate::park::{Fate, Park, Ticket, park_event};
use executor::{Handle, TimerId};
use std::task::Waker;
use trace::{EventKind, GoId, Sym, WaitReason};

/// The ticket of a goroutine that the poller will make ready.
#[derive(Debug)]
pub struct Polling<T> {
    ticket: Ticket<T>,
    alarm: TimerId,
}

impl<T> Polling<T> {
    /// Whether it has been woken and only has to run again.
    pub fn woken(&self) -> bool {
        self.ticket.woken()
    }
}

/// How a wait for the network stands.
#[must_use = "a parked goroutine must keep its ticket"]
#[derive(Debug)]
pub enum Polled<T> {
    /// The answer is there.
    Ready,
    /// The channel that calls it off was closed, or sent.
    CalledOff,
    /// The goroutine waits: keep this, and call [`resume_poll`] when it runs again.
    Parked(Polling<T>),
}

/// Waits until the network answers `what`, in `ns` virtual nanoseconds, or until there is
/// something to receive from `off` (a context's `Done`).
///
/// The answer comes whether or not a processor is free to hear of it.
pub fn poll<T: Elem + 'static>(
    h: &Handle,
    waker: &Waker,
    ns: u64,
    what: Sym,
    off: Option<&Chan<T>>,
) -> Polled<T> {
    if off.is_some_and(|c| c.try_recv(h).is_some()) {
        return Polled::CalledOff;
    }
    let (go, when) = (h.current(), h.now().saturating_add(ns));
    let park = Park::<T>::seat(h, waker, &mut None);
    let asking = park.clone();
    let alarm = h.kernel_call(when, move |h| {
        if asking.waits() {
            h.tracer().emit(GoId::RUNTIME, EventKind::NetReady { go });
            asking.claim(h, Fate::Granted, None);
            asking.wake();
        }
    });
    h.tracer().emit(go, EventKind::NetAsk { what, when });
    if let Some(c) = off {
        c.enqueue_recv(h, park.clone(), 0);
    }
    park_event(h, WaitReason::IoWait);
    Polled::Parked(Polling { ticket: Ticket::new(park), alarm })
}

/// Goes on after [`poll`] parked.
pub fn resume_poll<T: Elem>(h: &Handle, p: Polling<T>) -> Polled<T> {
    match p.ticket.park().fate() {
        Fate::Waiting | Fate::Gone => Polled::Parked(p),
        Fate::Granted => Polled::Ready,
        Fate::Sent | Fate::SendClosed | Fate::Received | Fate::RecvClosed | Fate::Interrupted => {
            h.cancel(p.alarm);
            Polled::CalledOff
        }
    }
}
