//! How a run ends, in the words of Go's runtime: panics, fatal errors, deadlocks, and which
//! goroutines were left behind.

use crate::equal::unboxed;
use crate::frames;
use crate::goroutine::{FrameKind, Go};
use crate::heap::Heap;
use crate::leaks;
use crate::machine::{Machine, State};
use crate::outcome::{Kind, Outcome};
use crate::text::float::format_float;
use crate::trap::type_name;
use program::op::Op;
use program::{Func, Kind as RKind};
use syntax::Pos;
use trace::{EventKind, GoId, WaitReason};

/// Position of the learner's code nearest to the top of a goroutine's stack.
pub(crate) fn place(m: &Machine, go: &Go) -> Pos {
    for f in go.frames.iter().rev() {
        let pos = frame_pos(m, f.func, f.pc);
        if pos.file == 0 && pos.line > 0 {
            return pos;
        }
    }
    Pos::default()
}

fn frame_pos(m: &Machine, func: u32, pc: u32) -> Pos {
    let Some(f) = m.program.funcs.get(func as usize) else { return Pos::default() };
    f.lines.get(pc.saturating_sub(1) as usize).or(f.lines.last()).copied().unwrap_or(f.pos)
}

pub(crate) fn file(m: &Machine, pos: Pos) -> &str {
    m.program.files.get(pos.file as usize).map_or("main.go", |f| f)
}

/// The native that the instruction before `pc` calls.
fn native_of<'a>(m: &'a Machine, f: &Func, pc: u32) -> Option<&'a str> {
    match f.ops.get((pc as usize).checked_sub(1)?)? {
        Op::CallNative(_, n) => m.program.natives.get(*n as usize).map(|k| &**k),
        _ => None,
    }
}

/// The stack trace of a goroutine, innermost frame first.
fn traceback(m: &Machine, go: &Go, out: &mut String) {
    const EDGE: usize = 50;
    let p = &m.program;
    let mut lines: Vec<String> = Vec::new();
    for (i, f) in go.frames.iter().enumerate().rev() {
        let Some(func) = p.funcs.get(f.func as usize) else { continue };
        let native = native_of(m, func, f.pc).filter(|_| i + 1 == go.frames.len());
        let mut show = |frames: &[(&str, &str)]| {
            lines.extend(frames.iter().map(|(name, at)| format!("{name}(...)\n\t{at} +0x1d\n")));
        };
        show(native.map_or(&[], frames::of_native));
        if let Some(frames) = frames::of_func(&func.name, native) {
            show(frames);
        } else if !func.wrapper && f.kind != FrameKind::Printing {
            let pos = frame_pos(m, f.func, f.pc);
            let args = if func.nparams == 0 { "" } else { "..." };
            let (name, file) = (&func.name, file(m, pos));
            lines.push(format!("{name}({args})\n\t{file}:{} +0x1d\n", pos.line));
        }
        if f.kind == FrameKind::Panicking && i > 0 {
            let panic = go.panics.iter().find(|p| p.frame as usize == i);
            if panic.is_some_and(|p| p.goexit) {
                lines.push("runtime.Goexit()\n\truntime/panic.go:683 +0x5d\n".into());
            } else {
                lines.push("panic(...)\n\truntime/panic.go:859 +0x13a\n".into());
                if panic.is_some_and(|p| p.signal) {
                    lines.push("runtime.panicmem()\n\truntime/panic.go:336 +0x13a\n".into());
                    lines.push("runtime.sigpanic()\n\truntime/signal_unix.go:931 +0x13a\n".into());
                }
            }
        }
    }
    if lines.len() > 2 * EDGE {
        let middle = lines.len() - 2 * EDGE;
        lines[..EDGE].iter().for_each(|l| out.push_str(l));
        *out += &format!("...{middle} frames elided...\n");
        lines[EDGE + middle..].iter().for_each(|l| out.push_str(l));
    } else {
        lines.iter().for_each(|l| out.push_str(l));
    }
    if go.parent == GoId::RUNTIME && go.id != GoId::MAIN {
        *out += "created by time.goFunc\n\ttime/sleep.go:182 +0x2d\n";
    } else if go.id != GoId::MAIN {
        let by = go.parent_func.and_then(|f| p.funcs.get(f as usize));
        let name = by.map_or("runtime.goexit", |f| &f.name);
        *out += &format!("created by {name} in goroutine {}", go.parent.0);
        *out += &format!("\n\t{}:{} +0x1d\n", file(m, go.parent_pos), go.parent_pos.line);
    }
}

