//! Goroutines as the detector knows them: their clocks, and where they stand.

use crate::clock::{Clock, MOST};
use crate::memory::Site;
use crate::race::{By, Known};
use crate::stack::Stack;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use trace::{GoId, ObjId, Sym, WaitRole};

/// From so many goroutines on, places of ended ones in clocks are used again: reports say more
/// while they are not. Live ones can be followed up to [`MOST`]; Go's own detector gives up at 8128.
const REUSE: usize = 1024;
/// So many of the ended are looked at for a new goroutine, the oldest first.
const LOOKS: usize = 8;
/// Of what a goroutine let others know, the last so many are remembered in words.
const MEMORY: usize = 32;

/// A goroutine.
pub(crate) struct Thread {
    /// Its component in vector clocks.
    pub slot: u32,
    pub clock: Clock,
    /// Its own component: its epoch.
    pub now: u32,
    pub ended: bool,
    /// Epoch of its last access to memory.
    pub touched: u32,
    pub parent: GoId,
    /// Where its `go` statement stood.
    pub created: (Stack, u32),
    id: GoId,
    stack: Stack,
    line: u32,
    locks: Rc<[(ObjId, bool)]>,
    waits: Vec<(ObjId, WaitRole)>,
    releases: VecDeque<(u32, Known)>,
}

/// All of them.
#[derive(Default)]
pub(crate) struct Threads {
    /// By identity.
    all: Vec<Option<Box<Thread>>>,
    /// Who has each slot, the dead included until somebody else gets it.
    slots: Vec<GoId>,
    /// Slots of the dead.
    dead: VecDeque<u32>,
    waiting: BTreeMap<ObjId, BTreeSet<GoId>>,
    full: bool,
}

impl Thread {
    /// Where it stands; `line` 0 means at its statement.
    pub fn site(&self, line: u32, event: usize) -> Site {
        let line = if line == 0 { self.line } else { line };
        Site { go: self.id, line, event, stack: self.stack.clone(), locks: self.locks.clone() }
    }
}

impl Threads {
    pub fn full(&self) -> bool {
        self.full
    }

    #[inline]
    pub fn get(&self, go: GoId) -> Option<&Thread> {
        self.all.get(go.0 as usize)?.as_deref()
    }

    #[inline]
    pub fn get_mut(&mut self, go: GoId) -> Option<&mut Thread> {
        self.all.get_mut(go.0 as usize)?.as_deref_mut()
    }

    /// A goroutine begins. It knows what its creator knows, or what a timer handed on.
    pub fn create(&mut self, new: GoId, by: GoId, func: Sym, line: u32, fired: Option<&Clock>) {
        let (mut clock, mut created) = (Clock::default(), (Stack::default(), 0));
        if let Some(p) = self.get(by) {
            clock = p.clock.clone();
            created = (p.stack.clone(), if line == 0 { p.line } else { line });
        }
        if let Some(c) = fired {
            clock = c.clone();
        }
        let Some(slot) = self.slot(&clock) else {
            self.full = true;
            self.all.clear();
            self.dead.clear();
            return;
        };
        let before = self.slots[slot as usize];
        let start = self.get(before).map_or(0, |t| t.now) + 1;
        if let Some(old) = self.all.get_mut(before.0 as usize) {
            *old = None;
        }
        self.slots[slot as usize] = new;
        clock.set(slot, start);
        let t = Thread {
            slot,
            clock,
            now: start,
            ended: false,
            touched: 0,
            parent: by,
            created,
            id: new,
            stack: Stack::default().push(func, 0),
            line: 0,
            locks: Rc::new([]),
            waits: Vec::new(),
            releases: VecDeque::new(),
        };
        let i = new.0 as usize;
        if self.all.len() <= i {
            self.all.resize_with(i + 1, || None);
        }
        self.all[i] = Some(Box::new(t));
        self.released(by, By::Go);
    }

