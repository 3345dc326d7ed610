//! The runnable tasks of strategies without processors, when any of them may be asked for.

use super::one::One;
use crate::{Choice, Env, Queues, Ready, Scheduler, Slice, Stopped};
use std::collections::BTreeMap;
use trace::GoId;

/// First come, first served, unless somebody in particular is asked for.
#[derive(Debug, Default)]
pub(super) struct Free {
    /// Runnable tasks by arrival, and the arrival of each.
    queue: BTreeMap<u64, GoId>,
    arrival: BTreeMap<GoId, u64>,
    arrivals: u64,
    proc: One,
}

impl Free {
    pub fn is_ready(&self, go: GoId) -> bool {
        self.arrival.contains_key(&go)
    }

    /// In order of arrival.
    pub fn ready_tasks(&self) -> Vec<GoId> {
        self.queue.values().copied().collect()
    }

    pub fn run(&mut self, go: GoId, fuel: u32, env: &Env<'_>) -> Slice {
        self.proc.boot(env);
        if let Some(at) = self.arrival.remove(&go) {
            self.queue.remove(&at);
        }
        self.proc.start(go, env);
        Slice { go, fuel: fuel.max(1) }
    }

    /// To the head of the queue, before all that arrived.
    pub fn advance(&mut self, go: GoId) -> bool {
        let Some(at) = self.arrival.insert(go, 0) else {
            self.arrival.remove(&go);
            return false;
        };
        self.queue.remove(&at);
        self.queue.insert(0, go);
        true
    }

    fn put(&mut self, go: GoId, env: &Env<'_>) {
        self.proc.enqueue(go, env);
        self.arrivals += 1;
        self.queue.insert(self.arrivals, go);
        self.arrival.insert(go, self.arrivals);
    }
}

impl Scheduler for Free {
    fn ready(&mut self, go: GoId, _how: Ready, env: &mut Env<'_>) {
        self.put(go, env);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        if self.proc.stopped(s, env) {
            self.put(s.go, env);
        }
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        self.proc.boot(env);
        let go = *self.queue.first_key_value()?.1;
        Some(self.run(go, Slice::FUEL, env))
    }

    fn choose(&mut self, _what: Choice, _n: u32) -> u32 {
        0
    }

    fn queues(&self) -> Queues {
        self.proc.queues(self.ready_tasks())
    }
}
