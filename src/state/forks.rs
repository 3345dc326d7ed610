//! You are the scheduler: what happens next is decided by the learner. Acting in the past forks
//! the run; the runs are kept side by side.

use super::State;
use super::making::Made;
use playground::{Player, Recording, Run, Wish, next_select};
use trace::{EventKind, GoId, ObjId};

/// At most so many runs are kept; the first one stays always.
const MOST: usize = 8;

/// A run that was kept.
pub struct Kept {
    /// The run.
    pub made: Made,
    /// Where the learner was in it.
    pub cursor: usize,
    /// What was decided, and at which position; none for the run that the strategy made.
    pub decided: Option<(Offer, usize)>,
}

/// The runs of a program that differ by what the learner decided.
#[derive(Default)]
pub struct Forks {
    /// Whether the learner is the scheduler.
    pub on: bool,
    /// The runs; the first is the strategy's own.
    pub kept: Vec<Kept>,
    /// Which of them is on stage.
    pub at: usize,
    /// What the run that is being recorded was begun for.
    begun: Option<(Offer, usize)>,
}

/// Something that can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// This goroutine runs next.
    Go(GoId),
    /// This goroutine's `select` takes the case of this channel.
    Case {
        /// Who selects.
        go: GoId,
        /// Index in source order.
        index: u16,
        /// Channel; none if nil.
        ch: Option<ObjId>,
        /// Whether it sends.
        send: bool,
    },
}

impl Forks {
    /// A fresh run begins, which is nobody's fork.
    pub fn forget(&mut self) {
        self.begun = None;
    }
}

impl State {
    /// What the learner may decide at the cursor.
    pub fn offers(&self) -> Vec<(Wish, Offer)> {
        let Some(p) = self.player.as_ref().filter(|_| !self.stale) else { return Vec::new() };
        let trace = &p.recording().trace;
        let select = next_select(trace, p.cursor());
        let cases = select.iter().flat_map(|(go, chosen, ready)| {
            let looks = trace.events()[..*chosen].iter().rev().filter(|e| e.go == *go);
            let looks: Vec<_> = looks.take(64).collect();
            ready.iter().enumerate().filter_map(move |(n, i)| {
                looks.iter().find_map(|e| {
                    let EventKind::SelectCase { index, ch, send, .. } = e.kind else { return None };
                    let offer = Offer::Case { go: *go, index, ch, send };
                    (index == *i).then_some((Wish::Case(n as u16), offer))
                })
            })
        });
        let ready = p.world().gos.values().filter(|g| g.queue.is_some());
        cases.chain(ready.map(|g| (Wish::Run(g.id), Offer::Go(g.id)))).collect()
    }

    /// Begins the run in which `wish` comes true at the cursor.
    pub fn fork(&mut self, wish: Wish) -> bool {
        let offer = self.offers().into_iter().find(|(w, _)| *w == wish);
        let (Some((_, offer)), Some(p), Some(compiled)) = (offer, &self.player, self.program())
        else {
            return false;
        };
        let at = match wish {
            Wish::Run(_) => p.cursor(),
            Wish::Case(_) => match next_select(&p.recording().trace, p.cursor()) {
                Some((_, chosen, _)) => chosen + 1,
                None => return false,
            },
        };
        self.playing = false;
        let run = Run::fork(&compiled, &p.recording().settings, at, wish).ok();
        let begun = self.work.begin(run);
        self.forks.begun = Some((offer, p.cursor()));
        self.leave_fork();
        begun
    }

    /// Notes where the learner was.
    fn leave_fork(&mut self) {
        let cursor = self.player.as_ref().map_or(0, Player::cursor);
        if let Some(kept) = self.forks.kept.get_mut(self.forks.at) {
            kept.cursor = cursor;
        }
    }

