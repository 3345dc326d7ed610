//! Package `runtime`.

use crate::goroutine::Frame;
use crate::natives::{Cx, NativeFn, Next};
use crate::report;
use crate::trap::Trap;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("runtime.GC", gc),
    ("runtime.GOMAXPROCS", gomaxprocs),
    ("runtime.Goexit", goexit),
    ("runtime.Gosched", gosched),
    ("runtime.NumCPU", num_cpu),
    ("runtime.NumGoroutine", num_goroutine),
    ("runtime.caller", caller),
    ("runtime.describe", describe),
    ("runtime.memStats", mem_stats),
    ("runtime.stack", stack),
];

fn gosched(_: &mut Cx<'_>) -> Next {
    Next::Gosched
}

fn goexit(_: &mut Cx<'_>) -> Next {
    Trap::Goexit.into()
}

/// The number of processors is a setting of the run; asking for another is remembered and has no
/// other effect.
fn gomaxprocs(cx: &mut Cx<'_>) -> Next {
    let n = cx.int(0);
    let old = cx.st.natives.procs.unwrap_or(cx.m.config.procs);
    if n >= 1 {
        cx.st.natives.procs = Some(n.min(1 << 16) as u32);
    }
    cx.set(0, u64::from(old));
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

fn mem_stats(cx: &mut Cx<'_>) -> Next {
    let h = &cx.st.heap;
    let (mallocs, total, gcs) = h.statistics();
    let (bytes, objects) = (h.bytes(), h.objects());
    let others = cx.st.gos.iter().flatten().map(|g| g.stack.len() as u64 * 8);
    let stacks = others.sum::<u64>() + cx.go.stack.len() as u64 * 8;
    for (i, v) in [bytes, total, mallocs, objects, stacks, gcs].into_iter().enumerate() {
        cx.set(i, v);
    }
    Next::Done
}

/// A program counter as the program sees it: function and instruction.
fn pc_word(func: u32, pc: u32) -> u64 {
    u64::from(func + 1) << 24 | u64::from(pc & 0xff_ffff)
}

/// The frame `skip` levels above the function that calls this native.
fn caller(cx: &mut Cx<'_>) -> Next {
    let skip = usize::try_from(cx.int(0));
    let p = &cx.m.program;
    let shown = |f: &&Frame| p.funcs.get(f.func as usize).is_some_and(|f| !f.wrapper);
    let mut frames = cx.go.frames.iter().rev().filter(shown);
    let frame = skip.ok().and_then(|n| frames.nth(n));
    let pc = frame.map_or(0, |f| pc_word(f.func, f.pc));
    cx.set(0, pc);
    Next::Done
}

fn describe(cx: &mut Cx<'_>) -> Next {
    let pc = cx.arg(0);
    let func = (pc >> 24).wrapping_sub(1) as u32;
    let (file, line, name) = report::describe(cx.m, func, (pc & 0xff_ffff) as u32);
    cx.set_str(0, file.as_bytes());
    cx.set(1, u64::from(line));
    cx.set_str(2, name.as_bytes());
    Next::Done
}

fn stack(cx: &mut Cx<'_>) -> Next {
    let all = cx.arg(0) != 0;
    let text = report::stack(cx.m, cx.st, cx.go, all);
    cx.set_str(0, text.as_bytes());
    Next::Done
}
