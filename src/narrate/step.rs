//! One sentence for a step over several events: that of the weightiest.

use super::Narrator;
use crate::i18n::{Lang, time};
use crate::say;
use trace::{Event, EventKind};

/// A step over more events than this is told by its last statement alone.
const FAR: usize = 32;

impl Narrator<'_> {
    /// The event of a step from position `from` to `to` that its sentence tells.
    pub fn told(&self, from: usize, to: usize) -> Option<&Event> {
        let events = self.trace.events();
        events.get(told_at(events, from, to)?)
    }

    /// Who was woken by the clock between an event and position `to`: it is later now than when that was told.
    pub fn since(&self, told: &Event, to: usize) -> Option<String> {
        let past = self.trace.events().get(..to)?;
        let late = past.iter().rev().take(FAR).take_while(|e| e.at > told.at);
        let woken = late.filter(|e| matches!(e.kind, EventKind::GoUnpark { .. }));
        let woken = woken.last()?;
        let EventKind::GoUnpark { go, .. } = woken.kind else { return None };
        let (go, when) = (self.go(go), time(woken.at));
        Some(say!(self.lang, "say.woken_at", go = go, when = when))
    }

    /// What a step from position `from` to `to` did, in at most two sentences.
    pub fn step(&self, from: usize, to: usize) -> String {
        let Some(main) = self.told(from, to) else {
            return say!(self.lang, "say.start");
        };
        let last = self.trace.events().get(to.saturating_sub(1)).unwrap_or(main);
        let mut text = self.event(main);
        if let Some(more) = self.since(main, to) {
            self.join(&mut text, &more);
        } else if last != main
            && matches!(last.kind, EventKind::Stmt { .. })
            && weight(&main.kind) > 2
        {
            self.join(&mut text, &self.event(last));
        }
        text
    }

    /// Puts a sentence after another.
    pub fn join(&self, text: &mut String, more: &str) {
        if self.lang != Lang::Zh {
            text.push(' ');
        }
        text.push_str(more);
    }
}

/// Which event of a step from position `from` to `to` is told.
pub fn told_at(events: &[Event], from: usize, to: usize) -> Option<usize> {
    let to = to.min(events.len());
    let from = told_from(events, from, to);
    // Of equals the last: it is what the stage shows now.
    let part = events.get(from..to)?.iter().enumerate();
    part.max_by_key(|(_, e)| weight(&e.kind)).map(|(i, _)| from + i)
}

/// Where the part of a step from `from` to `to` begins that is told.
fn told_from(events: &[Event], from: usize, to: usize) -> usize {
    let near = from < to && to - from <= FAR;
    if near { from } else { last_statement(&events[..to.min(events.len())]) }
}

/// Where the last statement before the end of `events` begins, at most [`FAR`] events back.
fn last_statement(events: &[Event]) -> usize {
    let Some((_, before)) = events.split_last() else { return 0 };
    let recent = before.iter().rev().take(FAR);
    let back = recent.take_while(|e| !matches!(e.kind, EventKind::Stmt { .. })).count();
    before.len() - back
}

/// How much an event matters in a summary of several.
fn weight(kind: &EventKind) -> u8 {
    match kind {
        EventKind::End { .. } | EventKind::GoPanic { .. } => 9,
        // What a group's parts do, a counter and a lock, is told as what the group does.
        EventKind::GoPark { .. }
        | EventKind::GoRecover
        | EventKind::ChanClose { .. }
        | EventKind::Task { .. } => 8,
        EventKind::ChanSend { .. }
        | EventKind::ChanRecv { .. }
        | EventKind::SelectChoose { .. }
        | EventKind::Lock { .. }
        | EventKind::Unlock { .. }
        | EventKind::Counter { .. }
        | EventKind::OnceState { .. }
        | EventKind::CondSignal { .. }
        | EventKind::ContextDone { .. }
        | EventKind::NetAsk { .. }
        | EventKind::MutexMode { .. } => 7,
        EventKind::Output { .. } | EventKind::GoEnd | EventKind::GoCreate { .. } => 6,
        EventKind::TimerFire { .. }
        | EventKind::TimerStop { .. }
        | EventKind::NetReady { .. }
        | EventKind::Steal { .. }
        | EventKind::SyscallEnter { .. }
        | EventKind::SyscallExit
        | EventKind::ContextNew { .. } => 5,
        EventKind::ObjNew { .. } | EventKind::TimerSet { .. } | EventKind::TimeAdvance { .. } => 4,
        EventKind::VarWrite { .. } | EventKind::VarRead { .. } | EventKind::GoUnpark { .. } => 3,
        EventKind::Var { .. } | EventKind::Call { .. } | EventKind::HandOff { .. } => 2,
        EventKind::Stmt { .. } | EventKind::GoStart { .. } | EventKind::GoStop { .. } => 1,
        EventKind::Return
        | EventKind::Enqueue { .. }
        | EventKind::ProcStart { .. }
        | EventKind::ProcStop { .. }
        | EventKind::ThreadCreate { .. }
        | EventKind::Spinning { .. }
        | EventKind::Part { .. }
        | EventKind::WaitqPush { .. }
        | EventKind::SelectCase { .. } => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use playground::{Command, Player, Run, Settings, compile};
    use std::rc::Rc;

    #[test]
    fn a_step_over_several_equals_tells_the_last() {
        let source = "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\
                      \twg.Add(1)\n\twg.Add(1)\n\twg.Add(-2)\n}\n";
        let mut run = Run::start(&compile(source).unwrap(), &Settings::default()).unwrap();
        while !run.advance(1_000_000) {}
        let mut player = Player::new(Rc::new(run.finish()));
        let counts = |e: &Event| matches!(e.kind, EventKind::Counter { value: 2, .. });
        let second = player.recording().trace.events().iter().position(counts).unwrap() + 1;
        player.apply(Command::Seek(second));
        let recording = player.recording().clone();
        let told = Narrator {
            lang: Lang::En,
            trace: &recording.trace,
            world: player.world(),
            source,
            scopes: None,
            twins: None,
        }
        .step(second - 4, second);
        assert_eq!(told, "**G1 main** changes **wg** by +1; it is now 2.");
    }
}
