//! Panics, deferred calls, recovery, `Goexit`, and what happens when frames of a special kind
//! return; after `runtime/panic.go`.

use crate::equal::unboxed;
use crate::goroutine::{Frame, FrameKind, Go, PanicState, Wait};
use crate::interp::End;
use crate::machine::{Machine, NEW, State};
use crate::natives::{Cx, Next, Pending};
use crate::report;
use crate::tell;
use crate::trap::{Trap, bounds_text};
use std::rc::Rc;
use std::task::Waker;
use trace::{EventKind, GoId, StopReason};

/// What the interpreter does next.
pub(crate) enum Then {
    /// Runs the top frame.
    Run,
    /// Ends the slice.
    End(End),
}

/// Handles what took the interpreter off its path.
pub(crate) fn handle<const TRACE: bool>(
    m: &Rc<Machine>,
    st: &mut State,
    go: &mut Go,
    trap: Trap,
) -> Then {
    let (value, signal) = match trap {
        Trap::Bounds(b, x, y) => {
            (error(m, st, "runtime.boundsError", &bounds_text(b, x, y)), false)
        }
        Trap::Nil => {
            let text = "invalid memory address or nil pointer dereference";
            (error(m, st, "runtime.errorString", text), true)
        }
        Trap::Error(s) => (error(m, st, "runtime.errorString", &s), false),
        Trap::Plain(s) => (error(m, st, "runtime.plainError", &s), false),
        Trap::Assertion(s) => {
            let v = match m.program.find_type("*runtime.TypeAssertionError") {
                Some(t) => {
                    let text = st.heap.text(&s);
                    [u64::from(t) + 1, st.heap.boxed(&[text])]
                }
                None => string(m, st, &s),
            };
            (v, false)
        }
        Trap::Text(s) => (string(m, st, &s), false),
        Trap::Panic([0, _]) => {
            let text = "panic called with nil argument";
            let v = match m.program.find_type("*runtime.PanicNilError") {
                Some(t) => [u64::from(t) + 1, st.heap.slots(1)],
                None => error(m, st, "runtime.errorString", text),
            };
            (v, false)
        }
        Trap::Panic(v) => (v, false),
        Trap::Goexit => {
            go.panics.push(state([0, 0], true, false));
            return unwind::<TRACE>(m, st, go);
        }
        Trap::Fatal(s) => {
            report::fatal(m, st, go, &s);
            return Then::End(End::Over);
        }
        Trap::Exit(code) => {
            report::exit(m, st, go, code);
            return Then::End(End::Over);
        }
        Trap::Memory(wanted) => {
            let what = if wanted > 0 {
                format!("{} bytes of memory (a request for {wanted} more)", st.heap.limit())
            } else {
                format!("{} bytes of memory", st.heap.limit())
            };
            report::budget(m, st, go, &what);
            return Then::End(End::Over);
        }
        Trap::Overflow => {
            report::overflow(m, st, go);
            return Then::End(End::Over);
        }
        Trap::Goroutines => {
            let n = m.budgets().goroutines;
            report::budget(m, st, go, &format!("{n} goroutines"));
            return Then::End(End::Over);
        }
        Trap::Park => return Then::End(End::Pending),
        Trap::Over => return Then::End(End::Over),
        Trap::Stop | Trap::Tell => return Then::Run,
    };
    raise::<TRACE>(m, st, go, value, signal)
}

fn state(value: [u64; 2], goexit: bool, signal: bool) -> PanicState {
    PanicState {
        value,
        goexit,
        recovered: false,
        repanicked: false,
        frame: u32::MAX,
        owner: 0,
        signal,
        text: None,
    }
}

fn string(m: &Machine, st: &mut State, s: &str) -> [u64; 2] {
    let ty = m.program.known.basic.get(16).copied().unwrap_or(0);
    [u64::from(ty) + 1, st.heap.text(s)]
}

/// A runtime error of the named type, which is a string.
fn error(m: &Machine, st: &mut State, ty: &str, s: &str) -> [u64; 2] {
    match m.program.find_type(ty) {
        Some(t) => [u64::from(t) + 1, st.heap.text(s)],
        None => {
            let prefix = if ty == "runtime.plainError" { "" } else { "runtime error: " };
            string(m, st, &format!("{prefix}{s}"))
        }
    }
}

fn raise<const TRACE: bool>(
    m: &Rc<Machine>,
    st: &mut State,
    go: &mut Go,
    value: [u64; 2],
    signal: bool,
) -> Then {
    go.alone = false;
    if TRACE {
        tell::vars(m, st, go);
        let text = tell::panic_text(m, &st.heap, value);
        let text = m.handle.tracer().sym(&text);
        m.handle.tracer().emit(go.id, EventKind::GoPanic { text });
    }
    go.panics.push(state(value, false, signal));
    unwind::<TRACE>(m, st, go)
}

