//! Moving in a run: a step, a jump, a tick of playing; and the question that stops it.

use super::{State, Unit};
use crate::film::{self, Jump};
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
        self.ask();
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
