//! The run as a strip of film: which part is in sight, what a narrow place shows, where the marks
//! are. Without Yew and without a browser; `views/timeline` draws it.

mod jump;
mod marks;
mod strip;
mod ticks;
mod window;

pub use jump::{Jump, target};
pub use marks::{Kind, Mark};
pub use strip::{CLASSES, Piece, Strip, crowd};
pub use ticks::ticks;
pub use window::Window;

use crate::scene::{Plan, Span};
use playground::Recording;
use std::cell::OnceCell;
use trace::{Event, EventKind};

/// What is precomputed about a run, so that no frame has to read all its events.
#[derive(Default)]
pub struct Film {
    /// Where something is to be seen: ascending.
    pub marks: Vec<Mark>,
    /// The position right after each output.
    pub outputs: Vec<u32>,
    /// The lanes' sums, by what a lane is for and by axis, made when first looked at.
    strips: [[OnceCell<Vec<Strip>>; 2]; 2],
}

/// A film in the making, a part of the trace at a time.
#[derive(Default)]
pub struct Reader {
    film: Film,
    at: usize,
}

impl Reader {
    /// Reads at most so many events more; true at the end of the trace.
    pub fn read(&mut self, recording: &Recording, most: usize) -> bool {
        let events = recording.trace.events().get(self.at..).unwrap_or_default();
        for e in events.iter().take(most) {
            self.at += 1;
            if matches!(e.kind, EventKind::Output { .. }) {
                self.film.outputs.push(self.at as u32);
            }
            self.film.marks.extend(marks::of_event(self.at as u32, e, &self.film.marks));
        }
        events.len() <= most
    }

    /// Events read so far.
    pub fn read_so_far(&self) -> usize {
        self.at
    }

    /// The film, once all is read.
    pub fn finish(mut self, recording: &Recording, plan: &Plan) -> Film {
        marks::add_faults(&mut self.film.marks, recording, plan);
        self.film
    }
}

impl Film {
    /// The lanes' sums on an axis.
    pub fn strips(&self, plan: &Plan, rows: Rows, axis: Axis) -> &[Strip] {
        let cells = &self.strips[usize::from(rows == Rows::Processors)];
        cells[usize::from(axis == Axis::Time)].get_or_init(|| {
            let lanes = 0..rows.count(plan);
            lanes.map(|i| Strip::of(rows.spans(plan, i), axis)).collect()
        })
    }
}

/// The axis of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Virtual time.
    Time,
    /// Steps.
    Steps,
}

/// What the timeline has a lane for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// A goroutine: in which state it is.
    Goroutines,
    /// A processor: who runs there.
    Processors,
}

impl Rows {
    /// The other one.
    pub fn other(self) -> Rows {
        match self {
            Rows::Goroutines => Rows::Processors,
            Rows::Processors => Rows::Goroutines,
        }
    }

    /// How many lanes a run has.
    pub fn count(self, plan: &Plan) -> usize {
        match self {
            Rows::Goroutines => plan.lanes.len(),
            Rows::Processors => plan.turns.len(),
        }
    }

    /// What a lane shows; nothing if there is no such lane.
    pub fn spans(self, plan: &Plan, lane: usize) -> &[Span] {
        match self {
            Rows::Goroutines => plan.lanes.get(lane).map_or(&[], |l| &l.spans),
            Rows::Processors => plan.turns.get(lane).map_or(&[], |l| &l.spans),
        }
    }
}

/// How long the axis is, as far as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Events.
    pub len: u32,
    /// Nanoseconds.
    pub end: u64,
}

impl Extent {
    /// An axis that ends soon after a position and a time, wherever the run ends.
    pub fn beyond(at: usize, t: u64) -> Extent {
        let more = |n: u64| n + n / 4 + 8;
        Extent { len: more(at as u64) as u32, end: more(t) }
    }

    /// Length of the axis, at least 1: events or nanoseconds.
    pub fn length(self, axis: Axis) -> f64 {
        match axis {
            Axis::Steps => f64::from(self.len.max(1)),
            Axis::Time => self.end.max(1) as f64,
        }
    }

    /// Where a position lies on the axis; from 0 to 1, and beyond if it is not shown.
    pub fn part(self, axis: Axis, step: u32, t: u64) -> f64 {
        let at = if axis == Axis::Time { t as f64 } else { f64::from(step) };
        at / self.length(axis)
    }

    /// The position that a part (0 to 1) of the axis stands for.
    pub fn position(self, events: &[Event], axis: Axis, part: f64) -> usize {
        match axis {
            Axis::Steps => ((part * f64::from(self.len)).round() as usize).min(events.len()),
            Axis::Time => {
                let t = (part * self.end as f64).round() as u64;
                events.partition_point(|e| e.at <= t)
            }
        }
    }
}
