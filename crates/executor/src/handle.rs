//! What tasks and primitives see of the executor.

use crate::core::{Inner, State};
use crate::timer::TimerId;
use crate::{Choice, Sleep, Stop, YieldNow};
use std::future::Future;
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, ObjId, StopReason, Sym, Tracer};

/// What the trace says about a new task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SpawnInfo {
    /// Function that it runs.
    pub func: Sym,
    /// Line of the `go` statement; 0 for main.
    pub line: u32,
}

/// A cheap handle to an [`Executor`](crate::Executor), passed to everything that runs there.
#[derive(Clone)]
pub struct Handle {
    inner: Rc<Inner>,
}

impl Handle {
    #[inline]
    pub(crate) fn new(inner: &Rc<Inner>) -> Self {
        Handle { inner: inner.clone() }
    }

    /// Adds a task, runnable at once. Its identity is 1 for the first (main), then 2, 3, …
    ///
    /// ```
    /// use executor::{Executor, Fifo, SpawnInfo};
    /// let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let main = ex.handle().spawn(async {}, SpawnInfo::default());
    /// assert_eq!(main, trace::GoId::MAIN);
    /// ```
    pub fn spawn(&self, future: impl Future<Output = ()> + 'static, info: SpawnInfo) -> GoId {
        self.inner.spawn(Box::pin(future), info)
    }

    /// The task that is being polled; `GoId::RUNTIME` outside of polls.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { assert_eq!(h.current().0, 1) }, Default::default());
    /// ex.run();
    /// ```
    #[inline]
    pub fn current(&self) -> GoId {
        self.inner.current.get()
    }

    /// Fuel that is left in this slice; at 0 the task should call
    /// [`preempted`](Self::preempted) and return `Pending`.
    ///
    /// ```
    /// # use executor::{Executor, Fifo, Slice};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { assert_eq!(h.fuel(), Slice::FUEL) }, Default::default());
    /// ex.run();
    /// ```
    #[inline]
    pub fn fuel(&self) -> u32 {
        self.inner.fuel.get().max(0) as u32
    }

    /// Fuel that was used in this slice; 0 between slices.
    ///
    /// ```
    /// # use executor::*;
    /// let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.handle().spent(), 0);
    /// ```
    #[inline]
    pub fn spent(&self) -> u32 {
        let spent = self.inner.granted.get() - self.inner.fuel.get();
        spent.clamp(0, i64::from(u32::MAX)) as u32
    }

    /// Uses up fuel, and so lets time pass. More may be spent than is left: what cannot be
    /// divided takes its time.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.spend(3); assert_eq!(h.now(), 30) }, Default::default());
    /// ex.run();
    /// ```
    #[inline]
    pub fn spend(&self, n: u32) {
        self.inner.fuel.set(self.inner.fuel.get() - i64::from(n));
        if self.inner.tracer.is_on() {
            self.inner.tracer.set_now(self.inner.now());
        }
    }

    /// Says that the coming `Pending` of the current task means: still runnable, stopped
    /// because of `why`. For those who write `poll` by hand; see also
    /// [`yield_now`](Self::yield_now).
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # use std::task::Poll;
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let (h, mut polls) = (ex.handle(), 0);
    /// let twice = std::future::poll_fn(move |_| {
    ///     polls += 1;
    ///     if polls == 2 {
    ///         return Poll::Ready(());
    ///     }
    ///     h.requeue(trace::StopReason::Gosched);
    ///     Poll::Pending
    /// });
    /// ex.handle().spawn(twice, Default::default());
    /// assert_eq!(ex.run_until_stalled(), 2);
    /// ```
    #[inline]
    pub fn requeue(&self, why: StopReason) {
        self.inner.stop.set(match why {
            StopReason::Gosched => Stop::Yielded,
            StopReason::Preempted | StopReason::Turn => Stop::Preempted,
        });
    }

