//! Plain memory as the race detector sees it: reads and writes of the learner's code, told as
//! accesses to one object for each variable, field and element, and for each map.

use crate::heap::{Heap, obj_of, off_of};
use crate::machine::Machine;
use crate::tell;
use program::{Func, Kind, Local, Place, Program, RTypeId};
use std::collections::BTreeMap;
use sync::Label;
use trace::{EventKind, GoId, MemoryAccess, ObjId, ObjKind, Order, Value};

/// What is known of a heap object: the variable that it is, or that first pointed to it.
struct Origin {
    name: String,
    /// Type of what lies there; of a slice's array, of its elements.
    ty: RTypeId,
    /// It is a slice's array.
    array: bool,
    line: u32,
}

/// Objects by address.
#[derive(Default)]
pub(crate) struct Accesses {
    objs: BTreeMap<u64, ObjId>,
    origins: BTreeMap<usize, Origin>,
}

/// Only so many slots of a large value are recorded one by one.
const WIDEST: usize = 8;
/// Only so many slots of a large value are told to a watch.
const WATCHED: usize = 1024;

/// What a watch hears of an access beside its place.
#[derive(Clone, Copy)]
pub(crate) struct How {
    pub write: bool,
    pub atomic: bool,
    pub map: bool,
    /// Line of the learner's file; 0 if unknown.
    pub line: u32,
}

impl Accesses {
    /// Remembers what a heap object is called: that of a captured variable, or the target of a pointer,
    /// slice or map that a variable holds.
    pub fn name(&mut self, p: &Program, ptr: u64, name: &str, ty: RTypeId, line: u32) {
        let Some(t) = p.types.get(ty as usize) else { return };
        let (ty, array) = match (t.kind, t.elem) {
            (Kind::Slice, Some(e)) => (e, true),
            (Kind::Pointer, Some(e)) => (e, false),
            (Kind::Map, _) => (ty, false),
            _ => return,
        };
        self.is(ptr, name, ty, array, line);
    }

    /// Remembers that a heap object is this variable.
    pub fn is(&mut self, ptr: u64, name: &str, ty: RTypeId, array: bool, line: u32) {
        if ptr != 0 {
            let origin = || Origin { name: name.into(), ty, array, line };
            self.origins.entry(obj_of(ptr)).or_insert_with(origin);
        }
    }

    /// Remembers that the object made by an instruction is the variable that lives in its register.
    pub fn born(&mut self, f: &Func, pc: usize, reg: u16, ptr: u64) {
        // A variable's scope begins behind its making.
        let here = |l: &&Local| l.place == Place::Heap(reg) && pc < l.scope.1 as usize;
        let line = f.lines.get(pc).map_or(0, |p| p.line);
        if let Some(l) = f.locals.iter().filter(here).min_by_key(|l| l.line.abs_diff(line)) {
            self.is(ptr, &l.name, l.ty, false, l.line);
        }
    }

    /// Forgets objects that have been freed.
    pub fn retain(&mut self, m: &Machine, h: &Heap) {
        if let Some(w) = m.handle.tracer().watch() {
            w.borrow_mut().forget(&|addr| h.alive(addr));
        }
        self.objs.retain(|addr, _| h.alive(*addr));
        self.origins.retain(|obj, _| h.alive((*obj as u64) << 32));
    }

    /// Tells of `n` slots at `addr`; of a map, of the whole.
    pub fn tell(&mut self, m: &Machine, h: &Heap, go: GoId, addr: u64, n: usize, how: How) {
        if how.map && addr == 0 {
            return;
        }
        if m.handle.tracer().watch().is_some() {
            self.watched(m, h, go, addr, n.min(WATCHED), how);
        } else if !how.atomic {
            for i in 0..n.min(WIDEST) as u64 {
                self.one(m, h, go, addr + i, how.write);
            }
        }
    }

    fn watched(&self, m: &Machine, h: &Heap, go: GoId, addr: u64, n: usize, how: How) {
        let Some(watch) = m.handle.tracer().watch() else { return };
        let mut watch = watch.borrow_mut();
        let How { write, atomic, map, line } = how;
        for addr in (addr..).take(n) {
            if watch.access(MemoryAccess { go, addr, write, atomic, map, line }) {
                let (name, ty, line) = self.describe(m, h, addr).unwrap_or_default();
                let typ = if name.is_empty() { "" } else { crate::trap::type_name(&m.program, ty) };
                watch.name(&name, typ, line);
            }
        }
    }

