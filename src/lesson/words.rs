//! A lesson's words: a head of `key: value` lines, paragraphs, then sections that begin with `#`.
//!
//! ```text
//! title: A buffer is a queue with a limit
//! chapter: Channels
//! idea: A buffered send blocks only when the buffer is full.
//! procs: 2
//!
//! A paragraph.
//!
//! # beats
//! park go=main obj=jobs :: The buffer is full.
//!
//! # predict
//! Who puts 7 into the buffer?
//! ask park go=main
//! when recv obj=jobs from=refill
//! - the receiver :: recv from=refill
//! - main, once it runs again :: send go=main
//! why The receiver moves the parked sender's value into the freed slot.
//!
//! # after
//! A paragraph that would tell an answer: shown when all questions are answered.
//!
//! # next
//! - Set the buffer to 0.
//!
//! # notes
//! For the teacher.
//! ```
//!
//! `when` is the event that answers a question; it is asked before that, or before the event of `ask` if something
//! in between would tell the answer.

use super::Pattern;
use playground::{Settings, Strategy};

/// A lesson in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Title.
    pub title: &'static str,
    /// Chapter.
    pub chapter: &'static str,
    /// The one idea, in a sentence.
    pub idea: &'static str,
    /// Number of processors, if the lesson wants one.
    pub procs: Option<u16>,
    /// Seed at which every choice is random, if the lesson wants that instead of Go's scheduler.
    pub seed: Option<u64>,
    /// How goroutines are mapped to threads, if not as Go does: `one-thread` or `threads`.
    pub mapping: Option<&'static str>,
    /// Virtual nanoseconds that an instruction costs.
    pub cost: Option<u32>,
    /// The fault that the program shows, if that is the lesson: `race`, `leak`, `deadlock`, `panic`.
    pub fault: Option<&'static str>,
    /// Names of the two programs, where neither is the other's repair: `A | B`.
    pub versions: Option<(&'static str, &'static str)>,
    /// Paragraphs, with `**bold**` and `` `code` ``.
    pub paragraphs: Vec<&'static str>,
    /// Paragraphs that would tell an answer before it is asked for.
    pub after: Vec<&'static str>,
    /// What to say when an event happens.
    pub beats: Vec<(Pattern, &'static str)>,
    /// Questions.
    pub predictions: Vec<Prediction>,
    /// What to try next.
    pub next: Vec<&'static str>,
    /// For the teacher.
    pub notes: Vec<&'static str>,
    /// Lines that were not understood; a test keeps this empty.
    pub wrong: Vec<String>,
}

/// A question asked before the event that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// The question.
    pub question: &'static str,
    /// The event before which it is asked, if that is not the one that answers it: what comes in between would tell
    /// the answer.
    pub ask: Option<Pattern>,
    /// The event that answers it.
    pub when: Pattern,
    /// Choices; the one whose pattern matches the answering event is right.
    pub choices: Vec<(&'static str, Pattern)>,
    /// Why, in a sentence.
    pub why: &'static str,
}

/// Processors of a lesson that does not say how many it wants.
pub const PROCS: u16 = 2;

impl Words {
    /// The settings under which the lesson runs.
    pub fn settings(&self) -> Settings {
        let standard = Settings::default();
        let strategy = match (self.mapping, self.seed) {
            (Some("one-thread"), _) => Strategy::OneThread,
            (Some("threads"), _) => Strategy::Threads,
            (_, Some(_)) => Strategy::Random,
            (_, None) => Strategy::Model,
        };
        Settings {
            strategy,
            seed: self.seed.unwrap_or(standard.seed),
            gomaxprocs: self.procs.unwrap_or(PROCS),
            instruction_ns: self.cost.unwrap_or(standard.instruction_ns),
            ..standard
        }
    }