    /// Keeps a run that has just been recorded. For a fork, says where it opens: right after
    /// what was decided.
    pub fn keep(&mut self, made: &Made) -> Option<usize> {
        let decided = self.forks.begun.take();
        let forks = &mut self.forks;
        let opens = match (decided, forks.kept.get(forks.at)) {
            (Some((offer, _)), Some(parent)) => {
                Some(after(&parent.made.recording, &made.recording, offer))
            }
            (Some(_), None) | (None, _) => {
                forks.kept.clear();
                None
            }
        };
        if forks.kept.len() >= MOST {
            forks.kept.remove(1);
        }
        forks.kept.push(Kept { made: made.clone(), cursor: opens.unwrap_or(0), decided });
        forks.at = forks.kept.len() - 1;
        opens
    }

    /// Puts another of the kept runs on stage, where it was left.
    pub fn open_fork(&mut self, i: usize) {
        self.leave_fork();
        let Some(kept) = self.forks.kept.get(i) else { return };
        let (made, cursor) = (kept.made.clone(), kept.cursor);
        (self.forks.at, self.aim, self.playing) = (i, Some(cursor), false);
        self.open(made);
        if let (Some(side), Some(p)) = (&mut self.side, &self.player) {
            side.follow(p);
        }
    }
}

/// The position in a fork right after what made it differ.
fn after(parent: &Recording, fork: &Recording, offer: Offer) -> usize {
    let (old, new) = (parent.trace.events(), fork.trace.events());
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let Offer::Go(go) = offer else { return (same + 1).min(new.len()) };
    let starts = |e: &trace::Event| matches!(e.kind, EventKind::GoStart { go: g, .. } if g == go);
    new[same..].iter().position(starts).map_or(same, |i| same + i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::state::{Action, Effect, Theme};
    use playground::Command;

    fn record(s: &mut State) {
        while !s.advance(1_000_000) {}
    }

    #[test]
    fn acting_in_the_past_forks_and_the_old_run_stays() {
        let mut s = State::new(Lang::En, Theme::Dark);
        s.asking = false;
        assert!(s.start());
        record(&mut s);
        while s.offers().is_empty() {
            s.reduce(Action::Step(true));
        }
        let (wish, offer) = *s.offers().last().unwrap();
        let at = s.player.as_ref().unwrap().cursor();
        assert_eq!(s.reduce(Action::Pick(wish)), Effect::Record);
        record(&mut s);
        assert_eq!((s.forks.kept.len(), s.forks.at), (2, 1));
        assert_eq!(s.settings.picks.len(), 1);
        let Offer::Go(go) = offer else { panic!("no select here") };
        let p = s.player.as_ref().unwrap();
        assert!(
            matches!(p.last_event().unwrap().kind, EventKind::GoStart { go: g, .. } if g == go)
        );
        s.reduce(Action::Fork(0));
        let p = s.player.as_ref().unwrap();
        assert_eq!((p.cursor(), s.settings.picks.len()), (at, 0));
        // Another program: the runs of the old one are gone.
        s.reduce(Action::Procs(1));
        assert!(s.start());
        record(&mut s);
        assert_eq!(s.forks.kept.len(), 1);
    }

    #[test]
    fn a_ready_case_can_be_taken() {
        let mut s = State::new(Lang::En, Theme::Dark);
        let select = crate::lesson::LESSONS.iter().position(|l| l.number == "3.1");
        s.reduce(Action::Lesson(select));
        s.asking = false;
        assert!(s.start());
        record(&mut s);
        let cases =
            |s: &State| s.offers().iter().filter(|o| matches!(o.1, Offer::Case { .. })).count();
        while cases(&s) < 2 {
            s.reduce(Action::Go(Command::Step));
        }
        for n in 0..2 {
            s.reduce(Action::Fork(0));
            assert_eq!(s.reduce(Action::PickNth(n)), Effect::Record);
            record(&mut s);
            let p = s.player.as_ref().unwrap();
            assert!(p.recording().settings.picks.len() == 1, "{n}");
        }
        assert_eq!(s.forks.kept.len(), 3);
    }
}
