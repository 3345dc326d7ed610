//! Data races by happens-before, from the stream of events and accesses of one run.
//!
//! The algorithm is FastTrack's (C. Flanagan, S. N. Freund: *FastTrack: Efficient and Precise
//! Dynamic Race Detection*, PLDI 2009): vector clocks for goroutines and for what they meet at,
//! epochs for memory. What orders what is in [`crate::edges`].

use crate::clock::Clock;
use crate::edges::Edges;
use crate::memory::{Cell, Touch};
use crate::race::{By, Place, Race};
use crate::report::{self, Found};
use crate::threads::Threads;
use std::collections::{BTreeMap, BTreeSet};
use trace::{
    Event, EventKind, GoId, MemoryAccess, ObjId, ObjKind, Order, RecvFrom, SendTo, Sym, Trace,
    WaitRole, Watch,
};

/// More races than this are not kept.
const MOST: usize = 64;
/// The same two lines are reported for so many places: of the elements of a slice, the first ones.
const PLACES: u32 = 3;
/// Places in memory that are followed; the accesses of others go unseen.
const WATCHED: usize = 2_000_000;

/// Finds the data races of one run.
///
/// ```
/// use explorer::Detector;
/// use trace::{Event, EventKind, GoId, ObjId, ObjKind, Sym, Trace, Value};
///
/// let mut t = Trace::default();
/// let mut emit = |go, kind| t.push(Event { at: 0, go: GoId(go), kind });
/// let create = |go| EventKind::GoCreate { go: GoId(go), func: Sym(0), line: 3 };
/// let write = EventKind::VarWrite { obj: ObjId(1), atomic: false, value: Value::Unit };
/// emit(0, create(1));
/// emit(1, create(2));
/// emit(1, write.clone());
/// emit(2, write);
/// assert_eq!(Detector::of(&t).races(&t).len(), 1);
/// ```
#[derive(Default)]
pub struct Detector {
    threads: Threads,
    edges: Edges,
    memory: BTreeMap<u32, Vec<Cell>>,
    /// Channels and wait groups, where misuse shows as a race of their own.
    objects: BTreeMap<ObjId, Cell>,
    names: BTreeMap<ObjId, (Sym, Sym, u32)>,
    /// What the timer that has just fired hands on.
    fired: Option<Clock>,
    found: Vec<Found>,
    /// Lines and place of the races found, and how many places for each pair of lines.
    pairs: BTreeSet<(u32, u32, u64)>,
    lines: BTreeMap<(u32, u32), u32>,
    more: usize,
    /// Places followed, and whether there were more.
    watched: usize,
    skipped: bool,
    events: usize,
    /// Memory is told by `access`, not by events.
    live: bool,
}

impl Detector {
    /// For a run that will be [watched](trace::Tracer::watched).
    ///
    /// ```
    /// assert!(explorer::Detector::new().is_empty());
    /// ```
    pub fn new() -> Self {
        Detector { live: true, ..Detector::default() }
    }

    /// The races of a recorded trace that tells of plain memory by `VarRead` and `VarWrite`.
    pub fn of(t: &Trace) -> Self {
        let mut d = Detector::default();
        t.events().iter().for_each(|e| d.event(e));
        d
    }

    /// Whether no race has been found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many have been found, those included that are too many to be kept.
    pub fn count(&self) -> usize {
        self.found.len() + self.more
    }

    /// Whether there were more goroutines at once, or more places in memory, than can be followed;
    /// races may have gone unseen.
    pub fn gave_up(&self) -> bool {
        self.threads.full() || self.skipped
    }

    /// The races found so far, in the order of their finding; at most one for each place
    /// and pair of lines.
    pub fn races(&self, t: &Trace) -> Vec<Race> {
        self.found.iter().map(|f| report::spell(f, &self.threads, &self.names, t)).collect()
    }

