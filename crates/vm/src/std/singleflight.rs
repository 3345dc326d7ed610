//! Package `golang.org/x/sync/singleflight`: what the eye sees of it. How it works is its Go source.

use super::whole;
use crate::natives::{Cx, NativeFn, Next};
use trace::{EventKind, TaskStep};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("golang.org/x/sync/singleflight.begun", |cx| step(cx, TaskStep::Begin)),
    ("golang.org/x/sync/singleflight.ended", |cx| step(cx, TaskStep::End)),
    ("golang.org/x/sync/singleflight.forgotten", |cx| step(cx, TaskStep::Forget)),
    ("golang.org/x/sync/singleflight.joined", |cx| step(cx, TaskStep::Share)),
    ("golang.org/x/sync/singleflight.started", |cx| step(cx, TaskStep::Start)),
];

const TYPE: &str = "singleflight.Group";

/// `(g *Group, key string, wg *sync.WaitGroup)`: a call is told apart by its WaitGroup; a key is forgotten whoever
/// makes the call.
fn step(cx: &mut Cx<'_>, step: TaskStep) -> Next {
    if let Some(obj) = whole::of(cx, TYPE) {
        let key = cx.text(1);
        // A WaitGroup's first word is its handle.
        let wg = if step == TaskStep::Forget { 0 } else { cx.arg(2) };
        let handle = cx.st.heap.load(wg).unwrap_or(0);
        if step == TaskStep::Start {
            whole::join(cx.m, cx.st, handle, obj);
        }
        let (call, tracer) = (cx.st.heap.shared(handle), cx.m.handle.tracer());
        tracer.emit(cx.go.id, EventKind::Task { obj, call, key: tracer.sym(&key), step });
    }
    Next::Done
}
