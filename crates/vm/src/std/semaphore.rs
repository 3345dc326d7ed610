//! Package `golang.org/x/sync/semaphore`: what the eye sees of it. How it works is its Go source.

use super::whole;
use crate::natives::{Cx, NativeFn, Next};
use trace::EventKind;

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("golang.org/x/sync/semaphore.told", told), ("golang.org/x/sync/semaphore.waits", waits)];

const TYPE: &str = "semaphore.Weighted";

fn told(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = whole::of(cx, TYPE) {
        let kind = EventKind::Counter { obj, delta: cx.int(1), value: cx.int(2) };
        cx.m.handle.tracer().emit(cx.go.id, kind);
    }
    Next::Done
}

fn waits(cx: &mut Cx<'_>) -> Next {
    if let Some(obj) = whole::of(cx, TYPE) {
        whole::join(cx.m, cx.st, cx.arg(1), obj);
    }
    Next::Done
}
