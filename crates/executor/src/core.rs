//! The state that an executor and its handles share.

use crate::timer::{Action, TimerId, Timers};
use crate::waker::{Inbox, TaskWaker};
use crate::{Choice, Decision, Env, Handle, Ready, Scheduler, Slice, SpawnInfo, Stop, Stopped};
use futures::future::LocalBoxFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use trace::{EventKind, GoId, Tracer};

pub(crate) struct Inner {
    pub inbox: Arc<Inbox>,
    pub tracer: Tracer,
    /// Nanoseconds per unit of fuel.
    pub cost: u32,
    /// Whether decisions are written down.
    pub record: bool,
    /// Task being polled.
    pub current: Cell<GoId>,
    /// Fuel given to it, and what is left of it (negative if overspent).
    pub granted: Cell<i64>,
    pub fuel: Cell<i64>,
    /// Time when its slice started; outside of slices, now.
    pub base: Cell<u64>,
    /// What it said about its coming `Pending`.
    pub stop: Cell<Stop>,
    pub objs: Cell<u32>,
    pub core: RefCell<Core>,
}

pub(crate) struct Core {
    pub sched: Box<dyn Scheduler>,
    /// `slots[id - 1]`; identities are never reused.
    pub slots: Vec<Slot>,
    pub timers: Timers,
    pub log: Vec<Decision>,
    pub runnable: usize,
    pub live: usize,
    /// Nothing runs any more.
    pub closed: bool,
}

pub(crate) struct Slot {
    pub state: State,
    pub task: Option<Task>,
}

pub(crate) struct Task {
    future: LocalBoxFuture<'static, ()>,
    waker: Waker,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    Parked,
    Ready,
    Running,
    /// Running, and woken meanwhile.
    Notified,
    Syscall,
    /// Killed, but still in a run queue or being polled.
    Killed,
    Dead,
}

impl Core {
    #[inline]
    fn slot(&mut self, go: GoId) -> Option<&mut Slot> {
        self.slots.get_mut((go.0 as usize).wrapping_sub(1))
    }
}

/// Splits `core` into its scheduler and the environment of a call to it.
macro_rules! env {
    ($inner:expr, $core:expr, $now:expr) => {
        Env {
            now: $now,
            cost: $inner.cost,
            next_timer: $core.timers.earliest(),
            tracer: &$inner.tracer,
        }
    };
}

impl Inner {
    /// Virtual time of the task being polled.
    #[inline]
    pub fn now(&self) -> u64 {
        let spent = self.granted.get() - self.fuel.get();
        self.base.get() + spent as u64 * u64::from(self.cost)
    }

    pub fn spawn(&self, future: LocalBoxFuture<'static, ()>, info: SpawnInfo) -> GoId {
        let by = self.current.get();
        let mut borrowed = self.core.borrow_mut();
        let core = &mut *borrowed;
        let go = GoId(core.slots.len() as u32 + 1);
        if core.closed {
            core.slots.push(Slot { state: State::Dead, task: None });
            drop(borrowed);
            return go;
        }
        let waker = Waker::from(Arc::new(TaskWaker { go, inbox: self.inbox.clone() }));
        core.slots.push(Slot { state: State::Ready, task: Some(Task { future, waker }) });
        core.live += 1;
        core.runnable += 1;
        self.tracer.emit(by, EventKind::GoCreate { go, func: info.func, line: info.line });
        let mut env = env!(self, core, self.now());
        core.sched.ready(go, Ready::Spawned { by }, &mut env);
        go
    }

    /// Sets a timer; once nothing runs any more it is dropped instead.
    pub fn timer(&self, when: u64, kernel: bool, action: Action) -> TimerId {
        let (id, _dropped) = {
            let core = &mut *self.core.borrow_mut();
            let home = (!kernel).then(|| core.sched.timer_home());
            let id = core.timers.set(when, home, action);
            (id, if core.closed { core.timers.cancel(id) } else { None })
        };
        id
    }

    /// Wakes `go` now; false if the executor is in the middle of a decision.
    #[inline]
    pub fn try_wake(&self, go: GoId) -> bool {
        let Ok(mut core) = self.core.try_borrow_mut() else { return false };
        let core = &mut *core;
        let Some(slot) = core.slot(go) else { return true };
        match slot.state {
            State::Running => slot.state = State::Notified,
            State::Parked | State::Syscall => {
                let syscall = slot.state == State::Syscall;
                slot.state = State::Ready;
                core.runnable += 1;
                let by = self.current.get();
                let mut env = env!(self, core, self.now());
                let how = if syscall {
                    env.emit(go, EventKind::SyscallExit);
                    Ready::SyscallDone
                } else {
                    env.emit(by, EventKind::GoUnpark { go });
                    Ready::Woken { by }
                };
                core.sched.ready(go, how, &mut env);
            }
            State::Ready | State::Notified | State::Killed | State::Dead => {}
        }
        true
    }

    pub fn choose(&self, what: Choice, n: u32) -> u32 {
        if n <= 1 {
            return 0;
        }
        let core = &mut *self.core.borrow_mut();
        let pick = core.sched.choose(what, n) % n;
        if self.record {
            core.log.push(Decision::Choose { what, n, pick });
        }
        pick
    }

    /// Lets wake-ups from outside take effect.
    #[inline]
    pub fn drain(&self) {
        if !self.inbox.is_empty() {
            for go in self.inbox.take() {
                self.try_wake(go);
            }
        }
    }

