//! The one door for chance: who runs next, for how long, and which alternative is taken.

use crate::{Pick, Queues, Strategy};
use std::cell::Cell;
use trace::{EventKind, GoId, ProcId, RunQueue, StopReason, Tracer};

/// Decides who runs. Each strategy is one short file.
///
/// The executor calls [`ready`](Self::ready) when a task becomes runnable, [`next`](Self::next)
/// to pick one, runs it, and tells by [`stopped`](Self::stopped) how that slice ended. The
/// strategy keeps the run queues, and emits the events about them (`GoStop`, `Enqueue`,
/// `GoStart`, and those about processors and threads); [`Env`] has a helper for each.
///
/// ```
/// use executor::*;
/// use trace::{GoId, ProcId, RunQueue, Tracer};
///
/// /// Runs whoever became runnable last.
/// #[derive(Default)]
/// struct Lifo(Vec<GoId>);
///
/// impl Scheduler for Lifo {
///     fn ready(&mut self, go: GoId, _how: Ready, env: &mut Env<'_>) {
///         env.enqueue(go, RunQueue::Global);
///         self.0.push(go);
///     }
///     fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
///         if env.stop(s) {
///             env.enqueue(s.go, RunQueue::Global);
///             self.0.insert(0, s.go);
///         }
///     }
///     fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
///         let go = self.0.pop()?;
///         env.start(go, ProcId(0));
///         Some(Slice::new(go))
///     }
///     fn choose(&mut self, _what: Choice, _n: u32) -> u32 {
///         0
///     }
/// }
///
/// let ex = Executor::new(Box::new(Lifo::default()), Tracer::off());
/// for _ in 0..3 {
///     ex.handle().spawn(async {}, SpawnInfo::default());
/// }
/// ex.run();
/// assert_eq!(ex.schedule().to_string(), "v1 free; g3 g2 g1");
/// ```
pub trait Scheduler {
    /// `go` became runnable. What the current task pays for it, the strategy may add to
    /// [`Env::now`].
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>);

    /// The slice that [`next`](Self::next) gave out last is over. If the task could go on
    /// ([`Stop::Yielded`], [`Stop::Preempted`]) the strategy queues it again.
    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>);

    /// Who runs next, and how long at most; none if nobody is runnable, or not before the next
    /// timer. May set [`Env::now`] to the time at which the slice starts.
    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice>;

    /// [`stopped`](Self::stopped) and [`next`](Self::next) at once, when nothing has to happen
    /// between them.
    fn turn(&mut self, s: Stopped, env: &mut Env<'_>) -> Option<Slice> {
        self.stopped(s, env);
        self.next(env)
    }

    /// Picks one of `n >= 2` alternatives: a number in `0..n`. A larger number is taken modulo
    /// `n`.
    fn choose(&mut self, what: Choice, n: u32) -> u32;

    /// Somebody outside wants `go` to run next. If it is runnable it does, before anybody else,
    /// and who runs in its way is preempted; else nothing changes. Called between
    /// [`stopped`](Self::stopped) and [`next`](Self::next). Says whether `go` will run.
    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        let _ = (go, env);
        false
    }

    /// How a [`Schedule`](crate::Schedule) names this strategy.
    fn strategy(&self) -> Strategy {
        Strategy::Free
    }

    /// What was decided by hand where the strategy would have decided otherwise. Not those of a
    /// strategy that only its decisions can repeat.
    fn picks(&self) -> &[Pick] {
        &[]
    }

    /// Processors and run queues as they are, for comparison with what events tell. Nothing if
    /// the strategy does not say.
    fn queues(&self) -> Queues {
        Queues::default()
    }

    /// Time in nanoseconds at which the next slice would start: timers that are due then fire
    /// before it. `now` is the executor's clock.
    fn frontier(&self, now: u64) -> u64 {
        now
    }

    /// Where a timer that is set now belongs.
    fn timer_home(&self) -> ProcId {
        ProcId(0)
    }

    /// A timer of `home` that is due at `when` is about to fire, at [`Env::now`], which the
    /// strategy may change. What the runtime wakes from here to the next call of
    /// [`next`](Self::next) is woken there.
    fn timer_fires(&mut self, home: ProcId, when: u64, env: &mut Env<'_>) {
        let _ = (home, when, env);
    }
}

/// How a task became runnable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// Created by `by`.
    Spawned {
        /// Creator; `GoId::RUNTIME` for main.
        by: GoId,
    },
    /// Woken by `by`.
    Woken {
        /// Waker; `GoId::RUNTIME` for a timer.
        by: GoId,
    },
    /// Returned from a system call.
    SyscallDone,
}

/// How a slice ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The task waits to be woken.
    Parked,
    /// The task is finished.
    Ended,
    /// The task gave way (`runtime.Gosched`); it is still runnable.
    Yielded,
    /// Its fuel is used up; it is still runnable.
    Preempted,
    /// It is in a system call.
    Syscall,
}

/// A slice that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Who ran.
    pub go: GoId,
    /// How it ended.
    pub how: Stop,
    /// Fuel used; may be more than was given.
    pub spent: u64,
}

