//! The executor: what drives tasks.

use crate::core::{Core, Inner};
use crate::log::Log;
use crate::timer::Timers;
use crate::waker::{Entered, Inbox};
use crate::{Handle, Replay, Schedule, Scheduler, Stage, Stop};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use trace::{GoId, Tracer};

/// Settings of an [`Executor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Config {
    /// GOMAXPROCS as the program is told it, if the strategy does not say; for the schedule's text.
    pub procs: Option<u16>,
    /// Virtual nanoseconds that one unit of fuel takes. 0: time stands still while tasks run.
    pub cost: u32,
    /// Whether decisions are written down for [`Executor::schedule`].
    pub record: bool,
}

impl Default for Config {
    /// 10 ns a unit, decisions written down.
    fn default() -> Self {
        Config { procs: None, cost: Schedule::COST, record: true }
    }
}

/// Runs tasks one slice at a time, on this thread, in the order that a
/// [`Scheduler`] gives, under a virtual clock.
///
/// Owned by the driver; tasks get a [`Handle`].
pub struct Executor {
    inner: Rc<Inner>,
}

impl Executor {
    /// An executor without tasks.
    ///
    /// ```
    /// use executor::{Executor, Fifo};
    /// let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.live(), 0);
    /// ```
    pub fn new(scheduler: Box<dyn Scheduler>, tracer: Tracer) -> Self {
        Self::with_config(scheduler, tracer, Config::default())
    }

