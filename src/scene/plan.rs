//! What a run will ever need on the stage and on the timeline.

use std::collections::BTreeMap;
use trace::{GoId, ObjId, ObjKind, Sym, Trace};

/// Class of a goroutine's state: its hue and texture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum StateClass {
    Running,
    Runnable,
    Waiting,
    Sleeping,
    Syscall,
    Dead,
}

impl StateClass {
    /// Name in the style sheets.
    pub fn css(self) -> &'static str {
        match self {
            StateClass::Running => "running",
            StateClass::Runnable => "runnable",
            StateClass::Waiting => "waiting",
            StateClass::Sleeping => "sleeping",
            StateClass::Syscall => "syscall",
            StateClass::Dead => "dead",
        }
    }
}

/// A stretch of one state in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Position where it begins.
    pub from: u32,
    /// Position where it ends.
    pub to: u32,
    /// Virtual time where it begins, nanoseconds.
    pub t0: u64,
    /// Virtual time where it ends.
    pub t1: u64,
    /// State.
    pub class: StateClass,
}

/// A goroutine's life on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Who.
    pub go: GoId,
    /// `worker`
    pub func: String,
    /// States in order.
    pub spans: Vec<Span>,
}

/// Most an object ever needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Need {
    /// Longest send queue (or queue of waiters).
    pub sendq: usize,
    /// Longest receive queue.
    pub recvq: usize,
    /// Events that touch it.
    pub touches: u32,
    /// Position after the last of them.
    pub last: u32,
    /// Its name in the source, and its type.
    pub name: Sym,
    /// Its Go type.
    pub typ: Sym,
}

/// What a run needs on the stage.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Channels that get a card, in order of birth.
    pub chans: Vec<(ObjId, u32, Need)>,
    /// Other objects that get a card, in order of birth.
    pub others: Vec<(ObjId, ObjKind, Need)>,
    /// Number of processors.
    pub procs: usize,
    /// Most goroutines asleep or timers pending at once.
    pub timers: usize,
    /// Most goroutines waiting for the network at once.
    pub polls: usize,
    /// Whether the program has timers with a name, and not only sleeps and timeouts.
    pub clocks: bool,
    /// Virtual time that one turn of the clock shows, nanoseconds.
    pub turn: u64,
    /// Most goroutines waiting on nothing that has a card.
    pub elsewhere: usize,
    /// Most goroutines in the global queue at once.
    pub global: usize,
    /// Whether any thread ever enters a system call.
    pub syscalls: bool,
    /// Most locals of a function at once.
    pub vars: usize,
    /// Contexts that get a line in the tree, in order of birth.
    pub contexts: Vec<(ObjId, Need)>,
    /// Number of goroutines ever.
    pub goroutines: usize,
    /// Lanes of the timeline, in order of birth.
    pub lanes: Vec<Lane>,
    /// Who woke whom: position, time, from, to.
    pub wakes: Vec<(u32, u64, GoId, GoId)>,
    /// Last virtual time.
    pub end: u64,
    /// Number of events.
    pub len: u32,
}

/// At most so many cards of each sort.
const MAX_CARDS: usize = 24;

impl Plan {
    /// Whether processors are what this run is about: hardly any objects to look at.
    pub fn about_procs(&self) -> bool {
        let few = self.chans.is_empty() && self.contexts.is_empty() && self.others.len() <= 1;
        few && (self.procs > 1 || self.syscalls)
    }

    /// Reads the whole trace at once.
    pub fn of(trace: &Trace) -> Plan {
        let mut reader = super::Reader::default();
        while !reader.read(trace, usize::MAX) {}
        reader.finish(trace)
    }

    /// Gives cards to the objects that matter most, in order of birth.
    pub fn choose_cards(&mut self, needs: BTreeMap<ObjId, (ObjKind, Need)>, trace: &Trace) {
        let mut list: Vec<_> =
            needs.into_iter().filter(|(_, (k, n))| deserves_card(*k, n, trace)).collect();
        list.sort_by_key(|(id, (_, n))| (n.name == Sym(0), std::cmp::Reverse(n.touches), *id));
        list.truncate(MAX_CARDS);
        list.sort_by_key(|(id, _)| *id);
        for (id, (kind, need)) in list {
            match kind {
                ObjKind::Chan { cap } => self.chans.push((id, cap, need)),
                ObjKind::Context => self.contexts.push((id, need)),
                kind => self.others.push((id, kind, need)),
            }
        }
    }
}

fn deserves_card(kind: ObjKind, need: &Need, trace: &Trace) -> bool {
    match kind {
        ObjKind::Timer | ObjKind::Ticker => false,
        // A timer's own channel: who waits for it stands with the timer.
        ObjKind::Chan { .. }
            if need.name == Sym(0) && trace.text(need.typ).ends_with("time.Time") =>
        {
            false
        }
        ObjKind::Chan { .. } => need.name != Sym(0) || need.sendq + need.recvq > 0,
        ObjKind::Mutex
        | ObjKind::RWMutex
        | ObjKind::WaitGroup
        | ObjKind::Once
        | ObjKind::Cond
        | ObjKind::Context
        | ObjKind::Semaphore
        | ObjKind::Group
        | ObjKind::Pool
        | ObjKind::Map
        | ObjKind::Atomic
        | ObjKind::Variable => need.name != Sym(0) || need.touches > 0,
    }
}
