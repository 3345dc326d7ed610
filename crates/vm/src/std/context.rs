//! Package `context`: it is written in Go; these tell the trace of it.

use crate::access;
use crate::equal::unboxed;
use crate::heap::Heap;
use crate::natives::{Cx, Job, NativeFn, Next};
use crate::tell;
use ::program::{Kind, Program, RType};
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
fn dynamic<'a>(cx: &Cx<'a>) -> Option<&'a RType> {
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
    named(number)
}

/// The object that a context's word names.
fn named(word: u64) -> Option<ObjId> {
    u32::try_from(word.checked_sub(1)?).ok().map(ObjId)
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
    let t = cx.m.handle.tracer();
    let own = super::sync::label(cx).name;
    let name = if own == t.sym("") { t.sym(&kind) } else { own };
    let deadline = u64::try_from(left).ok().map(|d| cx.m.handle.now().saturating_add(d));
    born(cx, name, deadline, None)
}

fn trace_value(cx: &mut Cx<'_>) -> Next {
    if !cx.m.tracing {
        cx.set(0, 0);
        return Next::Done;
    }
    let held = |i| tell::held(cx.m, &cx.st.heap, &[cx.arg(i), cx.arg(i + 1)]);
    let pair = (held(2), held(4));
    // Not by its variable, which is mostly called `ctx`, whatever it holds.
    let name = cx.m.handle.tracer().sym("WithValue");
    born(cx, name, None, Some(Box::new(pair)))
}

/// A context comes to life below its parent at argument 0.
fn born(
    cx: &mut Cx<'_>,
    name: Sym,
    deadline: Option<u64>,
    value: Option<Box<(Value, Value)>>,
) -> Next {
    let t = cx.m.handle.tracer();
    let line = crate::report::place(cx.m, cx.go).line;
    let label = Label { name, typ: t.sym("context.Context"), line };
    let obj = label.born(&cx.m.handle, ObjKind::Context);
    let (p, h, parent) = (&*cx.m.program, &cx.st.heap, [cx.arg(0), cx.arg(1)]);
    let parent = dynamic(cx).and_then(|t| object(p, h, t, unboxed(p, h, &parent)));
    t.emit(cx.go.id, EventKind::ContextNew { obj, parent, deadline, value });
    cx.set(0, u64::from(obj.0) + 1);
    Next::Done
}

fn trace_done(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = named(cx.arg(0)) {
        let cause = cx.text(1);
        let t = cx.m.handle.tracer();
        t.emit(cx.m.handle.current(), EventKind::ContextDone { obj, cause: t.sym(&cause) });
    }
    Next::Done
}