/// Pushes a frame above all registers.
fn push_call(m: &Machine, go: &mut Go, kind: FrameKind, func: u32, closure: u64, args: &[u64]) {
    let p = &m.program;
    let base = go.ceiling(p);
    let (first, regs) =
        p.funcs.get(func as usize).map_or((0, 0), |f| (f.nresults as usize, f.nregs as usize));
    let need = base + regs.max(first + args.len()) + 4;
    if go.stack.len() < need {
        go.stack.resize(need, 0);
    }
    go.stack[base..base + first].fill(0);
    go.stack[base + first..base + first + args.len()].copy_from_slice(args);
    let stmt = if m.tracing { NEW } else { 0 };
    go.frames.push(Frame { func, pc: 0, base: base as u32, stmt, kind, closure });
}

/// Runs the next deferred call of those that the newest panic has to run.
fn unwind<const TRACE: bool>(m: &Rc<Machine>, st: &mut State, go: &mut Go) -> Then {
    loop {
        let Some(p) = go.panics.last_mut() else { return Then::Run };
        let catcher = go.jobs.last().filter(|j| j.job.catches() && !p.goexit).map(|j| j.frame);
        match go.defers.last() {
            Some(d) if catcher.is_none_or(|c| d.frame >= c) => {
                let Some(d) = go.defers.pop() else { continue };
                p.frame = go.frames.len() as u32;
                p.owner = d.frame;
                let Some(func) = d.func else {
                    let text = "invalid memory address or nil pointer dereference";
                    let v = error(m, st, "runtime.errorString", text);
                    go.panics.push(state(v, false, true));
                    continue;
                };
                push_call(m, go, FrameKind::Panicking, func, d.closure, &d.args);
                return Then::Run;
            }
            _ => {}
        }
        if catcher.is_some()
            && let (Some(p), Some(job)) = (go.panics.pop(), go.jobs.pop())
        {
            if TRACE {
                m.handle.tracer().emit(go.id, EventKind::GoRecover);
            }
            cut::<TRACE>(m, st, go, job.frame as usize);
            let Pending { job, b, native, .. } = job;
            // The native was called with the executor's own waker; it does not wait here.
            let mut cx = Cx { m, st, go, waker: Waker::noop(), b };
            let next = job.resume(&mut cx, Err(p.value));
            return match self::native(m, go, next, b, native) {
                None => Then::Run,
                Some(t) => handle::<TRACE>(m, st, go, t),
            };
        }
        if !p_goexit(go) {
            return die(m, st, go);
        }
        if go.id == GoId::MAIN {
            st.main_gone = true;
        }
        cut::<TRACE>(m, st, go, 0);
        return Then::End(End::Done);
    }
}

fn p_goexit(go: &Go) -> bool {
    go.panics.last().is_some_and(|p| p.goexit)
}

/// Drops frames down to `len`, and what belongs to them.
fn cut<const TRACE: bool>(m: &Rc<Machine>, st: &mut State, go: &mut Go, len: usize) {
    while go.frames.len() > len {
        if TRACE {
            tell::ret(m, st, go);
        }
        go.frames.pop();
    }
    go.defers.retain(|d| (d.frame as usize) < len);
    go.jobs.retain(|j| (j.frame as usize) < len);
}

/// A frame that is not an ordinary call returned and has been popped; its results lie at its base.
pub(crate) fn returned<const TRACE: bool>(
    m: &Rc<Machine>,
    st: &mut State,
    go: &mut Go,
    frame: Frame,
    waker: &Waker,
) -> Then {
    match frame.kind {
        FrameKind::Call => Then::Run,
        FrameKind::Entry => {
            if go.id != GoId::MAIN {
                return Then::End(End::Done);
            }
            report::main_returned(m, st, go);
            Then::End(End::Over)
        }
        FrameKind::Deferred => match run_defer(m, go) {
            Ok(()) => Then::Run,
            Err(t) => handle::<TRACE>(m, st, go, t),
        },
        FrameKind::Panicking => {
            if go.panics.last().is_some_and(|p| p.recovered) {
                recovered::<TRACE>(m, st, go)
            } else {
                unwind::<TRACE>(m, st, go)
            }
        }
        FrameKind::Native => {
            let Some(Pending { job, b, native, .. }) = go.jobs.pop() else { return Then::Run };
            let n = m.program.funcs.get(frame.func as usize).map_or(0, |f| f.nresults as usize);
            let base = frame.base as usize;
            let results: Vec<u64> = go.stack.get(base..base + n).unwrap_or(&[]).into();
            let next = job.resume(&mut Cx { m, st, go, waker, b }, Ok(&results));
            match self::native(m, go, next, b, native) {
                None => Then::Run,
                Some(t) => handle::<TRACE>(m, st, go, t),
            }
        }
        FrameKind::Printing => {
            let s = go.stack.get(frame.base as usize).copied().unwrap_or(0);
            let text = st.heap.str(s).to_vec();
            if let Some(p) = go.panics.iter_mut().rev().find(|p| p.text.is_none() && !p.goexit) {
                p.text = Some(text);
            }
            die(m, st, go)
        }
    }
}

