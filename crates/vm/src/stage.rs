//! The live runtime, reduced to what the film tells, for the test that the two agree.

use crate::goroutine::{Go, Wait};
use crate::machine::{Machine, State};
use std::collections::BTreeMap;
use sync::Projection;
use trace::{GoId, ObjId, WaitReason};

/// The live runtime at one moment between two slices.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stage {
    /// Virtual time in nanoseconds.
    pub now: u64,
    /// Goroutines that have not ended, and what they wait for; none if they can run.
    pub gos: BTreeMap<GoId, Option<WaitReason>>,
    /// Channels, locks, wait groups, timers … that were made so far.
    pub objs: BTreeMap<ObjId, Projection>,
}

pub(crate) fn project(m: &Machine, st: &State) -> Stage {
    let now = m.handle.now();
    // Whoever is back from a system call learns of it when it runs; the executor knows.
    let back = |g: &Go| matches!(g.wait, Wait::Syscall) && !m.handle.in_syscall(g.id);
    let gos = st.gos.iter().flatten().map(|g| (g.id, g.reason().filter(|_| !back(g))));
    let objs = st.live_objects.iter().map(|o| o.project()).map(|p| (p.id, p));
    Stage { now, gos: gos.collect(), objs: objs.collect() }
}
