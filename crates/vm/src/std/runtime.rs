//! Package `runtime`.

use crate::natives::{Cx, NativeFn, Next};
use crate::trap::Trap;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("runtime.GC", gc),
    ("runtime.GOMAXPROCS", gomaxprocs),
    ("runtime.Goexit", goexit),
    ("runtime.Gosched", gosched),
    ("runtime.NumCPU", num_cpu),
    ("runtime.NumGoroutine", num_goroutine),
];

fn gosched(_: &mut Cx<'_>) -> Next {
    Next::Gosched
}

fn goexit(_: &mut Cx<'_>) -> Next {
    Trap::Goexit.into()
}

/// The number of processors is a setting of the run; asking for another has no effect.
fn gomaxprocs(cx: &mut Cx<'_>) -> Next {
    cx.set(0, u64::from(cx.m.config.procs));
    Next::Done
}

fn num_cpu(cx: &mut Cx<'_>) -> Next {
    cx.set(0, u64::from(cx.m.config.procs));
    Next::Done
}

fn num_goroutine(cx: &mut Cx<'_>) -> Next {
    cx.set(0, u64::from(cx.st.live));
    Next::Done
}

fn gc(cx: &mut Cx<'_>) -> Next {
    cx.m.collect(cx.st, Some(cx.go));
    Next::Done
}
