//! How a run ended, as plain data.

/// What sort of end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeKind {
    /// main returned, or `os.Exit`.
    Ok,
    /// An unrecovered panic or a fatal error.
    Panic,
    /// All goroutines are asleep.
    Deadlock,
    /// A budget ran out, or the run was stopped.
    Budget,
}

impl OutcomeKind {
    /// The name in JSON.
    pub fn text(self) -> &'static str {
        match self {
            OutcomeKind::Ok => "ok",
            OutcomeKind::Panic => "panic",
            OutcomeKind::Deadlock => "deadlock",
            OutcomeKind::Budget => "budget",
        }
    }
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What sort of end.
    pub kind: OutcomeKind,
    /// Exit code, as the compiled program would have it.
    pub exit: i32,
    /// What the runtime itself says at the end: the panic with its goroutines, the deadlock,
    /// the budget. Empty when all went well.
    pub message: String,
    /// All that was written to standard output.
    pub stdout: String,
    /// All that was written to standard error, `message` included.
    pub stderr: String,
}

impl Outcome {
    /// Whether something went wrong that the learner will want to see.
    pub fn is_fault(&self) -> bool {
        self.kind != OutcomeKind::Ok
    }
}
