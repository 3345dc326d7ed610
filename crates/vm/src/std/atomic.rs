//! Package `sync/atomic`: plain operations on words, since nothing runs in between; told to the trace.

use crate::access::{self, How};
use crate::heap::Heap;
use crate::machine::Machine;
use crate::natives::{Cx, NativeFn, Next};
use crate::tell;
use crate::trap::Trap;
use ::program::{Program, RTypeId};
use sync::Label;
use trace::{EventKind, ObjKind, Value};

/// How a width keeps its value normal.
#[derive(Clone, Copy)]
enum Width {
    I32,
    U32,
    W64,
    Ptr,
}

impl Width {
    fn norm(self, v: u64) -> u64 {
        match self {
            Width::I32 => v as i32 as u64,
            Width::U32 => u64::from(v as u32),
            Width::W64 | Width::Ptr => v,
        }
    }
}

/// What an operation gives back: of a store, which reads nothing, nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Give {
    Nothing,
    Old,
    New,
}

/// How the word of an atomic looks to the eye.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Look {
    /// A number, of a collection how much it holds.
    Number,
    /// Of an `atomic.Bool`.
    Truth,
    /// Of an `atomic.Pointer[T]`: a `*T`, if the program has that type at run time. Of an `unsafe.Pointer`: none.
    Pointer(Option<RTypeId>),
    /// Of an `atomic.Value`: a pointer to what it holds.
    Any,
}

impl Look {
    fn of(p: &Program, typ: &str, width: Width) -> Look {
        match typ {
            "atomic.Bool" => Look::Truth,
            "atomic.Value" => Look::Any,
            _ => match typ.strip_prefix("atomic.Pointer[").and_then(|t| t.strip_suffix(']')) {
                Some(elem) => {
                    let name = format!("*{elem}");
                    let ty = p.types.iter().position(|t| *t.name == *name);
                    Look::Pointer(ty.map(|i| i as RTypeId))
                }
                None if matches!(width, Width::Ptr) => Look::Pointer(None),
                None => Look::Number,
            },
        }
    }

    fn value(self, m: &Machine, h: &Heap, word: u64) -> Value {
        match self {
            Look::Truth => Value::Bool(word != 0),
            Look::Pointer(_) | Look::Any if word == 0 => Value::Nil,
            Look::Pointer(Some(ty)) => tell::value(m, h, ty, &[word]),
            Look::Pointer(None) => Value::Unit,
            Look::Any => tell::held(m, h, h.range(word, 2).unwrap_or_default()),
            Look::Number => Value::Int(word as i64),
        }
    }
}

/// Tells the trace of an access.
fn told(cx: &mut Cx<'_>, addr: u64, value: u64, width: Width, (reads, write): (bool, bool)) {
    if !cx.m.tracing {
        return;
    }
    if cx.m.spying {
        let how = How { write, atomic: true, map: false, line: 0 };
        access::order(cx.m, addr, reads, false);
        cx.st.accesses.tell(cx.m, &cx.st.heap, cx.go.id, addr, 1, how);
        access::order(cx.m, addr, false, write);
    }
    let h = &cx.m.handle;
    let (obj, look) = match cx.st.natives.atomics.get(&addr) {
        Some(known) => *known,
        None => {
            let mut label = super::sync::label(cx);
            if label == Label::default() {
                label.line = crate::report::place(cx.m, cx.go).line;
            }
            let obj = label.born(h, ObjKind::Atomic);
            let typ = h.tracer().with(|t| t.text(label.typ).to_string()).unwrap_or_default();
            let known = (obj, Look::of(&cx.m.program, &typ, width));
            cx.st.natives.atomics.insert(addr, known);
            known
        }
    };
    let value = look.value(cx.m, &cx.st.heap, value);
    let kind = if write {
        EventKind::VarWrite { obj, atomic: true, value }
    } else {
        EventKind::VarRead { obj, atomic: true, value }
    };
    h.tracer().emit(cx.go.id, kind);
}

fn update(cx: &mut Cx<'_>, w: Width, f: impl FnOnce(u64) -> u64, give: Give) -> Next {
    let addr = cx.arg(0);
    let Some(old) = cx.st.heap.load(addr) else { return Trap::Nil.into() };
    let new = w.norm(f(old));
    let stored = cx.st.heap.store(addr, new);
    debug_assert!(stored.is_some());
    told(cx, addr, new, w, (give != Give::Nothing, true));
    cx.set(0, if give == Give::Old { old } else { new });
    Next::Done
}

fn load(cx: &mut Cx<'_>, w: Width) -> Next {
    let addr = cx.arg(0);
    let Some(v) = cx.st.heap.load(addr) else { return Trap::Nil.into() };
    told(cx, addr, v, w, (true, false));
    cx.set(0, v);
    Next::Done
}

fn cas(cx: &mut Cx<'_>, w: Width) -> Next {
    let (addr, old, new) = (cx.arg(0), cx.arg(1), cx.arg(2));
    let Some(v) = cx.st.heap.load(addr) else { return Trap::Nil.into() };
    let same = v == old;
    if same {
        let stored = cx.st.heap.store(addr, new);
        debug_assert!(stored.is_some());
    }
    told(cx, addr, if same { new } else { v }, w, (true, same));
    cx.set(0, u64::from(same));
    Next::Done
}

/// Whether two values that are not nil have the same type.
fn same_type(cx: &mut Cx<'_>) -> Next {
    let same = cx.arg(0) == cx.arg(2);
    cx.set(0, u64::from(same));
    Next::Done
}

macro_rules! natives {
    ($($name:literal $width:ident;)* words $($word:literal $word_width:ident;)*) => {
        pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
            ("sync/atomic.sameType", same_type),
            $(
                (concat!("sync/atomic.Load", $word), |cx| load(cx, Width::$word_width)),
                (concat!("sync/atomic.Store", $word), |cx| {
                    let v = cx.arg(1);
                    update(cx, Width::$word_width, |_| v, Give::Nothing)
                }),
                (concat!("sync/atomic.Swap", $word), |cx| {
                    let v = cx.arg(1);
                    update(cx, Width::$word_width, |_| v, Give::Old)
                }),
                (concat!("sync/atomic.CompareAndSwap", $word), |cx| cas(cx, Width::$word_width)),
            )*
            $(
                (concat!("sync/atomic.Add", $name), |cx| {
                    let v = cx.arg(1);
                    update(cx, Width::$width, |x| x.wrapping_add(v), Give::New)
                }),
                (concat!("sync/atomic.And", $name), |cx| {
                    let v = cx.arg(1);
                    update(cx, Width::$width, |x| x & v, Give::Old)
                }),
                (concat!("sync/atomic.Or", $name), |cx| {
                    let v = cx.arg(1);
                    update(cx, Width::$width, |x| x | v, Give::Old)
                }),
            )*
        ];
    };
}

natives! {
    "Int32" I32;
    "Int64" W64;
    "Uint32" U32;
    "Uint64" W64;
    "Uintptr" W64;
    words
    "Int32" I32;
    "Int64" W64;
    "Pointer" Ptr;
    "Uint32" U32;
    "Uint64" W64;
    "Uintptr" W64;
}