    /// Says that the coming `Pending` of the current task means: out of fuel.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # use std::task::Poll;
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let (h, mut work) = (ex.handle(), 2_500_000);
    /// let busy = std::future::poll_fn(move |_| {
    ///     let n = h.fuel().min(work);
    ///     h.spend(n);
    ///     work -= n;
    ///     if work == 0 {
    ///         return Poll::Ready(());
    ///     }
    ///     h.preempted();
    ///     Poll::Pending
    /// });
    /// ex.handle().spawn(busy, Default::default());
    /// assert_eq!(ex.run_until_stalled(), 3);
    /// assert_eq!(ex.schedule().to_string(), "v1 fifo; g1/1000000x2 g1");
    /// ```
    #[inline]
    pub fn preempted(&self) {
        self.requeue(StopReason::Preempted);
    }

    /// Says that the coming `Pending` of the current task means: blocked in the kernel until
    /// `when` (virtual nanoseconds), in the system call `name`. Emits `SyscallEnter`, and
    /// `SyscallExit` when it returns.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # use std::task::Poll;
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// let read = std::future::poll_fn(move |_| {
    ///     if h.now() >= 50_000 {
    ///         return Poll::Ready(());
    ///     }
    ///     h.enter_syscall(h.tracer().sym("read"), 50_000);
    ///     Poll::Pending
    /// });
    /// ex.handle().spawn(read, Default::default());
    /// ex.run();
    /// assert_eq!((ex.live(), ex.now()), (0, 50_000));
    /// ```
    pub fn enter_syscall(&self, name: Sym, when: u64) {
        let go = self.current();
        self.tracer().emit(go, EventKind::SyscallEnter { name });
        self.inner.stop.set(Stop::Syscall);
        self.kernel_call(when, move |h| h.wake(go));
    }

    /// Whether a task is in a system call that has not returned.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert!(!ex.handle().in_syscall(trace::GoId::MAIN));
    /// ```
    pub fn in_syscall(&self, go: GoId) -> bool {
        self.inner.core.borrow().task(go).is_some_and(|t| t.state.get() == State::Syscall)
    }

    /// Like [`timer_call`](Self::timer_call), but for what happens outside of the program (the
    /// kernel, the network): no processor is needed for it to happen, and whom it wakes goes
    /// where the network poller puts the ready.
    ///
    /// ```
    /// # use executor::{Executor, Model};
    /// # let ex = Executor::new(Box::new(Model::new(1, 0)), trace::Tracer::off());
    /// ex.handle().kernel_call(5, |h| assert_eq!(h.now(), 5));
    /// ex.run();
    /// ```
    pub fn kernel_call(&self, when: u64, f: impl FnOnce(&Handle) + 'static) -> TimerId {
        self.inner.timer(when, true, Box::new(f))
    }

