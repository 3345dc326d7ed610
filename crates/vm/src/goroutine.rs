//! A goroutine's own state: stack, frames, deferred calls, panics, and what it waits for.

use crate::heap::Marker;
use crate::natives::Pending;
use crate::objects::{ChanObj, Word};
use std::rc::Rc;
use sync::Ticket;
use syntax::Pos;
use trace::{GoId, WaitReason};

/// How a frame came to be, and so what happens when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameKind {
    /// An ordinary call.
    Call,
    /// The goroutine's first.
    Entry,
    /// A deferred call run by its function's epilogue.
    Deferred,
    /// A deferred call run by a panic or `Goexit`.
    Panicking,
    /// Called by a native, which goes on with the results.
    Native,
    /// `Error` or `String` of a value that ends the program.
    Printing,
}

/// A call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// Function.
    pub func: u32,
    /// Next instruction. While the frame calls, the one after the call.
    pub pc: u32,
    /// First register.
    pub base: u32,
    /// Statement whose assignments are still to be told, plus 1.
    pub stmt: u16,
    /// What it is.
    pub kind: FrameKind,
    /// Running closure, for its captures.
    pub closure: u64,
}

/// A deferred call.
#[derive(Debug)]
pub(crate) struct Defer {
    /// Frame that deferred it.
    pub frame: u32,
    /// Function; none is a nil func value.
    pub func: Option<u32>,
    /// Closure, if it is one.
    pub closure: u64,
    /// Arguments.
    pub args: Box<[u64]>,
}

/// A panic or `Goexit` under way.
#[derive(Debug)]
pub(crate) struct PanicState {
    /// The value.
    pub value: [u64; 2],
    /// It is a `Goexit`.
    pub goexit: bool,
    /// The deferred function that runs has recovered.
    pub recovered: bool,
    /// It panics again with the same value.
    pub repanicked: bool,
    /// Frame of the deferred call that runs.
    pub frame: u32,
    /// Frame that deferred it.
    pub owner: u32,
    /// It is a nil pointer dereference: the text mentions the signal.
    pub signal: bool,
    /// Its text, once known.
    pub text: Option<Vec<u8>>,
}

/// What a parked goroutine waits for, and how it goes on.
pub(crate) enum Wait {
    /// It does not wait.
    None,
    /// Sends; `keep` is the value for the collector.
    Send { ch: Rc<ChanObj>, ticket: Ticket<Word>, keep: u64 },
    /// Receives to register `dst` of the top frame, with `ok` after it.
    Recv { ch: Rc<ChanObj>, ticket: Ticket<Word>, dst: u16, ok: bool },
    /// Selects; table of the running function.
    Select { ticket: Ticket<Word>, table: u32, dst: u16, keep: Box<[u64]> },
    /// Is in `reflect.Select`.
    SelectAny(Ticket<Word>, Box<AnySelect>),
    /// Acquires a lock.
    Lock(sync::Mutex, Ticket),
    /// Acquires a lock exclusively: waits for other writers, then for readers.
    WLock(sync::RWMutex, Ticket, WaitReason),
    /// Acquires a lock shared.
    RLock(sync::RWMutex, Ticket),
    /// Waits for a wait group.
    Group(sync::WaitGroup, Ticket),
    /// Waits for its turn at a once; the answer goes to the stack at this place.
    Once(sync::Once, Ticket, usize),
    /// Waits for a condition.
    Cond(sync::Cond, Ticket),
    /// Sleeps.
    Sleep(sync::Sleeping),
    /// Is in a system call, which blocks its thread.
    Syscall,
    /// Waits for the network; where its answer belongs on the stack.
    Poll(sync::Polling<Word>, usize),
    /// For ever.
    Forever(WaitReason),
}

impl Wait {
    /// Whether it still has to wait; if not, it has been woken and only has to run again.
    pub fn waits(&self) -> bool {
        match self {
            Wait::None => false,
            Wait::Send { ticket, .. } => !ticket.woken(),
            Wait::Recv { ticket, .. } => !ticket.woken(),
            Wait::Select { ticket, .. } | Wait::SelectAny(ticket, _) => !ticket.woken(),
            Wait::Lock(_, t)
            | Wait::WLock(_, t, _)
            | Wait::RLock(_, t)
            | Wait::Group(_, t)
            | Wait::Once(_, t, _)
            | Wait::Cond(_, t) => !t.woken(),
            Wait::Sleep(s) => !s.woken(),
            Wait::Poll(p, _) => !p.woken(),
            Wait::Syscall | Wait::Forever(_) => true,
        }
    }

