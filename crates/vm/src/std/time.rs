//! Package `time` on the virtual clock. It starts at 2009-11-10 23:00:00 UTC, as in Go's playground.

use crate::chans::fault;
use crate::goroutine::Wait;
use crate::heap::Native;
use crate::machine::{Machine, Spawn};
use crate::natives::{Cx, NativeFn, Next};
use crate::objects::{ChanObj, Word};
use crate::trap::Trap;
use ::std::any::Any;
use ::std::rc::Rc;
use ::sync::{Chan, Label, Timer};
use trace::{ObjId, Value};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("time.Sleep", sleep),
    ("time.resetTicker", reset_ticker),
    ("time.resetTimer", reset_timer),
    ("time.runtimeNano", runtime_nano),
    ("time.startFunc", start_func),
    ("time.startTicker", start_ticker),
    ("time.startTimer", start_timer),
    ("time.stopTimer", stop_timer),
];

/// Seconds from year 1 to the start of the clock.
const START: u64 = 63_393_490_800;

/// A `time.Time` of a moment of the virtual clock: seconds since year 1, nanoseconds, monotonic
/// reading plus 1, location (nil is UTC).
pub(crate) fn words(_: &Machine, ns: u64) -> [u64; 4] {
    [START + ns / 1_000_000_000, ns % 1_000_000_000, ns.saturating_add(1), 0]
}

/// A timer as the heap holds it.
struct TimerObj {
    timer: Timer<Word>,
    /// What it calls, kept alive.
    closure: u64,
    chan: u64,
}

impl Native for TimerObj {
    fn visit(&self, f: &mut dyn FnMut(u64)) {
        f(self.closure);
        f(self.chan);
    }

    fn any(&self) -> &dyn Any {
        self
    }

    fn id(&self) -> Option<ObjId> {
        Some(self.timer.id())
    }
}

fn sleep(cx: &mut Cx<'_>) -> Next {
    match ::sync::sleep(&cx.m.handle, cx.waker, cx.int(0)) {
        None => Next::Done,
        Some(s) => Next::Wait(Box::new(Wait::Sleep(s))),
    }
}

fn runtime_nano(cx: &mut Cx<'_>) -> Next {
    cx.set(0, cx.m.handle.now());
    Next::Done
}

/// What the eye sees of the value that a timer sends.
fn make(m: &Machine) -> impl Fn(u64) -> Word + 'static {
    let tracer = m.handle.tracer().clone();
    move |ns| {
        let shown =
            if tracer.is_on() { tracer.text(&duration_text(ns as i64)) } else { Value::Unit };
        Word { bits: ns, shown }
    }
}

/// Those of a timer and of its channel, which is its field `C` unless `time.After` or `time.Tick` has returned it.
fn labels(cx: &Cx<'_>, typ: &str) -> (Label, Label) {
    let label = super::sync::label(cx);
    if !cx.m.tracing {
        return (label, label);
    }
    let t = cx.m.handle.tracer();
    let text = |sym| t.with(|all| all.text(sym).to_string());
    let returned = text(label.typ).is_some_and(|typ| typ.starts_with("<-"));
    let named = text(label.name).filter(|name| !name.is_empty() && !returned);
    let name = named.map_or(label.name, |name| t.sym(&format!("{name}.C")));
    (Label { typ: t.sym(typ), ..label }, Label { name, typ: t.sym("<-chan time.Time"), ..label })
}

/// Puts the timer's channel to where the second argument points; the timer's handle.
fn adopt(cx: &mut Cx<'_>, timer: Timer<Word>, chan: Option<Chan<Word>>) -> Next {
    let target = cx.arg(1);
    let mut handle = 0;
    if cx.m.tracing {
        cx.st.live_objects.push(Rc::new(timer.clone()));
        if let Some(c) = &chan {
            cx.st.live_objects.push(Rc::new(c.clone()));
        }
    }
    if let Some(chan) = chan {
        let elem = cx.m.program.find_type("time.Time").unwrap_or(0);
        let obj = ChanObj { chan, elem, size: 4, clock: true };
        handle = cx.st.heap.chan(Rc::new(obj), 128);
        if cx.st.heap.store(target, handle).is_none() {
            return Trap::Nil.into();
        }
    }
    let obj = TimerObj { timer, closure: 0, chan: handle };
    let h = cx.st.heap.native(Rc::new(obj), 128);
    cx.set(0, h);
    Next::Done
}

fn start_timer(cx: &mut Cx<'_>) -> Next {
    let (label, chan) = labels(cx, "*time.Timer");
    let t = Timer::new(&cx.m.handle, cx.int(0), make(cx.m), label, chan);
    let c = t.chan().cloned();
    adopt(cx, t, c)
}

