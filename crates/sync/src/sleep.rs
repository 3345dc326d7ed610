//! `time.Sleep`.

use crate::park::{Fate, Park, Ticket, park_event};
use executor::{Handle, TimerId};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use trace::{EventKind, GoId, TimerKind, WaitReason};

/// A sleeping goroutine's ticket, and the alarm that was set.
#[derive(Debug)]
pub struct Sleeping {
    ticket: Ticket,
    alarm: TimerId,
}

impl Sleeping {
    /// Whether it has been woken and only has to run again.
    pub fn woken(&self) -> bool {
        self.ticket.woken()
    }

    /// Wakes nobody any more.
    pub fn cancel(self, h: &Handle) {
        h.cancel(self.alarm);
    }
}

/// `time.Sleep` of `ns` virtual nanoseconds; none if that is not positive, and there is nothing
/// to wait for.
pub fn sleep(h: &Handle, waker: &Waker, ns: i64) -> Option<Sleeping> {
    let ns = u64::try_from(ns).ok().filter(|&n| n > 0)?;
    let (go, obj) = (h.current(), h.new_obj());
    let when = h.now().saturating_add(ns);
    let park = Park::<()>::seat(h, waker, &mut None);
    let sleeper = park.clone();
    let alarm = h.timer_call(when, move |h| {
        if sleeper.waits() {
            h.tracer().emit(GoId::RUNTIME, EventKind::TimerFire { obj });
            sleeper.claim(h, Fate::Granted, None);
            sleeper.wake();
        }
    });
    h.tracer().emit(go, EventKind::TimerSet { obj, when, kind: TimerKind::Sleep(go) });
    park_event(h, WaitReason::Sleep);
    Some(Sleeping { ticket: Ticket::new(park), alarm })
}

/// Goes on after [`sleep`] parked; none when the time has come.
pub fn resume_sleep(s: Sleeping) -> Option<Sleeping> {
    if s.ticket.woken() { None } else { Some(s) }
}

/// [`sleep`] as a future.
pub fn sleep_async(h: &Handle, ns: i64) -> impl Future<Output = ()> + use<> {
    Sleep { h: h.clone(), ns, at: At::Start }
}

struct Sleep {
    h: Handle,
    ns: i64,
    at: At,
}

enum At {
    Start,
    Asleep(Sleeping),
    Done,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let next = match std::mem::replace(&mut self.at, At::Done) {
            At::Start => sleep(&self.h, cx.waker(), self.ns),
            At::Asleep(s) => resume_sleep(s),
            At::Done => None,
        };
        let Some(s) = next else { return Poll::Ready(()) };
        s.ticket.set_waker(cx.waker());
        self.at = At::Asleep(s);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let At::Asleep(s) = std::mem::replace(&mut self.at, At::Done) {
            s.cancel(&self.h);
        }
    }
}