    /// An executor without tasks, with settings.
    ///
    /// ```
    /// use executor::{Config, Executor, Fifo};
    /// let config = Config { cost: 1, ..Config::default() };
    /// let ex = Executor::with_config(Box::new(Fifo::new()), trace::Tracer::off(), config);
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.spend(5) }, Default::default());
    /// ex.run();
    /// assert_eq!(ex.now(), 5);
    /// ```
    pub fn with_config(scheduler: Box<dyn Scheduler>, tracer: Tracer, config: Config) -> Self {
        let core = Core {
            sched: scheduler,
            tasks: Vec::new(),
            timers: Timers::default(),
            log: Log::default(),
            runnable: 0,
            live: 0,
            closed: false,
        };
        let inner = Inner {
            inbox: Arc::new(Inbox::default()),
            tracer,
            procs: config.procs,
            cost: config.cost,
            record: config.record,
            current: Cell::new(GoId::RUNTIME),
            granted: Cell::new(0),
            fuel: Cell::new(0),
            base: Cell::new(0),
            stop: Cell::new(Stop::Parked),
            notified: Cell::new(false),
            objs: Cell::new(0),
            core: RefCell::new(core),
        };
        Executor { inner: Rc::new(inner) }
    }

    /// An executor that repeats a recorded run of the same tasks.
    ///
    /// ```
    /// use executor::{Executor, Random, Schedule};
    /// use trace::Tracer;
    /// let run = |ex: Executor| {
    ///     for _ in 0..9 {
    ///         ex.handle().spawn(async {}, Default::default());
    ///     }
    ///     ex.run();
    ///     (ex.handle().tracer().take(), ex.schedule())
    /// };
    /// let (trace, schedule) = run(Executor::new(Box::new(Random::new(3)), Tracer::on()));
    /// let text = schedule.to_string();
    /// let again: Schedule = text.parse().unwrap();
    /// assert_eq!(run(Executor::replay(&again, Tracer::on())), (trace, schedule));
    /// ```
    pub fn replay(schedule: &Schedule, tracer: Tracer) -> Self {
        let config = Config { procs: schedule.procs, cost: schedule.cost, ..Config::default() };
        Self::with_config(Box::new(Replay::new(schedule)), tracer, config)
    }

    /// A handle to pass to whatever runs here.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.handle().current(), trace::GoId::RUNTIME);
    /// ```
    pub fn handle(&self) -> Handle {
        Handle::new(&self.inner)
    }

    /// Fires the timers that are due, then runs one slice of one runnable task. False if no
    /// task was runnable; time does not jump here, see [`advance`](Self::advance).
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().spawn(async {}, Default::default());
    /// assert!(ex.try_tick());
    /// assert!(!ex.try_tick());
    /// ```
    pub fn try_tick(&self) -> bool {
        let _entered = Entered::new(&self.inner);
        self.inner.tick()
    }

    /// Runs slices until no task is runnable; returns how many.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.yield_now().await }, Default::default());
    /// assert_eq!(ex.run_until_stalled(), 2);
    /// ```
    pub fn run_until_stalled(&self) -> usize {
        let _entered = Entered::new(&self.inner);
        self.inner.run_until_stalled()
    }

    /// When nobody can run: jumps the clock to the earliest timer and fires it. Of several
    /// timers with that deadline the scheduler chooses; the others are due and fire at the
    /// next [`try_tick`](Self::try_tick). False if there is no timer.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.sleep_until(1_000_000).await }, Default::default());
    /// ex.run_until_stalled();
    /// assert_eq!((ex.live(), ex.now()), (1, 0));
    /// assert!(ex.advance());
    /// ex.run_until_stalled();
    /// assert_eq!((ex.live(), ex.now()), (0, 1_000_000));
    /// ```
    pub fn advance(&self) -> bool {
        let _entered = Entered::new(&self.inner);
        self.inner.drain();
        self.inner.advance()
    }

    /// Runs until nobody can run and no timer is pending.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().spawn(std::future::pending(), Default::default());
    /// ex.run();
    /// assert_eq!(ex.live(), 1, "a deadlock");
    /// ```
    pub fn run(&self) {
        loop {
            self.run_until_stalled();
            if !self.advance() {
                break;
            }
        }
    }

    /// Number of tasks that stand in a run queue.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().spawn(async {}, Default::default());
    /// assert_eq!(ex.runnable(), 1);
    /// ```
    pub fn runnable(&self) -> usize {
        self.inner.drain();
        self.inner.core.borrow().runnable
    }

    /// Number of tasks that are not finished.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().spawn(async {}, Default::default());
    /// assert_eq!(ex.live(), 1);
    /// ```
    pub fn live(&self) -> usize {
        self.inner.core.borrow().live
    }

    /// When the earliest timer is due, in virtual nanoseconds; none if there is no timer.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// ex.handle().timer_call(7, |_| ());
    /// assert_eq!(ex.next_timer(), Some(7));
    /// ```
    pub fn next_timer(&self) -> Option<u64> {
        self.inner.core.borrow().timers.earliest()
    }

    /// Virtual time in nanoseconds since the start.
    ///
    /// ```
    /// # use executor::{Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// assert_eq!(ex.now(), 0);
    /// ```
    pub fn now(&self) -> u64 {
        self.inner.now()
    }

    /// Goroutines, processors and run queues as they are now, between two slices.
    ///
    /// ```
    /// # use executor::{Executor, Fifo, Status};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let go = ex.handle().spawn(std::future::pending(), Default::default());
    /// ex.run();
    /// assert_eq!(ex.stage().gos[&go], Status::Waiting);
    /// ```
    pub fn stage(&self) -> Stage {
        Stage::now(&self.inner)
    }

    /// Every decision so far.
    ///
    /// ```
    /// # use executor::{Choice, Executor, Fifo};
    /// # let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
    /// let h = ex.handle();
    /// h.clone().spawn(async move { h.choose(Choice::SelectCase, 3); }, Default::default());
    /// ex.run();
    /// assert_eq!(ex.schedule().to_string(), "v1 fifo; g1 s0/3");
    /// ```
    pub fn schedule(&self) -> Schedule {
        let core = self.inner.core.borrow();
        Schedule {
            strategy: core.sched.strategy(),
            procs: self.inner.procs,
            cost: self.inner.cost,
            picks: core.sched.picks().to_vec(),
            decisions: core.log.decisions(),
        }
    }
}

impl Drop for Executor {
    /// Drops all tasks; handles that outlive the executor find nothing runnable.
    fn drop(&mut self) {
        let _entered = Entered::new(&self.inner);
        self.handle().drop_all();
    }
}
