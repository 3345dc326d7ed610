//! Moving through a recording. Time is a value that only commands change.

use crate::Recording;
use std::rc::Rc;
use trace::{Event, EventKind, GoId, World};

/// What can be asked of a [`Player`]. Positions count events: position `n` is the world after
/// the first `n` events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// To this position; one past the end means the end.
    Seek(usize),
    /// One event on.
    Step,
    /// One event back.
    Back,
    /// On to where a goroutine is about to run its next statement, or something ends.
    NextStmt,
    /// Back to the previous such place.
    PrevStmt,
    /// On to this goroutine's next statement.
    NextOf(GoId),
    /// On until somebody parks.
    UntilBlock,
    /// On until somebody is about to run this line of the source.
    UntilLine(u32),
    /// To the position where output number `n` (from 0) has just been written.
    Output(usize),
}

/// A cursor in a recording and the world there.
pub struct Player {
    recording: Rc<Recording>,
    cursor: usize,
    world: World,
}

impl Player {
    /// A player at the start.
    pub fn new(recording: Rc<Recording>) -> Self {
        Player { recording, cursor: 0, world: World::default() }
    }

    /// The recording.
    pub fn recording(&self) -> &Rc<Recording> {
        &self.recording
    }

    /// Position: how many events have happened.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Number of events; the last position.
    pub fn len(&self) -> usize {
        self.recording.trace.len()
    }

    /// Whether the recording has no events.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The world at the cursor.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The event that led to the cursor.
    pub fn last_event(&self) -> Option<&Event> {
        self.cursor.checked_sub(1).and_then(|i| self.recording.trace.events().get(i))
    }

    /// The event that comes next.
    pub fn next_event(&self) -> Option<&Event> {
        self.recording.trace.events().get(self.cursor)
    }

    /// Carries out a command and returns the new position.
    pub fn apply(&mut self, command: Command) -> usize {
        let target = self.target(command).min(self.len());
        if target == self.cursor + 1 {
            let event = &self.recording.trace.events()[self.cursor];
            self.world.apply(self.cursor as u32, event);
        } else if target != self.cursor {
            self.world = self.recording.checkpoints.world_at(&self.recording.trace, target);
        }
        self.cursor = target;
        target
    }

    fn target(&self, command: Command) -> usize {
        let stop = |e: &Event| matches!(e.kind, EventKind::Stmt { .. } | EventKind::End { .. });
        match command {
            Command::Seek(n) => n,
            Command::Step => self.cursor + 1,
            Command::Back => self.cursor.saturating_sub(1),
            Command::NextStmt => self.after(stop),
            Command::PrevStmt => self.before(stop),
            Command::NextOf(go) => {
                self.after(|e| e.go == go && stop(e) || matches!(e.kind, EventKind::End { .. }))
            }
            Command::UntilBlock => self.after(|e| matches!(e.kind, EventKind::GoPark { .. })),
            Command::UntilLine(l) => {
                self.after(|e| matches!(e.kind, EventKind::Stmt { line } if line == l))
            }
            Command::Output(n) => {
                let events = self.recording.trace.events().iter().enumerate();
                let mut outputs =
                    events.filter(|(_, e)| matches!(e.kind, EventKind::Output { .. }));
                outputs.nth(n).map_or(self.len(), |(i, _)| i + 1)
            }
        }
    }

    /// The position right after the next event that satisfies `stop`; the end if none does.
    fn after(&self, stop: impl Fn(&Event) -> bool) -> usize {
        let events = self.recording.trace.events();
        let rest = &events[self.cursor.min(events.len())..];
        rest.iter().position(stop).map_or(events.len(), |i| self.cursor + i + 1)
    }

    /// The position right after the last event before the one at the cursor that satisfies
    /// `stop`; the start if none does.
    fn before(&self, stop: impl Fn(&Event) -> bool) -> usize {
        let events = self.recording.trace.events();
        let past = &events[..self.cursor.saturating_sub(1)];
        past.iter().rposition(stop).map_or(0, |i| i + 1)
    }
}
