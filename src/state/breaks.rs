//! Breakpoints: lines at which playing stops, and that can be jumped to.

use super::State;
use playground::Command;
use std::collections::BTreeSet;
use trace::GoId;

/// Events before the cursor among which the line to show is looked for.
const BACK: usize = 64;

impl State {
    /// The line of the program that is looked at: that of the chosen goroutine, or of who acted last.
    pub fn line(&self) -> Option<u32> {
        let p = self.player.as_ref().filter(|_| !self.stale)?;
        // The runtime, and a goroutine that has not begun, have no line: then whoever acted before.
        let line = |go: GoId| {
            let line = p.world().gos.get(&go)?.frames.last()?.line;
            (line > 0).then_some(line)
        };
        let past = p.recording().trace.events().get(..p.cursor())?;
        self.selected
            .and_then(line)
            .or_else(|| past.iter().rev().take(BACK).find_map(|e| line(e.go)))
    }

    /// Goes back to the first breakpoint that the last step passed, and stops playing there.
    pub fn stop_at_break(&mut self) {
        let Some(p) = self.player.as_mut().filter(|_| !self.breaks.is_empty()) else { return };
        let passed = p.recording().trace.events().get(self.came_from..p.cursor());
        let hit = passed.and_then(|e| e.iter().position(|e| stops_at(&self.breaks, e)));
        if let Some(i) = hit {
            p.apply(Command::Seek(self.came_from + i + 1));
            self.playing = false;
        }
    }

    /// To the next or the previous breakpoint, if there is one that way.
    pub fn seek_break(&mut self, on: bool) {
        let Some(p) = &self.player else { return };
        let events = p.recording().trace.events();
        let hits = |e: &trace::Event| stops_at(&self.breaks, e);
        let at = p.cursor();
        let found = if on {
            events[at..].iter().position(hits).map(|i| at + i + 1)
        } else {
            events[..at.saturating_sub(1)].iter().rposition(hits).map(|i| i + 1)
        };
        if let Some(to) = found {
            self.go(Command::Seek(to));
        }
    }
}

/// Whether somebody is about to run a line with a breakpoint.
fn stops_at(breaks: &BTreeSet<u32>, e: &trace::Event) -> bool {
    matches!(e.kind, trace::EventKind::Stmt { line } if breaks.contains(&line))
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::state::{Action, State, Theme};
    use playground::Command;
    use trace::EventKind;

    fn line(s: &State) -> Option<u32> {
        let kind = s.player.as_ref()?.last_event().map(|e| e.kind.clone())?;
        if let EventKind::Stmt { line } = kind { Some(line) } else { None }
    }

    #[test]
    fn playing_stops_at_a_breakpoint_and_keys_lead_there() {
        let mut s = State::new(Lang::En, Theme::Dark);
        s.asking = false;
        assert!(s.start());
        while !s.advance(1_000_000) {}
        let source = s.source.clone();
        let at = source.lines().position(|l| l.contains("jobs <- j")).unwrap() as u32 + 1;
        s.reduce(Action::Break(at));
        s.reduce(Action::Go(Command::Seek(0)));
        s.reduce(Action::Play(true));
        for _ in 0..1_000 {
            s.tick();
        }
        assert_eq!((s.playing, line(&s)), (false, Some(at)));
        let first = s.player.as_ref().unwrap().cursor();
        s.reduce(Action::ToBreak(true));
        assert!(line(&s) == Some(at) && s.player.as_ref().unwrap().cursor() > first);
        s.reduce(Action::ToBreak(false));
        assert_eq!(s.player.as_ref().unwrap().cursor(), first);
        // The key's is the line that is looked at.
        assert_eq!(s.line(), Some(at));
        s.reduce(Action::BreakHere);
        assert!(s.breaks.is_empty());
        s.reduce(Action::BreakHere);
        assert!(s.breaks.contains(&at));
    }
}