    /// Lets others run (`runtime.Gosched`).
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.yield_now().await }, Default::default());
    /// assert_eq!(ex.run_until_stalled(), 2);
    /// ```
    pub fn yield_now(&self) -> YieldNow {
        YieldNow::new(self)
    }

    /// Makes a parked task runnable, as its waker would, without a waker (Go's `goready`).
    /// No effect on a task that is runnable or finished.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// let sleeper = h.spawn(std::future::pending(), Default::default());
    /// ex.run_until_stalled();
    /// h.wake(sleeper);
    /// assert_eq!(ex.runnable(), 1);
    /// ```
    #[inline]
    pub fn wake(&self, go: GoId) {
        self.inner.try_wake(go);
    }

    /// Picks one of `n` alternatives: the one door for chance. With `n <= 1` there is nothing
    /// to pick, and nothing is recorded.
    ///
    /// ```
    /// # use executor::{Choice, Executor, Random};
    /// # let ex = Executor::new(Box::new(Random::new(1)), trace::Tracer::off());
    /// assert!(ex.handle().choose(Choice::Rand, 6) < 6);
    /// ```
    pub fn choose(&self, what: Choice, n: u32) -> u32 {
        self.inner.choose(what, n)
    }

    /// Virtual time in nanoseconds, of the processor that the current task runs on.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.handle().now(), 0);
    /// ```
    #[inline]
    pub fn now(&self) -> u64 {
        self.inner.now()
    }

    /// Sets a timer that wakes `waker` at `when` (virtual nanoseconds). Emits nothing.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().timer(5, std::task::Waker::noop().clone());
    /// ex.run();
    /// assert_eq!(ex.now(), 5);
    /// ```
    pub fn timer(&self, when: u64, waker: Waker) -> TimerId {
        self.timer_call(when, move |_| waker.wake())
    }

    /// Sets a timer that calls `f` at `when` (virtual nanoseconds), as the runtime: the current
    /// task is then `GoId::RUNTIME`. Emits nothing.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().timer_call(5, |h| assert_eq!(h.now(), 5));
    /// ex.run();
    /// ```
    pub fn timer_call(&self, when: u64, f: impl FnOnce(&Handle) + 'static) -> TimerId {
        self.inner.timer(when, false, Box::new(f))
    }

    /// Removes a timer; false if it has fired or was cancelled before.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// let t = h.timer_call(5, |_| unreachable!());
    /// assert!(h.cancel(t));
    /// assert!(!h.cancel(t));
    /// ex.run();
    /// ```
    pub fn cancel(&self, id: TimerId) -> bool {
        let action = self.inner.core.borrow_mut().timers.cancel(id);
        action.is_some()
    }

    /// Sleeps until `when` (virtual nanoseconds); does not stop if that is not in the future.
    /// Emits `TimerSet`, `GoPark`, and when it fires `TimerFire` and `GoUnpark`.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.sleep_until(9).await }, Default::default());
    /// ex.run();
    /// assert_eq!(ex.now(), 9);
    /// ```
    pub fn sleep_until(&self, when: u64) -> Sleep {
        Sleep::new(self, when)
    }

    /// A fresh identity for a shared object: 1, 2, 3, …
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.handle().new_obj(), trace::ObjId(1));
    /// ```
    pub fn new_obj(&self) -> ObjId {
        let n = self.inner.objs.get() + 1;
        self.inner.objs.set(n);
        ObjId(n)
    }

    /// Ends a task from outside: a parked one at once, a runnable one when its turn comes, the
    /// current one when its poll returns.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// let go = h.spawn(std::future::pending(), Default::default());
    /// ex.run();
    /// h.kill(go);
    /// assert_eq!(ex.live(), 0);
    /// ```
    pub fn kill(&self, go: GoId) {
        let task = {
            let core = &mut *self.inner.core.borrow_mut();
            let Some(task) = core.task(go).cloned() else { return };
            let before = task.state.replace(State::Killed);
            match before {
                State::Parked | State::Syscall => core.remove(go).map(|task| (task, true)),
                State::Ready => Some((task, false)),
                State::Running | State::Killed => None,
            }
        };
        let Some((task, ended)) = task else { return };
        let future = task.future.take();
        drop(future);
        if ended {
            self.inner.tracer.emit(go, EventKind::GoEnd);
        }
    }

    /// Drops all tasks and timers and lets nothing run any more: main has returned. Emits
    /// nothing; the current task is dropped when its poll returns.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.drop_all() }, Default::default());
    /// ex.handle().spawn(async { unreachable!() }, Default::default());
    /// ex.run();
    /// assert_eq!(ex.live(), 0);
    /// ```
    pub fn drop_all(&self) {
        let (tasks, actions) = {
            let core = &mut *self.inner.core.borrow_mut();
            core.closed = true;
            core.runnable = 0;
            let mut tasks = Vec::new();
            for slot in &mut core.tasks {
                match slot {
                    Some(task) if task.state.get() == State::Running => {
                        task.state.set(State::Killed);
                    }
                    // Being polled, and killed meanwhile.
                    Some(task) if task.future.try_borrow().is_err() => {}
                    slot => tasks.extend(slot.take()),
                }
            }
            core.live -= tasks.len();
            (tasks, core.timers.clear())
        };
        for task in tasks {
            let future = task.future.take();
            drop(future);
        }
        drop(actions);
    }

    /// Where events go.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert!(!ex.handle().tracer().is_on());
    /// ```
    #[inline]
    pub fn tracer(&self) -> &Tracer {
        &self.inner.tracer
    }
}