fn header(go: &Go, state: &str, out: &mut String) {
    *out += &format!("goroutine {} [{state}]:\n", go.id.0);
}

fn end(m: &Machine, st: &mut State, o: Outcome) {
    if st.outcome.is_none() {
        m.handle.tracer().emit(GoId::RUNTIME, EventKind::End { kind: o.end_kind() });
        st.outcome = Some(o);
    }
}

/// After the outcome is set and the running goroutine is back in its place: stops everything.
pub(crate) fn finish(m: &Machine, _st: &mut State) {
    m.handle.drop_all();
}

/// main returned.
pub(crate) fn main_returned(m: &Machine, st: &mut State, go: &Go) {
    st.leaks = leaks::find(m, st, None, true);
    let line = place(m, go).line;
    let o = Outcome {
        kind: Kind::Ok,
        exit: 0,
        stderr: String::new(),
        message: String::new(),
        line,
        go: go.id,
    };
    // Whoever else lives just vanishes with the process.
    m.handle.tracer().emit(go.id, EventKind::GoEnd);
    end(m, st, o);
}

/// `os.Exit`
pub(crate) fn exit(m: &Machine, st: &mut State, go: &Go, code: i32) {
    // The shell sees the low byte.
    let code = code & 0xff;
    let stderr = String::new();
    let line = place(m, go).line;
    let o =
        Outcome { kind: Kind::Exit, exit: code, stderr, message: String::new(), line, go: go.id };
    end(m, st, o);
}

/// Nobody recovered: the texts of all panics are known.
pub(crate) fn panic(m: &Machine, st: &mut State, go: &Go) {
    let mut text = Vec::new();
    let mut first = String::new();
    for (i, p) in go.panics.iter().enumerate() {
        if p.goexit {
            continue;
        }
        if i > 0 {
            if go.panics[i - 1].repanicked {
                continue;
            }
            if !go.panics[i - 1].goexit {
                text.push(b'\t');
            }
        }
        let mut line = b"panic: ".to_vec();
        for &c in p.text.as_deref().unwrap_or(b"") {
            line.push(c);
            if c == b'\n' {
                line.push(b'\t');
            }
        }
        if p.recovered && p.repanicked {
            line.extend_from_slice(b" [recovered, repanicked]");
        } else if p.recovered {
            line.extend_from_slice(b" [recovered]");
        }
        first = String::from_utf8_lossy(&line).into_owned();
        text.extend_from_slice(&line);
        text.push(b'\n');
    }
    let mut stderr = String::from_utf8_lossy(&text).into_owned();
    if go.panics.iter().any(|p| p.signal) {
        stderr += "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47b2c0]\n";
    }
    stderr.push('\n');
    header(go, "running", &mut stderr);
    traceback(m, go, &mut stderr);
    let line = place(m, go).line;
    let o = Outcome { kind: Kind::Panic, exit: 2, stderr, message: first, line, go: go.id };
    end(m, st, o);
}

/// `fatal error: …`
pub(crate) fn fatal(m: &Machine, st: &mut State, go: &Go, what: &str) {
    let mut stderr = format!("fatal error: {what}\n\n");
    header(go, "running", &mut stderr);
    traceback(m, go, &mut stderr);
    others(m, st, go, &mut stderr);
    let line = place(m, go).line;
    let message = format!("fatal error: {what}");
    let o = Outcome { kind: Kind::Panic, exit: 2, stderr, message, line, go: go.id };
    end(m, st, o);
}