    /// One event more.
    fn take(&mut self, e: &Event) {
        use EventKind as K;
        let go = e.go;
        let fired = self.fired.take();
        match &e.kind {
            K::GoCreate { go: new, func, line } => {
                self.threads.create(*new, go, *func, *line, fired.as_ref());
            }
            K::GoEnd => self.threads.end(go),
            K::GoUnpark { go: woken, on: _ } => {
                let waits = self.threads.stop_waiting(*woken);
                for (obj, _) in waits {
                    if self.edges.kind(obj) == Some(ObjKind::Cond) {
                        self.acquire(*woken, Order::Obj(obj));
                    }
                }
            }

            K::Stmt { line } => self.threads.at(go, *line),
            K::Call { func } => self.threads.call(go, *func),
            K::Return => self.threads.ret(go),

            K::ObjNew { obj, kind, name, typ, line } => {
                self.fired = fired;
                self.edges.born(*obj, *kind);
                self.names.insert(*obj, (*name, *typ, *line));
            }
            K::WaitqPush { obj, role, front: _ } => self.waits(go, *obj, *role),
            K::ChanSend { ch, value: _, to } => {
                self.object(go, *ch, false);
                self.send(go, *ch, *to, fired);
            }
            K::ChanRecv { ch, value: _, from } => self.receive(go, *ch, *from),
            K::ChanClose { ch } => {
                self.object(go, *ch, true);
                if let Some(t) = self.threads.get_mut(go) {
                    self.edges.close(*ch, &t.clock);
                }
                self.threads.released(go, By::Close);
                for g in self.threads.waiting_on(*ch) {
                    if let Some(t) = self.threads.get_mut(g) {
                        self.edges.closed(*ch, &mut t.clock);
                    }
                }
            }
            K::SelectCase { index: _, ch, send, ready: _ } => {
                if let (Some(ch), true) = (ch, send) {
                    self.object(go, *ch, false);
                }
            }
            K::Lock { obj, shared } => {
                if let Some(t) = self.threads.get_mut(go) {
                    self.edges.lock(*obj, *shared, &mut t.clock);
                }
                self.threads.hold(go, *obj, *shared);
            }
            K::Unlock { obj, shared, to } => {
                if let Some(t) = self.threads.get_mut(go) {
                    self.edges.unlock(*obj, *shared, &t.clock);
                }
                self.threads.released(go, By::Unlock);
                self.threads.drop_lock(go, *obj, *shared);
                if let Some(next) = to {
                    if let Some(t) = self.threads.get_mut(*next) {
                        self.edges.lock(*obj, false, &mut t.clock);
                    }
                    self.threads.hold(*next, *obj, false);
                }
            }
            K::Counter { obj, delta, value } => self.counter(go, *obj, *delta, *value),
            K::OnceState { obj, done } => {
                let at = Order::Obj(*obj);
                if *done { self.release(go, at, By::Once) } else { self.acquire(go, at) }
            }
            K::CondSignal { obj, all: _ } => self.release(go, Order::Obj(*obj), By::Signal),
            K::TimerSet { obj, when: _, kind: _ } => {
                self.fired = fired;
                self.release(go, Order::Obj(*obj), By::Timer);
            }
            K::TimerFire { obj } => self.fired = Some(self.edges.at(Order::Obj(*obj))),

            // Without a watch: memory and atomics as the trace has them.
            K::VarRead { obj, atomic, value: _ } => self.variable(go, *obj, *atomic, false),
            K::VarWrite { obj, atomic, value: _ } => self.variable(go, *obj, *atomic, true),

            // Nothing is ordered by these.
            K::Enqueue { .. }
            | K::GoStart { .. }
            | K::GoStop { .. }
            | K::GoPark { .. }
            | K::GoPanic { .. }
            | K::GoRecover
            | K::Var { .. }
            | K::Output { .. }
            | K::ProcStart { .. }
            | K::ProcStop { .. }
            | K::ThreadCreate { .. }
            | K::Spinning { .. }
            | K::Steal { .. }
            | K::SyscallEnter { .. }
            | K::HandOff { .. }
            | K::SyscallExit
            | K::SelectChoose { .. }
            | K::Part { .. }
            | K::Task { .. }
            | K::MutexMode { .. }
            | K::TimerStop { .. }
            | K::NetAsk { .. }
            | K::NetReady { .. }
            | K::ContextNew { .. }
            | K::ContextDone { .. }
            | K::TimeAdvance { .. }
            | K::End { .. } => self.fired = fired,
        }
    }

