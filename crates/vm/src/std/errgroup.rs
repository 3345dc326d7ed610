//! Package `golang.org/x/sync/errgroup`: what the eye sees of it. How it works is its Go source.

use super::whole;
use crate::natives::{Cx, NativeFn, Next};
use crate::tell;
use trace::{EventKind, Sym, TaskStep};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("golang.org/x/sync/errgroup.begun", |cx| step(cx, TaskStep::Begin)),
    ("golang.org/x/sync/errgroup.ended", |cx| step(cx, TaskStep::End)),
    ("golang.org/x/sync/errgroup.kept", kept),
    ("golang.org/x/sync/errgroup.limited", limited),
    ("golang.org/x/sync/errgroup.started", |cx| step(cx, TaskStep::Start)),
];

const TYPE: &str = "errgroup.Group";

fn step(cx: &mut Cx<'_>, step: TaskStep) -> Next {
    if let Some(obj) = whole::of(cx, TYPE) {
        cx.m.handle.tracer().emit(cx.go.id, EventKind::Task { obj, call: None, key: Sym(0), step });
    }
    Next::Done
}

fn kept(cx: &mut Cx<'_>) -> Next {
    if !cx.m.tracing {
        return Next::Done;
    }
    // Its methods are not called: the library does not call them here, either.
    let text = tell::panic_text(cx.m, &cx.st.heap, [cx.arg(1), cx.arg(2)]);
    let text = cx.m.handle.tracer().sym(&text);
    step(cx, TaskStep::Fail(text))
}

fn limited(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = whole::of(cx, TYPE) {
        whole::join(cx.m, cx.st, cx.arg(1), obj);
    }
    Next::Done
}
