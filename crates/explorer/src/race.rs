//! A data race as plain data.

use serde::Serialize;
use std::fmt::Write;
use trace::GoId;

/// Two accesses of one place in memory, at least one of them a write, with nothing that orders
/// them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Race {
    /// What both touch.
    pub what: Place,
    /// The variable as the source has it, `counter`, `s[1]`, `a.balance`; empty if it has no
    /// name.
    pub name: String,
    /// Its Go type; empty if unknown.
    pub typ: String,
    /// Line of its declaration; 0 if unknown.
    pub line: u32,
    /// A number that tells places apart, as an address does.
    pub addr: u64,
    /// The access that came first in this run.
    pub first: Access,
    /// The access that came second.
    pub second: Access,
    /// What is missing between the two.
    pub missing: Missing,
    /// The last that the second goroutine knew of the first one: whatever the first one did
    /// after it is not ordered.
    pub known: Option<Known>,
}

/// What is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// A variable, field or element.
    Memory,
    /// A map: as a whole, whatever the keys.
    Map,
    /// A channel: a send counts as a read, `close` as a write.
    Channel,
    /// A wait group: the first `Add` counts as a read, the first `Wait` as a write.
    WaitGroup,
}

/// One of the two accesses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Access {
    /// Who.
    pub go: GoId,
    /// Writes; else it reads.
    pub write: bool,
    /// Through `sync/atomic`.
    pub atomic: bool,
    /// Line of the learner's file.
    pub line: u32,
    /// Position in the trace: so many events came before.
    pub event: usize,
    /// Calls, the innermost first.
    pub stack: Vec<Frame>,
    /// Locks that were held, by name.
    pub locks: Vec<String>,
    /// Whether the goroutine had ended when the race was found.
    pub ended: bool,
    /// Where its goroutine was started; empty for main.
    pub created: Vec<Frame>,
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Function, `main.worker`.
    pub func: String,
    /// Line.
    pub line: u32,
}

/// Why nothing orders the two accesses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum Missing {
    /// One is atomic and the other is not: both must be.
    Atomic,
    /// Only one of them holds a lock.
    OneLocked {
        /// The lock.
        lock: String,
        /// Who does not hold it.
        without: GoId,
    },
    /// Both hold a lock, but not the same.
    OtherLock {
        /// Of the first.
        first: String,
        /// Of the second.
        second: String,
    },
    /// Both hold the same lock, but one of them writes under `RLock`.
    SharedLock {
        /// The lock.
        lock: String,
    },
    /// The second started the first and does not wait for it.
    NotAwaited,
    /// The first started the second; the `go` statement orders only what comes before it.
    AfterGo {
        /// Line of the `go` statement.
        line: u32,
    },
    /// A send and a close, by goroutines that nothing orders.
    Close,
    /// `Add` from 0 at the same time as `Wait`.
    AddWait,
    /// Two goroutines that nothing orders.
    Apart,
}

/// The last thing of one goroutine that another one knows of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// What it was.
    pub by: By,
    /// Line.
    pub line: u32,
}

/// What makes others know of a goroutine's past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum By {
    Go,
    Send,
    Receive,
    Close,
    Unlock,
    Done,
    Once,
    Signal,
    Timer,
    Atomic,
    Library,
}

impl By {
    fn text(self) -> &'static str {
        match self {
            By::Go => "go statement",
            By::Send => "send",
            By::Receive => "receive",
            By::Close => "close",
            By::Unlock => "unlock",
            By::Done => "Done",
            By::Once => "sync.Once",
            By::Signal => "signal",
            By::Timer => "timer",
            By::Atomic => "atomic write",
            By::Library => "call of the library",
        }
    }
}

impl Race {
    /// What is missing, in a sentence.
    pub fn why(&self) -> String {
        let (a, b) = (self.first.go, self.second.go);
        let mut s = match &self.missing {
            Missing::Atomic => "one access is atomic and the other is not: both must be".into(),
            Missing::OneLocked { lock, without } => {
                format!("only one of the two holds {lock}; {without} does not")
            }
            Missing::OtherLock { first, second } => {
                format!("{a} holds {first} and {b} holds {second}: that is not the same lock")
            }
            Missing::SharedLock { lock } => {
                format!("under {lock}.RLock nobody may write: readers do not exclude each other")
            }
            Missing::NotAwaited => format!("{b} does not wait until {a} is done"),
            Missing::AfterGo { line } => format!(
                "{b} runs from the go statement in line {line} on; only what {a} does before it is ordered"
            ),
            Missing::Close => {
                "nothing says that all sends are done before the channel is closed".into()
            }
            Missing::AddWait => "the first Add must come before Wait".into(),
            Missing::Apart => format!("nothing orders {a} and {b}"),
        };
        if let Some(k) = &self.known
            && !matches!(self.missing, Missing::AfterGo { .. })
        {
            let (by, line) = (k.by.text(), k.line);
            let _ = write!(s, "; the last that {b} knows of {a} is its {by} in line {line}");
        }
        s
    }

    /// As the program that `go build -race` makes prints it; `file` is the source's name.
    pub fn render(&self, file: &str) -> String {
        let mut out = format!("{0}\nWARNING: DATA RACE\n", "=".repeat(18));
        for (a, previous) in [(&self.second, false), (&self.first, true)] {
            let what = match (a.atomic, a.write) {
                (false, true) => "Write",
                (false, false) => "Read",
                (true, true) => "Atomic write",
                (true, false) => "Atomic read",
            };
            let what =
                if previous { format!("Previous {}", what.to_lowercase()) } else { what.into() };
            let _ = writeln!(out, "{what} at {:#014x} by {}:", self.addr, name(a.go));
            frames(&mut out, &a.stack, file);
            out.push('\n');
        }
        for (i, a) in [&self.second, &self.first].into_iter().enumerate() {
            if a.go == GoId::MAIN || i == 1 && a.go == self.second.go {
                continue;
            }
            let state = if a.ended { "finished" } else { "running" };
            let _ = writeln!(out, "Goroutine {} ({state}) created at:", a.go.0);
            frames(&mut out, &a.created, file);
            out.push('\n');
        }
        let _ = writeln!(
            out,
            "{}: {}.",
            if self.name.is_empty() { "Missing" } else { &self.name },
            self.why()
        );
        out.push_str(&"=".repeat(18));
        out.push('\n');
        out
    }
}

fn name(go: GoId) -> String {
    if go == GoId::MAIN { "main goroutine".into() } else { format!("goroutine {}", go.0) }
}

fn frames(out: &mut String, stack: &[Frame], file: &str) {
    for f in stack {
        let _ = writeln!(out, "  {}()\n      {file}:{} +0x1d", f.func, f.line);
    }
}