    /// All paragraphs of the lesson, in order.
    pub fn prose(&self) -> Vec<&'static str> {
        [self.paragraphs.as_slice(), &self.after].concat()
    }

    /// Reads a lesson's file.
    pub fn read(text: &'static str) -> Words {
        let mut w = Words::default();
        let mut parts = text.split("\n# ");
        let body = parts.next().unwrap_or_default();
        let mut blocks = body.split("\n\n");
        for line in blocks.next().unwrap_or_default().lines() {
            w.head(line);
        }
        w.paragraphs = paragraphs(blocks);
        for part in parts {
            let (name, lines) = part.split_once('\n').unwrap_or((part, ""));
            match name.trim() {
                "beats" => w.read_beats(lines),
                "predict" => w.read_prediction(lines),
                "next" => w.next = items(lines),
                "after" => w.after = paragraphs(lines.split("\n\n")),
                "notes" => w.notes = paragraphs(lines.split("\n\n")),
                other => w.wrong.push(other.to_string()),
            }
        }
        w
    }

    fn head(&mut self, line: &'static str) {
        let Some((key, value)) = line.split_once(':') else {
            return self.wrong.push(line.to_string());
        };
        let value = value.trim();
        match key {
            "title" => self.title = value,
            "chapter" => self.chapter = value,
            "idea" => self.idea = value,
            "procs" => self.procs = value.parse().ok(),
            "seed" => self.seed = value.parse().ok(),
            "mapping" => self.mapping = Some(value),
            "cost" => self.cost = value.parse().ok(),
            "fault" => self.fault = Some(value),
            "versions" => {
                self.versions = value.split_once('|').map(|(a, b)| (a.trim(), b.trim()));
            }
            _ => self.wrong.push(line.to_string()),
        }
    }

    fn pattern(&mut self, text: &str) -> Option<Pattern> {
        match Pattern::read(text) {
            Ok(p) => Some(p),
            Err(word) => {
                self.wrong.push(word);
                None
            }
        }
    }

    fn read_beats(&mut self, lines: &'static str) {
        for line in lines.lines().filter(|l| !l.trim().is_empty()) {
            match line.split_once("::") {
                Some((pattern, text)) => {
                    if let Some(p) = self.pattern(pattern) {
                        self.beats.push((p, text.trim()));
                    }
                }
                None => self.wrong.push(line.to_string()),
            }
        }
    }

    fn read_prediction(&mut self, lines: &'static str) {
        let (mut question, mut when, mut why, mut choices) = ("", None, "", Vec::new());
        let mut ask = None;
        for line in lines.lines().map(str::trim).filter(|l| !l.is_empty()) {
            if let Some(p) = line.strip_prefix("when ") {
                when = self.pattern(p);
            } else if let Some(p) = line.strip_prefix("ask ") {
                ask = self.pattern(p);
            } else if let Some(text) = line.strip_prefix("why ") {
                why = text;
            } else if let Some((text, p)) = line.strip_prefix("- ").and_then(|l| l.split_once("::"))
            {
                if let Some(p) = self.pattern(p) {
                    choices.push((text.trim(), p));
                }
            } else if question.is_empty() {
                question = line;
            } else {
                self.wrong.push(line.to_string());
            }
        }
        match when {
            Some(when) if choices.len() > 1 && !why.is_empty() => {
                self.predictions.push(Prediction { question, ask, when, choices, why });
            }
            _ => self.wrong.push(format!("prediction: {question}")),
        }
    }
}

fn paragraphs(blocks: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    blocks.map(str::trim).filter(|p| !p.is_empty()).collect()
}

fn items(lines: &'static str) -> Vec<&'static str> {
    lines.lines().filter_map(|l| l.trim().strip_prefix("- ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "title: T\nchapter: C\nidea: I\nprocs: 2\n\nOne.\n\nTwo\nlines.\n\n# beats\npark go=main :: It parks.\n\n# predict\nWho?\nwhen recv from=refill\n- a :: recv from=refill\n- b :: send\nwhy Because.\n\n# after\nTold\nlater.\n\n# next\n- Try.\n";

    #[test]
    fn a_lesson_is_read() {
        let w = Words::read(FILE);
        assert_eq!(w.wrong, Vec::<String>::new());
        assert_eq!((w.title, w.procs, w.paragraphs.len(), w.next.len()), ("T", Some(2), 2, 1));
        assert_eq!((w.after.as_slice(), w.prose().len()), (&["Told\nlater."][..], 3));
        assert_eq!(w.beats[0].1, "It parks.");
        assert_eq!((w.predictions[0].question, w.predictions[0].choices.len()), ("Who?", 2));
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        let w = Words::read(
            "title: T\nnonsense\n\n# beats\nwalk :: x\n\n# predict\nWho?\n- a :: send\n",
        );
        assert_eq!(w.wrong, ["nonsense", "walk", "prediction: Who?"]);
    }
}
