//! Package `context`: it is written in Go; these tell the trace of it.

use crate::natives::{Cx, NativeFn, Next};
use sync::Label;
use trace::{EventKind, ObjId, ObjKind};

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("context.traceDone", trace_done), ("context.traceNew", trace_new)];

/// The context's object: contexts are told apart by their address.
fn object(cx: &Cx<'_>, data: u64) -> Option<ObjId> {
    cx.st.natives.contexts.get(&data).copied()
}

fn trace_new(cx: &mut Cx<'_>) -> Next {
    if !cx.m.tracing {
        return Next::Done;
    }
    let (c, parent, deadline) = (cx.arg(1), cx.arg(3), cx.int(4));
    let t = cx.m.handle.tracer();
    let label = Label {
        name: t.sym(""),
        typ: t.sym("context.Context"),
        line: crate::report::place(cx.m, cx.go).line,
    };
    let obj = label.born(&cx.m.handle, ObjKind::Context);
    let parent = object(cx, parent);
    cx.st.natives.contexts.insert(c, obj);
    let deadline = u64::try_from(deadline).ok().filter(|d| *d > 0);
    t.emit(cx.go.id, EventKind::ContextNew { obj, parent, deadline });
    Next::Done
}

fn trace_done(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = object(cx, cx.arg(1)) {
        let cause = cx.text(2);
        let t = cx.m.handle.tracer();
        t.emit(cx.m.handle.current(), EventKind::ContextDone { obj, cause: t.sym(&cause) });
    }
    Next::Done
}
