//! The world at one moment, folded from events.

use crate::{
    EndKind, GoId, ObjId, ObjKind, ProcId, RunQueue, Sym, ThreadId, TimerKind, Value, WaitReason,
    WaitRole,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Everything that can be seen at one moment of a run.
///
/// Parts are shared between copies (`Rc`), so that a checkpoint costs little.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct World {
    /// Virtual time in nanoseconds.
    pub now: u64,
    /// Goroutines by identity, finished ones included.
    pub gos: BTreeMap<GoId, Rc<Goroutine>>,
    /// Processors, `procs[i]` is `Pi`.
    pub procs: Vec<Processor>,
    /// Threads that exist, ascending.
    pub threads: Vec<ThreadId>,
    /// The global run queue, oldest first.
    pub global: Vec<GoId>,
    /// Objects by identity, in order of birth.
    pub objs: BTreeMap<ObjId, Rc<Object>>,
    /// Pending timers.
    pub timers: BTreeMap<ObjId, Timer>,
    /// Who waits for the network.
    pub polls: BTreeMap<GoId, Poll>,
    /// Number of output events so far.
    pub outputs: u32,
    /// How the run ended, if it has.
    pub end: Option<EndKind>,
}

/// State of a goroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum GoState {
    /// In a run queue.
    Runnable,
    /// On a processor.
    Running(ProcId),
    /// Parked.
    Waiting(WaitReason),
    /// In a system call.
    Syscall,
    /// Returned.
    Dead,
}

/// A goroutine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Goroutine {
    /// Identity.
    pub id: GoId,
    /// Who created it; none for main.
    pub parent: Option<GoId>,
    /// Function it was started with.
    pub func: Sym,
    /// Line of its `go` statement.
    pub line: u32,
    /// State.
    pub state: GoState,
    /// Virtual time since when it is in this state.
    pub since: u64,
    /// Run queue in which it stands.
    pub queue: Option<RunQueue>,
    /// Thread that runs it or is blocked in its system call.
    pub thread: Option<ThreadId>,
    /// Learner's frames, outermost first.
    pub frames: Vec<Frame>,
    /// Objects it waits on, in the order of its entering their queues.
    pub waits: Vec<(ObjId, WaitRole)>,
    /// Who woke it last.
    pub woken_by: Option<GoId>,
    /// Text of the panic it is unwinding, if any.
    pub panicking: Option<Sym>,
}

/// A call on a goroutine's stack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// Function.
    pub func: Sym,
    /// Line that runs next.
    pub line: u32,
    /// Line that ran before; 0 if none.
    pub prev: u32,
    /// Locals in order of first assignment: slot, name, value.
    pub vars: Vec<(u16, Sym, Value)>,
}

/// A processor.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Processor {
    /// Thread that holds it; none while idle.
    pub thread: Option<ThreadId>,
    /// Who runs on it.
    pub running: Option<GoId>,
    /// `runnext`.
    pub next: Option<GoId>,
    /// Local queue, oldest first.
    pub queue: Vec<GoId>,
    /// Looking for work.
    pub spinning: bool,
    /// Scheduler ticks: slices begun here. What comes from `runnext` begins no slice.
    pub tick: u32,
}

/// A shared object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Object {
    /// Identity.
    pub id: ObjId,
    /// What it is.
    pub kind: ObjKind,
    /// Variable's name.
    pub name: Sym,
    /// Go type.
    pub typ: Sym,
    /// Line where it was made.
    pub line: u32,
    /// Channel: buffer, oldest first. Variable: its one value. Context: the key and the value that it carries.
    /// Pool or map: how much it holds.
    pub values: Vec<Value>,
    /// Channel: how many values have left the buffer since birth. `taken + i` identifies the
    /// value at index `i`.
    pub taken: u32,
    /// Channel: closed. Once: done. Context: cancelled.
    pub closed: bool,
    /// Lock: who holds it (several when shared). Once: who runs it. Variable: last writer.
    pub holders: Vec<GoId>,
    /// Lock: whether held shared.
    pub shared: bool,
    /// Mutex: starvation mode.
    pub starving: bool,
    /// Counter of a wait group, semaphore …
    pub count: i64,
    /// Who waits, oldest first: sendq, locks, everything else.
    pub sendq: Vec<GoId>,
    /// Who waits to receive.
    pub recvq: Vec<GoId>,
    /// Context: parent. Part of another object: the whole.
    pub parent: Option<ObjId>,
    /// Group: functions that are at work or about to be, oldest first.
    pub tasks: Vec<Task>,
    /// Context or timer: absolute time.
    pub deadline: Option<u64>,
    /// Context: cause. Group: its first error, which [`blamed`](Object::blamed) returned.
    pub cause: Option<Sym>,
    /// Group: who returned the first error.
    pub blamed: Option<GoId>,
    /// Index of the last event that touched it, or a part of it, so that the stage can show what is in play.
    pub touched: u32,
    /// Who touched it last.
    pub touched_by: Option<GoId>,
}

/// A function at work in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// Who runs it; none until it has begun.
    pub go: Option<GoId>,
    /// The part by which it is told apart.
    pub call: Option<ObjId>,
    /// Key of the call; empty in an `errgroup`.
    pub key: Sym,
    /// Who shares its result.
    pub shared: Vec<GoId>,
    /// Whether nobody can join it any more.
    pub forgotten: bool,
}

/// A pending timer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timer {
    /// Absolute virtual time in nanoseconds.
    pub when: u64,
    /// What it does.
    pub kind: TimerKind,
}

/// A wait for the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Poll {
    /// What was asked, e.g. `GET https://api.example/`.
    pub what: Sym,
    /// When the answer comes, absolute virtual nanoseconds.
    pub when: u64,
}
