//! System calls: a thread that blocks in one loses its processor to another thread.

use super::{Model, State, id};
use crate::Env;
use crate::strategy::costs::WAKE_THREAD;
use trace::{EventKind, GoId, RunQueue};

/// sysmon's shortest and longest time between two looks, in nanoseconds.
const SHORTEST: u64 = 20_000;
const LONGEST: u64 = 10_000_000;

impl Model {
    /// `entersyscall`: goroutine and thread are gone into the kernel; the processor stays
    /// behind until sysmon takes it, or until they come back.
    pub(super) fn enter_syscall(&mut self, p: usize, go: GoId) {
        let me = &mut self.procs[p];
        me.state = State::Syscall { go, since: me.now };
        me.now += SHORTEST;
    }

    /// sysmon's look at a processor in a system call (`retake`): it is taken away if there is
    /// work that nobody else would do, or after 10 ms.
    pub(super) fn sysmon(&mut self, p: usize, go: GoId, since: u64, env: &mut Env<'_>) {
        let me = &self.procs[p];
        let work = me.next.is_some() || !me.queue.is_empty();
        let helpers = self.spinning + self.idle.len() > 0;
        let waited = me.now - since;
        if !work && helpers && waited < LONGEST {
            let step = waited.clamp(SHORTEST, LONGEST);
            self.procs[p].now += step;
            return;
        }
        self.blocked.insert(go, me.thread);
        env.emit(go, EventKind::HandOff { proc: id(p) });
        // `handoffp`: another thread comes if there is work or nobody who looks for any.
        let work = work || !self.global.is_empty();
        if work || !helpers {
            self.start_proc(p, WAKE_THREAD, env);
            if !work {
                self.start_spinning(p, env);
            }
        } else {
            self.procs[p].state = State::Idle;
            self.idle.push(p);
            env.emit(GoId::RUNTIME, EventKind::ProcStop { proc: id(p) });
        }
    }

    /// `exitsyscall`: goes on at once if its processor is still there or another one is idle;
    /// else to the global queue.
    pub(super) fn exit_syscall(&mut self, go: GoId, env: &mut Env<'_>) {
        let own = self
            .procs
            .iter()
            .position(|p| matches!(p.state, State::Syscall { go: g, .. } if g == go));
        if let Some(p) = own {
            let me = &mut self.procs[p];
            me.state = State::Running(go);
            me.now = env.now;
            return;
        }
        let thread = self.blocked.remove(&go);
        if let Some(p) = self.idle.pop() {
            // Its own thread takes the processor.
            self.idle_threads.extend(thread);
            self.start_proc(p, 0, env);
            self.execute(p, go, false, env);
        } else {
            self.idle_threads.extend(thread);
            self.global.push_back(go);
            env.enqueue(go, RunQueue::Global);
        }
    }
}
