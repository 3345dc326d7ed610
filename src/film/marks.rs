//! Where something is to be seen.

use crate::scene::{Plan, StateClass};
use playground::Recording;
use trace::{EndKind, Event, EventKind, GoId};

/// What there is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A panic begins.
    Panic,
    /// Nobody can go on.
    Deadlock,
    /// Two accesses without an order between them.
    Race,
    /// A goroutine parks for good: main returned without it.
    Leak,
    /// Another end that is no success: an exit code, a budget.
    Stop,
}

impl Kind {
    /// Name in the locales and the style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Panic => "panic",
            Kind::Deadlock => "deadlock",
            Kind::Race => "race",
            Kind::Leak => "leak",
            Kind::Stop => "stop",
        }
    }
}

/// A mark on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Position.
    pub at: u32,
    /// Virtual time, nanoseconds.
    pub t: u64,
    /// What.
    pub kind: Kind,
    /// Whose lane it belongs to.
    pub go: GoId,
}

/// The mark of an event at a position, if it is one, after those before it.
pub fn of_event(at: u32, e: &Event, before: &[Mark]) -> Option<Mark> {
    let kind = if matches!(e.kind, EventKind::GoPanic { .. }) {
        Kind::Panic
    } else if let EventKind::End { kind } = &e.kind {
        match kind {
            EndKind::Exit(0) => return None,
            EndKind::Deadlock => Kind::Deadlock,
            EndKind::Panic if !before.is_empty() => return None,
            EndKind::Panic => Kind::Panic,
            EndKind::Exit(_) | EndKind::Budget => Kind::Stop,
        }
    } else {
        return None;
    };
    Some(Mark { at, t: e.at, kind, go: e.go })
}

/// Adds leaks and races; then the marks are in order.
pub fn add_faults(marks: &mut Vec<Mark>, recording: &Recording, plan: &Plan) {
    for leak in recording.leaks.iter().filter(|l| l.reason.is_some()) {
        let lane = plan.lanes.binary_search_by_key(&leak.go, |l| l.go).ok();
        let last = lane.and_then(|i| plan.lanes[i].spans.last());
        if let Some(span) = last.filter(|s| s.class == StateClass::Waiting) {
            marks.push(Mark { at: span.from, t: span.t0, kind: Kind::Leak, go: leak.go });
        }
    }
    for race in &recording.races {
        let event = recording.trace.events().get(race.second.event);
        let t = event.map_or(plan.end, |e| e.at);
        let at = race.second.event as u32 + 1;
        marks.push(Mark { at, t, kind: Kind::Race, go: race.second.go });
    }
    marks.sort_by_key(|m| (m.at, m.kind, m.go));
}