/// The newest panic has been recovered: goes on behind the function that deferred the recovery.
fn recovered<const TRACE: bool>(m: &Rc<Machine>, st: &mut State, go: &mut Go) -> Then {
    let Some(p) = go.panics.pop() else { return Then::Run };
    let mut goexit = false;
    while let Some(q) = go.panics.last()
        && q.frame > p.owner
    {
        // Its deferred call goes away with the frames: it was aborted.
        goexit |= q.goexit;
        go.panics.pop();
    }
    cut::<TRACE>(m, st, go, p.owner as usize + 1);
    if goexit {
        go.panics.push(state([0, 0], true, false));
        return unwind::<TRACE>(m, st, go);
    }
    let p = &m.program;
    if let Some(top) = go.frames.last_mut()
        && let Some(pc) = p.funcs.get(top.func as usize).and_then(|f| f.recover_pc)
    {
        top.pc = pc;
    }
    Then::Run
}

/// Runs the last of the top frame's deferred calls, if it has any.
pub(crate) fn run_defer(m: &Machine, go: &mut Go) -> Result<(), Trap> {
    let top = (go.frames.len() as u32).wrapping_sub(1);
    if go.defers.last().is_none_or(|d| d.frame != top) {
        return Ok(());
    }
    let Some(d) = go.defers.pop() else { return Ok(()) };
    let Some(func) = d.func else { return Err(Trap::Nil) };
    push_call(m, go, FrameKind::Deferred, func, d.closure, &d.args);
    Ok(())
}

/// `recover()` in the top frame: it must have been called by the newest panic.
pub(crate) fn recover(m: &Machine, go: &mut Go) -> [u64; 2] {
    let p = &m.program;
    let wrapper = |f: &Frame| p.funcs.get(f.func as usize).is_some_and(|f| f.wrapper);
    let mut k = go.frames.len().wrapping_sub(1);
    if go.frames.get(k).is_none_or(wrapper) {
        return [0, 0];
    }
    while k > 0 && go.frames[k].kind == FrameKind::Call && wrapper(&go.frames[k - 1]) {
        k -= 1;
    }
    let Some(panic) = go.panics.last_mut() else { return [0, 0] };
    if panic.goexit
        || panic.recovered
        || panic.frame as usize != k
        || go.frames[k].kind != FrameKind::Panicking
    {
        return [0, 0];
    }
    panic.recovered = true;
    m.handle.tracer().emit(go.id, EventKind::GoRecover);
    panic.value
}

/// Nobody recovers: finds the texts of all panics, which may run methods, then ends the run.
fn die(m: &Rc<Machine>, st: &mut State, go: &mut Go) -> Then {
    let printing = go.frames.iter().any(|f| f.kind == FrameKind::Printing);
    if printing {
        let value = go.panics.last().map_or([0, 0], |p| p.value);
        let what = report::printing_failed(m, &st.heap, value);
        report::fatal(m, st, go, &what);
        return Then::End(End::Over);
    }
    for i in (1..go.panics.len()).rev() {
        if go.panics[i - 1].value == go.panics[i].value && !go.panics[i].goexit {
            go.panics[i - 1].repanicked = true;
            go.panics[i].text = Some(Vec::new());
        }
    }
    while let Some(i) = go.panics.iter().rposition(|p| p.text.is_none() && !p.goexit) {
        let v = go.panics[i].value;
        let p = &m.program;
        let known = &p.known;
        let ty = p.types.get(v[0].wrapping_sub(1) as usize);
        let method = |id: Option<u16>| ty.and_then(|t| t.method(id?));
        match method(known.error_method).or_else(|| method(known.string_method)) {
            Some(func) => {
                push_call(m, go, FrameKind::Printing, func, 0, &v[1..]);
                return Then::Run;
            }
            None => {
                let words = unboxed(p, &st.heap, &v).to_vec();
                go.panics[i].text = Some(report::panic_value(m, &st.heap, v, &words));
            }
        }
    }
    report::panic(m, st, go);
    Then::End(End::Over)
}

/// What follows from what a native said; none: go on with the top frame.
pub(crate) fn native(
    m: &Rc<Machine>,
    go: &mut Go,
    next: Next,
    b: usize,
    native: u32,
) -> Option<Trap> {
    match next {
        Next::Done => None,
        Next::Wait(w) => {
            go.wait = *w;
            go.receiver = go.stack.get(b).copied();
            Some(Trap::Park)
        }
        Next::Gosched => {
            m.handle.requeue(StopReason::Gosched);
            Some(Trap::Park)
        }
        Next::Gave => Some(Trap::Park),
        Next::Call { func, closure, args, job } => {
            let frame = go.frames.len() as u32;
            push_call(m, go, FrameKind::Native, func, closure, &args);
            go.jobs.push(Pending { frame, b, native, job });
            go.wait = Wait::None;
            None
        }
        Next::Trap(t) => Some(t),
    }
}
