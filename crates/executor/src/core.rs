//! The state that an executor and its handles share.

use crate::log::Log;
use crate::timer::{Action, TimerId, Timers};
use crate::waker::{Inbox, TaskWaker};
use crate::{Choice, Env, Handle, Ready, Scheduler, SpawnInfo, Stop};
use futures::future::LocalBoxFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::task::Waker;
use trace::{EventKind, GoId, RunQueue, Tracer};

pub(crate) struct Inner {
    pub inbox: Arc<Inbox>,
    pub tracer: Tracer,
    /// GOMAXPROCS, if the strategy does not say.
    pub procs: Option<u16>,
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
    /// Whether it was woken during its poll.
    pub notified: Cell<bool>,
    pub objs: Cell<u32>,
    pub core: RefCell<Core>,
}

pub(crate) struct Core {
    pub sched: Box<dyn Scheduler>,
    /// `tasks[id - 1]`, none once finished; identities are never reused.
    pub tasks: Vec<Option<Rc<Task>>>,
    pub timers: Timers,
    pub log: Log,
    pub runnable: usize,
    pub live: usize,
    /// Nothing runs any more.
    pub closed: bool,
}

/// A task that is not finished.
pub(crate) struct Task {
    pub state: Cell<State>,
    pub waker: Waker,
    /// None once it is finished or dropped.
    pub future: RefCell<Option<LocalBoxFuture<'static, ()>>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    Parked,
    Ready,
    Running,
    Syscall,
    /// Killed, but still in a run queue or being polled.
    Killed,
}

impl Core {
    /// Whether a timer fires before the next slice.
    #[inline]
    pub fn is_due(&self, now: u64) -> bool {
        self.timers.earliest().is_some_and(|when| when <= self.sched.frontier(now))
    }

    #[inline]
    pub fn task(&self, go: GoId) -> Option<&Rc<Task>> {
        self.tasks.get((go.0 as usize).wrapping_sub(1))?.as_ref()
    }

    /// Forgets a finished task.
    pub fn remove(&mut self, go: GoId) -> Option<Rc<Task>> {
        let task = self.tasks.get_mut((go.0 as usize).wrapping_sub(1))?.take();
        self.live -= usize::from(task.is_some());
        task
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
            until: None,
            woken: None.into(),
        }
    };
}
pub(crate) use env;

impl Inner {
    /// Virtual time of the task being polled.
    #[inline]
    pub fn now(&self) -> u64 {
        let spent = self.granted.get() - self.fuel.get();
        self.base.get().saturating_add(spent as u64 * u64::from(self.cost))
    }

    pub fn spawn(&self, future: LocalBoxFuture<'static, ()>, info: SpawnInfo) -> GoId {
        let by = self.current.get();
        let mut borrowed = self.core.borrow_mut();
        let core = &mut *borrowed;
        let go = GoId(core.tasks.len() as u32 + 1);
        if core.closed {
            core.tasks.push(None);
            drop(borrowed);
            return go;
        }
        let waker = Waker::from(Arc::new(TaskWaker { go, inbox: self.inbox.clone() }));
        let future = RefCell::new(Some(future));
        core.tasks.push(Some(Rc::new(Task { state: Cell::new(State::Ready), waker, future })));
        core.live += 1;
        core.runnable += 1;
        self.tracer.emit(by, EventKind::GoCreate { go, func: info.func, line: info.line });
        let now = self.now();
        let mut env = env!(self, core, now);
        core.sched.ready(go, Ready::Spawned { by }, &mut env);
        let until = env.until;
        self.pay(env.now.saturating_sub(now));
        self.cut(until);
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
        if go == self.current.get() {
            self.notified.set(true);
            return true;
        }
        let Ok(mut core) = self.core.try_borrow_mut() else { return false };
        let core = &mut *core;
        let Some(task) = core.task(go) else { return true };
        match task.state.get() {
            State::Parked | State::Syscall => {
                let syscall = task.state.replace(State::Ready) == State::Syscall;
                core.runnable += 1;
                let by = self.current.get();
                let now = self.now();
                let mut env = env!(self, core, now);
                let how = if syscall {
                    env.emit(go, EventKind::SyscallExit);
                    Ready::SyscallDone
                } else {
                    env.woken.set(Some((go, by)));
                    Ready::Woken { by }
                };
                core.sched.ready(go, how, &mut env);
                if env.woken.get().is_some() {
                    // A scheduler without queues that anybody sees.
                    env.enqueue(go, RunQueue::Global);
                }
                let until = env.until;
                self.pay(env.now.saturating_sub(now));
                self.cut(until);
            }
            State::Ready | State::Running | State::Killed => {}
        }
        true
    }

    /// Shortens the slice under way; what has been spent stays spent.
    #[inline]
    fn cut(&self, until: Option<u64>) {
        let Some(until) = until else { return };
        let left = until.saturating_sub(self.now()).div_ceil(u64::from(self.cost).max(1)) as i64;
        let surplus = self.fuel.get() - left;
        if surplus > 0 {
            self.fuel.set(left);
            self.granted.set(self.granted.get() - surplus);
        }
    }

    /// Lets time pass.
    #[inline]
    fn pay(&self, ns: u64) {
        if ns > 0 {
            self.base.set(self.base.get() + ns);
            self.tracer.set_now(self.now());
        }
    }

    pub fn choose(&self, what: Choice, n: u32) -> u32 {
        if n <= 1 {
            return 0;
        }
        let core = &mut *self.core.borrow_mut();
        let pick = core.sched.choose(what, n) % n;
        if self.record {
            core.log.choose(what, n, pick);
        }
        pick
    }

    /// Lets wake-ups from outside take effect.
    #[inline(always)]
    pub fn drain(&self) {
        if !self.inbox.is_empty() {
            self.drain_now();
        }
    }

    #[cold]
    fn drain_now(&self) {
        for go in self.inbox.take() {
            self.try_wake(go);
        }
    }

    /// Fires the timers that are due before the next slice.
    pub fn fire_due(self: &Rc<Self>) {
        while self.core.borrow().is_due(self.base.get()) {
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
}
