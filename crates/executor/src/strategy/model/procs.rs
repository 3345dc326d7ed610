//! Processors and threads: who is woken, who goes to sleep.

use super::{Model, State, id};
use crate::Env;
use crate::strategy::costs::{CREATE_THREAD, WAKE_THREAD};
use trace::{EventKind, GoId, ThreadId};

impl Model {
    /// `wakep`: if nobody looks for work already, starts an idle processor that does.
    pub(super) fn wake_proc(&mut self, env: &mut Env<'_>) {
        if self.spinning > 0 {
            return;
        }
        if let Some(p) = self.idle.pop() {
            self.start_proc(p, WAKE_THREAD, env);
            self.start_spinning(p, env);
        }
    }

    /// Takes an idle processor off the list: `wish` if it is idle.
    pub(super) fn take_idle(&mut self, wish: usize) -> Option<usize> {
        match self.idle.iter().position(|&p| p == wish) {
            Some(i) => Some(self.idle.remove(i)),
            None => self.idle.pop(),
        }
    }

    /// `startm`: gives a processor, which is on no list any more, a thread. The thread needs
    /// `wake` nanoseconds to come, more if it must be created.
    pub(super) fn start_proc(&mut self, p: usize, wake: u64, env: &Env<'_>) {
        let (thread, delay) = match self.idle_threads.pop() {
            Some(thread) => (thread, wake),
            None => (self.new_thread(env), CREATE_THREAD),
        };
        let me = &mut self.procs[p];
        me.thread = thread;
        me.state = State::Looking;
        me.now = me.now.max(env.now.saturating_add(delay));
        env.emit(GoId::RUNTIME, EventKind::ProcStart { proc: id(p), thread });
    }

    fn new_thread(&mut self, env: &Env<'_>) -> ThreadId {
        let thread = ThreadId(self.threads);
        self.threads += 1;
        env.emit(GoId::RUNTIME, EventKind::ThreadCreate { thread });
        thread
    }

    /// Nothing to do: the processor becomes idle and its thread parks (`pidleput`, `stopm`).
    pub(super) fn stop_proc(&mut self, p: usize, env: &Env<'_>) {
        self.stop_spinning(p, env);
        let me = &mut self.procs[p];
        me.state = State::Idle;
        me.shares = false;
        me.patient = false;
        self.idle_threads.push(me.thread);
        self.idle.push(p);
        env.emit(GoId::RUNTIME, EventKind::ProcStop { proc: id(p) });
    }

    pub(super) fn start_spinning(&mut self, p: usize, env: &Env<'_>) {
        if !self.procs[p].spinning {
            self.procs[p].spinning = true;
            self.spinning += 1;
            env.emit(GoId::RUNTIME, EventKind::Spinning { proc: id(p), on: true });
        }
    }

    pub(super) fn stop_spinning(&mut self, p: usize, env: &Env<'_>) {
        if self.procs[p].spinning {
            self.procs[p].spinning = false;
            self.spinning -= 1;
            env.emit(GoId::RUNTIME, EventKind::Spinning { proc: id(p), on: false });
        }
    }
}
