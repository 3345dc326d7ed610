//! Package `context`: it is written in Go; these tell the trace of it.

use crate::access;
use crate::natives::{Cx, Job, NativeFn, Next};
use ::program::{Kind, RType};
use sync::Label;
use trace::{EventKind, ObjId, ObjKind};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("context.cancelled", cancelled),
    ("context.comparable", comparable),
    ("context.observed", observed),
    ("context.text", text),
    ("context.traceDone", trace_done),
    ("context.traceNew", trace_new),
];

/// The dynamic type of the interface at argument 0.
fn dynamic<'a>(cx: &'a Cx<'_>) -> Option<&'a RType> {
    cx.m.program.types.get(cx.arg(0).checked_sub(1)? as usize)
}

fn comparable(cx: &mut Cx<'_>) -> Next {
    let yes = dynamic(cx).is_none_or(|t| t.comparable);
    cx.set(0, u64::from(yes));
    Next::Done
}

/// A text that a method gives.
struct Text;

impl Job for Text {
    fn resume(self: Box<Self>, cx: &mut Cx<'_>, results: Result<&[u64], [u64; 2]>) -> Next {
        let s = results.ok().and_then(|r| r.first().copied()).unwrap_or(0);
        cx.set(0, s);
        Next::Done
    }

    fn visit(&self, _: &mut dyn FnMut(u64)) {}
}

/// Strings and Stringers as they are, other values by their type.
fn text(cx: &mut Cx<'_>) -> Next {
    let data = cx.arg(1);
    let Some(t) = dynamic(cx) else {
        cx.set_str(0, b"<nil>");
        return Next::Done;
    };
    let method = cx.m.program.known.string_method.and_then(|m| t.method(m));
    if let Some(func) = method {
        return Next::Call { func, closure: 0, args: vec![data], job: Box::new(Text) };
    }
    if t.kind == Kind::String && !t.named || &*t.name == "string" {
        cx.set(0, data);
        return Next::Done;
    }
    let name = t.name.clone();
    cx.set_str(0, name.as_bytes());
    Next::Done
}

/// The context's object: contexts are told apart by their address.
fn object(cx: &Cx<'_>, data: u64) -> Option<ObjId> {
    cx.st.natives.contexts.get(&data).copied()
}

/// The context's error is set: whoever sees it knows what came before.
fn cancelled(cx: &mut Cx<'_>) -> Next {
    access::order(cx.m, cx.arg(0), false, true);
    Next::Done
}

/// The context's error has been seen.
fn observed(cx: &mut Cx<'_>) -> Next {
    access::order(cx.m, cx.arg(0), true, false);
    Next::Done
}

fn trace_new(cx: &mut Cx<'_>) -> Next {
    if !cx.m.tracing {
        return Next::Done;
    }
    let (c, parent, left) = (cx.arg(1), cx.arg(3), cx.int(5));
    let kind = cx.text(4);
    let t = cx.m.handle.tracer();
    let mut label = super::sync::label(cx);
    if label.name == t.sym("") {
        label.name = t.sym(&kind);
    }
    let line = crate::report::place(cx.m, cx.go).line;
    let label = Label { typ: t.sym("context.Context"), line, ..label };
    let obj = label.born(&cx.m.handle, ObjKind::Context);
    let parent = object(cx, parent);
    cx.st.natives.contexts.insert(c, obj);
    let deadline = u64::try_from(left).ok().map(|d| cx.m.handle.now().saturating_add(d));
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
