//! The one processor and thread that strategies without processors show.

use crate::{Env, Queues, Stop, Stopped};
use trace::{EventKind, GoId, ProcId, Processor, RunQueue, ThreadId};

#[derive(Debug, Default)]
pub(super) struct One {
    started: bool,
    /// Slices begun.
    tick: u32,
    /// Who is in a system call, and was the last to run.
    syscall: Option<GoId>,
}

impl One {
    /// Emits its birth, once.
    #[inline(always)]
    pub fn boot(&mut self, env: &Env<'_>) {
        if !self.started {
            self.started = true;
            born(env);
        }
    }

    /// `go` runs.
    #[inline]
    pub fn start(&mut self, go: GoId, env: &Env<'_>) {
        self.tick = self.tick.wrapping_add(1);
        self.syscall = None;
        env.start(go, ProcId(0));
    }

    /// `go` stands in the queue.
    #[inline]
    pub fn enqueue(&mut self, go: GoId, env: &Env<'_>) {
        if self.syscall == Some(go) {
            self.syscall = None;
        }
        env.enqueue(go, RunQueue::Global);
    }

    /// A slice is over; says whether the task could go on.
    #[inline]
    pub fn stopped(&mut self, s: Stopped, env: &Env<'_>) -> bool {
        if s.how == Stop::Syscall {
            self.syscall = Some(s.go);
        }
        env.stop(s)
    }

    pub fn queues(&self, global: Vec<GoId>) -> Queues {
        let thread = Some(ThreadId(0));
        let (running, tick) = (self.syscall, self.tick);
        let proc = Processor { thread, running, tick, ..Processor::default() };
        Queues { procs: if self.started { vec![proc] } else { vec![] }, global }
    }
}

#[cold]
fn born(env: &Env<'_>) {
    let (proc, thread) = (ProcId(0), ThreadId(0));
    env.emit(GoId::RUNTIME, EventKind::ThreadCreate { thread });
    env.emit(GoId::RUNTIME, EventKind::ProcStart { proc, thread });
}
