//! Package `golang.org/x/sync/semaphore`: what the eye sees of it. How it works is its Go source.

use crate::natives::{Cx, NativeFn, Next};
use sync::Label;
use trace::{EventKind, ObjKind};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[("golang.org/x/sync/semaphore.told", told)];

fn told(cx: &mut Cx<'_>) -> Next {
    let (word, value) = (cx.arg(0), cx.arg(1) as i64);
    if !cx.m.tracing || word == 0 {
        return Next::Done;
    }
    let h = &cx.m.handle;
    let (obj, before) = match cx.st.natives.semaphores.get(&word) {
        Some(known) => *known,
        None => {
            let typ = h.tracer().sym("semaphore.Weighted");
            let label = Label { typ, ..super::sync::label(cx) };
            (label.born(h, ObjKind::Semaphore), 0)
        }
    };
    cx.st.natives.semaphores.insert(word, (obj, value));
    h.tracer().emit(cx.go.id, EventKind::Counter { obj, delta: value - before, value });
    Next::Done
}
