//! Decisions as they are made, four bytes for an ordinary one.

use crate::{Choice, Decision};
use trace::GoId;

/// Marks of a word: a slice that was cut short, whose fuel follows; a choice, whose number of
/// alternatives and pick follow.
const CUT: u32 = 1 << 31;
const CHOICE: u32 = 1 << 30;

const CHOICES: [Choice; 7] = [
    Choice::SelectCase,
    Choice::MapOrder,
    Choice::Rand,
    Choice::TimerOrder,
    Choice::Steal,
    Choice::Network,
    Choice::Custom,
];

/// Where a slice was noted.
#[derive(Clone, Copy)]
pub(crate) struct Place(usize);

#[derive(Default)]
pub(crate) struct Log {
    words: Vec<u32>,
}

impl Log {
    /// Notes that `go` runs.
    #[inline]
    pub fn run(&mut self, go: GoId) -> Place {
        self.words.push(go.0 & !(CUT | CHOICE));
        Place(self.words.len() - 1)
    }

    /// Notes that the slice noted at `at` ended for lack of fuel. Nothing but choices may have
    /// been noted since.
    pub fn cut(&mut self, at: Place, fuel: u32) {
        if let Some(word) = self.words.get_mut(at.0) {
            *word |= CUT;
            self.words.insert(at.0 + 1, fuel);
        }
    }

    pub fn choose(&mut self, what: Choice, n: u32, pick: u32) {
        self.words.extend([CHOICE | what as u32, n, pick]);
    }

    pub fn decisions(&self) -> Vec<Decision> {
        let mut all = Vec::new();
        let mut words = self.words.iter().copied();
        while let Some(word) = words.next() {
            let mut operand = || words.next().unwrap_or(0);
            all.push(if word & CHOICE != 0 {
                let what = CHOICES.get((word & !CHOICE) as usize).copied();
                let (n, pick) = (operand(), operand());
                Decision::Choose { what: what.unwrap_or(Choice::Custom), n, pick }
            } else {
                let cut = (word & CUT != 0).then(operand);
                Decision::Run { go: GoId(word & !CUT), cut }
            });
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut log = Log::default();
        let mut expected = vec![];
        for (i, what) in CHOICES.into_iter().enumerate() {
            let go = GoId(i as u32 + 1);
            let at = log.run(go);
            log.choose(what, u32::MAX, 7);
            if i % 2 == 0 {
                log.cut(at, u32::MAX);
            }
            expected.push(Decision::Run { go, cut: (i % 2 == 0).then_some(u32::MAX) });
            expected.push(Decision::Choose { what, n: u32::MAX, pick: 7 });
        }
        assert_eq!(log.decisions(), expected);
    }
}
