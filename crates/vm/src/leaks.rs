//! Who is left when a run ends, and who of them nobody could ever have woken.
//!
//! A goroutine is stuck if whatever it waits for is out of reach of everybody who may still run:
//! the reachability of garbage collection, begun at those goroutines only (as Go's own leak
//! profile has it since 1.26; G. Saioc et al., *Dynamic Partial Deadlock Detection and Recovery
//! via Garbage Collection*, ASPLOS 2025). Beyond that we look ahead: a variable that is not read
//! any more reaches nothing, nor does a package variable that no reachable code mentions; and a
//! lock whose holder is stuck will not be released.

use crate::goroutine::{Go, Wait};
use crate::heap::{Marker, Obj, obj_of, off_of};
use crate::machine::{GLOBALS, Machine, State};
use crate::objects::ChanObj;
use crate::report::{file, place};
use program::op::Op;
use program::{Ahead, FuncId};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::rc::Rc;
use sync::Project;
use trace::{GoId, WaitReason};

/// A goroutine that was left when the run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Who.
    pub go: GoId,
    /// Function it was started with, as in Go's traces.
    pub func: String,
    /// What it waits for; none if it could still run.
    pub reason: Option<WaitReason>,
    /// Line of the learner's file where it stands; 0 if unknown.
    pub line: u32,
    /// Line of its `go` statement; 0 if unknown.
    pub created: u32,
    /// Nobody could ever wake it: what it waits for is out of reach of all that can still run.
    pub stuck: bool,
}

/// All goroutines that are left, or without main; `running` is the one whose slice it is.
pub(crate) fn find(m: &Machine, st: &State, running: Option<&Go>, main_gone: bool) -> Vec<Leak> {
    let left = || st.gos.iter().flatten().map(|g| &**g).chain(running);
    let left = || left().filter(|g| !main_gone || g.id != GoId::MAIN);
    let alive: Vec<&Go> = left().collect();
    let stuck = Search::new(m, st, &alive).stuck();
    let leak = |g: &Go| {
        let first = g.frames.first().and_then(|f| m.program.funcs.get(f.func as usize));
        Leak {
            go: g.id,
            func: match first {
                Some(_) if g.id == GoId::MAIN => "main.main".into(),
                Some(f) => f.name.to_string(),
                None => String::new(),
            },
            reason: g.reason(),
            line: place(m, g).line,
            created: if g.parent_pos.file == 0 { g.parent_pos.line } else { 0 },
            stuck: stuck.contains(&g.id),
        }
    };
    left().map(leak).collect()
}

/// What is said of a partial deadlock; nothing if there is none.
pub(crate) fn stuck_text(m: &Machine, st: &State) -> String {
    let stuck: Vec<&Leak> = st.leaks.iter().filter(|l| l.stuck).collect();
    let mut s = String::new();
    if stuck.is_empty() {
        return s;
    }
    let (n, verb) = (stuck.len(), if stuck.len() == 1 { "goroutine is" } else { "goroutines are" });
    let _ =
        writeln!(s, "interleave: partial deadlock: {n} {verb} asleep that nobody can ever wake");
    for l in stuck.iter().take(20) {
        let why = l.reason.map_or("runnable", WaitReason::text);
        let at = file(m, syntax::Pos { file: 0, line: l.line, col: 1 });
        let _ = writeln!(s, "\ngoroutine {} [{why}]:\n{}(...)\n\t{at}:{}", l.go.0, l.func, l.line);
    }
    if n > 20 {
        let _ = writeln!(s, "\n...and {} more", n - 20);
    }
    s
}

/// After so many rounds of search nobody is called stuck: rather say too little.
const ROUNDS: usize = 64;

struct Search<'a> {
    m: &'a Machine,
    st: &'a State,
    alive: &'a [&'a Go],
    ids: BTreeSet<GoId>,
    /// What a frame may still read and run, by function and next instruction.
    ahead: BTreeMap<(FuncId, u32), Rc<Ahead>>,
    /// What each function calls, makes and mentions.
    code: BTreeMap<FuncId, Code>,
}

/// What instructions refer to.
#[derive(Clone, Default)]
struct Code {
    funcs: BTreeSet<FuncId>,
    globals: BTreeSet<u32>,
}

/// What those who may still run can reach.
struct Reach {
    marks: Vec<u64>,
    globals: BTreeSet<u32>,
    chans: BTreeSet<*const ChanObj>,
}

impl Reach {
    fn has(&self, obj: usize) -> bool {
        self.marks.get(obj / 64).is_some_and(|x| x >> (obj % 64) & 1 == 1)
    }
}

