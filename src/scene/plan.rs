//! What a run will ever need on the stage and on the timeline.

use super::turns::ProcLane;
use crate::narrate::Twins;
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

/// An object that gets a card.
pub type Shown = (ObjId, ObjKind, Need);

/// A place on the stage, for one object after another, each of which is done with before the next comes to life: those
/// of one variable, and where there are many objects, any of a sort.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The most that any of them needs.
    pub room: Need,
    /// The objects in order of birth; at least one.
    pub objs: Vec<Shown>,
}

impl Spot {
    /// Whose turn it is: the youngest that has come to life, else the first. It needs the room of the place.
    pub fn now(&self, world: &World) -> Shown {
        let born = self.objs.iter().rev().find(|(id, ..)| world.objs.contains_key(id));
        let (id, kind, need) = *born.unwrap_or(&self.objs[0]);
        let Need { sendq, recvq, tasks, .. } = self.room;
        (id, kind, Need { sendq, recvq, tasks, ..need })
    }

    /// What the first of them is; the others are of its sort.
    pub fn kind(&self) -> ObjKind {
        self.objs[0].1
    }

    fn of_same_variable(&self, o: &Spot) -> bool {
        (self.room.name, self.room.typ) == (o.room.name, o.room.typ)
    }

    /// Whether all of its objects are done with before the first of `o` comes to life.
    fn frees(&self, o: &Spot) -> bool {
        let sort = |s: &Spot| match s.kind() {
            ObjKind::Chan { .. } => ObjKind::Chan { cap: 0 },
            other => other,
        };
        let same = sort(self) == sort(o) && self.kind() != ObjKind::Context;
        let born = o.objs.iter().map(|(.., n)| n.born).min().unwrap_or(0);
        same && self.objs.iter().all(|(.., n)| n.last < born)
    }

    fn take(&mut self, o: Spot) {
        let room = &mut self.room;
        room.sendq = room.sendq.max(o.room.sendq);
        room.recvq = room.recvq.max(o.room.recvq);
        room.tasks = room.tasks.max(o.room.tasks);
        room.touches += o.room.touches;
        self.objs.extend(o.objs);
    }
}

/// Gives each place, in order of birth, to the first before it that is free by then and fits.
fn share(spots: Vec<Spot>, fits: impl Fn(&Spot, &Spot) -> bool) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for spot in spots {
        match kept.iter_mut().find(|s| s.frees(&spot) && fits(s, &spot)) {
            Some(free) => free.take(spot),
            None => kept.push(spot),
        }
    }
    kept
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
    /// Which objects share their name with others that are there at the same time.
    pub twins: Twins,
    /// Contexts that get a line in the tree, in order of birth.
    pub contexts: Vec<(ObjId, Need)>,
    /// Number of goroutines ever.
    pub goroutines: usize,
    /// Lanes of the timeline, in order of birth.
    pub lanes: Vec<Lane>,
    /// Lanes of the timeline by processor.
    pub turns: Vec<ProcLane>,
    /// Who woke whom: position, time, from, to.
    pub wakes: Vec<(u32, u64, GoId, GoId)>,
    /// Last virtual time.
    pub end: u64,
    /// Number of events.
    pub len: u32,
}

/// So many places need not be shared.
const FEW_CHANS: usize = 2;
const FEW_OTHERS: usize = 3;
/// At most so many cards of each sort.
const MAX_CARDS: usize = 24;

impl Plan {
    /// Whether processors are what this run is about: hardly any objects to look at.
    pub fn about_procs(&self) -> bool {
        let few = self.chans.is_empty() && self.contexts.is_empty() && self.others.len() <= 1;
        let group = |s: &Spot| matches!(s.kind(), ObjKind::Group | ObjKind::Semaphore);
        few && !self.others.iter().any(group) && (self.procs > 1 || self.syscalls)
    }

    /// Whether a lock, or what else one waits for that is no channel, is more in play than any channel.
    pub fn about_locks(&self) -> bool {
        let lock = |s: &&Spot| match s.kind() {
            ObjKind::Mutex
            | ObjKind::RWMutex
            | ObjKind::Once
            | ObjKind::Cond
            | ObjKind::Semaphore
            | ObjKind::Group => true,
            ObjKind::Chan { .. }
            | ObjKind::WaitGroup
            | ObjKind::Timer
            | ObjKind::Ticker
            | ObjKind::Context
            | ObjKind::Pool
            | ObjKind::Map
            | ObjKind::Atomic
            | ObjKind::Variable => false,
        };
        let locks = self.others.iter().filter(lock).map(|s| s.room.touches).max().unwrap_or(0);
        let chans = self.chans.iter().map(|s| s.room.touches).max();
        chans.is_some_and(|chans| locks > chans)
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
        let spots = needs.into_iter().filter(|(_, (k, n))| deserves_card(*k, n, trace));
        let spots =
            spots.map(|(id, (kind, need))| Spot { room: need, objs: vec![(id, kind, need)] });
        let spots = share(spots.collect(), Spot::of_same_variable);
        self.twins = twins(&spots, trace);
        let chan = |s: &Spot| matches!(s.kind(), ObjKind::Chan { .. });
        let chans = spots.iter().filter(|s| chan(s)).count();
        let others = spots.len() - chans;
        let crowded = |s: &Spot| if chan(s) { chans > FEW_CHANS } else { others > FEW_OTHERS };
        let mut spots = share(spots, |_, s| crowded(s));
        spots.sort_by_key(|s| (s.room.name == Sym(0), Reverse(s.room.touches), s.objs[0].0));
        spots.truncate(MAX_CARDS);
        spots.sort_by_key(|s| s.objs[0].0);
        for spot in spots {
            match spot.kind() {
                ObjKind::Chan { .. } => self.chans.push(spot),
                ObjKind::Context => {
                    self.contexts.extend(spot.objs.iter().map(|(o, _, n)| (*o, *n)))
                }
                _ => self.others.push(spot),
            }
        }
    }
}

/// Objects of one variable that could not share a place.
fn twins(spots: &[Spot], trace: &Trace) -> Twins {
    let mut of_name: BTreeMap<(Sym, Sym), usize> = BTreeMap::new();
    let mut twins = Twins::new();
    let named = |s: &&Spot| !trace.text(s.room.name).is_empty() && s.kind() != ObjKind::Context;
    for spot in spots.iter().filter(named) {
        let n = of_name.entry((spot.room.name, spot.room.typ)).or_default();
        *n += 1;
        if *n > 1 {
            twins.extend(spot.objs.iter().map(|(obj, ..)| (*obj, *n)));
        }
    }
    twins
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
        ObjKind::Chan { .. } if trace.text(need.typ) == "<-chan time.Time" => false,
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
