//! Run queues: a slot and a ring for each processor, one list for all.

use super::{LOCAL, Model, State, id};
use crate::Env;
use trace::{EventKind, GoId, RunQueue};

/// How long a thief waits before it takes a `runnext`, in nanoseconds: its owner is likely to
/// run it any moment (`runqgrab`).
const BACK_OFF: u64 = 3_000;

impl Model {
    /// `runqput` with `next`: into `runnext`, whose former holder goes to the tail of the local
    /// queue.
    pub(super) fn put_local(&mut self, p: usize, go: GoId, env: &Env<'_>) {
        let old = self.procs[p].next.replace(go);
        if let Some(old) = old {
            self.put_tail(p, old, env);
        }
        env.enqueue(go, RunQueue::Next(id(p)));
    }

    /// To the tail of the local queue. If that is full, its older half goes to the global queue
    /// together with `go` (`runqputslow`).
    pub(super) fn put_tail(&mut self, p: usize, go: GoId, env: &Env<'_>) {
        let queue = &mut self.procs[p].queue;
        if queue.len() < LOCAL {
            queue.push_back(go);
            env.enqueue(go, RunQueue::Local(id(p)));
            return;
        }
        for go in queue.drain(..LOCAL / 2).chain([go]) {
            self.global.push_back(go);
            env.enqueue(go, RunQueue::Global);
        }
    }

    /// `runqget`: `runnext`, which shares the slice of time of who made it ready; else the head
    /// of the local queue.
    pub(super) fn take_local(&mut self, p: usize) -> (Option<GoId>, bool) {
        let me = &mut self.procs[p];
        match me.next.take() {
            Some(go) => (Some(go), true),
            None => (me.queue.pop_front(), false),
        }
    }

    /// Takes `go` out of whatever queue it stands in; false if it stands in none.
    pub(super) fn take(&mut self, go: GoId) -> bool {
        for p in &mut self.procs {
            if p.next == Some(go) {
                p.next = None;
                return true;
            }
            if let Some(i) = p.queue.iter().position(|g| *g == go) {
                p.queue.remove(i);
                return true;
            }
        }
        let at = self.global.iter().position(|g| *g == go);
        at.is_some_and(|i| self.global.remove(i).is_some())
    }

    /// `globrunqgetbatch`: a fair share of the global queue; the first runs, the others go to
    /// the local queue.
    pub(super) fn take_global(&mut self, p: usize, env: &Env<'_>) -> Option<GoId> {
        let share = (self.global.len() as u32 / self.procs.len() as u32 + 1) as usize;
        let n = share.min(LOCAL / 2).min(self.global.len());
        let first = self.global.pop_front()?;
        for go in self.global.drain(..n - 1) {
            self.procs[p].queue.push_back(go);
            env.enqueue(go, RunQueue::Local(id(p)));
        }
        Some(first)
    }

    /// `stealWork`: half of another's local queue, or at last its `runnext`. Without success
    /// `p` becomes idle, or waits a moment for a `runnext`.
    pub(super) fn steal(&mut self, p: usize, env: &mut Env<'_>) -> Option<GoId> {
        let busy = self.procs.len() - self.idle.len();
        let may_spin = self.procs[p].spinning || 2 * self.spinning < busy;
        if !may_spin || self.procs.len() == 1 {
            self.stop_proc(p, env);
            return None;
        }
        self.start_spinning(p, env);
        let victims = self.order();
        for &v in &victims {
            if v != p
                && self.procs[v].state != State::Idle
                && let Some(go) = self.steal_half(p, v, env)
            {
                return Some(go);
            }
        }
        let holder = victims.into_iter().find(|&v| v != p && self.procs[v].next.is_some());
        let Some(v) = holder else {
            self.stop_proc(p, env);
            return None;
        };
        let runs = matches!(self.procs[v].state, State::Running(_) | State::Looking);
        if runs && !self.procs[p].patient {
            self.procs[p].patient = true;
            self.procs[p].now += BACK_OFF;
            return None;
        }
        let go = self.procs[v].next.take()?;
        env.emit(GoId::RUNTIME, EventKind::Steal { proc: id(p), from: id(v), n: 0 });
        env.enqueue(go, RunQueue::Local(id(p)));
        Some(go)
    }

    /// `runqsteal`: the older half of `v`'s queue, rounded up; the last of them runs.
    fn steal_half(&mut self, p: usize, v: usize, env: &Env<'_>) -> Option<GoId> {
        let len = self.procs[v].queue.len();
        let n = len - len / 2;
        let stolen: Vec<GoId> = self.procs[v].queue.drain(..n).collect();
        self.procs[p].queue.extend(stolen);
        let go = if n > 0 { self.procs[p].queue.pop_back() } else { None }?;
        env.emit(GoId::RUNTIME, EventKind::Steal { proc: id(p), from: id(v), n: n as u16 });
        Some(go)
    }

    /// All processors in a pseudo-random order (`randomOrder`): steps of a length that is
    /// coprime to their number.
    fn order(&mut self) -> Vec<usize> {
        let n = self.procs.len() as u32;
        let at = self.rng.below(n);
        let coprimes: Vec<u32> = (1..=n).filter(|&i| gcd(i, n) == 1).collect();
        let step = coprimes[self.rng.below(coprimes.len() as u32) as usize];
        (0..n).map(|i| ((at + i * step) % n) as usize).collect()
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
