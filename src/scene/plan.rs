//! What a run will ever need on the stage and on the timeline, found in one pass over its trace.

use super::{class_of, touches};
use std::collections::{BTreeMap, BTreeSet};
use trace::{EventKind, GoId, GoState, ObjId, ObjKind, Sym, TimerKind, Trace, World};

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
    /// Whether the program sets timers itself, and not only sleeps.
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
/// At most so many lanes.
const MAX_LANES: usize = 100_000;

impl Plan {
    /// Whether processors are what this run is about: hardly any objects to look at.
    pub fn about_procs(&self) -> bool {
        let few = self.chans.is_empty() && self.contexts.is_empty() && self.others.len() <= 1;
        few && (self.procs > 1 || self.syscalls)
    }

    /// Reads the whole trace once.
    pub fn of(trace: &Trace) -> Plan {
        let mut plan = Plan { len: trace.len() as u32, ..Plan::default() };
        let mut world = World::default();
        let mut needs: BTreeMap<ObjId, (ObjKind, Need)> = BTreeMap::new();
        let mut open: BTreeMap<GoId, (usize, u32, u64, StateClass)> = BTreeMap::new();
        let mut lone: BTreeSet<GoId> = BTreeSet::new();
        let mut clock = Clock::default();
        for (i, e) in trace.events().iter().enumerate() {
            world.apply(i as u32, e);
            let at = i as u32 + 1;
            plan.end = plan.end.max(e.at);
            let mut moved: Option<GoId> = None;
            if let EventKind::ObjNew { obj, kind, name, typ, .. } = e.kind {
                needs.insert(obj, (kind, Need { name, typ, ..Need::default() }));
            } else if let Some((_, need)) = touches(&e.kind).and_then(|o| needs.get_mut(&o)) {
                need.touches += 1;
                need.last = at;
            }
            match &e.kind {
                EventKind::WaitqPush { obj, .. } => {
                    if let (Some((_, need)), Some(o)) = (needs.get_mut(obj), world.objs.get(obj)) {
                        need.sendq = need.sendq.max(o.sendq.len());
                        need.recvq = need.recvq.max(o.recvq.len());
                    }
                }
                EventKind::Var { .. } => {
                    let frame = world.gos.get(&e.go).and_then(|g| g.frames.last());
                    plan.vars = plan.vars.max(frame.map_or(0, |f| f.vars.len()));
                }
                EventKind::GoCreate { go, .. }
                | EventKind::Enqueue { go, .. }
                | EventKind::GoStart { go, .. } => moved = Some(*go),
                EventKind::GoUnpark { go } => {
                    plan.wakes.push((at, e.at, e.go, *go));
                    moved = Some(*go);
                }
                EventKind::TimerSet { obj, when, kind } => {
                    plan.clocks |= !matches!(kind, TimerKind::Sleep(_));
                    clock.set(*obj, e.at, *when);
                }
                EventKind::TimerFire { obj } => clock.fire(*obj, e.at),
                EventKind::GoPark { .. }
                | EventKind::GoEnd
                | EventKind::SyscallEnter { .. }
                | EventKind::SyscallExit
                | EventKind::GoStop { .. } => moved = Some(e.go),
                EventKind::ObjNew { .. }
                | EventKind::ChanSend { .. }
                | EventKind::ChanRecv { .. }
                | EventKind::ChanClose { .. }
                | EventKind::Lock { .. }
                | EventKind::Unlock { .. }
                | EventKind::MutexMode { .. }
                | EventKind::Counter { .. }
                | EventKind::OnceState { .. }
                | EventKind::CondSignal { .. }
                | EventKind::ContextNew { .. }
                | EventKind::ContextDone { .. }
                | EventKind::VarRead { .. }
                | EventKind::VarWrite { .. }
                | EventKind::HandOff { .. }
                | EventKind::GoRecover
                | EventKind::Stmt { .. }
                | EventKind::Call { .. }
                | EventKind::Return
                | EventKind::ProcStart { .. }
                | EventKind::ProcStop { .. }
                | EventKind::ThreadCreate { .. }
                | EventKind::Spinning { .. }
                | EventKind::Steal { .. }
                | EventKind::SelectCase { .. }
                | EventKind::SelectChoose { .. }
                | EventKind::TimerStop { .. }
                | EventKind::TimeAdvance { .. }
                | EventKind::Output { .. }
                | EventKind::GoPanic { .. }
                | EventKind::End { .. } => {}
            }
            plan.syscalls |= matches!(e.kind, EventKind::SyscallEnter { .. });
            plan.timers = plan.timers.max(world.timers.len());
            plan.global = plan.global.max(world.global.len());
            plan.procs = plan.procs.max(world.procs.len());
            if let Some(go) = moved {
                plan.lane_change(&mut open, &world, trace, go, at, e.at);
            }
            // Who waits in no object's queue stands apart; counted as it changes, for there may be very many.
            if let (Some(go), Some(g)) = (moved, moved.and_then(|go| world.gos.get(&go))) {
                let waits = matches!(g.state, GoState::Waiting(r) if r != trace::WaitReason::Sleep);
                if waits && g.waits.is_empty() {
                    lone.insert(go);
                } else {
                    lone.remove(&go);
                }
                plan.elsewhere = plan.elsewhere.max(lone.len());
            }
        }
        let (len, end) = (plan.len, plan.end);
        for (_, (lane, from, t0, class)) in open {
            plan.lanes[lane].spans.push(Span { from, to: len, t0, t1: end, class });
        }
        plan.goroutines = world.gos.len();
        plan.turn = clock.turn();
        plan.choose_cards(needs, trace);
        plan
    }

