//! Everything that can happen in a run, one variant each.
//!
//! An event says what changed and nothing else; [`World::apply`](crate::World::apply) is the
//! only place that says what follows from it. Wherever events are told apart, every kind is
//! named: no `_ =>`, so that a new kind leads to all places that must handle it.

use crate::{
    EndKind, GoId, ObjId, ObjKind, ProcId, RecvFrom, RunQueue, SendTo, StopReason, Stream, Sym,
    TaskStep, ThreadId, TimerKind, Value, WaitReason, WaitRole,
};
use serde::Serialize;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Virtual time in nanoseconds since the program started; never decreases along a trace.
    pub at: u64,
    /// The goroutine that did it; `GoId::RUNTIME` when the runtime did.
    pub go: GoId,
    /// What happened.
    pub kind: EventKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    // ---- goroutines ----
    /// `event.go` created `go`, which will run `func`; line of the `go` statement.
    GoCreate {
        /// The new goroutine.
        go: GoId,
        /// Function's name without package, e.g. `worker`, `main.func1` as `func1`.
        func: Sym,
        /// Line of the `go` statement; 0 for main.
        line: u32,
    },
    /// `go` became runnable and stands in a queue, at its tail; it leaves whatever queue it was in.
    /// Follows `GoCreate`, `GoStop`, or moves an already queued goroutine (runnext kicked out, overflow).
    Enqueue {
        /// Who.
        go: GoId,
        /// Where.
        on: RunQueue,
    },
    /// `go` left its queue and runs on a processor.
    GoStart {
        /// Who.
        go: GoId,
        /// Where.
        proc: ProcId,
    },
    /// `event.go` stopped running but could go on.
    GoStop {
        /// Why.
        why: StopReason,
    },
    /// `event.go` parks. The objects it waits on were named by `WaitqPush` events just before.
    GoPark {
        /// Why.
        reason: WaitReason,
    },
    /// `event.go` (or the runtime) made `go` runnable; it leaves all wait queues and stands in a
    /// run queue, at its tail.
    GoUnpark {
        /// Who was woken.
        go: GoId,
        /// Where it stands.
        on: RunQueue,
    },
    /// `event.go` returned from its function or called `Goexit`.
    GoEnd,
    /// `event.go` begins to panic with this value (`%v` text, as in Go's panic message).
    GoPanic {
        /// Text.
        text: Sym,
    },
    /// `event.go` recovered from a panic.
    GoRecover,

    // ---- code ----
    /// `event.go` is about to run the statement at this line of the learner's file.
    Stmt {
        /// 1-based line.
        line: u32,
    },
    /// `event.go` called a function of the learner's file.
    Call {
        /// Its name.
        func: Sym,
    },
    /// `event.go` returned from the innermost function.
    Return,
    /// A local variable of the innermost function of `event.go` has a new value.
    Var {
        /// Distinguishes variables of one name in one function (shadowing).
        slot: u16,
        /// Name in the source.
        name: Sym,
        /// New value.
        value: Value,
    },
    /// Text written by `event.go`.
    Output {
        /// Stream.
        stream: Stream,
        /// Exactly what was written.
        text: Sym,
    },

    // ---- processors and threads ----
    /// A processor got a thread and looks for work or runs.
    ProcStart {
        /// Processor.
        proc: ProcId,
        /// Thread that now holds it.
        thread: ThreadId,
    },
    /// A processor became idle; its thread is parked.
    ProcStop {
        /// Processor.
        proc: ProcId,
    },
    /// A thread was created.
    ThreadCreate {
        /// Thread.
        thread: ThreadId,
    },
    /// The processor's thread starts or stops looking for work.
    Spinning {
        /// Processor.
        proc: ProcId,
        /// Start or stop.
        on: bool,
    },
    /// `proc` takes the `n` oldest goroutines from `from`'s local queue to the tail of its own;
    /// with `n` = 0 it takes `from`'s `runnext`, whose `Enqueue` follows.
    Steal {
        /// Thief.
        proc: ProcId,
        /// Victim.
        from: ProcId,
        /// How many.
        n: u16,
    },
    /// `event.go` enters a system call that blocks its thread.
    SyscallEnter {
        /// Its name.
        name: Sym,
    },
    /// The thread in a system call gives its processor away.
    HandOff {
        /// Processor that was given away.
        proc: ProcId,
    },
    /// `event.go` returns from its system call; an `Enqueue` or `GoStart` follows, unless its
    /// processor was not given away.
    SyscallExit,

    // ---- objects ----
    /// An object came to life.
    ObjNew {
        /// Identity.
        obj: ObjId,
        /// What it is.
        kind: ObjKind,
        /// Variable or field it is assigned to in the source; empty text if none.
        name: Sym,
        /// Its Go type as in the source, e.g. `chan int`.
        typ: Sym,
        /// Line where it was made; 0 if unknown.
        line: u32,
    },
    /// An object is a part of another, in which the library keeps it: whoever waits at the part waits for the whole.
    Part {
        /// The part.
        obj: ObjId,
        /// The whole.
        of: ObjId,
    },
    /// `event.go` took a step with a function that a group runs.
    Task {
        /// Group.
        obj: ObjId,
        /// The part by which calls are told apart, if they are.
        call: Option<ObjId>,
        /// Key of the call; empty in an `errgroup`.
        key: Sym,
        /// What it did.
        step: TaskStep,
    },
    /// `event.go` enters a wait queue of `obj`, at its tail. A `GoPark` follows.
    WaitqPush {
        /// Object.
        obj: ObjId,
        /// Queue, and value if it sends.
        role: WaitRole,
        /// Whether it enters at the head instead (a mutex waiter that lost once more).
        front: bool,
    },
    /// `event.go` sent.
    ChanSend {
        /// Channel.
        ch: ObjId,
        /// Value.
        value: Value,
        /// Where it went.
        to: SendTo,
    },
    /// `event.go` received. When the receiver was parked, the hand-over is told by the sender's
    /// `ChanSend` and the receiver tells nothing more.
    ChanRecv {
        /// Channel.
        ch: ObjId,
        /// Value.
        value: Value,
        /// Where it came from.
        from: RecvFrom,
    },
    /// `event.go` closed the channel; a `GoUnpark` for every waiter follows.
    ChanClose {
        /// Channel.
        ch: ObjId,
    },
    /// `event.go` looks at the cases of a `select`; one event each, before the choice.
    SelectCase {
        /// Index in source order.
        index: u16,
        /// Channel; none if nil.
        ch: Option<ObjId>,
        /// Whether it sends.
        send: bool,
        /// Whether it could go on at once.
        ready: bool,
    },
    /// `event.go` took a case of its `select` (also when woken in it); none is `default`.
    SelectChoose {
        /// Index in source order.
        index: Option<u16>,
    },
    /// `event.go` acquired a lock.
    Lock {
        /// Mutex or RWMutex.
        obj: ObjId,
        /// Whether shared (`RLock`).
        shared: bool,
    },
    /// `event.go` released a lock.
    Unlock {
        /// Mutex or RWMutex.
        obj: ObjId,
        /// Whether shared (`RUnlock`).
        shared: bool,
        /// The waiter who now owns the lock without competing for it (starvation mode, or RWMutex).
        to: Option<GoId>,
    },
    /// A mutex changed between normal and starvation mode.
    MutexMode {
        /// Mutex.
        obj: ObjId,
        /// Whether it starves.
        starving: bool,
    },
    /// A counter changed: wait group, semaphore, cond's broadcasts, once's calls, group's size.
    Counter {
        /// Object.
        obj: ObjId,
        /// Change.
        delta: i64,
        /// Value after the change.
        value: i64,
    },
    /// `sync.Once`: the function runs (`done` false) or has returned.
    OnceState {
        /// Object.
        obj: ObjId,
        /// Finished.
        done: bool,
    },
    /// `sync.Cond`: signal or broadcast.
    CondSignal {
        /// Object.
        obj: ObjId,
        /// Broadcast.
        all: bool,
    },
    /// A timer was set or reset.
    TimerSet {
        /// Timer (an object, or a fresh identity for sleeps).
        obj: ObjId,
        /// Absolute virtual time in nanoseconds.
        when: u64,
        /// What it does.
        kind: TimerKind,
    },
    /// A timer fired.
    TimerFire {
        /// Timer.
        obj: ObjId,
    },
    /// A timer was stopped before firing.
    TimerStop {
        /// Timer.
        obj: ObjId,
    },
    /// `event.go` asks the network and leaves the socket to the poller. A `GoPark` follows.
    NetAsk {
        /// What, e.g. `GET https://api.example/`.
        what: Sym,
        /// When the answer comes, absolute virtual nanoseconds.
        when: u64,
    },
    /// The network poller finds `go`'s answer there. Its `GoUnpark` follows.
    NetReady {
        /// Who asked.
        go: GoId,
    },
    /// A context came to life below another.
    ContextNew {
        /// Context.
        obj: ObjId,
        /// Parent, if it is one of ours.
        parent: Option<ObjId>,
        /// Deadline, absolute virtual nanoseconds.
        deadline: Option<u64>,
        /// The key and the value that it carries; boxed, for it would make all events larger.
        value: Option<Box<(Value, Value)>>,
    },
    /// A context was cancelled; cause as text.
    ContextDone {
        /// Context.
        obj: ObjId,
        /// Cause.
        cause: Sym,
    },
    /// A shared variable or atomic was read.
    VarRead {
        /// Variable.
        obj: ObjId,
        /// Atomically.
        atomic: bool,
        /// Value.
        value: Value,
    },
    /// A shared variable or atomic was written; a pool or map was used.
    VarWrite {
        /// Variable.
        obj: ObjId,
        /// Atomically.
        atomic: bool,
        /// New value; of a pool or map how much it holds.
        value: Value,
    },
    /// Virtual time jumped because nobody could run.
    TimeAdvance {
        /// New time in nanoseconds.
        to: u64,
    },
    /// The run ended.
    End {
        /// How.
        kind: EndKind,
    },
}