    /// Why, in the runtime's words.
    pub fn reason(&self) -> Option<WaitReason> {
        Some(match self {
            Wait::None => return None,
            Wait::Send { .. } => WaitReason::ChanSend,
            Wait::Recv { .. } => WaitReason::ChanReceive,
            Wait::Select { .. } | Wait::SelectAny(..) => WaitReason::Select,
            Wait::Lock(..) => WaitReason::MutexLock,
            Wait::WLock(_, _, r) => *r,
            Wait::RLock(..) => WaitReason::RWMutexRLock,
            Wait::Group(..) => WaitReason::WaitGroupWait,
            Wait::Once(..) => WaitReason::MutexLock,
            Wait::Cond(..) => WaitReason::CondWait,
            Wait::Sleep(_) => WaitReason::Sleep,
            Wait::Poll(..) => WaitReason::IoWait,
            Wait::Syscall => WaitReason::Syscall,
            Wait::Forever(r) => *r,
        })
    }
}

/// What a goroutine in `reflect.Select` has to know when it goes on.
pub(crate) struct AnySelect {
    /// Channels of the cases.
    pub chans: Box<[Option<Rc<ChanObj>>]>,
    /// Where the results belong on the stack.
    pub at: usize,
    /// Words kept alive.
    pub keep: Box<[u64]>,
}

/// A goroutine.
pub(crate) struct Go {
    /// Identity.
    pub id: GoId,
    /// Creator.
    pub parent: GoId,
    /// Creator's function; none for main and goroutines of the runtime.
    pub parent_func: Option<u32>,
    /// Where it was created.
    pub parent_pos: Pos,
    /// Registers of all frames.
    pub stack: Vec<u64>,
    /// Frames, outermost first.
    pub frames: Vec<Frame>,
    /// Deferred calls, sorted by frame.
    pub defers: Vec<Defer>,
    /// Panics under way, oldest first.
    pub panics: Vec<PanicState>,
    /// Natives that wait for a function they called, with that function's frame.
    pub jobs: Vec<Pending>,
    /// What it waits for.
    pub wait: Wait,
    /// It is in a region of the standard library in which nobody else runs.
    pub alone: bool,
    /// Receiver of the native through which it waits.
    pub receiver: Option<u64>,
}

impl Go {
    /// Calls `f` with all words that may name objects.
    pub fn mark(&self, m: &mut Marker<'_>) {
        m.words(&self.stack);
        for f in &self.frames {
            m.word(f.closure);
        }
        self.mark_beside_frames(m);
    }

    /// What it holds beside its frames: deferred calls, panics, natives under way, what it sends.
    pub fn mark_beside_frames(&self, m: &mut Marker<'_>) {
        for d in &self.defers {
            m.word(d.closure);
            m.words(&d.args);
        }
        for p in &self.panics {
            m.words(&p.value);
        }
        for j in &self.jobs {
            j.job.visit(&mut |w| m.word(w));
        }
        let mut word = |w: &Word| m.word(w.bits);
        match &self.wait {
            Wait::Send { ch, ticket, keep } => {
                ticket.visit(&mut word);
                m.word(*keep);
                ch.chan.visit(&mut |w| m.word(w.bits));
            }
            Wait::Recv { ch, ticket, .. } => {
                ticket.visit(&mut word);
                ch.chan.visit(&mut |w| m.word(w.bits));
            }
            Wait::Select { ticket, keep, .. } => {
                ticket.visit(&mut word);
                m.words(keep);
            }
            Wait::SelectAny(ticket, any) => {
                ticket.visit(&mut word);
                m.words(&any.keep);
            }
            _ => {}
        }
    }

    /// What it still waits for; none if it can run.
    pub fn reason(&self) -> Option<WaitReason> {
        if self.wait.waits() { self.wait.reason() } else { None }
    }

    /// The frame that runs.
    #[inline]
    pub fn top(&self) -> Option<&Frame> {
        self.frames.last()
    }

    /// First stack slot above the registers of the top frame.
    pub fn ceiling(&self, p: &program::Program) -> usize {
        self.top().map_or(0, |f| {
            f.base as usize + p.funcs.get(f.func as usize).map_or(0, |x| x.nregs as usize)
        })
    }
}
