//! Schedules as text.

use crate::{Choice, Decision, Pick, Schedule, Strategy};
use std::fmt;
use std::str::FromStr;
use trace::GoId;

const CHOICES: [(char, Choice); 7] = [
    ('s', Choice::SelectCase),
    ('m', Choice::MapOrder),
    ('r', Choice::Rand),
    ('t', Choice::TimerOrder),
    ('w', Choice::Steal),
    ('n', Choice::Network),
    ('c', Choice::Custom),
];

/// Longest group that is looked for when a schedule is printed.
const GROUP: usize = 8;

/// Most decisions that a text may stand for.
const LIMIT: usize = 50_000_000;

impl fmt::Display for Strategy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strategy::Free => f.write_str("free"),
            Strategy::Fifo => f.write_str("fifo"),
            Strategy::Random { seed } => write!(f, "random seed={seed}"),
            Strategy::Model { procs, seed } => write!(f, "model p={procs} seed={seed}"),
            Strategy::OneThread { seed } => write!(f, "onethread seed={seed}"),
            Strategy::Threads { cores, seed } => write!(f, "threads p={cores} seed={seed}"),
        }
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Decision::Run { go, cut: None } => write!(f, "g{}", go.0),
            Decision::Run { go, cut: Some(fuel) } => write!(f, "g{}/{fuel}", go.0),
            Decision::Choose { what, n, pick } => {
                let letter = CHOICES.iter().find(|(_, c)| *c == what).map_or('c', |(l, _)| *l);
                write!(f, "{letter}{pick}/{n}")
            }
        }
    }
}

impl fmt::Display for Pick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Pick::Run { slice, after, go } => write!(f, "{slice}+{after}g{}", go.0),
            Pick::Choose { choice, pick } => write!(f, "s{choice}/{pick}"),
        }
    }
}

impl FromStr for Pick {
    type Err = ParseScheduleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut r = Reader { text, at: 0 };
        let pick = r.pick()?;
        if r.is_done() { Ok(pick) } else { r.fail("the end") }
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v1 {}", self.strategy)?;
        if let Some(procs) = self.procs {
            write!(f, " procs={procs}")?;
        }
        if self.cost != Schedule::COST {
            write!(f, " cost={}", self.cost)?;
        }
        for (i, pick) in self.picks.iter().enumerate() {
            write!(f, "{}{pick}", if i == 0 { " picks=" } else { "," })?;
        }
        let d = &self.decisions;
        let mut at = 0;
        while at < d.len() {
            f.write_str(if at == 0 { "; " } else { " " })?;
            let (len, times) = repetition(&d[at..]);
            match (len, times) {
                (1, 1) => write!(f, "{}", d[at])?,
                (1, n) => write!(f, "{}x{n}", d[at])?,
                (_, n) => {
                    f.write_str("(")?;
                    for (i, one) in d[at..at + len].iter().enumerate() {
                        write!(f, "{}{one}", if i == 0 { "" } else { " " })?;
                    }
                    write!(f, ")x{n}")?;
                }
            }
            at += len * times;
        }
        Ok(())
    }
}

/// Length of the group at the start of `d` that is repeated most profitably, and how often.
fn repetition(d: &[Decision]) -> (usize, usize) {
    let mut best = (1, 1);
    for len in 1..=GROUP.min(d.len()) {
        let same = d[len..].iter().zip(d).take_while(|(a, b)| a == b).count();
        let times = same / len + 1;
        // A group in parentheses pays from the third time on.
        if times >= if len == 1 { 2 } else { 3 } && len * times > best.0 * best.1 {
            best = (len, times);
        }
    }
    best
}

/// Why a text is not a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseScheduleError {
    /// Where: number of bytes before the offending place.
    pub at: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for ParseScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "schedule: expected {} at byte {}", self.expected, self.at)
    }
}

impl std::error::Error for ParseScheduleError {}

