//! `time.Timer` and `time.Ticker`, with the semantics since Go 1.23 (`runtime/time.go`).
//!
//! A timer's channel has room for one value, but `len` and `cap` say 0, and stopping or setting
//! the timer anew takes a stale value out: nobody can tell it from an unbuffered one. The clock
//! knows of the timer only while somebody waits on its channel; else whoever looks at the channel
//! first runs a timer that is due. So a timer that nobody waits on does not keep a deadlock
//! from being found.

use crate::Fault;
use crate::channel::{Chan, Elem, Inner};
use crate::park::{Blocker, Label};
use crate::project::{Project, Projection};
use executor::{Handle, TimerId};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use trace::{EventKind, ObjId, ObjKind, TimerKind};

/// A timer or ticker. Clones are the same.
pub struct Timer<T: Elem> {
    core: Rc<TimerCore<T>>,
    chan: Option<Chan<T>>,
}

impl<T: Elem> Clone for Timer<T> {
    fn clone(&self) -> Self {
        Timer { core: self.core.clone(), chan: self.chan.clone() }
    }
}

/// What a timer and its channel share.
pub(crate) struct TimerCore<T: Elem> {
    id: ObjId,
    /// When it is due; none while it is not running.
    when: Cell<Option<u64>>,
    period: Cell<u64>,
    /// Its place in the executor's clock.
    alarm: Cell<Option<TimerId>>,
    /// Goroutines that wait on the channel.
    blocked: Cell<u32>,
    does: Does<T>,
    me: Weak<TimerCore<T>>,
}

enum Does<T: Elem> {
    Send { chan: RefCell<Weak<Inner<T>>>, make: Box<dyn Fn(u64) -> T> },
    Call(Box<dyn Fn(&Handle)>),
}

impl<T: Elem> TimerCore<T> {
    fn new(h: &Handle, kind: ObjKind, label: Label, period: u64, does: Does<T>) -> Rc<Self> {
        let id = label.born(h, kind);
        Rc::new_cyclic(|me| TimerCore {
            id,
            when: Cell::new(None),
            period: Cell::new(period),
            alarm: Cell::new(None),
            blocked: Cell::new(0),
            does,
            me: me.clone(),
        })
    }

    fn chan(&self) -> Option<Chan<T>> {
        match &self.does {
            Does::Send { chan, .. } => Chan::upgrade(&chan.borrow()),
            Does::Call(_) => None,
        }
    }

    /// Starts it anew and tells so.
    fn set(&self, h: &Handle, when: u64) {
        self.when.set(Some(when));
        let kind = match &self.does {
            Does::Send { .. } => {
                let chan = self.chan().map_or(ObjId(0), |c| c.id());
                TimerKind::Chan { chan, period: self.period.get() }
            }
            Does::Call(_) => TimerKind::Func,
        };
        let set = EventKind::TimerSet { obj: self.id, when, kind };
        h.tracer().emit(h.current(), set);
    }

    /// Tells the clock, if it has to know (`needsAdd`).
    fn wind(&self, h: &Handle) {
        let lazy = matches!(self.does, Does::Send { .. }) && self.blocked.get() == 0;
        if lazy || self.alarm.get().is_some() {
            return;
        }
        if let (Some(when), Some(me)) = (self.when.get(), self.me.upgrade()) {
            let alarm = h.timer_call(when, move |h| {
                me.alarm.set(None);
                me.maybe_run(h);
            });
            self.alarm.set(Some(alarm));
        }
    }

    fn unwind(&self, h: &Handle) {
        if let Some(a) = self.alarm.take() {
            h.cancel(a);
        }
    }

    /// Somebody begins to wait on the channel (`blockTimerChan`).
    pub(crate) fn block(&self, h: &Handle) {
        self.blocked.set(self.blocked.get() + 1);
        self.wind(h);
    }

    /// Runs it if it is due and the clock will not (`maybeRunChan`).
    #[inline]
    pub(crate) fn maybe_run(&self, h: &Handle) {
        if self.alarm.get().is_none()
            && let Some(when) = self.when.get()
            && when <= h.now()
        {
            self.run(h, when);
        }
    }

    fn run(&self, h: &Handle, when: u64) {
        self.when.set(None);
        h.tracer().emit(h.current(), EventKind::TimerFire { obj: self.id });
        let period = self.period.get();
        if let Some(missed) = h.now().saturating_sub(when).checked_div(period) {
            self.set(h, when.saturating_add(period.saturating_mul(missed + 1)));
        }
        match &self.does {
            Does::Send { make, .. } => {
                if let Some(c) = self.chan() {
                    // A full channel means that the tick is dropped, as Go does.
                    let _full = c.try_send(h, make(when));
                }
            }
            Does::Call(f) => f(h),
        }
        self.wind(h);
    }
}

