//! Package `internal/region`: steps of the standard library that appear as one.

use crate::access;
use crate::natives::{Cx, NativeFn, Next};
use crate::std::atomic::Look;
use sync::Label;
use trace::{EventKind, ObjKind, Value};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("internal/region.Acquire", acquire),
    ("internal/region.Enter", enter),
    ("internal/region.Exit", exit),
    ("internal/region.Leave", leave),
    ("internal/region.Release", release),
];

fn acquire(cx: &mut Cx<'_>) -> Next {
    access::order(cx.m, cx.arg(0), true, false);
    Next::Done
}

fn release(cx: &mut Cx<'_>) -> Next {
    access::order(cx.m, cx.arg(0), true, true);
    Next::Done
}

fn enter(cx: &mut Cx<'_>) -> Next {
    cx.go.alone = true;
    Next::Done
}

fn exit(cx: &mut Cx<'_>) -> Next {
    cx.go.alone = false;
    Next::Done
}

fn leave(cx: &mut Cx<'_>) -> Next {
    cx.go.alone = false;
    let word = cx.arg(0);
    if !cx.m.tracing || word == 0 {
        return Next::Done;
    }
    let (h, size) = (&cx.m.handle, cx.int(1));
    let obj = match cx.st.natives.atomics.get(&word) {
        Some((obj, _)) => *obj,
        None => {
            let mut label = super::sync::label(cx);
            let t = h.tracer();
            let func = cx.go.top().and_then(|f| cx.m.program.funcs.get(f.func as usize));
            let pool = func.is_some_and(|f| f.name.contains("Pool"));
            if label.typ == t.sym("") {
                label = Label { typ: t.sym(if pool { "sync.Pool" } else { "sync.Map" }), ..label };
            }
            let obj = label.born(h, if pool { ObjKind::Pool } else { ObjKind::Map });
            cx.st.natives.atomics.insert(word, (obj, Look::Number));
            obj
        }
    };
    let kind = EventKind::VarWrite { obj, atomic: true, value: Value::Int(size) };
    h.tracer().emit(cx.go.id, kind);
    Next::Done
}