impl<'a> Search<'a> {
    fn new(m: &'a Machine, st: &'a State, alive: &'a [&'a Go]) -> Self {
        let ids = alive.iter().map(|g| g.id).collect();
        Search { m, st, alive, ids, ahead: BTreeMap::new(), code: BTreeMap::new() }
    }

    /// From all who wait, take away whoever can be woken, until nobody can.
    fn stuck(&mut self) -> BTreeSet<GoId> {
        let waits = |g: &&&Go| g.wait.waits() && !wakes_itself(&g.wait);
        let mut stuck: BTreeSet<GoId> = self.alive.iter().filter(waits).map(|g| g.id).collect();
        for round in 0.. {
            if round == ROUNDS {
                return BTreeSet::new();
            }
            let reach = self.reach(&stuck);
            let saved: Vec<GoId> = self
                .alive
                .iter()
                .filter(|g| stuck.contains(&g.id) && self.can_be_woken(g, &stuck, &reach))
                .map(|g| g.id)
                .collect();
            if saved.is_empty() {
                return stuck;
            }
            saved.iter().for_each(|g| {
                stuck.remove(g);
            });
        }
        stuck
    }

    fn can_be_woken(&self, g: &Go, stuck: &BTreeSet<GoId>, reach: &Reach) -> bool {
        let held = |holders: Vec<GoId>| match holders.as_slice() {
            // Whoever was woken last is about to take it.
            [] => true,
            all if all.iter().any(|h| stuck.contains(h)) => false,
            all if all.iter().all(|h| self.ids.contains(h)) => true,
            // Its holder is gone: anybody who still knows the lock may unlock it.
            _ => self.receiver(g, reach),
        };
        match &g.wait {
            Wait::None | Wait::Sleep(_) | Wait::Poll(..) | Wait::Syscall => true,
            Wait::Forever(_) => false,
            Wait::Lock(l, _) => held(l.project().holders),
            Wait::WLock(l, ..) | Wait::RLock(l, _) => held(l.project().holders),
            Wait::Once(o, ..) => held(o.project().holders),
            Wait::Group(..) | Wait::Cond(..) => self.receiver(g, reach),
            Wait::Send { ch, .. } | Wait::Recv { ch, .. } => {
                ch.clock || reach.chans.contains(&Rc::as_ptr(ch))
            }
            Wait::Select { keep, .. } => self.any_chan(keep, reach),
            Wait::SelectAny(_, any) => self.any_chan(&any.keep, reach),
        }
    }

    /// Whether somebody could use one of the channels among these words.
    fn any_chan(&self, words: &[u64], reach: &Reach) -> bool {
        words
            .iter()
            .any(|w| self.st.heap.get_chan(*w).is_some_and(|c| c.clock) || reach.has(obj_of(*w)))
    }

    /// Whether the variable whose method it waits in can be reached.
    fn receiver(&self, g: &Go, reach: &Reach) -> bool {
        g.receiver.is_some_and(|w| match obj_of(w) {
            GLOBALS => {
                reach.has(GLOBALS) || reach.globals.contains(&self.variable(off_of(w) as u32))
            }
            obj => reach.has(obj),
        })
    }

    /// What all but these can reach.
    fn reach(&mut self, stuck: &BTreeSet<GoId>) -> Reach {
        let (alive, st) = (self.alive, self.st);
        let mut code = Code::default();
        // Whatever prints may call these.
        let known = &self.m.program.known;
        for method in known.error_method.into_iter().chain(known.string_method) {
            code.funcs.extend(self.m.program.types.iter().filter_map(|t| t.method(method)));
        }
        let free: Vec<usize> =
            (0..alive.len()).filter(|i| !stuck.contains(&alive[*i].id)).collect();
        for &i in &free {
            self.look_ahead(i, &mut code);
        }
        let mut done: BTreeSet<FuncId> = BTreeSet::new();
        loop {
            // Code to its end.
            while let Some(f) = code.funcs.iter().copied().find(|f| !done.contains(f)) {
                done.insert(f);
                let more = self.code_of(f).clone();
                code.funcs.extend(more.funcs);
                code.globals.extend(more.globals);
            }
            let marks = st.heap.reachable(|r| {
                for &i in &free {
                    self.mark(i, r);
                }
                r.words(&st.roots);
                st.natives.visit(&mut |w| r.word(w));
                for g in &code.globals {
                    self.mark_global(*g, r);
                }
            });
            let globals = code.globals.clone();
            let mut reach = Reach { marks, globals, chans: BTreeSet::new() };
            let before = code.funcs.len();
            for (i, o) in st.heap.each() {
                match o {
                    _ if !reach.has(i) => {}
                    // Closures that can be reached may be called.
                    Obj::Closure(c) => {
                        code.funcs.insert(c.func);
                    }
                    Obj::Chan(c) => {
                        reach.chans.insert(Rc::as_ptr(c));
                    }
                    Obj::Free
                    | Obj::Slots(_)
                    | Obj::Plain(_)
                    | Obj::Str(_)
                    | Obj::Map(_)
                    | Obj::Native(_) => {}
                }
            }
            if code.funcs.len() == before {
                return reach;
            }
        }
    }

    /// What a goroutine's frames still run.
    fn look_ahead(&mut self, i: usize, code: &mut Code) {
        let (p, go) = (&self.m.program, self.alive[i]);
        for f in &go.frames {
            let Some(func) = p.funcs.get(f.func as usize) else { continue };
            if self.ahead.contains_key(&(f.func, f.pc)) {
                continue;
            }
            let ahead = Rc::new(Ahead::of(p, func, f.pc as usize));
            self.ahead.insert((f.func, f.pc), ahead);
        }
        for f in &go.frames {
            let Some(ahead) = self.ahead.get(&(f.func, f.pc)) else { continue };
            let ops = p.funcs.get(f.func as usize).map_or(&[][..], |f| &f.ops);
            for (_, op) in ops.iter().enumerate().filter(|(pc, _)| ahead.runs(*pc)) {
                self.m.refer(*op, code);
            }
        }
        code.funcs.extend(go.defers.iter().filter_map(|d| d.func));
    }

    fn code_of(&mut self, f: FuncId) -> &Code {
        let m = self.m;
        self.code.entry(f).or_insert_with(|| {
            let mut code = Code::default();
            let ops = m.program.funcs.get(f as usize).map_or(&[][..], |f| &f.ops);
            for op in ops {
                m.refer(*op, &mut code);
            }
            code
        })
    }

    /// Marks what a goroutine may still use.
    fn mark(&self, i: usize, r: &mut Marker<'_>) {
        let go = self.alive[i];
        go.mark_beside_frames(r);
        for (k, f) in go.frames.iter().enumerate() {
            let Some(ahead) = self.ahead.get(&(f.func, f.pc)) else { continue };
            let Some(func) = self.m.program.funcs.get(f.func as usize) else { continue };
            let base = f.base as usize;
            // The registers of the next frame lie over the last ones of this.
            let next = go.frames.get(k + 1).map_or(usize::MAX, |n| n.base as usize);
            for reg in 0..usize::from(func.nregs) {
                if (base + reg < next || k + 1 == go.frames.len()) && ahead.reads(reg) {
                    r.word(go.stack.get(base + reg).copied().unwrap_or(0));
                }
            }
            let captures =
                |pc: usize| ahead.runs(pc) && matches!(func.ops.get(pc), Some(Op::Capture(..)));
            if (0..func.ops.len()).any(captures) {
                r.word(f.closure);
            }
        }
    }

    fn mark_global(&self, slot: u32, r: &mut Marker<'_>) {
        let globals = &self.m.program.globals;
        let Some(g) = globals.iter().find(|g| g.slot == slot) else { return };
        let n = self.m.program.types.get(g.ty as usize).map_or(1, |t| t.size as usize);
        let at = self.st.globals + u64::from(slot);
        r.words(self.st.heap.range(at, n).unwrap_or(&[]));
    }

    /// First slot of the package variable that has this slot.
    fn variable(&self, slot: u32) -> u32 {
        variable(self.m, slot)
    }
}

fn variable(m: &Machine, slot: u32) -> u32 {
    let g = m.program.globals.iter().filter(|g| g.slot <= slot);
    g.map(|g| g.slot).max().unwrap_or(slot)
}

fn wakes_itself(w: &Wait) -> bool {
    matches!(w, Wait::Sleep(_) | Wait::Poll(..) | Wait::Syscall)
}

impl Machine {
    /// What an instruction refers to.
    fn refer(&self, op: Op, code: &mut Code) {
        match op {
            Op::Func(_, f) | Op::Call(_, f) | Op::Go(_, f) | Op::Defer(_, f) => {
                code.funcs.insert(f);
            }
            Op::Closure(_, _, f) => {
                code.funcs.insert(u32::from(f));
            }
            Op::CallIface(_, _, id) | Op::GoIface(_, _, id) | Op::DeferIface(_, _, id) => {
                code.funcs.extend(self.program.types.iter().filter_map(|t| t.method(id)));
            }
            Op::LoadG(_, g) | Op::StoreG(_, g) | Op::AddrG(_, g) => {
                code.globals.insert(variable(self, g));
            }
            _ => {}
        }
    }
}