/// Permission to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Who runs.
    pub go: GoId,
    /// Fuel after which it must stop, at least 1.
    pub fuel: u32,
}

impl Slice {
    /// Fuel of an ordinary slice: Go's 10 ms at 10 ns a unit.
    pub const FUEL: u32 = 1_000_000;

    /// A slice of ordinary length.
    ///
    /// ```
    /// # use executor::Slice;
    /// assert_eq!(Slice::new(trace::GoId(1)).fuel, Slice::FUEL);
    /// ```
    pub fn new(go: GoId) -> Self {
        Slice { go, fuel: Self::FUEL }
    }
}

/// What is being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A ready case of a `select`.
    SelectCase,
    /// Where iteration over a map starts or goes on.
    MapOrder,
    /// A random number of the program (`math/rand`).
    Rand,
    /// Which of several timers with the same deadline fires first.
    TimerOrder,
    /// From which processor to steal.
    Steal,
    /// How long the network takes to answer.
    Network,
    /// Anything else.
    Custom,
}

/// What a [`Scheduler`] sees of the executor.
pub struct Env<'a> {
    /// Virtual time in nanoseconds.
    pub now: u64,
    /// Nanoseconds that one unit of fuel takes.
    pub cost: u32,
    /// When the earliest timer is due.
    pub next_timer: Option<u64>,
    /// Where events go.
    pub tracer: &'a Tracer,
    /// Set by [`Scheduler::ready`]: the slice under way ends at this time at the latest, because
    /// somebody else can go on by then.
    pub until: Option<u64>,
    /// Who has just been woken, and by whom, until it stands in a queue.
    pub woken: Cell<Option<(GoId, GoId)>>,
}

impl Env<'_> {
    /// Emits `Enqueue`: `go` now stands at the tail of `on`. For who has just been woken that is
    /// `GoUnpark`: whoever is runnable stands in a queue from the first moment on.
    ///
    /// ```
    /// # use executor::Env;
    /// # use trace::{GoId, ProcId, RunQueue, Tracer};
    /// let tracer = Tracer::on();
    /// let env = Env { now: 5, cost: 10, next_timer: None, tracer: &tracer, until: None, woken: None.into() };
    /// env.enqueue(GoId(1), RunQueue::Global);
    /// assert_eq!(tracer.take().events()[0].at, 5);
    /// ```
    #[inline]
    pub fn enqueue(&self, go: GoId, on: RunQueue) {
        match self.woken.get() {
            Some((woken, by)) if woken == go => {
                self.woken.set(None);
                self.emit(by, EventKind::GoUnpark { go, on });
            }
            Some(_) | None => self.emit(GoId::RUNTIME, EventKind::Enqueue { go, on }),
        }
    }

    /// Emits `GoStart`: `go` now runs on `proc`.
    ///
    /// ```
    /// # use executor::Env;
    /// # use trace::{GoId, ProcId, RunQueue, Tracer};
    /// let tracer = Tracer::on();
    /// let env = Env { now: 5, cost: 10, next_timer: None, tracer: &tracer, until: None, woken: None.into() };
    /// env.start(GoId(1), ProcId(0));
    /// assert_eq!(tracer.len(), 1);
    /// ```
    #[inline]
    pub fn start(&self, go: GoId, proc: ProcId) {
        self.emit(GoId::RUNTIME, EventKind::GoStart { go, proc });
    }

    /// Emits `GoStop` if the task could go on, and says whether it could.
    ///
    /// ```
    /// # use executor::{Env, Stop, Stopped};
    /// # use trace::{GoId, ProcId, RunQueue, Tracer};
    /// let tracer = Tracer::on();
    /// let env = Env { now: 5, cost: 10, next_timer: None, tracer: &tracer, until: None, woken: None.into() };
    /// assert!(env.stop(Stopped { go: GoId(1), how: Stop::Yielded, spent: 0 }));
    /// assert!(!env.stop(Stopped { go: GoId(1), how: Stop::Parked, spent: 0 }));
    /// assert_eq!(tracer.len(), 1);
    /// ```
    #[inline]
    pub fn stop(&self, s: Stopped) -> bool {
        let why = match s.how {
            Stop::Yielded => StopReason::Gosched,
            Stop::Preempted => StopReason::Preempted,
            Stop::Parked | Stop::Ended | Stop::Syscall => return false,
        };
        self.emit(s.go, EventKind::GoStop { why });
        true
    }

    /// Emits any event at [`Env::now`].
    ///
    /// ```
    /// # use executor::Env;
    /// # use trace::{GoId, ProcId, RunQueue, Tracer};
    /// let tracer = Tracer::on();
    /// let env = Env { now: 5, cost: 10, next_timer: None, tracer: &tracer, until: None, woken: None.into() };
    /// env.emit(GoId(1), trace::EventKind::GoEnd);
    /// assert_eq!(tracer.len(), 1);
    /// ```
    #[inline]
    pub fn emit(&self, go: GoId, kind: EventKind) {
        if self.tracer.is_on() {
            self.tracer.set_now(self.now);
            self.tracer.emit(go, kind);
        }
    }
}