/// The blocks of all goroutines but one.
fn others(m: &Machine, st: &State, go: &Go, out: &mut String) {
    for g in st.gos.iter().flatten().filter(|g| g.id != go.id) {
        out.push('\n');
        header(g, g.reason().map_or("runnable", WaitReason::text), out);
        traceback(m, g, out);
    }
}

/// File, line and function of an instruction; empty if there is none.
pub(crate) fn describe(m: &Machine, func: u32, pc: u32) -> (String, u32, String) {
    match m.program.funcs.get(func as usize) {
        Some(f) => {
            let pos = frame_pos(m, func, pc);
            (file(m, pos).to_string(), pos.line, f.name.to_string())
        }
        None => (String::new(), 0, String::new()),
    }
}

/// What `runtime.Stack` gives.
pub(crate) fn stack(m: &Machine, st: &State, go: &Go, all: bool) -> String {
    let mut out = String::new();
    header(go, "running", &mut out);
    traceback(m, go, &mut out);
    if all {
        others(m, st, go, &mut out);
    }
    out
}

/// `runtime: goroutine stack exceeds …`
pub(crate) fn overflow(m: &Machine, st: &mut State, go: &Go) {
    let mut stderr = String::from(
        "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n\n",
    );
    header(go, "running", &mut stderr);
    traceback(m, go, &mut stderr);
    let line = place(m, go).line;
    let message = format!("fatal error: stack overflow after {} nested calls", go.frames.len());
    let o = Outcome { kind: Kind::Panic, exit: 2, stderr, message, line, go: go.id };
    end(m, st, o);
}

/// A budget ran out.
pub(crate) fn budget(m: &Machine, st: &mut State, go: &Go, what: &str) {
    let line = place(m, go).line;
    let message = format!("stopped at line {line}: the budget of {what} is used up");
    st.leaks = leaks::find(m, st, Some(go), false);
    let stuck = leaks::stuck_text(m, st);
    let stderr = format!("interleave: {message}\n{stuck}");
    let o = Outcome { kind: Kind::Budget, exit: 1, stderr, message, line, go: go.id };
    end(m, st, o);
}

/// Nobody can run, and no timer is pending.
pub(crate) fn deadlock(m: &Machine, st: &mut State) {
    let what = if st.main_gone {
        "no goroutines (main called runtime.Goexit) - deadlock!"
    } else {
        "all goroutines are asleep - deadlock!"
    };
    let mut stderr = format!("fatal error: {what}\n");
    let mut line = 0;
    for g in st.gos.iter().flatten() {
        stderr.push('\n');
        header(g, g.reason().map_or("runnable", WaitReason::text), &mut stderr);
        traceback(m, g, &mut stderr);
        if line == 0 {
            line = place(m, g).line;
        }
    }
    let message = format!("fatal error: {what}");
    let go = GoId::MAIN;
    let o = Outcome { kind: Kind::Deadlock, exit: 2, stderr, message, line, go };
    end(m, st, o);
}

/// The text after `panic: ` of a value that is neither an error nor a Stringer (`printpanicval`).
pub(crate) fn panic_value(m: &Machine, h: &Heap, v: [u64; 2], words: &[u64]) -> Vec<u8> {
    if v[0] == 0 {
        return b"nil".to_vec();
    }
    let ty = (v[0] - 1) as u32;
    let Some(t) = m.program.types.get(ty as usize) else { return b"?".to_vec() };
    let x = words.first().copied().unwrap_or(0);
    let builtin = m.program.known.basic.contains(&ty);
    let wrap = |s: String| {
        if builtin { s.into_bytes() } else { format!("{}({s})", t.name).into_bytes() }
    };
    match t.kind {
        RKind::Bool => wrap((x != 0).to_string()),
        RKind::Int | RKind::Int8 | RKind::Int16 | RKind::Int32 | RKind::Int64 => {
            wrap((x as i64).to_string())
        }
        RKind::Uint
        | RKind::Uint8
        | RKind::Uint16
        | RKind::Uint32
        | RKind::Uint64
        | RKind::Uintptr => wrap(x.to_string()),
        RKind::Float32 => wrap(print_float(f64::from_bits(x), 32)),
        RKind::Float64 => wrap(print_float(f64::from_bits(x), 64)),
        RKind::Complex64 | RKind::Complex128 => {
            let i = words.get(1).copied().unwrap_or(0);
            let s = print_complex(f64::from_bits(x), f64::from_bits(i), bits(t.kind));
            if builtin { s.into_bytes() } else { format!("{}{s}", t.name).into_bytes() }
        }
        RKind::String if builtin => h.str(x).to_vec(),
        RKind::String => {
            let mut s = format!("{}(\"", t.name).into_bytes();
            s.extend_from_slice(h.str(x));
            s.extend_from_slice(b"\")");
            s
        }
        _ => format!("({}) {:#x}", t.name, address(v[1])).into_bytes(),
    }
}

