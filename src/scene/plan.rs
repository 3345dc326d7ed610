//! What a run will ever need on the stage and on the timeline.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use trace::{GoId, ObjId, ObjKind, Sym, Trace, World};

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
    /// Functions at work in it at once.
    pub tasks: usize,
    /// The object of which it is a part.
    pub whole: Option<ObjId>,
    /// Events that touch it.
    pub touches: u32,
    /// Position at which it comes to life.
    pub born: u32,
    /// Position after the last of them; beyond the end if somebody waits for it for good, or holds it.
    pub last: u32,
    /// Its name in the source, and its type.
    pub name: Sym,
    /// Its Go type.
    pub typ: Sym,
}

/// A place on the stage, for one object after another: those of one variable, each of which is done with before the
/// next comes to life.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// What they are.
    pub kind: ObjKind,
    /// The most that any of them needs.
    pub room: Need,
    /// The objects in order of birth; at least one.
    pub objs: Vec<(ObjId, Need)>,
}

impl Spot {
    /// Whose turn it is: the youngest that has come to life, else the first.
    pub fn now(&self, world: &World) -> (ObjId, Need) {
        let born = self.objs.iter().rev().find(|(id, _)| world.objs.contains_key(id));
        *born.unwrap_or(&self.objs[0])
    }

    fn takes(&self, kind: ObjKind, need: &Need) -> bool {
        let same = self.kind == kind && self.room.name == need.name && self.room.typ == need.typ;
        same && kind != ObjKind::Context && self.objs.iter().all(|(_, n)| n.last < need.born)
    }

    fn add(&mut self, id: ObjId, need: Need) {
        let room = &mut self.room;
        room.sendq = room.sendq.max(need.sendq);
        room.recvq = room.recvq.max(need.recvq);
        room.tasks = room.tasks.max(need.tasks);
        room.touches += need.touches;
        self.objs.push((id, need));
    }
}

/// What a run needs on the stage.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Places of channels, in order of birth.
    pub chans: Vec<Spot>,
    /// Places of other objects, in order of birth.
    pub others: Vec<Spot>,
    /// Number of processors.
    pub procs: usize,
    /// Most goroutines asleep or timers pending at once.
    pub timers: usize,
    /// Most goroutines waiting for the network at once.
    pub polls: usize,
    /// Whether the program works with timers, and does not only sleep and give up in time.
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
    /// Channels whose buffer says how much room a group has, with the group, in order of birth.
    pub places: Vec<(ObjId, ObjId)>,
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

    /// Gives places to the objects that matter most, in order of birth.
    pub fn choose_cards(&mut self, mut needs: BTreeMap<ObjId, (ObjKind, Need)>, trace: &Trace) {
        self.places = join_parts(&mut needs);
        let mut spots: Vec<Spot> = Vec::new();
        for (id, (kind, need)) in
            needs.into_iter().filter(|(_, (k, n))| deserves_card(*k, n, trace))
        {
            match spots.iter_mut().find(|s| s.takes(kind, &need)) {
                Some(spot) => spot.add(id, need),
                None => spots.push(Spot { kind, room: need, objs: vec![(id, need)] }),
            }
        }
        spots.sort_by_key(|s| (s.room.name == Sym(0), Reverse(s.room.touches), s.objs[0].0));
        spots.truncate(MAX_CARDS);
        spots.sort_by_key(|s| s.objs[0].0);
        for spot in spots {
            match spot.kind {
                ObjKind::Chan { .. } => self.chans.push(spot),
                ObjKind::Context => self.contexts.extend(spot.objs),
                _ => self.others.push(spot),
            }
        }
    }
}

/// Parts have no cards: who waits at one stands at the whole. The channels that groups hold places in.
fn join_parts(needs: &mut BTreeMap<ObjId, (ObjKind, Need)>) -> Vec<(ObjId, ObjId)> {
    let part = |(id, (kind, need)): (&ObjId, &(ObjKind, Need))| Some((*id, *kind, need.whole?));
    let parts: Vec<_> = needs.iter().filter_map(part).collect();
    let mut places = Vec::new();
    for (id, kind, whole) in parts {
        let Some((_, part)) = needs.remove(&id) else { continue };
        let Some((_, need)) = needs.get_mut(&whole) else { continue };
        // Who wants to enter waits at a channel, who waits for the end at a counter.
        match kind {
            ObjKind::Chan { cap } => {
                need.sendq += part.sendq + part.recvq;
                if cap > 0 {
                    places.push((id, whole));
                }
            }
            _ => need.recvq = need.recvq.max(part.sendq),
        }
        need.touches += part.touches;
        need.last = need.last.max(part.last);
    }
    places
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