    fn acquire(&mut self, go: GoId, at: Order) {
        if let Some(t) = self.threads.get_mut(go) {
            self.edges.acquire(at, &mut t.clock);
        }
    }

    fn release(&mut self, go: GoId, at: Order, by: By) {
        if let Some(t) = self.threads.get_mut(go) {
            self.edges.release(at, &t.clock);
        }
        self.threads.released(go, by);
    }

    fn waits(&mut self, go: GoId, obj: ObjId, role: WaitRole) {
        if matches!(role, WaitRole::Send(_)) {
            self.object(go, obj, false);
        }
        if self.edges.kind(obj) == Some(ObjKind::WaitGroup) && !self.threads.is_waited_on(obj) {
            self.object(go, obj, true);
        }
        self.threads.wait(go, obj, role);
    }

    fn send(&mut self, go: GoId, ch: ObjId, to: SendTo, fired: Option<Clock>) {
        // A timer's send hands on what was known when the timer was set.
        let timer = fired.is_some() || go == GoId::RUNTIME;
        let mut clock = match fired {
            Some(c) => c,
            None => {
                self.threads.get_mut(go).map(|t| std::mem::take(&mut t.clock)).unwrap_or_default()
            }
        };
        match to {
            SendTo::Buffer => self.edges.send(ch, &mut clock),
            SendTo::Receiver(r) => {
                if let Some(t) = self.threads.get_mut(r) {
                    self.edges.meet(ch, &mut clock, &mut t.clock);
                }
                self.threads.released(r, By::Receive);
            }
        }
        if !timer {
            if let Some(t) = self.threads.get_mut(go) {
                t.clock = clock;
            }
            self.threads.released(go, By::Send);
        }
    }

    fn receive(&mut self, go: GoId, ch: ObjId, from: RecvFrom) {
        let mut clock =
            self.threads.get_mut(go).map(|t| std::mem::take(&mut t.clock)).unwrap_or_default();
        match from {
            RecvFrom::Buffer => self.edges.receive(ch, &mut clock),
            RecvFrom::BufferRefilled(s, _) => {
                self.edges.receive(ch, &mut clock);
                if let Some(t) = self.threads.get_mut(s) {
                    self.edges.send(ch, &mut t.clock);
                }
                self.threads.released(s, By::Send);
            }
            RecvFrom::Sender(s) => {
                if let Some(t) = self.threads.get_mut(s) {
                    self.edges.meet(ch, &mut t.clock, &mut clock);
                }
                self.threads.released(s, By::Send);
            }
            RecvFrom::Closed => self.edges.closed(ch, &mut clock),
        }
        if let Some(t) = self.threads.get_mut(go) {
            t.clock = clock;
        }
        self.threads.released(go, By::Receive);
    }

    fn counter(&mut self, go: GoId, obj: ObjId, delta: i64, value: i64) {
        let at = Order::Obj(obj);
        if self.edges.kind(obj) != Some(ObjKind::WaitGroup) {
            self.acquire(go, at);
            self.release(go, at, By::Library);
            return;
        }
        if delta > 0 && value == delta {
            self.object(go, obj, false);
        }
        match delta {
            0 => self.acquire(go, at),
            d if d < 0 => self.release(go, at, By::Done),
            _ => {}
        }
        if value == 0 {
            for g in self.threads.waiting_on(obj) {
                self.acquire(g, at);
            }
        }
    }

    /// A variable as events tell of it.
    fn variable(&mut self, go: GoId, obj: ObjId, atomic: bool, write: bool) {
        if self.live {
            return;
        }
        let at = Order::Obj(obj);
        if atomic {
            self.acquire(go, at);
        }
        if matches!(self.edges.kind(obj), None | Some(ObjKind::Variable | ObjKind::Atomic)) {
            let what = Place::Memory;
            let (name, typ, line) = self.names.get(&obj).copied().unwrap_or_default();
            let (addr, at_line) = (u64::from(obj.0), 0);
            let a = MemoryAccess { go, addr, write, atomic, map: false, line: at_line };
            if self.memory(a, what)
                && let Some(f) = self.found.last_mut()
            {
                (f.name_sym, f.typ_sym, f.line) = (name, typ, line);
            }
        }
        if atomic && write {
            self.release(go, at, By::Atomic);
        }
    }