impl<T: Elem> Blocker for TimerCore<T> {
    fn unblock(&self, h: Option<&Handle>) {
        self.blocked.set(self.blocked.get().saturating_sub(1));
        if let Some(h) = h
            && self.blocked.get() == 0
        {
            self.unwind(h);
        }
    }
}

fn after(h: &Handle, ns: i64) -> u64 {
    h.now().saturating_add(u64::try_from(ns).unwrap_or(0))
}

impl<T: Elem> Timer<T> {
    /// `time.NewTimer(d)`, `time.After(d)`: sends `make(when)` on its channel, once, `d` virtual
    /// nanoseconds from now.
    pub fn new(
        h: &Handle,
        d: i64,
        make: impl Fn(u64) -> T + 'static,
        timer: Label,
        chan: Label,
    ) -> Self {
        Self::sending(h, ObjKind::Timer, d, 0, Box::new(make), timer, chan)
    }

    /// `time.NewTicker(d)`, `time.Tick(d)`.
    ///
    /// # Errors
    /// `d` is not positive.
    pub fn ticker(
        h: &Handle,
        d: i64,
        make: impl Fn(u64) -> T + 'static,
        timer: Label,
        chan: Label,
    ) -> Result<Self, Fault> {
        if d <= 0 {
            return Err(Fault::NonPositiveTickerInterval);
        }
        Ok(Self::sending(h, ObjKind::Ticker, d, d as u64, Box::new(make), timer, chan))
    }

    fn sending(
        h: &Handle,
        kind: ObjKind,
        d: i64,
        period: u64,
        make: Box<dyn Fn(u64) -> T>,
        timer: Label,
        chan: Label,
    ) -> Self {
        let does = Does::Send { chan: RefCell::new(Weak::new()), make };
        let core = TimerCore::new(h, kind, timer, period, does);
        // Never closed, so the zero value is never seen.
        let c = Chan::new(h, 1, trace::Value::Unit, chan);
        if let Does::Send { chan, .. } = &core.does {
            *chan.borrow_mut() = c.downgrade();
        }
        c.set_timer(core.clone());
        core.set(h, after(h, d));
        Timer { core, chan: Some(c) }
    }

    /// `time.AfterFunc(d, f)`: calls `call` as the runtime, which should spawn a goroutine for
    /// `f`.
    pub fn after_func(h: &Handle, d: i64, call: impl Fn(&Handle) + 'static, label: Label) -> Self {
        let core = TimerCore::new(h, ObjKind::Timer, label, 0, Does::Call(Box::new(call)));
        core.set(h, after(h, d));
        core.wind(h);
        Timer { core, chan: None }
    }

    /// Identity in events.
    pub fn id(&self) -> ObjId {
        self.core.id
    }

    /// Field `C`; none of `AfterFunc`'s.
    pub fn chan(&self) -> Option<&Chan<T>> {
        self.chan.as_ref()
    }

    /// `t.Stop()`: whether that kept it from firing.
    pub fn stop(&self, h: &Handle) -> bool {
        let pending = self.core.when.take().is_some();
        self.core.unwind(h);
        if pending {
            h.tracer().emit(h.current(), EventKind::TimerStop { obj: self.core.id });
        }
        self.drain(h) || pending
    }

    /// `t.Reset(d)` of a timer: whether it had been running.
    pub fn reset(&self, h: &Handle, d: i64) -> bool {
        let pending = self.core.when.take().is_some();
        self.core.unwind(h);
        let stale = self.drain(h);
        self.core.set(h, after(h, d));
        self.core.wind(h);
        pending || stale
    }

    /// `t.Reset(d)` of a ticker.
    ///
    /// # Errors
    /// `d` is not positive.
    pub fn reset_ticker(&self, h: &Handle, d: i64) -> Result<(), Fault> {
        if d <= 0 {
            return Err(Fault::NonPositiveTickerReset);
        }
        self.core.period.set(d as u64);
        self.reset(h, d);
        Ok(())
    }

    fn drain(&self, h: &Handle) -> bool {
        self.chan.as_ref().is_some_and(|c| c.drain(h))
    }
}

impl<T: Elem> Project for Timer<T> {
    fn project(&self) -> Projection {
        Projection { id: self.core.id, deadline: self.core.when.get(), ..Projection::default() }
    }
}