impl FromStr for Schedule {
    type Err = ParseScheduleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut r = Reader { text, at: 0 };
        r.word("v1", "version v1")?;
        r.space();
        let strategy = r.strategy()?;
        let mut schedule = Schedule::new(strategy);
        r.space();
        if r.eat("procs=") {
            schedule.procs = Some(r.number("number of processors")?);
            r.space();
        }
        if r.eat("cost=") {
            schedule.cost = r.number("cost")?;
            r.space();
        }
        if r.eat("picks=") {
            schedule.picks.push(r.pick()?);
            while r.eat(",") {
                schedule.picks.push(r.pick()?);
            }
            r.space();
        }
        if !r.is_done() {
            r.word(";", "; or the end")?;
            while !r.is_done() {
                r.group(&mut schedule.decisions)?;
                r.space();
            }
        }
        Ok(schedule)
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    fn fail<T>(&self, expected: &'static str) -> Result<T, ParseScheduleError> {
        Err(ParseScheduleError { at: self.at, expected })
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn word(&mut self, word: &str, expected: &'static str) -> Result<(), ParseScheduleError> {
        self.space();
        if self.eat(word) { Ok(()) } else { self.fail(expected) }
    }

    fn number<T: FromStr>(&mut self, expected: &'static str) -> Result<T, ParseScheduleError> {
        let rest = self.rest();
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        match rest.get(..len).unwrap_or("").parse() {
            Ok(n) => {
                self.at += len;
                Ok(n)
            }
            Err(_) => self.fail(expected),
        }
    }

    fn strategy(&mut self) -> Result<Strategy, ParseScheduleError> {
        if self.eat("free") {
            Ok(Strategy::Free)
        } else if self.eat("fifo") {
            Ok(Strategy::Fifo)
        } else if self.eat("random") {
            Ok(Strategy::Random { seed: self.seed()? })
        } else if self.eat("onethread") {
            Ok(Strategy::OneThread { seed: self.seed()? })
        } else if self.eat("model") {
            Ok(Strategy::Model { procs: self.procs()?, seed: self.seed()? })
        } else if self.eat("threads") {
            Ok(Strategy::Threads { cores: self.procs()?, seed: self.seed()? })
        } else {
            self.fail("strategy: free, fifo, random, model, onethread or threads")
        }
    }

    fn procs(&mut self) -> Result<u16, ParseScheduleError> {
        self.word("p=", "p=")?;
        self.number("number of processors")
    }

    fn seed(&mut self) -> Result<u64, ParseScheduleError> {
        self.word("seed=", "seed=")?;
        self.number("seed")
    }

    fn pick(&mut self) -> Result<Pick, ParseScheduleError> {
        if self.eat("s") {
            let choice = self.number("choice")?;
            self.word("/", "/ and the alternative")?;
            return Ok(Pick::Choose { choice, pick: self.number("alternative")? });
        }
        let slice = self.number("a pick such as 3+120g5 or s7/1")?;
        self.word("+", "+ and fuel")?;
        let after = self.number("fuel")?;
        self.word("g", "g and the goroutine")?;
        Ok(Pick::Run { slice, after, go: GoId(self.number("goroutine")?) })
    }

    /// A decision or a group in parentheses, repeated or not.
    fn group(&mut self, out: &mut Vec<Decision>) -> Result<(), ParseScheduleError> {
        self.space();
        let from = out.len();
        let at = self.at;
        if self.eat("(") {
            self.space();
            while !self.eat(")") {
                out.push(self.decision()?);
                self.space();
            }
        } else {
            out.push(self.decision()?);
        }
        let times: usize = if self.eat("x") { self.number("number of times")? } else { 1 };
        let len = out.len() - from;
        if times == 0 || len == 0 || len.saturating_mul(times).saturating_add(from) > LIMIT {
            return Err(ParseScheduleError { at, expected: "a sensible number of decisions" });
        }
        for i in 0..len * (times - 1) {
            out.push(out[from + i]);
        }
        Ok(())
    }

    fn decision(&mut self) -> Result<Decision, ParseScheduleError> {
        const EXPECTED: &str = "a decision such as g1 or s0/2";
        let Some(letter) = self.rest().chars().next() else { return self.fail(EXPECTED) };
        if letter == 'g' {
            self.at += 1;
            let go = GoId(self.number("goroutine")?);
            let cut = if self.eat("/") { Some(self.number("fuel")?) } else { None };
            return Ok(Decision::Run { go, cut });
        }
        let Some(&(_, what)) = CHOICES.iter().find(|(l, _)| *l == letter) else {
            return self.fail(EXPECTED);
        };
        self.at += 1;
        let at = self.at;
        let pick = self.number("alternative")?;
        self.word("/", "/ and the number of alternatives")?;
        let n = self.number("number of alternatives")?;
        if pick >= n {
            return Err(ParseScheduleError { at, expected: "one of the alternatives" });
        }
        Ok(Decision::Choose { what, n, pick })
    }
}