    fn one(&mut self, m: &Machine, h: &Heap, go: GoId, addr: u64, write: bool) {
        let t = m.handle.tracer();
        let known = self.describe(m, h, addr);
        let ty = known.as_ref().map(|k| k.1);
        let obj = *self.objs.entry(addr).or_insert_with(|| {
            let (name, ty, line) = known.unwrap_or_default();
            let typ = crate::trap::type_name(&m.program, ty);
            let typ = if name.is_empty() { "" } else { typ };
            let label = Label { name: t.sym(&name), typ: t.sym(typ), line };
            label.born(&m.handle, ObjKind::Variable)
        });
        let value = match (ty, h.range(addr, 1)) {
            (Some(ty), Some(w))
                if m.program.types.get(ty as usize).is_some_and(|t| t.size == 1) =>
            {
                tell::value(m, h, ty, w)
            }
            _ => Value::Unit,
        };
        t.emit(
            go,
            match write {
                true => EventKind::VarWrite { obj, atomic: false, value },
                false => EventKind::VarRead { obj, atomic: false, value },
            },
        );
    }

    /// Name, type and line of the variable at an address.
    fn describe(&self, m: &Machine, h: &Heap, addr: u64) -> Option<(String, RTypeId, u32)> {
        let p = &*m.program;
        if h.get_map(addr).is_some() {
            let o = self.origins.get(&obj_of(addr))?;
            return Some((o.name.clone(), o.ty, o.line));
        }
        let off = off_of(addr);
        if let Some(g) = self.global(m, addr) {
            let name = g.name.strip_prefix("main.").unwrap_or(&g.name);
            return Some(path(p, name.to_string(), g.ty, off - g.slot as usize, g.line));
        }
        let o = self.origins.get(&obj_of(addr))?;
        if o.array {
            let n = p.types.get(o.ty as usize).map_or(1, |t| t.size.max(1) as usize);
            return Some(path(p, format!("{}[{}]", o.name, off / n), o.ty, off % n, o.line));
        }
        Some(path(p, o.name.clone(), o.ty, off, o.line))
    }

    fn global<'a>(&self, m: &'a Machine, addr: u64) -> Option<&'a program::GlobalVar> {
        if obj_of(addr) != crate::machine::GLOBALS {
            return None;
        }
        let slot = off_of(addr) as u32;
        m.program.globals.iter().rev().find(|g| g.slot <= slot)
    }
}

/// The field or element at a slot of a value.
fn path(
    p: &Program,
    mut name: String,
    mut ty: RTypeId,
    mut off: usize,
    line: u32,
) -> (String, RTypeId, u32) {
    while let Some(t) = p.types.get(ty as usize) {
        match t.kind {
            Kind::Struct => {
                let field = t.fields.iter().rev().find(|f| {
                    let n = p.types.get(f.ty as usize).map_or(0, |t| t.size as usize);
                    n > 0 && f.offset as usize <= off
                });
                let Some(f) = field else { break };
                name = format!("{name}.{}", f.name);
                off -= f.offset as usize;
                ty = f.ty;
            }
            Kind::Array => {
                let Some(e) = t.elem else { break };
                let n = p.types.get(e as usize).map_or(1, |t| t.size.max(1) as usize);
                name = format!("{name}[{}]", off / n);
                off %= n;
                ty = e;
            }
            _ => break,
        }
    }
    (name, ty, line)
}

/// Tells a watch that the running goroutine learns what was left at a place in memory, or leaves
/// there what it knows.
pub(crate) fn order(m: &Machine, addr: u64, acquire: bool, release: bool) {
    if let Some(w) = m.handle.tracer().watch() {
        w.borrow_mut().order(m.handle.current(), Order::Addr(addr), acquire, release);
    }
}

/// Tells a watch that the running goroutine learns what others left at an object.
pub(crate) fn learn(m: &Machine, obj: ObjId) {
    if let Some(w) = m.handle.tracer().watch() {
        w.borrow_mut().order(m.handle.current(), Order::Obj(obj), true, false);
    }
}

/// Whether accesses of a file's code are told: those of the learner's, and of the library where
/// it works on what it is given, but not where it takes care of order itself.
pub(crate) fn told(file: usize, name: &str, watched: bool) -> bool {
    const LIBRARY: [&str; 13] = [
        "bufio/",
        "bytes/",
        "container/",
        "golang.org/",
        "io/",
        "iter/",
        "maps/",
        "math/rand/",
        "slices/",
        "sort/",
        "strings/",
        "text/",
        "unicode/",
    ];
    file == 0 || watched && LIBRARY.iter().any(|p| name.starts_with(p))
}