    /// Fires the timers that are due before the next slice.
    #[inline]
    fn fire_due(self: &Rc<Self>) {
        loop {
            {
                let core = self.core.borrow();
                let Some(when) = core.timers.earliest() else { return };
                if when > core.sched.frontier(self.base.get()) {
                    return;
                }
            }
            self.fire();
        }
    }

    /// Fires the earliest timer; of several with one deadline the chosen one.
    fn fire(self: &Rc<Self>) {
        let ties = self.core.borrow().timers.ties();
        let pick = self.choose(Choice::TimerOrder, ties);
        let action = {
            let core = &mut *self.core.borrow_mut();
            let Some((when, home, action)) = core.timers.take(pick) else { return };
            let mut env = env!(self, core, self.base.get().max(when));
            if let Some(home) = home {
                core.sched.timer_fires(home, when, &mut env);
            }
            self.base.set(env.now);
            self.tracer.set_now(env.now);
            action
        };
        action(&Handle::new(self));
    }

    /// Jumps to the earliest timer and fires it.
    pub fn advance(self: &Rc<Self>) -> bool {
        {
            let core = &mut *self.core.borrow_mut();
            let Some(when) = core.timers.earliest() else { return false };
            if core.closed {
                return false;
            }
            if when > self.base.get() {
                self.base.set(when);
                self.tracer.set_now(when);
                self.tracer.emit(GoId::RUNTIME, EventKind::TimeAdvance { to: when });
            }
        }
        self.fire();
        true
    }

    /// Runs one slice. The executor must be entered.
    pub fn tick(self: &Rc<Self>) -> bool {
        self.drain();
        self.fire_due();
        let (slice, task, at) = {
            let mut borrowed = self.core.borrow_mut();
            loop {
                let core = &mut *borrowed;
                if core.closed {
                    return false;
                }
                let mut env = env!(self, core, self.base.get());
                let Some(slice) = core.sched.next(&mut env) else {
                    // The strategy may have made way for a timer.
                    let frontier = core.sched.frontier(self.base.get());
                    if core.timers.earliest().is_none_or(|when| when > frontier) {
                        return false;
                    }
                    drop(borrowed);
                    self.fire_due();
                    borrowed = self.core.borrow_mut();
                    continue;
                };
                self.base.set(env.now);
                let at = core.log.len();
                if self.record {
                    core.log.push(Decision::Run { go: slice.go, cut: None });
                }
                core.runnable = core.runnable.saturating_sub(1);
                let Some(slot) = core.slot(slice.go) else { continue };
                if slot.state == State::Ready
                    && let Some(task) = slot.task.take()
                {
                    slot.state = State::Running;
                    break (slice, task, at);
                }
                // Killed while it stood in a queue.
                slot.state = State::Dead;
                let s = Stopped { go: slice.go, how: Stop::Ended, spent: 0 };
                self.tracer.emit(slice.go, EventKind::GoEnd);
                core.sched.stopped(s, &mut env!(self, core, self.base.get()));
            }
        };
        self.tracer.set_now(self.base.get());
        self.current.set(slice.go);
        self.granted.set(i64::from(slice.fuel));
        self.fuel.set(i64::from(slice.fuel));
        self.stop.set(Stop::Parked);
        let mut running = Running { inner: self, slice, task: Some(task), at };
        if let Some(task) = &mut running.task {
            let mut cx = Context::from_waker(&task.waker);
            if let Poll::Ready(()) = task.future.as_mut().poll(&mut cx) {
                // Dropped while it is still current, so that its last acts are its own.
                running.task = None;
            }
        }
        true
    }
}

/// A slice in progress; its end is noted even if the task's poll unwinds.
struct Running<'a> {
    inner: &'a Inner,
    slice: Slice,
    task: Option<Task>,
    at: usize,
}

impl Drop for Running<'_> {
    #[inline]
    fn drop(&mut self) {
        let (inner, go) = (self.inner, self.slice.go);
        if std::thread::panicking() {
            self.task = None;
        }
        let now = inner.now();
        let spent = (inner.granted.get() - inner.fuel.get()) as u64;
        let killed = {
            let core = &mut *inner.core.borrow_mut();
            let mut killed = None;
            let mut how = Stop::Ended;
            if let Some(slot) = core.slots.get_mut((go.0 as usize).wrapping_sub(1)) {
                if slot.state == State::Killed {
                    killed = self.task.take();
                }
                if self.task.is_some() {
                    how = inner.stop.get();
                    if how == Stop::Parked && slot.state == State::Notified {
                        how = Stop::Yielded;
                    }
                    slot.state = match how {
                        Stop::Yielded | Stop::Preempted => {
                            core.runnable += 1;
                            State::Ready
                        }
                        Stop::Syscall => State::Syscall,
                        Stop::Parked | Stop::Ended => State::Parked,
                    };
                    slot.task = self.task.take();
                } else {
                    slot.state = State::Dead;
                    core.live -= 1;
                    inner.tracer.emit(go, EventKind::GoEnd);
                }
            }
            let long = spent > u64::from(Slice::FUEL);
            if inner.record
                && (how == Stop::Preempted || long)
                && let Some(Decision::Run { cut, .. }) = core.log.get_mut(self.at)
            {
                *cut = Some(self.slice.fuel);
            }
            inner.base.set(now);
            inner.granted.set(0);
            inner.fuel.set(0);
            let mut env = env!(inner, core, now);
            core.sched.stopped(Stopped { go, how, spent }, &mut env);
            killed
        };
        drop(killed);
        inner.current.set(GoId::RUNTIME);
    }
}
