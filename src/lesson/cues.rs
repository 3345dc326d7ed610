//! Where a lesson's beats and questions fall in a run.

use super::{Pattern, Words};
use trace::{EventKind, Timeline, Trace};

/// A question, and where it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Position before the event that answers it.
    pub at: usize,
    /// Index among the lesson's predictions.
    pub index: usize,
    /// The choice that the run proves right; none if no choice fits this run.
    pub right: Option<usize>,
    /// What the learner chose.
    pub chosen: Option<usize>,
}

/// A lesson's beats and questions in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cues {
    /// Position after the event, index among the lesson's beats; in order.
    pub beats: Vec<(usize, usize)>,
    /// Questions in order.
    pub questions: Vec<Question>,
}

impl Cues {
    /// Finds them in a trace.
    pub fn of(words: &Words, trace: &Trace) -> Cues {
        let beats = words.beats.iter().map(|(pattern, _)| pattern);
        let whens = words.predictions.iter().map(|p| &p.when);
        let asks = words.predictions.iter().map(|p| p.ask.as_ref().unwrap_or(&p.when));
        let all: Vec<&Pattern> = beats.chain(whens).chain(asks).collect();
        let found = Pattern::find_all(&all, trace);
        let (beats, questions) = found.split_at(words.beats.len());
        let (questions, asks) = questions.split_at(words.predictions.len());
        let beats = beats.iter().enumerate().filter_map(|(i, at)| Some(((*at)? + 1, i)));
        let mut beats: Vec<_> = beats.collect();
        beats.sort_unstable();
        let mut film = Timeline::new(trace);
        let mut questions: Vec<_> = (words.predictions.iter().zip(questions).enumerate())
            .filter_map(|(index, (p, at))| {
                let at = (*at)?;
                let event = &trace.events()[at];
                let world = film.seek(trace, at + 1);
                let right = p.choices.iter().position(|(_, c)| c.matches(event, trace, world));
                // No choice fits a run that differs from the lesson's: then there is nothing to ask.
                right?;
                // It is asked before anything that would tell the answer.
                let at = asks.get(index).copied().flatten().map_or(at, |ask| ask.min(at));
                let at = before_the_operation(trace, at);
                Some(Question { at, index, right, chosen: None })
            })
            .collect();
        questions.sort_by_key(|q| q.at);
        Cues { beats, questions }
    }

    /// The first open question that a move from `from` to `to` would answer.
    pub fn barrier(&self, from: usize, to: usize) -> Option<usize> {
        self.questions.iter().position(|q| q.chosen.is_none() && from <= q.at && q.at < to)
    }

    /// The last beat between two positions: the position after its event, its index.
    pub fn beat(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        self.beats.iter().rev().find(|(at, _)| from < *at && *at <= to).copied()
    }
}

/// Where the operation of the event at `at` begins: joining a queue tells that its goroutine will park, and a
/// `select` looks at its cases before it chooses one.
fn before_the_operation(trace: &Trace, at: usize) -> usize {
    let events = trace.events();
    let Some(go) = events.get(at).map(|e| e.go) else { return at };
    let belongs = |i: &usize| {
        let e = &events[*i];
        let tells = matches!(
            e.kind,
            EventKind::WaitqPush { .. }
                | EventKind::SelectCase { .. }
                | EventKind::SelectChoose { .. }
        );
        e.go == go && tells
    };
    (0..at).rev().take_while(belongs).last().unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::super::LESSONS;
    use super::*;
    use crate::i18n::Lang;
    use playground::{Run, compile};

    #[test]
    fn no_question_is_asked_in_the_middle_of_an_operation() {
        let mut asked = 0;
        for lesson in LESSONS.iter().filter(|l| ["2.1", "3.1", "3.3"].contains(&l.number)) {
            let words = lesson.words(Lang::En);
            let compiled = compile(lesson.source).unwrap();
            let mut run = Run::start(&compiled, &words.settings()).unwrap();
            while !run.advance(1_000_000) {}
            let trace = run.finish().trace;
            for q in Cues::of(words, &trace).questions {
                let before = &trace.events()[q.at - 1];
                let told = matches!(
                    before.kind,
                    EventKind::WaitqPush { .. } | EventKind::SelectChoose { .. }
                );
                assert!(!told, "{}: {before:?}", lesson.slug);
                asked += 1;
            }
        }
        assert_eq!(asked, 6);
    }
}
