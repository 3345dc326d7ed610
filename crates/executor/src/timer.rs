//! Timers, ordered by deadline and then by the order of setting.

use crate::Handle;
use std::collections::BTreeMap;
use trace::ProcId;

/// Names a pending timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimerId {
    when: u64,
    seq: u64,
}

/// What a timer does when it fires.
pub(crate) type Action = Box<dyn FnOnce(&Handle)>;

/// Processor that runs a timer; none if the kernel does.
pub(crate) type Home = Option<ProcId>;

/// Among how many timers with the same deadline the first to fire is chosen.
const TIES: usize = 64;

#[derive(Default)]
pub(crate) struct Timers {
    /// Earliest deadline.
    earliest: Option<u64>,
    pending: BTreeMap<TimerId, (Home, Action)>,
    seq: u64,
}

impl Timers {
    pub fn set(&mut self, when: u64, home: Home, action: Action) -> TimerId {
        self.seq += 1;
        let id = TimerId { when, seq: self.seq };
        self.pending.insert(id, (home, action));
        self.changed();
        id
    }

    pub fn cancel(&mut self, id: TimerId) -> Option<Action> {
        let found = self.pending.remove(&id);
        self.changed();
        found.map(|(_, a)| a)
    }

    /// Earliest deadline.
    #[inline]
    pub fn earliest(&self) -> Option<u64> {
        self.earliest
    }

    fn changed(&mut self) {
        self.earliest = self.pending.first_key_value().map(|(id, _)| id.when);
    }

    /// Number of timers that share the earliest deadline (at most [`TIES`] are looked at).
    pub fn ties(&self) -> u32 {
        match self.earliest() {
            Some(w) => self.pending.keys().take(TIES).take_while(|id| id.when == w).count() as u32,
            None => 0,
        }
    }

    /// Takes the `n`th timer in order.
    pub fn take(&mut self, n: u32) -> Option<(u64, Home, Action)> {
        let id = *self.pending.keys().nth(n as usize)?;
        let found = self.pending.remove(&id);
        self.changed();
        found.map(|(home, a)| (id.when, home, a))
    }

    pub fn clear(&mut self) -> Vec<Action> {
        self.earliest = None;
        std::mem::take(&mut self.pending).into_values().map(|(_, a)| a).collect()
    }
}
