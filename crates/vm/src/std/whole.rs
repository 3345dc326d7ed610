//! What the library makes of several objects: a semaphore of a mutex and channels, a group of a counter and a mutex.
//! The eye sees the whole; who waits at a part waits for it.

use super::sync as primitives;
use crate::machine::{Machine, State};
use crate::natives::Cx;
use ::sync::Label;
use program::RType;
use trace::{EventKind, ObjId, ObjKind};

/// What the type is; none for one that is not made of others.
pub(crate) fn kind(typ: &str) -> Option<ObjKind> {
    match typ {
        "errgroup.Group" | "singleflight.Group" => Some(ObjKind::Group),
        "semaphore.Weighted" => Some(ObjKind::Semaphore),
        _ => None,
    }
}

/// Brings the variable of this type at `ptr` to life, and the primitives in it, unless they live.
pub(crate) fn declare(
    m: &Machine,
    st: &mut State,
    t: &RType,
    kind: ObjKind,
    ptr: u64,
    name: &str,
    line: u32,
) {
    let tr = m.handle.tracer();
    let mut parts = Vec::new();
    for f in &t.fields {
        let Some(typ) = m.program.types.get(f.ty as usize).map(|t| &*t.name) else { continue };
        let at = ptr + u64::from(f.offset);
        if let Some(slot) = primitives::handle_slot(typ) {
            parts.push((&*f.name, typ, at, at + slot));
        }
    }
    // Memory that is used again holds something new.
    let fresh = parts.iter().any(|(.., handle)| st.heap.load(*handle) == Some(0));
    if !fresh && st.natives.wholes.contains_key(&ptr) {
        return;
    }
    let whole = Label { name: tr.sym(name), typ: tr.sym(&t.name), line }.born(&m.handle, kind);
    st.natives.wholes.insert(ptr, whole);
    for (field, typ, at, handle) in parts {
        let name = if name.is_empty() { String::new() } else { format!("{name}.{field}") };
        let label = Label { name: tr.sym(&name), typ: tr.sym(typ), line };
        primitives::declare(m, st, typ, at, label);
        join(m, st, st.heap.load(handle).unwrap_or(0), whole);
    }
}

/// The whole of this type that the first argument points to; none if nobody looks.
pub(crate) fn of(cx: &mut Cx<'_>, typ: &str) -> Option<ObjId> {
    let addr = cx.arg(0);
    if !cx.m.tracing || addr == 0 {
        return None;
    }
    if let Some(known) = cx.st.natives.wholes.get(&addr) {
        return Some(*known);
    }
    // It is in no variable: it is told by what uses it.
    let label = super::sync::label(cx);
    let name = cx.m.handle.tracer().with(|t| t.text(label.name).to_string())?;
    let t = cx.m.program.types.iter().find(|t| &*t.name == typ)?;
    declare(cx.m, cx.st, t, kind(typ)?, addr, &name, label.line);
    cx.st.natives.wholes.get(&addr).copied()
}

/// What the word names is a part of the whole.
pub(crate) fn join(m: &Machine, st: &State, word: u64, whole: ObjId) {
    if let Some(obj) = st.heap.shared(word) {
        let tracer = m.handle.tracer();
        tracer.emit(m.handle.current(), EventKind::Part { obj, of: whole });
    }
}