    /// A free slot, or that of somebody who has ended and of whose whole life the new goroutine
    /// knows: whoever learns of the new one then knows of the old one too.
    fn slot(&mut self, clock: &Clock) -> Option<u32> {
        let full = self.slots.len() >= MOST;
        let looks = match full {
            true => self.dead.len(),
            false if self.slots.len() >= REUSE => LOOKS.min(self.dead.len()),
            false => 0,
        };
        for _ in 0..looks {
            let slot = self.dead.pop_front()?;
            let go = self.slots[slot as usize];
            if self.get(go).is_some_and(|t| t.touched <= clock.get(slot)) {
                return Some(slot);
            }
            self.dead.push_back(slot);
        }
        if full {
            return None;
        }
        self.slots.push(GoId::RUNTIME);
        Some(self.slots.len() as u32 - 1)
    }

    pub fn end(&mut self, go: GoId) {
        self.stop_waiting(go);
        if let Some(t) = self.get_mut(go).filter(|t| !t.ended) {
            t.ended = true;
            // Nobody learns from it any more.
            t.clock = Clock::default();
            let slot = t.slot;
            self.dead.push_back(slot);
        }
    }

    /// It let others know of what it did so far: a new epoch of its own begins.
    pub fn released(&mut self, go: GoId, by: By) {
        if let Some(t) = self.get_mut(go) {
            let now = t.now;
            if t.releases.len() == MEMORY {
                t.releases.pop_front();
            }
            t.releases.push_back((now, Known { by, line: t.line }));
            t.now = now + 1;
            t.clock.set(t.slot, t.now);
        }
    }

    /// The last that somebody with this knowledge knows of it.
    pub fn known(&self, of: GoId, clock: u32) -> Option<Known> {
        let t = self.get(of)?;
        t.releases.iter().rev().find(|(c, _)| *c <= clock).map(|(_, k)| k.clone())
    }

    // ---- where they stand ----

    pub fn at(&mut self, go: GoId, line: u32) {
        if let Some(t) = self.get_mut(go) {
            t.line = line;
        }
    }

    pub fn call(&mut self, go: GoId, func: Sym) {
        if let Some(t) = self.get_mut(go) {
            // The goroutine's own function is told when it begins.
            if t.line == 0 {
                t.stack = Stack::default().push(func, 0);
            } else {
                t.stack = t.stack.push(func, t.line);
            }
        }
    }

    pub fn ret(&mut self, go: GoId) {
        if let Some(t) = self.get_mut(go) {
            (t.stack, t.line) = t.stack.pop();
        }
    }

    pub fn site(&self, go: GoId, line: u32, event: usize) -> Option<(u32, u32, Site)> {
        let t = self.get(go)?;
        Some((t.slot, t.now, t.site(line, event)))
    }

    // ---- what they hold and wait for ----

    pub fn hold(&mut self, go: GoId, obj: ObjId, shared: bool) {
        if let Some(t) = self.get_mut(go) {
            t.locks = t.locks.iter().copied().chain([(obj, shared)]).collect();
        }
    }

    pub fn drop_lock(&mut self, go: GoId, obj: ObjId, shared: bool) {
        if let Some(t) = self.get_mut(go)
            && let Some(i) = t.locks.iter().rposition(|l| *l == (obj, shared))
        {
            let rest = t.locks.iter().enumerate().filter(|(k, _)| *k != i);
            t.locks = rest.map(|(_, l)| *l).collect();
        }
    }

    pub fn wait(&mut self, go: GoId, obj: ObjId, role: WaitRole) {
        if let Some(t) = self.get_mut(go) {
            t.waits.push((obj, role));
            self.waiting.entry(obj).or_default().insert(go);
        }
    }

    pub fn stop_waiting(&mut self, go: GoId) -> Vec<(ObjId, WaitRole)> {
        let Some(t) = self.get_mut(go) else { return Vec::new() };
        let waits = std::mem::take(&mut t.waits);
        for (obj, _) in &waits {
            if let Some(w) = self.waiting.get_mut(obj) {
                w.remove(&go);
            }
        }
        waits
    }

    pub fn is_waited_on(&self, obj: ObjId) -> bool {
        self.waiting.get(&obj).is_some_and(|w| !w.is_empty())
    }

    pub fn waiting_on(&self, obj: ObjId) -> Vec<GoId> {
        self.waiting.get(&obj).into_iter().flatten().copied().collect()
    }
}
