//! The world at any moment, quickly: copies of it taken now and then on the way forward.

use crate::{Trace, World};

/// Fewest events between two copies: folding them takes about a millisecond.
const SPACING: usize = 4096;

/// Most events between two copies: folding them stays below a frame (16 ms), in wasm too.
const WIDEST: usize = 8 * SPACING;

/// Copies of the [`World`] along a trace, for seeking in any direction.
///
/// Copies share with each other what did not change between them. They lie 4096 events apart;
/// farther, up to 32768, when the world is so large that copying it costs more than folding.
///
/// ```
/// use trace::{Checkpoints, Event, EventKind, GoId, Sym, Trace};
/// let mut t = Trace::default();
/// for i in 1..=3 {
///     let kind = EventKind::GoCreate { go: GoId(i), func: Sym(0), line: 0 };
///     t.push(Event { at: 0, go: GoId::RUNTIME, kind });
/// }
/// let c = Checkpoints::build(&t);
/// assert_eq!(c.world_at(&t, 0).gos.len(), 0);
/// assert_eq!(c.world_at(&t, 2).gos.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checkpoints {
    /// Number of events before the copy, and the copy; ascending, none at 0.
    copies: Vec<(usize, World)>,
    /// The world after `len` events.
    head: World,
    len: usize,
}

impl Checkpoints {
    /// Walks through a whole trace.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// assert_eq!(Checkpoints::build(&t).len(), 1);
    /// ```
    pub fn build(trace: &Trace) -> Self {
        let mut c = Checkpoints::default();
        c.extend(trace);
        c
    }

    /// Walks through the events that the same trace gained since the last call.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let mut c = Checkpoints::default();
    /// c.extend(&t);
    /// assert_eq!(c.len(), 1);
    /// ```
    pub fn extend(&mut self, trace: &Trace) {
        self.extend_to(trace, trace.len());
    }

    /// Walks on, but not farther than `n` events from the start: building can be spread over
    /// several turns of an event loop.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let mut c = Checkpoints::default();
    /// c.extend_to(&t, 0);
    /// assert!(c.is_empty());
    /// ```
    pub fn extend_to(&mut self, trace: &Trace, n: usize) {
        let from = self.len;
        for e in trace.events().iter().take(n).skip(from) {
            self.head.apply(self.len as u32, e);
            self.len += 1;
            let last = self.copies.last().map_or(0, |c| c.0);
            if self.len - last >= SPACING && self.len - last >= self.spacing() {
                self.copies.push((self.len, self.head.clone()));
            }
        }
    }

    fn spacing(&self) -> usize {
        ((self.head.gos.len() + self.head.objs.len()) / 2).clamp(SPACING, WIDEST)
    }

    /// Number of events walked through.
    ///
    /// ```
    /// assert_eq!(trace::Checkpoints::default().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no event was walked through.
    ///
    /// ```
    /// assert!(trace::Checkpoints::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The world after the first `n` events of the trace that this was built from; at most
    /// all of its events.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let c = Checkpoints::build(&t);
    /// assert_eq!((c.world_at(&t, 0).now, c.world_at(&t, 1).now), (0, 7));
    /// ```
    pub fn world_at(&self, trace: &Trace, n: usize) -> World {
        let (from, mut world) = self.before(n);
        fold(&mut world, trace, from, n);
        world
    }

    /// The last copy that lies before or at `n` events.
    fn before(&self, n: usize) -> (usize, World) {
        if n >= self.len {
            return (self.len, self.head.clone());
        }
        let i = self.copies.partition_point(|c| c.0 <= n);
        match i.checked_sub(1).and_then(|i| self.copies.get(i)) {
            Some((at, w)) => (*at, w.clone()),
            None => (0, World::default()),
        }
    }
}

fn fold(world: &mut World, trace: &Trace, from: usize, to: usize) {
    for (i, e) in trace.events().iter().enumerate().take(to).skip(from) {
        world.apply(i as u32, e);
    }
}

/// A moment in a trace: a cursor with the world there. Steps forward cost one event.
///
/// ```
/// use trace::{Event, EventKind, GoId, Sym, Timeline, Trace};
/// let mut t = Trace::default();
/// let kind = EventKind::GoCreate { go: GoId(1), func: Sym(0), line: 0 };
/// t.push(Event { at: 0, go: GoId::RUNTIME, kind });
/// let mut line = Timeline::new(&t);
/// assert_eq!(line.seek(&t, 1).gos.len(), 1);
/// assert_eq!(line.seek(&t, 0).gos.len(), 0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    checkpoints: Checkpoints,
    at: usize,
    world: World,
}

impl Timeline {
    /// A cursor at the start of a trace.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// assert_eq!(Timeline::new(&t).at(), 0);
    /// ```
    pub fn new(trace: &Trace) -> Self {
        Timeline { checkpoints: Checkpoints::build(trace), ..Timeline::default() }
    }

    /// Number of events before the cursor.
    ///
    /// ```
    /// assert_eq!(trace::Timeline::default().at(), 0);
    /// ```
    pub fn at(&self) -> usize {
        self.at
    }

    /// The world at the cursor.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let mut line = Timeline::new(&t);
    /// line.seek(&t, 1);
    /// assert_eq!(line.world().now, 7);
    /// ```
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The copies that it seeks with.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// assert_eq!(Timeline::new(&t).checkpoints().len(), 1);
    /// ```
    pub fn checkpoints(&self) -> &Checkpoints {
        &self.checkpoints
    }

    /// Takes in the events that the same trace gained since.
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let mut line = Timeline::default();
    /// line.extend(&t);
    /// assert_eq!(line.checkpoints().len(), 1);
    /// ```
    pub fn extend(&mut self, trace: &Trace) {
        self.checkpoints.extend(trace);
    }

    /// Moves the cursor after the first `n` events (at most all).
    ///
    /// ```
    /// # use trace::{Checkpoints, Event, EventKind, GoId, Timeline, Trace};
    /// let mut t = Trace::default();
    /// t.push(Event { at: 7, go: GoId(1), kind: EventKind::GoEnd });
    /// let mut line = Timeline::new(&t);
    /// assert_eq!(line.seek(&t, 9).now, 7);
    /// assert_eq!(line.at(), 1);
    /// ```
    pub fn seek(&mut self, trace: &Trace, n: usize) -> &World {
        let n = n.min(trace.len());
        // Short ways forward are walked, all others start from a copy.
        if n < self.at || n - self.at > SPACING {
            (self.at, self.world) = self.checkpoints.before(n);
        }
        fold(&mut self.world, trace, self.at, n);
        self.at = n;
        &self.world
    }
}
