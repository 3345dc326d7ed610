//! What the operating system does: blocking system calls.

use crate::goroutine::Wait;
use crate::natives::{Cx, NativeFn, Next};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[("syscall.nanosleep", nanosleep)];

/// Blocks the goroutine's thread for so many nanoseconds.
fn nanosleep(cx: &mut Cx<'_>) -> Next {
    let ns = cx.int(0).max(0) as u64;
    let h = &cx.m.handle;
    h.enter_syscall(h.tracer().sym("nanosleep"), h.now().saturating_add(ns));
    Next::Wait(Box::new(Wait::Syscall))
}
