//! The words that events are made of: what a thing is, where it went, why it stopped.

use crate::{GoId, ObjId, ProcId, Sym, Value};
use serde::Serialize;

/// Where a runnable goroutine stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RunQueue {
    /// `runnext` of a processor.
    Next(ProcId),
    /// Tail of a processor's local queue.
    Local(ProcId),
    /// Tail of the global queue.
    Global,
}

/// What a shared object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ObjKind {
    Chan { cap: u32 },
    Mutex,
    RWMutex,
    WaitGroup,
    Once,
    Cond,
    Timer,
    Ticker,
    Context,
    Semaphore,
    Group,
    Pool,
    Map,
    Atomic,
    Variable,
}

/// What becomes of a function that a group of tasks runs (`errgroup`, `singleflight`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TaskStep {
    /// The group will run it; it counts from here on.
    Start,
    /// The goroutine begins it.
    Begin,
    /// The goroutine shares the result of the call in flight, and does not make one.
    Share,
    /// It is over.
    End,
    /// Whoever comes next makes a call of its own, though one is in flight.
    Forget,
    /// The group keeps this error, its first.
    Fail(Sym),
}

/// In which queue of an object a goroutine waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WaitRole {
    /// Channel's sendq; with the value to be sent.
    Send(Value),
    /// Channel's recvq.
    Recv,
    /// A lock's queue, exclusive.
    Lock,
    /// A lock's queue, shared.
    RLock,
    /// Anything else that is waited for (wait group, cond, once, semaphore).
    Wait,
}

/// How a value left a sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SendTo {
    /// Into the tail of the buffer.
    Buffer,
    /// Straight to a waiting receiver, past the buffer.
    Receiver(GoId),
}

/// Where a received value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecvFrom {
    /// The head of the buffer.
    Buffer,
    /// The head of the full buffer; a parked sender's value enters at the tail.
    BufferRefilled(GoId, Value),
    /// Straight from a parked sender (unbuffered).
    Sender(GoId),
    /// The channel is closed and empty: the zero value, `ok` is false.
    Closed,
}

/// Why a goroutine stopped running without waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StopReason {
    /// `runtime.Gosched`.
    Gosched,
    /// Its slice of time is over.
    Preempted,
    /// The processors advance side by side and another one's turn has come; the goroutine
    /// stays on its processor.
    Turn,
}

/// Output stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// What wakes when a timer fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimerKind {
    /// `time.Sleep` of this goroutine.
    Sleep(GoId),
    /// Sends the time on a channel, once or (`period` in nanoseconds) again and again.
    Chan {
        /// The channel.
        chan: ObjId,
        /// 0 for a one-shot timer.
        period: u64,
    },
    /// Calls a function in its own goroutine (`AfterFunc`, context deadlines).
    Func,
}

/// How the whole run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EndKind {
    /// main returned or `os.Exit`, with its code.
    Exit(i32),
    /// An unrecovered panic or a fatal error.
    Panic,
    /// All goroutines are asleep.
    Deadlock,
    /// A budget ran out.
    Budget,
}
