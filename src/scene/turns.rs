//! Who has which processor, and when: the lanes of the timeline where processors are the subject.

use super::plan::{Span, StateClass};
use trace::{GoId, GoState, World};

/// A processor's life on the timeline. Its spans follow each other without a gap; while it is idle, nobody has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcLane {
    /// What it was used for, in order.
    pub spans: Vec<Span>,
    /// Who had it, for each span.
    pub who: Vec<Option<GoId>>,
}

/// What a processor does now: since which position and time.
type Now = (Option<GoId>, StateClass, u32, u64);

/// Lanes in the making.
#[derive(Default)]
pub struct Turns {
    lanes: Vec<ProcLane>,
    now: Vec<Now>,
}

impl Turns {
    /// Looks at all processors after an event that may have changed who has them.
    pub fn look(&mut self, world: &World, at: u32, t: u64) {
        for (i, p) in world.procs.iter().enumerate() {
            let class = match p.running.and_then(|g| world.gos.get(&g)).map(|g| g.state) {
                Some(GoState::Syscall) => StateClass::Syscall,
                Some(_) => StateClass::Running,
                None => StateClass::Dead,
            };
            match self.now.get_mut(i) {
                Some(now) if (now.0, now.1) == (p.running, class) => {}
                Some(now) => {
                    let old = std::mem::replace(now, (p.running, class, at, t));
                    self.lanes[i].add(old, at, t);
                }
                None => {
                    self.lanes.push(ProcLane::default());
                    // Before anybody came it was idle.
                    self.lanes[i].add((None, StateClass::Dead, 0, 0), at, t);
                    self.now.push((p.running, class, at, t));
                }
            }
        }
    }

    /// The lanes of a run of so many events and so much time.
    pub fn finish(mut self, len: u32, end: u64) -> Vec<ProcLane> {
        for (lane, now) in self.lanes.iter_mut().zip(self.now) {
            lane.add(now, len, end);
        }
        self.lanes
    }
}

impl ProcLane {
    fn add(&mut self, (who, class, from, t0): Now, to: u32, t1: u64) {
        if from < to {
            self.spans.push(Span { from, to, t0, t1, class });
            self.who.push(who);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lesson::LESSONS;
    use crate::scene::Plan;
    use playground::{Command, Player, Run, compile};
    use std::rc::Rc;

    /// At every position the lanes say of each processor what the world says.
    #[test]
    fn lanes_agree_with_the_world() {
        for number in ["1.3", "1.4", "2.11", "5.9"] {
            let lesson = LESSONS.iter().find(|l| l.number == number).unwrap();
            let settings = lesson.words(crate::i18n::Lang::En).settings();
            let mut run = Run::start(&compile(lesson.source).unwrap(), &settings).unwrap();
            while !run.advance(1_000_000) {}
            let recording = Rc::new(run.finish());
            let turns = Plan::of(&recording.trace).turns;
            assert!(!turns.is_empty(), "{number}");
            for lane in &turns {
                assert!(lane.spans.windows(2).all(|w| w[0].to == w[1].from), "{number}");
                let (first, last) = (lane.spans.first().unwrap(), lane.spans.last().unwrap());
                assert_eq!((first.from, last.to as usize), (0, recording.trace.len()), "{number}");
            }
            let mut player = Player::new(recording);
            while player.cursor() < player.len() {
                player.apply(Command::Step);
                let at = player.cursor() as u32;
                for (p, lane) in player.world().procs.iter().zip(&turns) {
                    let i = lane.spans.partition_point(|s| s.to <= at);
                    let Some(who) = lane.who.get(i) else { continue };
                    assert_eq!(*who, p.running, "{number} at {at}");
                }
            }
        }
    }
}
