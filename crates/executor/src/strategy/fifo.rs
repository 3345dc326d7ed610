//! First come, first served.

use super::one::One;
use crate::{Choice, Env, Queues, Ready, Scheduler, Slice, Stopped, Strategy};
use std::collections::VecDeque;
use trace::GoId;

/// One queue: whoever became runnable first runs first. Always takes the first alternative.
///
/// ```
/// use executor::{Executor, Fifo};
/// let ex = Executor::new(Box::new(Fifo::new()), trace::Tracer::off());
/// # ex.run();
/// ```
#[derive(Debug, Default)]
pub struct Fifo {
    queue: VecDeque<GoId>,
    proc: One,
}

impl Fifo {
    /// An empty queue.
    ///
    /// ```
    /// let fifo = executor::Fifo::new();
    /// ```
    pub fn new() -> Self {
        Self::default()
    }
}

impl Scheduler for Fifo {
    #[inline]
    fn ready(&mut self, go: GoId, _how: Ready, env: &mut Env<'_>) {
        self.proc.enqueue(go, env);
        self.queue.push_back(go);
    }

    #[inline]
    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        if self.proc.stopped(s, env) {
            self.proc.enqueue(s.go, env);
            self.queue.push_back(s.go);
        }
    }

    #[inline]
    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        self.proc.boot(env);
        let go = self.queue.pop_front()?;
        self.proc.start(go, env);
        Some(Slice::new(go))
    }

    fn choose(&mut self, _what: Choice, _n: u32) -> u32 {
        0
    }

    fn prefer(&mut self, go: GoId, _env: &mut Env<'_>) -> bool {
        let at = self.queue.iter().position(|g| *g == go);
        if let Some(at) = at {
            self.queue.remove(at);
            self.queue.push_front(go);
        }
        at.is_some()
    }

    fn strategy(&self) -> Strategy {
        Strategy::Fifo
    }

    fn queues(&self) -> Queues {
        self.proc.queues(self.queue.iter().copied().collect())
    }
}
