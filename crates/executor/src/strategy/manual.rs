//! Somebody decides by hand.

use super::free::Free;
use crate::{Choice, Decision, Env, Queues, Ready, Scheduler, Slice, Stopped};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use trace::GoId;

/// Runs whom its [`Hand`] says, and nobody else: without a word from there nobody runs.
///
/// ```
/// use executor::{Executor, Manual};
/// use trace::GoId;
/// let (manual, hand) = Manual::new();
/// let ex = Executor::new(Box::new(manual), trace::Tracer::off());
/// for _ in 0..2 {
///     ex.handle().spawn(async {}, Default::default());
/// }
/// assert!(!ex.try_tick());
/// assert_eq!(hand.ready(), [GoId(1), GoId(2)]);
/// hand.run(GoId(2), None);
/// hand.run(GoId(1), None);
/// ex.run();
/// assert_eq!(ex.schedule().to_string(), "v1 free; g2 g1");
/// ```
pub struct Manual {
    free: Free,
    hand: Hand,
}

/// Decides for a [`Manual`] scheduler.
#[derive(Clone, Default)]
pub struct Hand(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    coming: VecDeque<Decision>,
    ready: Vec<GoId>,
}

impl Hand {
    /// Who could run, in the order of their becoming runnable.
    ///
    /// ```
    /// # use executor::*;
    /// let (manual, hand) = Manual::new();
    /// let ex = Executor::new(Box::new(manual), trace::Tracer::off());
    /// ex.handle().spawn(async {}, Default::default());
    /// assert_eq!(hand.ready().len(), 1);
    /// ```
    pub fn ready(&self) -> Vec<GoId> {
        self.0.borrow().ready.clone()
    }

    /// Lets `go` run next, for at most so much fuel. Not runnable by then, it is passed over.
    ///
    /// ```
    /// # use executor::*;
    /// let (manual, hand) = Manual::new();
    /// let ex = Executor::new(Box::new(manual), trace::Tracer::off());
    /// let main = ex.handle().spawn(async {}, Default::default());
    /// hand.run(main, None);
    /// assert_eq!(ex.run_until_stalled(), 1);
    /// ```
    pub fn run(&self, go: GoId, fuel: Option<u32>) {
        self.push(Decision::Run { go, cut: fuel });
    }

    /// Decides the next choice of `what` among `n`. Choices that nobody decided fall on the
    /// first alternative.
    ///
    /// ```
    /// # use executor::*;
    /// let (manual, hand) = Manual::new();
    /// let ex = Executor::new(Box::new(manual), trace::Tracer::off());
    /// hand.choose(Choice::SelectCase, 3, 2);
    /// assert_eq!(ex.handle().choose(Choice::SelectCase, 3), 2);
    /// assert_eq!(ex.handle().choose(Choice::SelectCase, 3), 0);
    /// ```
    pub fn choose(&self, what: Choice, n: u32, pick: u32) {
        self.push(Decision::Choose { what, n, pick });
    }

    fn push(&self, d: Decision) {
        self.0.borrow_mut().coming.push_back(d);
    }
}

impl Manual {
    /// A scheduler and the hand that holds it.
    ///
    /// ```
    /// let (manual, hand) = executor::Manual::new();
    /// assert!(hand.ready().is_empty());
    /// ```
    pub fn new() -> (Self, Hand) {
        let hand = Hand::default();
        (Manual { free: Free::default(), hand: hand.clone() }, hand)
    }

    fn show(&self) {
        self.hand.0.borrow_mut().ready = self.free.ready_tasks();
    }
}

impl Scheduler for Manual {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        self.free.ready(go, how, env);
        self.show();
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        self.free.stopped(s, env);
        self.show();
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        loop {
            let coming = self.hand.0.borrow_mut().coming.pop_front()?;
            if let Decision::Run { go, cut } = coming
                && self.free.is_ready(go)
            {
                let slice = self.free.run(go, cut.unwrap_or(Slice::FUEL), env);
                self.show();
                return Some(slice);
            }
        }
    }

    fn choose(&mut self, what: Choice, n: u32) -> u32 {
        let coming = &mut self.hand.0.borrow_mut().coming;
        match coming.front() {
            Some(&Decision::Choose { what: w, n: m, pick }) if (w, m) == (what, n) => {
                coming.pop_front();
                pick
            }
            Some(_) | None => 0,
        }
    }

    fn queues(&self) -> Queues {
        self.free.queues()
    }
}
