//! Natives: functions of the standard packages that are declared without a body.
//!
//! A native never runs Go code itself: it says what should happen next ([`Next`]), as Piccolo's callbacks do.
//! One that calls Go code leaves a [`Job`], which goes on with the results.

use crate::goroutine::{Go, Wait};
use crate::machine::{Machine, State};
use crate::std;
use crate::std::atomic::Look;
use crate::trap::Trap;
use ::std::collections::BTreeMap;
use ::std::rc::Rc;
use ::std::task::Waker;
use trace::ObjId;

/// A native.
pub(crate) type NativeFn = fn(&mut Cx<'_>) -> Next;

/// What a native sees.
pub(crate) struct Cx<'a> {
    pub m: &'a Rc<Machine>,
    pub st: &'a mut State,
    pub go: &'a mut Go,
    pub waker: &'a Waker,
    /// Where its arguments lie on the stack, and its results will.
    pub b: usize,
}

/// What happens after a native.
pub(crate) enum Next {
    /// The results lie where they belong.
    Done,
    /// The goroutine waits.
    Wait(Box<Wait>),
    /// It lets others run.
    Gosched,
    /// It has already said that it is to be queued again.
    Gave,
    /// A function is called; the job goes on with its results.
    Call { func: u32, closure: u64, args: Vec<u64>, job: Box<dyn Job> },
    /// A panic, a fatal error, an exit.
    Trap(Trap),
}

impl From<Trap> for Next {
    fn from(t: Trap) -> Next {
        Next::Trap(t)
    }
}

/// A native that waits for a function it called.
pub(crate) trait Job {
    /// Goes on with the function's results, or the value it panicked with.
    fn resume(self: Box<Self>, cx: &mut Cx<'_>, results: Result<&[u64], [u64; 2]>) -> Next;

    /// Whether it wants to know of panics.
    fn catches(&self) -> bool {
        false
    }

    /// Calls `f` with the words it keeps alive.
    fn visit(&self, f: &mut dyn FnMut(u64));
}

/// A job, and where it belongs.
pub(crate) struct Pending {
    /// Frame of the called function.
    pub frame: u32,
    /// Arguments of the native.
    pub b: usize,
    /// The native.
    pub native: u32,
    /// It.
    pub job: Box<dyn Job>,
}

/// Data that natives keep.
#[derive(Default)]
pub(crate) struct Data {
    /// Atomics and collections by address, and how what they hold looks.
    pub atomics: BTreeMap<u64, (ObjId, Look)>,
    /// What the library makes of several objects (a semaphore, a group), by address.
    pub wholes: BTreeMap<u64, ObjId>,
    /// What `runtime.GOMAXPROCS` was told.
    pub procs: Option<u32>,
    /// How often each rule of the network was asked for, by the index of the first of its kind.
    pub asked: BTreeMap<usize, usize>,
    /// Bytes of standard input that were read.
    pub read: usize,
    /// What was written to standard output since it is kept back; none if it is not.
    pub captured: Option<Vec<u8>>,
    /// Words kept alive for timers.
    kept: BTreeMap<u32, u64>,
    next: u32,
}

impl Data {
    /// Keeps a word alive; the receipt.
    pub fn keep(&mut self, w: u64) -> u32 {
        self.next += 1;
        self.kept.insert(self.next, w);
        self.next
    }

    /// No longer keeps what was kept under this receipt.
    pub fn release(&mut self, receipt: u32) {
        self.kept.remove(&receipt);
    }

    /// Calls `f` with the words kept alive.
    pub fn visit(&self, f: &mut dyn FnMut(u64)) {
        self.kept.values().for_each(|w| f(*w));
    }
}

impl Cx<'_> {
    /// An argument's slot.
    #[inline]
    pub fn arg(&self, i: usize) -> u64 {
        self.go.stack.get(self.b + i).copied().unwrap_or(0)
    }

    /// An integer argument.
    #[inline]
    pub fn int(&self, i: usize) -> i64 {
        self.arg(i) as i64
    }

    /// A float argument.
    #[inline]
    pub fn float(&self, i: usize) -> f64 {
        f64::from_bits(self.arg(i))
    }

    /// A string argument.
    pub fn bytes(&self, i: usize) -> &[u8] {
        self.st.heap.str(self.arg(i))
    }

    /// A string argument, invalid UTF-8 replaced.
    pub fn text(&self, i: usize) -> String {
        self.st.heap.to_text(self.arg(i))
    }

    /// A slice argument: pointer and second slot.
    pub fn slice(&self, i: usize) -> (u64, u64) {
        (self.arg(i), self.arg(i + 1))
    }

    /// Sets a result's slot.
    #[inline]
    pub fn set(&mut self, i: usize, v: u64) {
        if let Some(r) = self.go.stack.get_mut(self.b + i) {
            *r = v;
        }
    }

    /// Sets a float result.
    pub fn set_float(&mut self, i: usize, v: f64) {
        self.set(i, v.to_bits());
    }

    /// Sets a string result.
    pub fn set_str(&mut self, i: usize, s: &[u8]) {
        let h = self.st.heap.string(s);
        self.set(i, h);
    }

    /// Sets a slice result.
    pub fn set_slice(&mut self, i: usize, s: (u64, u64)) {
        self.set(i, s.0);
        self.set(i + 1, s.1);
    }
}

/// The native of a key; one that says so if there is none.
pub(crate) fn find(key: &str) -> NativeFn {
    lookup(key).unwrap_or(missing)
}

/// The native of a key.
pub(crate) fn lookup(key: &str) -> Option<NativeFn> {
    std::TABLES.iter().flat_map(|t| t.iter()).find(|(k, _)| *k == key).map(|(_, f)| *f)
}

/// Keys of all natives: `path.F`, `path.(*T).m`, `path.T.m`.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::TABLES.iter().flat_map(|t| t.iter()).map(|(key, _)| *key)
}

fn missing(cx: &mut Cx<'_>) -> Next {
    let name = cx.go.top().and_then(|f| {
        let func = cx.m.program.funcs.get(f.func as usize)?;
        match func.ops.get((f.pc as usize).wrapping_sub(1))? {
            program::op::Op::CallNative(_, n) => cx.m.program.natives.get(*n as usize).cloned(),
            _ => None,
        }
    });
    Trap::Fatal(format!("{} is not supported in Interleave", name.as_deref().unwrap_or("?"))).into()
}
