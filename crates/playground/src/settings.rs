//! What a run depends on besides the source.

use crate::Pick;

/// How the next goroutine is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// As Go's scheduler would: processors, queues, stealing, preemption after 10 ms.
    Model,
    /// One thread for all goroutines (N:1): a blocking system call stalls everybody.
    OneThread,
    /// A kernel thread for each goroutine (1:1), with its costs; `gomaxprocs` is the number of cores.
    Threads,
    /// Uniformly among all runnable goroutines, from the seed.
    Random,
    /// Whoever has waited longest; nobody is preempted early.
    Fifo,
    /// The decisions of an earlier run, in the text form that the run printed.
    Replay(String),
}

/// Settings of a run. Same source and same settings give the same trace, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How the next goroutine is chosen.
    pub strategy: Strategy,
    /// Seed of every random choice.
    pub seed: u64,
    /// Number of processors, 1 to 64.
    pub gomaxprocs: u16,
    /// Virtual nanoseconds that one instruction costs.
    pub instruction_ns: u32,
    /// Whether events are recorded.
    pub tracing: bool,
    /// Whether plain memory is watched for data races. The trace is the same either way.
    pub races: bool,
    /// Whether the trace tells of reads and writes of plain memory too. Without watching for races only.
    pub accesses: bool,
    /// Limits.
    pub budgets: Budgets,
    /// Decisions taken by hand, in the order in which they come true.
    pub picks: Vec<Pick>,
    /// The program's arguments: `os.Args` without its first.
    pub args: Vec<String>,
    /// Standard input.
    pub stdin: Vec<u8>,
}

/// Where a run stops, so that nothing a learner writes can hang the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budgets {
    /// Instructions; each slice counts as some more, so that a program ends too which hardly
    /// computes and wakes for ever.
    pub steps: u64,
    /// Goroutines alive at once.
    pub goroutines: u32,
    /// Bytes on the heap.
    pub heap: u64,
    /// Bytes of output.
    pub output: u64,
    /// Bytes of one goroutine's stack; beyond it Go's own stack overflow.
    pub stack: u64,
    /// Events in the trace.
    pub events: u64,
}

impl Budgets {
    /// Limits for the command line, where a program is to run as if it were compiled: they end
    /// what would never end, after seconds.
    pub fn command_line() -> Self {
        Budgets {
            steps: 2_000_000_000,
            goroutines: 250_000,
            heap: 1 << 30,
            output: 64 << 20,
            stack: 256 << 20,
            events: 5_000_000,
        }
    }
}

impl Default for Budgets {
    /// Limits for the page, which keeps every event and goes on answering.
    fn default() -> Self {
        Budgets {
            steps: 50_000_000,
            goroutines: 100_000,
            heap: 256 << 20,
            output: 1 << 20,
            stack: 64 << 20,
            events: 1_000_000,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            strategy: Strategy::Model,
            seed: 1,
            gomaxprocs: 4,
            instruction_ns: 10,
            tracing: true,
            races: false,
            accesses: false,
            budgets: Budgets::default(),
            picks: Vec::new(),
            args: Vec::new(),
            stdin: Vec::new(),
        }
    }
}
