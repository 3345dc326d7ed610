//! Futures that wait for a turn or for time.

use crate::{Handle, TimerId};
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use trace::{EventKind, ObjId, StopReason, TimerKind, WaitReason};

/// Future of [`Handle::yield_now`].
#[must_use = "futures do nothing unless awaited"]
pub struct YieldNow {
    handle: Handle,
    yielded: bool,
}

impl YieldNow {
    pub(crate) fn new(handle: &Handle) -> Self {
        YieldNow { handle: handle.clone(), yielded: false }
    }
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        self.handle.requeue(StopReason::Gosched);
        Poll::Pending
    }
}

/// Future of [`Handle::sleep_until`]. Dropping it stops the timer.
#[must_use = "futures do nothing unless awaited"]
pub struct Sleep {
    handle: Handle,
    when: u64,
    timer: Option<(TimerId, ObjId)>,
    fired: Rc<Cell<bool>>,
}

impl Sleep {
    pub(crate) fn new(handle: &Handle, when: u64) -> Self {
        Sleep { handle: handle.clone(), when, timer: None, fired: Rc::default() }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        if this.fired.get() || (this.timer.is_none() && this.handle.now() >= this.when) {
            this.timer = None;
            return Poll::Ready(());
        }
        if this.timer.is_none() {
            let (obj, waker) = (this.handle.new_obj(), cx.waker().clone());
            let fired = this.fired.clone();
            let id = this.handle.timer_call(this.when, move |h| {
                fired.set(true);
                h.tracer().emit(h.current(), EventKind::TimerFire { obj });
                waker.wake();
            });
            this.timer = Some((id, obj));
            let (t, go) = (this.handle.tracer(), this.handle.current());
            t.emit(go, EventKind::TimerSet { obj, when: this.when, kind: TimerKind::Sleep(go) });
        }
        this.handle
            .tracer()
            .emit(this.handle.current(), EventKind::GoPark { reason: WaitReason::Sleep });
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some((id, obj)) = self.timer.take()
            && self.handle.cancel(id)
        {
            self.handle.tracer().emit(self.handle.current(), EventKind::TimerStop { obj });
        }
    }
}
