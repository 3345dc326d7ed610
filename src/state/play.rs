//! Moving in a run: a step, a jump, a tick of playing; and the question that stops it.

use super::{State, Unit};
use crate::film::{self, Jump};
use crate::narrate;
use playground::Command;

impl State {
    /// One unit on or back.
    pub fn step(&mut self, on: bool) {
        let far = |jump| self.target(jump).unwrap_or(Command::Seek(0));
        self.go(match (self.unit, on) {
            (Unit::Statement, true) => Command::NextStmt,
            (Unit::Statement, false) => Command::PrevStmt,
            (Unit::Event, true) => Command::Step,
            (Unit::Event, false) => Command::Back,
            (Unit::Own, on) => far(Jump::Own(on)),
            (Unit::Block, on) => far(Jump::Block(on)),
        });
        self.stepped = true;
        self.ask();
    }

    /// Where what is told of the last command begins: a step is told as a whole, after a jump only what has just
    /// happened at its end, as the last statement there.
    pub fn told_from(&self, cursor: usize) -> usize {
        let one = self.came_from + 1 == cursor;
        if self.stepped || one { self.came_from } else { cursor }
    }

    /// The beat that is told, with its position: one that the last step passed. After a jump, one that what is told
    /// of its end is about: an older one would speak of what has changed since.
    pub fn beat(&self, cursor: usize) -> Option<(usize, usize)> {
        let before = cursor.checked_sub(1)?;
        if self.stepped {
            return self.cues.beat(self.came_from.min(before), cursor);
        }
        let events = self.player.as_ref()?.recording().trace.events();
        let told = narrate::told_at(events, cursor, cursor)?;
        self.cues.beat(told, told + 1)
    }

    pub(super) fn target(&self, jump: Jump) -> Option<Command> {
        film::target(self.player.as_ref()?, &self.film, self.selected, jump)
    }

    /// A command of the player.
    pub fn go(&mut self, command: Command) {
        let open = self.horizon();
        let Some(p) = &mut self.player else { return };
        let from = p.cursor();
        let to = p.apply(command);
        let now = p.world().now;
        self.came_from = from;
        self.stepped = steps(command);
        if let Some(side) = &mut self.side {
            side.follow(p);
        }
        self.moves = self.moves.wrapping_add(1);
        let ended = to == p.len();
        let at = self.extent().part(self.axis, to as u32, now);
        self.view = self.view.showing(at);
        if ended && open.is_none() {
            self.study_end();
        }
        if let Some(i) = self.asked
            && (to < self.cues.questions[i].at || self.cues.questions[i].chosen.is_some())
        {
            self.asked = None;
        }
    }

    /// Goes back to before the event that answers an open question, if the last step passed one.
    pub(super) fn ask(&mut self) {
        let Some(p) = self.player.as_mut().filter(|_| self.asking) else { return };
        if let Some(i) = self.cues.barrier(self.came_from, p.cursor()) {
            p.apply(Command::Seek(self.cues.questions[i].at));
            self.asked = Some(i);
            self.playing = false;
        }
    }

    /// Plays one step; stops at the end.
    pub fn tick(&mut self) {
        if self.playing {
            self.step(true);
            self.stop_at_break();
            self.playing &= self.player.as_ref().is_some_and(|p| p.cursor() < p.len());
        }
    }

    fn study_end(&mut self) {
        if let Some(lesson) = self.lesson.filter(|_| self.own().is_some()) {
            self.study.finish(lesson);
        }
    }
}

/// Whether a command leads to the next place of some kind, and not to one that was pointed at.
fn steps(command: Command) -> bool {
    match command {
        Command::Step
        | Command::Back
        | Command::NextStmt
        | Command::PrevStmt
        | Command::NextOf(_)
        | Command::UntilBlock => true,
        Command::Seek(_) | Command::UntilLine(_) | Command::Output(_) => false,
    }
}
