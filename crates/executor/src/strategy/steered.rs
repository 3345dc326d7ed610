//! A strategy that somebody corrects by hand.

use crate::{Choice, Env, Pick, Queues, Ready, Scheduler, Slice, Stopped, Strategy};
use std::cell::Cell;
use std::rc::Rc;
use trace::{GoId, ProcId};

/// Counts what a steered run has done so far.
#[derive(Clone, Default)]
pub struct SteerCounts(Rc<Counts>);

#[derive(Default)]
struct Counts {
    slices: Cell<u32>,
    choices: Cell<u32>,
    applied: Cell<usize>,
}

impl SteerCounts {
    /// Slices begun.
    ///
    /// ```
    /// assert_eq!(executor::SteerCounts::default().slices(), 0);
    /// ```
    pub fn slices(&self) -> u32 {
        self.0.slices.get()
    }

    /// Choices made.
    ///
    /// ```
    /// assert_eq!(executor::SteerCounts::default().choices(), 0);
    /// ```
    pub fn choices(&self) -> u32 {
        self.0.choices.get()
    }

    /// Decisions by hand that were carried out.
    ///
    /// ```
    /// assert_eq!(executor::SteerCounts::default().applied(), 0);
    /// ```
    pub fn applied(&self) -> usize {
        self.0.applied.get()
    }
}

/// Lets a strategy decide, except where somebody did by hand.
pub struct Steered {
    inner: Box<dyn Scheduler>,
    picks: Vec<Pick>,
    counts: SteerCounts,
}

impl Steered {
    /// Lets `inner` decide, except for `picks`.
    ///
    /// ```
    /// use executor::*;
    /// use trace::GoId;
    /// let picks = [Pick::Run { slice: 0, after: 0, go: GoId(2) }];
    /// let ex = Executor::new(Box::new(Steered::new(Box::new(Fifo::new()), &picks)), trace::Tracer::off());
    /// for _ in 0..2 {
    ///     ex.handle().spawn(async {}, Default::default());
    /// }
    /// ex.run();
    /// assert_eq!(ex.schedule().to_string(), "v1 fifo picks=0+0g2; g2 g1");
    /// ```
    pub fn new(inner: Box<dyn Scheduler>, picks: &[Pick]) -> Self {
        Steered { inner, picks: picks.to_vec(), counts: SteerCounts::default() }
    }

    /// What it counts, shared with it.
    ///
    /// ```
    /// # use executor::*;
    /// assert_eq!(Steered::new(Box::new(Fifo::new()), &[]).counts().applied(), 0);
    /// ```
    pub fn counts(&self) -> SteerCounts {
        self.counts.clone()
    }

    fn due(&self) -> Option<Pick> {
        self.picks.get(self.counts.applied()).copied()
    }

    fn done(&self) {
        self.counts.0.applied.set(self.counts.applied() + 1);
    }
}

impl Scheduler for Steered {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        self.inner.ready(go, how, env);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        self.inner.stopped(s, env);
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        let n = self.counts.slices();
        // Not runnable at that very moment, it goes as soon as it is.
        if let Some(Pick::Run { slice, after, go }) = self.due()
            && (slice < n || slice == n && after == 0)
            && self.inner.prefer(go, env)
        {
            self.done();
        }
        let mut next = self.inner.next(env)?;
        if let Some(Pick::Run { slice, after, .. }) = self.due()
            && slice == n
            && after > 0
        {
            next.fuel = next.fuel.min(after);
        }
        self.counts.0.slices.set(n + 1);
        Some(next)
    }

    fn choose(&mut self, what: Choice, n: u32) -> u32 {
        let at = self.counts.choices();
        self.counts.0.choices.set(at + 1);
        let own = self.inner.choose(what, n);
        match self.due() {
            Some(Pick::Choose { choice, pick }) if choice <= at => {
                self.done();
                if choice == at { pick } else { own }
            }
            Some(_) | None => own,
        }
    }

    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        self.inner.prefer(go, env)
    }

    fn strategy(&self) -> Strategy {
        self.inner.strategy()
    }

    fn picks(&self) -> &[Pick] {
        // Where only decisions can repeat a run, they tell of the picks as well.
        if self.strategy() == Strategy::Free { &[] } else { &self.picks }
    }

    fn queues(&self) -> Queues {
        self.inner.queues()
    }

    fn frontier(&self, now: u64) -> u64 {
        self.inner.frontier(now)
    }

    fn timer_home(&self) -> ProcId {
        self.inner.timer_home()
    }

    fn timer_fires(&mut self, home: ProcId, when: u64, env: &mut Env<'_>) {
        self.inner.timer_fires(home, when, env);
    }
}
