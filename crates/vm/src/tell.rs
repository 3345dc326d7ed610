//! What the machine tells the trace about code: statements, calls, variables.

use crate::equal::unboxed;
use crate::fmt;
use crate::goroutine::Go;
use crate::heap::Heap;
use crate::machine::{Machine, State};
use crate::report;
use crate::std::context;
use crate::std::sync as primitives;
use crate::std::whole;
use program::{Func, Kind, Place, Program, RType, RTypeId};
use sync::Label;
use trace::{EventKind, ObjId, Sym, Value};

/// Longest text of a value, in characters.
const LIMIT: usize = 60;

/// Where statements begin: per function and instruction, the statement's index plus 1.
#[derive(Default)]
pub(crate) struct Statements {
    table: Vec<Box<[u16]>>,
}

impl Statements {
    pub fn new(p: &Program) -> Statements {
        let table = p.funcs.iter().map(|f| {
            if f.stmts.is_empty() {
                return Box::default();
            }
            let mut t = vec![0; f.ops.len()];
            for (i, s) in f.stmts.iter().enumerate() {
                if let Some(x) = t.get_mut(s.pc as usize) {
                    *x = i as u16 + 1;
                }
            }
            t.into()
        });
        Statements { table: table.collect() }
    }

    /// Of a function.
    #[inline]
    pub fn of(&self, func: u32) -> &[u16] {
        self.table.get(func as usize).map_or(&[], |t| t)
    }
}

/// Symbols of functions and locals, interned once.
#[derive(Default)]
pub(crate) struct Names {
    funcs: Vec<Option<Sym>>,
    locals: Vec<Vec<Sym>>,
}

impl Names {
    pub fn new(p: &Program) -> Names {
        Names { funcs: vec![None; p.funcs.len()], locals: vec![Vec::new(); p.funcs.len()] }
    }

    /// A function's name as the trace has it.
    pub fn func(&mut self, m: &Machine, func: u32) -> Sym {
        if !m.tracing {
            return Sym(0);
        }
        match self.funcs.get_mut(func as usize) {
            Some(Some(s)) => *s,
            Some(place) => {
                let name = m.program.funcs.get(func as usize).map_or("", |f| &f.name);
                let s = m.handle.tracer().sym(short_name(name));
                *place = Some(s);
                s
            }
            None => Sym(0),
        }
    }

    fn local(&mut self, m: &Machine, func: u32, f: &Func, i: u16) -> Sym {
        let Some(names) = self.locals.get_mut(func as usize) else { return Sym(0) };
        if names.is_empty() {
            *names = f.locals.iter().map(|l| m.handle.tracer().sym(&l.name)).collect();
        }
        names.get(i as usize).copied().unwrap_or_default()
    }
}

/// When the trace is full, and so much of it are calls that have not returned, this is a recursion without end: a
/// call, its statements, their assignments are not more events.
const EVENTS_OF_CALL: u64 = 16;

/// Fewer nested calls are no recursion without end.
const DEEP: u64 = 50_000;

/// A function's name without its package; literals in `main` without that, too.
pub(crate) fn short_name(name: &str) -> &str {
    let path = name.rfind('/').map_or(0, |i| i + 1);
    let bare = name[path..].find('.').map_or(name, |i| &name[path + i + 1..]);
    match bare.strip_prefix("main.") {
        Some(rest) if rest.starts_with("func") => rest,
        _ => bare,
    }
}

fn told(f: &Func) -> bool {
    !f.wrapper && !f.stmts.is_empty()
}

/// The label of an object made or used by an instruction.
pub(crate) fn label(m: &Machine, f: &Func, pc: usize) -> Label {
    if !m.tracing {
        return Label::default();
    }
    let t = m.handle.tracer();
    let pos = f.lines.get(pc).copied().unwrap_or_default();
    let line = if pos.file == 0 { pos.line } else { 0 };
    match f.label(pc as u32) {
        Some(l) => Label { name: t.sym(&l.name), typ: t.sym(&l.ty), line },
        None if pos.file == 0 => Label { name: t.sym(""), typ: t.sym(""), line },
        // The library's own object: told by the type whose method makes it.
        None => Label { name: t.sym(""), typ: t.sym(&owner(&f.name)), line },
    }
}

/// `semaphore.Weighted` of `golang.org/x/sync/semaphore.(*Weighted).Acquire`, `time.NewTimer` of itself.
fn owner(func: &str) -> String {
    let path = func.rfind('/').map_or(0, |i| i + 1);
    let mut words = func[path..].splitn(3, '.');
    let (package, word) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let word = word.trim_start_matches(['(', '*']).trim_end_matches(')');
    format!("{package}.{word}")
}

/// The frame on top has just been pushed.
pub(crate) fn call(m: &Machine, st: &mut State, go: &Go) {
    let Some(top) = go.top() else { return };
    let Some(f) = m.program.funcs.get(top.func as usize) else { return };
    if !told(f) {
        return;
    }
    let func = st.names.func(m, top.func);
    m.handle.tracer().emit(go.id, EventKind::Call { func });
    params(m, st, go, f, false);
}

