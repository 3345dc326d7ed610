//! How a run is bounded, and how it ends.

use crate::net::NetRule;
use std::rc::Rc;
use trace::{EndKind, GoId, Stream};

/// Limits of a run. Reaching one ends the run with [`Kind::Budget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budgets {
    /// Instructions, of all goroutines together.
    pub steps: u64,
    /// Goroutines alive at once.
    pub goroutines: u32,
    /// Bytes of heap in use.
    pub heap: u64,
    /// Bytes of output.
    pub output: u64,
    /// Bytes of one goroutine's stack; beyond it Go's own `stack overflow`.
    pub stack: u64,
    /// Events in the trace.
    pub events: u64,
}

impl Default for Budgets {
    fn default() -> Self {
        Budgets {
            steps: 2_000_000_000,
            goroutines: 100_000,
            heap: 256 << 20,
            output: 1 << 20,
            stack: 64 << 20,
            events: 2_000_000,
        }
    }
}

/// Settings of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Limits.
    pub budgets: Budgets,
    /// `os.Args`.
    pub args: Vec<String>,
    /// Whether a trace tells of the learner's reads and writes of plain memory
    /// (`VarRead`, `VarWrite`), which a race detector needs.
    pub accesses: bool,
    /// Standard input.
    pub stdin: Vec<u8>,
    /// What `runtime.GOMAXPROCS(0)` and `runtime.NumCPU()` say.
    pub procs: u32,
    /// What the simulated network answers.
    pub net: Rc<[NetRule]>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            budgets: Budgets::default(),
            args: vec!["main".into()],
            accesses: false,
            stdin: Vec::new(),
            procs: 4,
            net: Rc::new([]),
        }
    }
}

/// Text that a program wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputChunk {
    /// Where to.
    pub stream: Stream,
    /// What; what is not UTF-8 replaced by U+FFFD.
    pub text: String,
    /// The exact bytes, if they are not UTF-8.
    pub raw: Option<Vec<u8>>,
    /// Virtual time in nanoseconds.
    pub at: u64,
    /// Who.
    pub go: GoId,
}

impl OutputChunk {
    /// The exact bytes.
    pub fn bytes(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(self.text.as_bytes())
    }
}

/// Why a run is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// main returned.
    Ok,
    /// `os.Exit`.
    Exit,
    /// An unrecovered panic, or a fatal error that is not a deadlock.
    Panic,
    /// All goroutines are asleep.
    Deadlock,
    /// A budget ran out.
    Budget,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Why.
    pub kind: Kind,
    /// Exit code, as the shell would see it: 0, 2 for panics and fatal errors, 1 for a budget.
    pub exit: i32,
    /// What the runtime wrote to standard error at the end; the program's own writes are in the output.
    pub stderr: String,
    /// First line in short: `panic: boom`, `all goroutines are asleep - deadlock!`; empty if all is well.
    pub message: String,
    /// Line of the learner's file where it ended; 0 if unknown.
    pub line: u32,
    /// Who ended it.
    pub go: GoId,
}

impl Outcome {
    /// As the trace says it.
    pub fn end_kind(&self) -> EndKind {
        match self.kind {
            Kind::Ok | Kind::Exit => EndKind::Exit(self.exit),
            Kind::Panic => EndKind::Panic,
            Kind::Deadlock => EndKind::Deadlock,
            Kind::Budget => EndKind::Budget,
        }
    }
}
