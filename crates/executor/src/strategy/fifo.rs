//! First come, first served.

use crate::{Choice, Env, Ready, Scheduler, Slice, Stopped, Strategy};
use std::collections::VecDeque;
use trace::{EventKind, GoId, ProcId, RunQueue, ThreadId};

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
    started: bool,
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

/// The one processor and thread of the strategies that have no processors.
#[inline(always)]
pub(super) fn boot(started: &mut bool, env: &Env<'_>) {
    if !*started {
        *started = true;
        start_proc(env);
    }
}

#[cold]
fn start_proc(env: &Env<'_>) {
    env.emit(GoId::RUNTIME, EventKind::ThreadCreate { thread: ThreadId(0) });
    env.emit(GoId::RUNTIME, EventKind::ProcStart { proc: ProcId(0), thread: ThreadId(0) });
}

impl Scheduler for Fifo {
    #[inline]
    fn ready(&mut self, go: GoId, _how: Ready, env: &mut Env<'_>) {
        env.enqueue(go, RunQueue::Global);
        self.queue.push_back(go);
    }

    #[inline]
    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        if env.stop(s) {
            env.enqueue(s.go, RunQueue::Global);
            self.queue.push_back(s.go);
        }
    }

    #[inline]
    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        boot(&mut self.started, env);
        let go = self.queue.pop_front()?;
        env.start(go, ProcId(0));
        Some(Slice::new(go))
    }

    fn choose(&mut self, _what: Choice, _n: u32) -> u32 {
        0
    }

    fn strategy(&self) -> Strategy {
        Strategy::Fifo
    }
}