/// Tells the parameters that live in registers, or those that have been moved to the heap.
fn params(m: &Machine, st: &mut State, go: &Go, f: &Func, moved: bool) {
    for (i, l) in f.locals.iter().enumerate() {
        if l.param && matches!(l.place, Place::Heap(_)) == moved {
            var(m, st, go, f, i as u16);
        }
    }
}

/// Tells what the running statement may have assigned.
pub(crate) fn vars(m: &Machine, st: &mut State, go: &mut Go) {
    let Some(top) = go.frames.last_mut() else { return };
    let stmt = std::mem::take(&mut top.stmt);
    if stmt == 0 || stmt == crate::machine::NEW {
        return;
    }
    let Some(f) = m.program.funcs.get(top.func as usize) else { return };
    let Some(s) = f.stmts.get(stmt as usize - 1) else { return };
    let pc = top.pc;
    for &i in &s.assigns {
        // What has gone out of scope is not to be seen any more.
        if f.locals.get(i as usize).is_some_and(|l| (l.scope.0..l.scope.1).contains(&pc)) {
            var(m, st, go, f, i);
        }
    }
}

fn var(m: &Machine, st: &mut State, go: &Go, f: &Func, i: u16) {
    let (Some(l), Some(top)) = (f.locals.get(i as usize), go.top()) else { return };
    if &*l.name == "_" {
        return;
    }
    let n = m.program.types.get(l.ty as usize).map_or(1, |t| t.size as usize);
    let base = top.base as usize;
    let (Place::Reg(r) | Place::Heap(r)) = l.place;
    let word = go.stack.get(base + r as usize).copied().unwrap_or(0);
    let ty = m.program.types.get(l.ty as usize);
    match l.place {
        Place::Heap(_) => declare(m, st, l.ty, word, &l.name, l.line, 0),
        Place::Reg(_) if !l.param && ty.is_some_and(|t| t.kind == Kind::Pointer) => {
            let elem = ty.and_then(|t| t.elem).unwrap_or(0);
            declare(m, st, elem, word, &l.name, l.line, 0);
        }
        Place::Reg(_) => {}
    }
    let words = match l.place {
        Place::Reg(r) => go.stack.get(base + r as usize..base + r as usize + n),
        Place::Heap(_) => st.heap.range(word, n),
    };
    let Some(words) = words else { return };
    if m.spying {
        let a = &mut st.accesses;
        if let Place::Heap(_) = l.place {
            a.is(word, &l.name, l.ty, false, l.line);
        }
        a.name(&m.program, words.first().copied().unwrap_or(0), &l.name, l.ty, l.line);
        if !m.handle.tracer().keeps() {
            return;
        }
    }
    let value = value(m, &st.heap, l.ty, words);
    let name = st.names.local(m, top.func, f, i);
    m.handle.tracer().emit(go.id, EventKind::Var { slot: i, name, value });
}

/// Brings primitives of package sync in a variable to life, so that the eye sees them from the
/// variable's declaration on.
fn declare(m: &Machine, st: &mut State, ty: RTypeId, ptr: u64, name: &str, line: u32, depth: u32) {
    let Some(t) = m.program.types.get(ty as usize) else { return };
    if ptr == 0 || t.kind != Kind::Struct || depth > 3 {
        return;
    }
    if t.name.starts_with("sync.") {
        let tr = m.handle.tracer();
        let label = Label { name: tr.sym(name), typ: tr.sym(&t.name), line };
        primitives::declare(m, st, &t.name, ptr, label);
        return;
    }
    if let Some(kind) = whole::kind(&t.name) {
        return whole::declare(m, st, t, kind, ptr, name, line);
    }
    for f in &t.fields {
        let name = format!("{name}.{}", f.name);
        declare(m, st, f.ty, ptr + u64::from(f.offset), &name, line, depth + 1);
    }
}

/// The package-level variables of the learner's file, before anything runs.
pub(crate) fn globals(m: &Machine, st: &mut State) {
    for g in m.program.globals.iter().filter(|g| g.line > 0) {
        let name = g.name.strip_prefix("main.").unwrap_or(&g.name);
        declare(m, st, g.ty, st.globals + u64::from(g.slot), name, g.line, 0);
    }
}

/// The frame on top is about to be popped.
pub(crate) fn ret(m: &Machine, st: &mut State, go: &mut Go) {
    vars(m, st, go);
    let Some(top) = go.top() else { return };
    if top.stmt != crate::machine::NEW && m.program.funcs.get(top.func as usize).is_some_and(told) {
        m.handle.tracer().emit(go.id, EventKind::Return);
    }
}