    /// A channel or wait group is used in a way that something must order.
    fn object(&mut self, go: GoId, obj: ObjId, write: bool) {
        let Some((slot, clock, site)) = self.threads.site(go, 0, self.events) else { return };
        let cell = self.objects.entry(obj).or_default();
        if cell.repeats(slot, clock, write, false) {
            return;
        }
        let touch = Touch { slot, clock, write, atomic: false, site };
        let Some(t) = self.threads.get_mut(go) else { return };
        t.touched = clock;
        if let Some(first) = cell.touch(touch.clone(), &t.clock) {
            let what = match self.edges.kind(obj) {
                Some(ObjKind::WaitGroup) => Place::WaitGroup,
                _ => Place::Channel,
            };
            if self.report(what, u64::from(obj.0), first, touch)
                && let Some(f) = self.found.last_mut()
            {
                let (name, typ, line) = self.names.get(&obj).copied().unwrap_or_default();
                (f.name_sym, f.typ_sym, f.line) = (name, typ, line);
            }
        }
    }

    /// An access; true if it is a race that was not known.
    fn memory(&mut self, a: MemoryAccess, what: Place) -> bool {
        let Some(t) = self.threads.get_mut(a.go) else { return false };
        let (slot, clock) = (t.slot, t.now);
        t.touched = clock;
        let cells = self.memory.entry((a.addr >> 32) as u32).or_default();
        let i = a.addr as u32 as usize;
        if cells.len() <= i {
            let more = i + 1 - cells.len();
            if self.watched + more > WATCHED {
                self.skipped = true;
                return false;
            }
            self.watched += more;
            cells.resize_with(i + 1, Cell::default);
        }
        let cell = &mut cells[i];
        if cell.repeats(slot, clock, a.write, a.atomic) {
            return false;
        }
        let site = t.site(a.line, self.events);
        let touch = Touch { slot, clock, write: a.write, atomic: a.atomic, site };
        match cell.touch(touch.clone(), &t.clock) {
            Some(first) => self.report(what, a.addr, first, touch),
            None => false,
        }
    }

    fn report(&mut self, what: Place, addr: u64, first: Touch, second: Touch) -> bool {
        let (a, b) = (first.site.line, second.site.line);
        let (a, b) = (a.min(b), a.max(b));
        if !self.pairs.insert((a, b, addr)) {
            return false;
        }
        let places = self.lines.entry((a, b)).or_default();
        *places += 1;
        if *places > PLACES {
            return false;
        }
        if self.found.len() >= MOST {
            self.more += 1;
            return false;
        }
        let found = Found::new(what, addr, first, second, &self.threads);
        self.found.push(found);
        true
    }
}

impl Watch for Detector {
    fn event(&mut self, e: &Event) {
        if !self.threads.full() {
            self.take(e);
        }
        self.events += 1;
    }

    fn access(&mut self, a: MemoryAccess) -> bool {
        if self.threads.full() {
            return false;
        }
        self.memory(a, if a.map { Place::Map } else { Place::Memory })
    }

    fn name(&mut self, name: &str, typ: &str, line: u32) {
        if let Some(f) = self.found.last_mut() {
            (f.name, f.typ, f.line) = (name.into(), typ.into(), line);
        }
    }

    fn order(&mut self, go: GoId, at: Order, acquire: bool, release: bool) {
        if acquire {
            self.acquire(go, at);
        }
        if release && let Some(t) = self.threads.get_mut(go) {
            self.edges.put(at, &t.clock);
            self.threads.released(go, By::Atomic);
        }
    }

    fn forget(&mut self, alive: &dyn Fn(u64) -> bool) {
        let watched = &mut self.watched;
        self.memory.retain(|obj, cells| {
            let keep = alive(u64::from(*obj) << 32);
            *watched -= if keep { 0 } else { cells.len() };
            keep
        });
        self.edges.forget(alive);
    }
}