fn start_ticker(cx: &mut Cx<'_>) -> Next {
    let (label, chan) = labels(cx, "*time.Ticker");
    match Timer::ticker(&cx.m.handle, cx.int(0), make(cx.m), label, chan) {
        Ok(t) => {
            let c = t.chan().cloned();
            adopt(cx, t, c)
        }
        Err(f) => fault(f).into(),
    }
}

fn start_func(cx: &mut Cx<'_>) -> Next {
    let closure = cx.arg(1);
    let Some(func) = cx.st.heap.get_closure(closure).map(|c| c.func) else {
        return Trap::Nil.into();
    };
    let (label, _) = labels(cx, "*time.Timer");
    // The timer may outlive every reference to it from the program.
    let root = cx.st.natives.keep(closure);
    let m = Rc::downgrade(cx.m);
    let pos = cx.go.top().and_then(|f| {
        cx.m.program.funcs.get(f.func as usize)?.lines.get((f.pc as usize).saturating_sub(1))
    });
    let (pos, by) = (pos.copied().unwrap_or_default(), cx.go.top().map(|f| f.func));
    let line = crate::report::place(cx.m, cx.go).line;
    let call = move |_: &executor::Handle| {
        // Timers fire between slices, when nobody holds the state.
        if let Some(m) = m.upgrade()
            && let Ok(mut st) = m.state.try_borrow_mut()
        {
            st.natives.release(root);
            m.spawn(&mut st, Spawn { func, closure, args: &[], pos, line, by });
        }
    };
    let timer = Timer::after_func(&cx.m.handle, cx.int(0), call, label);
    let obj = TimerObj { timer, closure, chan: 0 };
    let h = cx.st.heap.native(Rc::new(obj), 128);
    cx.set(0, h);
    Next::Done
}

fn timer(cx: &Cx<'_>) -> Option<Timer<Word>> {
    cx.st.heap.get_native::<TimerObj>(cx.arg(0)).map(|t| t.timer.clone())
}

fn stop_timer(cx: &mut Cx<'_>) -> Next {
    let Some(t) = timer(cx) else { return Trap::Nil.into() };
    let was = t.stop(&cx.m.handle);
    cx.set(0, u64::from(was));
    Next::Done
}

fn reset_timer(cx: &mut Cx<'_>) -> Next {
    let Some(t) = timer(cx) else { return Trap::Nil.into() };
    let was = t.reset(&cx.m.handle, cx.int(1));
    cx.set(0, u64::from(was));
    Next::Done
}

fn reset_ticker(cx: &mut Cx<'_>) -> Next {
    let Some(t) = timer(cx) else { return Trap::Nil.into() };
    match t.reset_ticker(&cx.m.handle, cx.int(1)) {
        Ok(()) => Next::Done,
        Err(f) => fault(f).into(),
    }
}

/// `Duration.String`, for the eye.
pub(crate) fn duration_text(d: i64) -> String {
    let sign = if d < 0 { "-" } else { "" };
    let u = d.unsigned_abs();
    let fraction = |whole: u64, rest: u64, digits: usize, unit: &str| {
        let f = format!("{rest:0digits$}");
        let f = f.trim_end_matches('0');
        let dot = if f.is_empty() { "" } else { "." };
        format!("{sign}{whole}{dot}{f}{unit}")
    };
    match u {
        0 => "0s".into(),
        1..1_000 => format!("{sign}{u}ns"),
        1_000..1_000_000 => fraction(u / 1_000, u % 1_000, 3, "µs"),
        1_000_000..1_000_000_000 => fraction(u / 1_000_000, u % 1_000_000, 6, "ms"),
        _ => {
            let (s, rest) = (u / 1_000_000_000, u % 1_000_000_000);
            let (h, m) = (s / 3600, s / 60 % 60);
            let f = format!("{rest:09}");
            let f = f.trim_end_matches('0');
            let dot = if f.is_empty() { "" } else { "." };
            let secs = format!("{}{dot}{f}s", s % 60);
            match (h, m) {
                (0, 0) => format!("{sign}{secs}"),
                (0, m) => format!("{sign}{m}m{secs}"),
                (h, m) => format!("{sign}{h}h{m}m{secs}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_go() {
        for (d, s) in [
            (0, "0s"),
            (1, "1ns"),
            (1_500, "1.5µs"),
            (2_000_000, "2ms"),
            (1_500_000_000, "1.5s"),
            (61_000_000_000, "1m1s"),
            (3_600_000_000_000, "1h0m0s"),
            (-5_000, "-5µs"),
            (i64::MIN, "-2562047h47m16.854775808s"),
        ] {
            assert_eq!(duration_text(d), s);
        }
    }
}
