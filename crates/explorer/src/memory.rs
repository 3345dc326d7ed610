//! One place in memory and who touched it last, as in FastTrack: mostly one epoch, more only
//! while several accesses are not ordered among themselves.

use crate::clock::Clock;
use crate::stack::Stack;
use std::collections::BTreeMap;
use std::rc::Rc;

/// From so many on, unordered accesses of a place are kept apart: its readers by goroutine.
const CROWD: usize = 32;

/// One access, as the detector remembers it.
#[derive(Clone, Debug)]
pub(crate) struct Touch {
    /// Slot of the goroutine in vector clocks.
    pub slot: u32,
    /// The goroutine's own clock at the access: with `slot`, its epoch.
    pub clock: u32,
    pub write: bool,
    pub atomic: bool,
    /// Everything else, told only if there is a race.
    pub site: Site,
}

/// Where an access happened.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub go: trace::GoId,
    pub line: u32,
    /// How many events had been told.
    pub event: usize,
    pub stack: Stack,
    pub locks: Rc<[(trace::ObjId, bool)]>,
}

impl Touch {
    /// Whether two accesses of one place may not happen at the same time.
    fn conflicts(&self, other: &Touch) -> bool {
        (self.write || other.write) && !(self.atomic && other.atomic)
    }

    fn is_plain_read(&self) -> bool {
        !self.write && !self.atomic
    }

    /// Whether whatever conflicts with `other` conflicts with this one as well, so that `other`
    /// need not be remembered if it comes before.
    fn covers(&self, other: &Touch) -> bool {
        match (self.write, self.atomic) {
            (true, false) => true,
            (false, false) => !other.write,
            (true, true) => other.atomic,
            (false, true) => other.atomic && !other.write,
        }
    }
}

/// One place in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    last: Vec<Touch>,
    /// Plain reads by the reader's slot, once they are many: one more reader then costs nothing,
    /// and only a writer looks at all of them.
    readers: Option<Box<Readers>>,
}

/// A word of its own, because few of the many places have any.
#[derive(Clone, Debug, Default)]
struct Readers(BTreeMap<u32, Touch>);

impl Cell {
    /// Whether the same goroutine has just done the same (the "same epoch" case of FastTrack).
    #[inline]
    pub fn repeats(&self, slot: u32, clock: u32, write: bool, atomic: bool) -> bool {
        let same = |t: &Touch| {
            t.slot == slot && t.clock == clock && t.atomic == atomic && (t.write || !write)
        };
        matches!(self.last.last(), Some(t) if same(t))
    }

    /// Enters an access of a goroutine that knows `clock`. Gives an earlier access that conflicts
    /// and did not happen before it, if there is one.
    pub fn touch(&mut self, new: Touch, clock: &Clock) -> Option<Touch> {
        let before = |t: &Touch| t.clock <= clock.get(t.slot);
        let is_race = |t: &&Touch| !before(t) && t.conflicts(&new);
        let mut race = self.last.iter().find(is_race).cloned();
        self.last.retain(|t| !(before(t) && new.covers(t)));
        if new.write
            && let Some(readers) = &mut self.readers
        {
            race = race.or_else(|| readers.0.values().find(is_race).cloned());
            readers.0.retain(|_, t| !(before(t) && new.covers(t)));
            if readers.0.is_empty() {
                self.readers = None;
            }
        }
        if new.is_plain_read() && (self.readers.is_some() || self.last.len() >= CROWD) {
            let readers = self.readers.get_or_insert_default();
            for t in self.last.extract_if(.., |t| t.is_plain_read()) {
                readers.0.insert(t.slot, t);
            }
            readers.0.insert(new.slot, new);
            return race;
        }
        if self.last.is_empty() {
            // Mostly it stays at one, and there may be millions of places.
            self.last.reserve_exact(1);
        }
        self.last.push(new);
        race
    }
}