/// A statement begins at the top frame's instruction; false if the trace is full.
pub(crate) fn statement(m: &Machine, st: &mut State, go: &mut Go) -> bool {
    let fresh = go.top().is_some_and(|f| f.stmt == 0);
    vars(m, st, go);
    let t = m.handle.tracer();
    if t.len() as u64 >= m.budgets().events {
        // A recursion without end fills the trace before it fills the stack: it is told by its own name.
        let depth = go.frames.len() as u64;
        if depth >= DEEP && depth * EVENTS_OF_CALL >= m.budgets().events {
            report::overflow(m, st, go);
        } else {
            report::budget(m, st, go, &format!("{} events", m.budgets().events));
        }
        return false;
    }
    let Some(top) = go.frames.last_mut() else { return true };
    let s = m.statements.of(top.func).get(top.pc as usize).copied().unwrap_or(0);
    top.stmt = s;
    let f = m.program.funcs.get(top.func as usize);
    if let (true, Some(f)) = (fresh && s == 1, f) {
        params(m, st, go, f, true);
    }
    if let Some(s) = f.and_then(|f| f.stmts.get((s as usize).wrapping_sub(1))) {
        t.emit(go.id, EventKind::Stmt { line: s.line });
    }
    true
}

/// The zero value of a type, as the eye sees it.
pub(crate) fn zero(m: &Machine, ty: RTypeId) -> Value {
    let n = m.program.types.get(ty as usize).map_or(0, |t| t.size as usize);
    value(m, &Heap::new(0), ty, &vec![0; n])
}

/// A value as the eye sees it.
pub(crate) fn value(m: &Machine, h: &Heap, ty: RTypeId, words: &[u64]) -> Value {
    if !m.tracing {
        return Value::Unit;
    }
    let p = &*m.program;
    let Some(t) = p.types.get(ty as usize) else { return Value::Unit };
    let x = words.first().copied().unwrap_or(0);
    let text = || m.handle.tracer().text(&cut(fmt::show(p, h, ty, words)));
    match t.kind {
        Kind::Bool => Value::Bool(x != 0),
        _ if &*t.name == "time.Duration" => text(),
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => Value::Int(x as i64),
        Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
            match i64::try_from(x) {
                Ok(i) => Value::Int(i),
                Err(_) => text(),
            }
        }
        Kind::Chan => h.get_chan(x).map_or(Value::Nil, |c| Value::Obj(c.chan.id())),
        Kind::Interface => held(m, h, words),
        Kind::Pointer | Kind::Map | Kind::Slice | Kind::UnsafePointer if x == 0 => Value::Nil,
        Kind::Func => match h.get_closure(x) {
            None => Value::Nil,
            Some(c) => {
                let name = p.funcs.get(c.func as usize).map_or("func", |f| short_name(&f.name));
                m.handle.tracer().text(name)
            }
        },
        Kind::Struct if t.size == 0 => match context::root(&t.name) {
            Some(root) => m.handle.tracer().text(&root),
            None => Value::Unit,
        },
        Kind::Struct if let Some(slot) = primitives::handle_slot(&t.name) => {
            let handle = words.get(slot as usize).copied().unwrap_or(0);
            h.shared(handle).map_or(Value::Unit, Value::Obj)
        }
        Kind::Pointer if let Some(o) = pointed(p, h, t, x) => Value::Obj(o),
        Kind::Pointer | Kind::Struct if let Some(o) = context::object(p, h, t, words) => {
            Value::Obj(o)
        }
        _ => text(),
    }
}

/// What an interface holds.
pub(crate) fn held(m: &Machine, h: &Heap, iface: &[u64]) -> Value {
    match iface.first().and_then(|t| t.checked_sub(1)) {
        Some(ty) => value(m, h, ty as RTypeId, unboxed(&m.program, h, iface)),
        None => Value::Nil,
    }
}

/// The shared object that a pointer points to: a primitive of package sync, a timer.
fn pointed(p: &Program, h: &Heap, t: &RType, ptr: u64) -> Option<ObjId> {
    let elem = p.types.get(t.elem? as usize)?;
    let slot = match &*elem.name {
        "time.Timer" | "time.Ticker" => 1,
        name => primitives::handle_slot(name)?,
    };
    h.shared(h.load(ptr + slot)?)
}

fn cut(s: String) -> String {
    if s.chars().count() <= LIMIT {
        return s;
    }
    s.chars().take(LIMIT - 1).chain(['…']).collect()
}

/// The text of a panic's value, without running its methods.
pub(crate) fn panic_text(m: &Machine, h: &Heap, v: [u64; 2]) -> String {
    if v[0] == 0 {
        return "nil".into();
    }
    let ty = (v[0] - 1) as RTypeId;
    let p = &*m.program;
    let s = fmt::show(p, h, ty, unboxed(p, h, &v));
    match p.types.get(ty as usize).map_or("", |t| &t.name) {
        "runtime.boundsError" | "runtime.errorString" => cut(format!("runtime error: {s}")),
        _ => cut(s),
    }
}