    fn lane_change(
        &mut self,
        open: &mut BTreeMap<GoId, (usize, u32, u64, StateClass)>,
        world: &World,
        trace: &Trace,
        go: GoId,
        at: u32,
        t: u64,
    ) {
        let Some(g) = world.gos.get(&go) else { return };
        let class = class_of(g.state);
        match open.get_mut(&go) {
            Some((_, _, _, old)) if *old == class => {}
            Some((lane, from, t0, old)) => {
                let span = Span { from: *from, to: at, t0: *t0, t1: t, class: *old };
                self.lanes[*lane].spans.push(span);
                if class == StateClass::Dead {
                    open.remove(&go);
                } else {
                    (*from, *t0, *old) = (at, t, class);
                }
            }
            None if class != StateClass::Dead && self.lanes.len() < MAX_LANES => {
                let func = trace.text(g.func).to_string();
                self.lanes.push(Lane { go, func, spans: Vec::new() });
                open.insert(go, (self.lanes.len() - 1, at, t, class));
            }
            None => {}
        }
    }

    /// Gives cards to the objects that matter most, in order of birth.
    fn choose_cards(&mut self, needs: BTreeMap<ObjId, (ObjKind, Need)>, trace: &Trace) {
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

/// How long timers run, for the clock's scale.
#[derive(Default)]
struct Clock {
    set: BTreeMap<ObjId, u64>,
    fired: u64,
    meant: u64,
}

impl Clock {
    fn set(&mut self, obj: ObjId, now: u64, when: u64) {
        self.set.insert(obj, now);
        self.meant = self.meant.max(when.saturating_sub(now));
    }

    fn fire(&mut self, obj: ObjId, now: u64) {
        let began = self.set.insert(obj, now);
        self.fired = self.fired.max(began.map_or(0, |began| now.saturating_sub(began)));
    }

    /// 1, 2 or 5 times a power of ten that holds the longest wait. A timeout of an hour that never comes does not
    /// count when others do.
    fn turn(&self) -> u64 {
        let longest = if self.fired > 0 { self.fired } else { self.meant }.max(1);
        let power = 10_u64.pow(longest.ilog10());
        [1, 2, 5]
            .into_iter()
            .map(|m| m * power)
            .find(|t| *t > longest)
            .unwrap_or(power.saturating_mul(10))
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
