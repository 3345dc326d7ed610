//! What the operating system does: blocking system calls, and the network.

use crate::goroutine::Wait;
use crate::natives::{Cx, NativeFn, Next};
use trace::{EventKind, WaitReason};

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("internal/poll.wait", wait), ("syscall.nanosleep", nanosleep)];

/// Blocks the goroutine's thread for so many nanoseconds.
fn nanosleep(cx: &mut Cx<'_>) -> Next {
    let ns = cx.int(0).max(0) as u64;
    let h = &cx.m.handle;
    h.enter_syscall(h.tracer().sym("nanosleep"), h.now().saturating_add(ns));
    Next::Wait(Box::new(Wait::Syscall))
}

/// Parks the goroutine until the network is ready, which is after so many nanoseconds.
fn wait(cx: &mut Cx<'_>) -> Next {
    let ns = cx.int(0).max(0) as u64;
    let h = &cx.m.handle;
    let (go, when) = (h.current(), h.now().saturating_add(ns));
    h.kernel_call(when, move |h| h.wake(go));
    h.tracer().emit(go, EventKind::GoPark { reason: WaitReason::IoWait });
    Next::Wait(Box::new(Wait::Io(when)))
}
