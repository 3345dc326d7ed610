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

use crate::scene::Plan;
use crate::state::Axis;
use playground::Recording;
use std::cell::OnceCell;
use trace::EventKind;

/// What is precomputed about a run, so that no frame has to read all its events.
#[derive(Default)]
pub struct Film {
    /// Where something is to be seen: ascending.
    pub marks: Vec<Mark>,
    /// The position right after each output.
    pub outputs: Vec<u32>,
    /// The lanes' sums on either axis, made when first looked at.
    strips: [OnceCell<Vec<Strip>>; 2],
}

impl Film {
    /// Reads the whole trace once.
    pub fn of(recording: &Recording, plan: &Plan) -> Film {
        let events = recording.trace.events().iter().enumerate();
        let outputs = events
            .filter(|(_, e)| matches!(e.kind, EventKind::Output { .. }))
            .map(|(i, _)| i as u32 + 1)
            .collect();
        Film { marks: marks::of(recording, plan), outputs, ..Film::default() }
    }

    /// The lanes' sums on an axis.
    pub fn strips(&self, plan: &Plan, axis: Axis) -> &[Strip] {
        let cell = &self.strips[usize::from(axis == Axis::Time)];
        cell.get_or_init(|| plan.lanes.iter().map(|l| Strip::of(&l.spans, axis)).collect())
    }
}

/// Length of the axis, at least 1: events or nanoseconds.
pub fn length(plan: &Plan, axis: Axis) -> f64 {
    match axis {
        Axis::Steps => f64::from(plan.len.max(1)),
        Axis::Time => plan.end.max(1) as f64,
    }
}

/// Where a position lies on the axis, 0 to 1.
pub fn part(plan: &Plan, axis: Axis, step: u32, t: u64) -> f64 {
    let at = if axis == Axis::Time { t as f64 } else { f64::from(step) };
    at / length(plan, axis)
}

/// The position that a part (0 to 1) of the axis stands for.
pub fn position(plan: &Plan, events: &[trace::Event], axis: Axis, part: f64) -> usize {
    match axis {
        Axis::Steps => (part * f64::from(plan.len)).round() as usize,
        Axis::Time => {
            let t = (part * plan.end as f64).round() as u64;
            events.partition_point(|e| e.at <= t)
        }
    }
}