/// A value as the builtin `print` writes it.
pub(crate) fn print_value(m: &Machine, h: &Heap, v: [u64; 2], words: &[u64]) -> Vec<u8> {
    let ty = v[0].wrapping_sub(1);
    let Some(t) = m.program.types.get(ty as usize) else { return b"nil".to_vec() };
    let x = words.first().copied().unwrap_or(0);
    match t.kind {
        RKind::Bool => (x != 0).to_string().into_bytes(),
        RKind::Int | RKind::Int8 | RKind::Int16 | RKind::Int32 | RKind::Int64 => {
            (x as i64).to_string().into_bytes()
        }
        RKind::Uint
        | RKind::Uint8
        | RKind::Uint16
        | RKind::Uint32
        | RKind::Uint64
        | RKind::Uintptr => x.to_string().into_bytes(),
        RKind::Float32 => print_float(f64::from_bits(x), 32).into_bytes(),
        RKind::Float64 => print_float(f64::from_bits(x), 64).into_bytes(),
        RKind::Complex64 | RKind::Complex128 => {
            let i = words.get(1).copied().unwrap_or(0);
            print_complex(f64::from_bits(x), f64::from_bits(i), bits(t.kind)).into_bytes()
        }
        RKind::String => h.str(x).to_vec(),
        RKind::Slice => {
            let meta = words.get(1).copied().unwrap_or(0);
            format!("[{}/{}]{:#x}", meta as u32, meta >> 32, address(x)).into_bytes()
        }
        RKind::Interface => format!("({:#x},{:#x})", x, address(v[1])).into_bytes(),
        _ => format!("{:#x}", address(x)).into_bytes(),
    }
}

/// A pointer or handle as an address that looks like one of Go's heap.
pub(crate) fn address(word: u64) -> u64 {
    if word == 0 { 0 } else { 0xc0_0000_0000 + (word >> 32) * 0x100 + (word & 0xffff_ffff) * 8 }
}

/// A float as the builtin `print` writes it (since Go 1.27): shortest.
pub(crate) fn print_float(x: f64, bits: u32) -> String {
    format_float(x, b'g', -1, bits)
}

fn bits(k: RKind) -> u32 {
    if k == RKind::Complex64 { 32 } else { 64 }
}

/// A complex number as the builtin `print` writes it.
pub(crate) fn print_complex(re: f64, im: f64, bits: u32) -> String {
    let im = print_float(im, bits);
    let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({}{plus}{im}i)", print_float(re, bits))
}

/// What is said when the method that gives a panic's text panics itself.
pub(crate) fn printing_failed(m: &Machine, h: &Heap, v: [u64; 2]) -> String {
    let text = "panic while printing panic value";
    if v[0] == 0 {
        return text.into();
    }
    let ty = (v[0] - 1) as u32;
    if m.program.known.basic.get(16) == Some(&ty) {
        let words = unboxed(&m.program, h, &v);
        return format!("{text}: {}", h.to_text(words.first().copied().unwrap_or(0)));
    }
    format!("{text}: type {}", type_name(&m.program, ty))
}
