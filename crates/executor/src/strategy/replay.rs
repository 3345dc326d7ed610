//! Following a schedule.

use super::free::Free;
use super::steered::Steered;
use crate::{
    Choice, Decision, Env, Pick, Queues, Ready, Schedule, Scheduler, Slice, Stopped, Strategy,
};
use std::cell::Cell;
use std::rc::Rc;
use trace::{GoId, ProcId};

/// Repeats a recorded run.
///
/// A schedule that a deterministic strategy made (`fifo`, `random`, `model`) is repeated by
/// that strategy, and compared with; a `free` one is followed step by step. Where the program
/// no longer fits its schedule, replay notes it, and goes on by the strategy alone, or first
/// come, first served. The same happens, without being noted, where the schedule ends.
///
/// ```
/// use executor::{Executor, Replay, Schedule};
/// let schedule: Schedule = "v1 free; g2 g1".parse().unwrap();
/// let ex = Executor::new(Box::new(Replay::new(&schedule)), trace::Tracer::off());
/// for _ in 0..2 {
///     ex.handle().spawn(async {}, Default::default());
/// }
/// ex.run();
/// assert_eq!(ex.schedule(), schedule);
/// ```
pub struct Replay {
    inner: Inner,
    strategy: Strategy,
    decisions: Vec<Decision>,
    status: ReplayStatus,
}

enum Inner {
    Free(Free),
    Known(Box<dyn Scheduler>),
}

/// How far a [`Replay`] has come; shared with it.
///
/// ```
/// use executor::{Executor, Replay, Schedule};
/// let replay = Replay::new(&"v1 free; g9".parse::<Schedule>().unwrap());
/// let status = replay.status();
/// let ex = Executor::new(Box::new(replay), trace::Tracer::off());
/// ex.handle().spawn(async {}, Default::default());
/// ex.run();
/// assert_eq!(status.diverged(), Some(0));
/// ```
#[derive(Clone, Debug, Default)]
pub struct ReplayStatus(Rc<Cell<(usize, bool)>>);

impl ReplayStatus {
    /// Number of decisions that were followed.
    ///
    /// ```
    /// # use executor::*;
    /// let replay = Replay::new(&"v1 free; g1".parse::<Schedule>().unwrap());
    /// let status = replay.status();
    /// let ex = Executor::new(Box::new(replay), trace::Tracer::off());
    /// ex.handle().spawn(async {}, Default::default());
    /// ex.run();
    /// assert_eq!((status.followed(), status.diverged()), (1, None));
    /// ```
    pub fn followed(&self) -> usize {
        self.0.get().0
    }

    /// Index of the decision that did not fit, if there was one.
    ///
    /// ```
    /// # use executor::*;
    /// let replay = Replay::new(&"v1 free; g1 s0/2".parse::<Schedule>().unwrap());
    /// let status = replay.status();
    /// let ex = Executor::new(Box::new(replay), trace::Tracer::off());
    /// ex.handle().choose(Choice::MapOrder, 3);
    /// assert_eq!(status.diverged(), Some(0));
    /// ```
    pub fn diverged(&self) -> Option<usize> {
        let (at, off) = self.0.get();
        off.then_some(at)
    }
}

impl Replay {
    /// Will follow `schedule`. The executor must have the schedule's cost; see
    /// [`Executor::replay`](crate::Executor::replay).
    ///
    /// ```
    /// let replay = executor::Replay::new(&executor::Schedule::new(executor::Strategy::Fifo));
    /// ```
    pub fn new(schedule: &Schedule) -> Self {
        let inner = match schedule.strategy {
            Strategy::Free => Inner::Free(Free::default()),
            known if schedule.picks.is_empty() => Inner::Known(known.scheduler()),
            known => Inner::Known(Box::new(Steered::new(known.scheduler(), &schedule.picks))),
        };
        Replay {
            inner,
            strategy: schedule.strategy,
            decisions: schedule.decisions.clone(),
            status: ReplayStatus::default(),
        }
    }

    /// How far it has come.
    ///
    /// ```
    /// # use executor::*;
    /// assert_eq!(Replay::new(&Schedule::new(Strategy::Free)).status().followed(), 0);
    /// ```
    pub fn status(&self) -> ReplayStatus {
        self.status.clone()
    }

    /// The decision that is due.
    fn due(&self) -> Option<Decision> {
        let (at, off) = self.status.0.get();
        if off { None } else { self.decisions.get(at).copied() }
    }

    fn note(&self, fits: bool) {
        let (at, _) = self.status.0.get();
        self.status.0.set((at + usize::from(fits), !fits));
    }

    fn inner(&mut self) -> &mut dyn Scheduler {
        match &mut self.inner {
            Inner::Free(free) => free,
            Inner::Known(known) => &mut **known,
        }
    }
}

impl Scheduler for Replay {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        self.inner().ready(go, how, env);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        self.inner().stopped(s, env);
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        let due = self.due();
        let wish = match due {
            Some(Decision::Run { go, cut }) => Some((go, cut)),
            Some(Decision::Choose { .. }) | None => None,
        };
        let slice = match (&mut self.inner, wish) {
            (Inner::Free(free), Some((go, cut))) if free.is_ready(go) => {
                Some(free.run(go, cut.unwrap_or(Slice::FUEL), env))
            }
            (Inner::Free(free), _) => free.next(env),
            (Inner::Known(known), _) => known.next(env),
        };
        if let (Some(s), Some(_)) = (slice, due) {
            self.note(wish.is_some_and(|(go, _)| go == s.go));
        }
        slice
    }

    fn choose(&mut self, what: Choice, n: u32) -> u32 {
        let pick = self.inner().choose(what, n);
        let due = self.due();
        match due {
            Some(Decision::Choose { what: w, n: m, pick }) if (w, m) == (what, n) => {
                self.note(true);
                pick
            }
            Some(_) => {
                self.note(false);
                pick
            }
            None => pick,
        }
    }

    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        let done = match &mut self.inner {
            Inner::Free(free) => free.advance(go),
            Inner::Known(known) => known.prefer(go, env),
        };
        if done {
            // From here on the run is another one.
            self.decisions.truncate(self.status.followed());
        }
        done
    }

    fn strategy(&self) -> Strategy {
        self.strategy
    }

    fn picks(&self) -> &[Pick] {
        match &self.inner {
            Inner::Free(_) => &[],
            Inner::Known(known) => known.picks(),
        }
    }

    fn queues(&self) -> Queues {
        match &self.inner {
            Inner::Free(free) => free.queues(),
            Inner::Known(known) => known.queues(),
        }
    }

    fn frontier(&self, now: u64) -> u64 {
        match &self.inner {
            Inner::Free(free) => free.frontier(now),
            Inner::Known(known) => known.frontier(now),
        }
    }

    fn timer_home(&self) -> ProcId {
        match &self.inner {
            Inner::Free(free) => free.timer_home(),
            Inner::Known(known) => known.timer_home(),
        }
    }

    fn timer_fires(&mut self, home: ProcId, when: u64, env: &mut Env<'_>) {
        self.inner().timer_fires(home, when, env);
    }
}
