//! Ways through the run that lead farther than a step.

use super::Film;
use playground::{Command, Player};
use trace::{EventKind, GoId};

/// Where to; true leads on, false back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// This goroutine's next statement: of the one that is inspected, else of the one that acted.
    Own(bool),
    /// Until somebody blocks.
    Block(bool),
    /// A line of output.
    Output(bool),
    /// A mark of the timeline.
    Mark(bool),
}

/// The command that leads there; none when there is no such place in that direction. Own statements are those of
/// `selected`, else of the one that acted.
pub fn target(p: &Player, film: &Film, selected: Option<GoId>, jump: Jump) -> Option<Command> {
    let at = p.cursor() as u32;
    match jump {
        Jump::Own(on) => {
            let acted = || p.last_event().map(|e| e.go).filter(|g| *g != GoId::RUNTIME);
            let go = selected.or_else(acted).unwrap_or(GoId(1));
            if on {
                return Some(Command::NextOf(go));
            }
            let events = p.recording().trace.events().get(..p.cursor().saturating_sub(1))?;
            let own = |e: &trace::Event| e.go == go && matches!(e.kind, EventKind::Stmt { .. });
            events.iter().rposition(own).map(|i| Command::Seek(i + 1))
        }
        Jump::Block(true) => Some(Command::UntilBlock),
        Jump::Block(false) => {
            let events = p.recording().trace.events().get(..p.cursor().saturating_sub(1))?;
            let parks = events.iter().rposition(|e| matches!(e.kind, EventKind::GoPark { .. }));
            parks.map(|i| Command::Seek(i + 1))
        }
        Jump::Output(on) => near(film.outputs.iter().copied(), at, on),
        Jump::Mark(on) => near(film.marks.iter().map(|m| m.at), at, on),
    }
}

/// The nearest of ascending places after or before a position.
fn near(mut places: impl DoubleEndedIterator<Item = u32>, at: u32, on: bool) -> Option<Command> {
    let place = if on { places.find(|n| *n > at) } else { places.rfind(|n| *n < at) };
    place.map(|n| Command::Seek(n as usize))
}
