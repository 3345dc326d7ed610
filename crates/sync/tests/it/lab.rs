//! The one touch point to the API: runs tasks and tells what happened.

use executor::{Executor, Fifo, Handle, Scheduler, SpawnInfo};
use std::future::Future;
use sync::Label;
use trace::{EventKind, Tracer};

/// An executor that records.
pub fn lab(s: impl Scheduler + 'static) -> (Executor, Handle) {
    let ex = Executor::new(Box::new(s), Tracer::on());
    let h = ex.handle();
    (ex, h)
}

/// Runs `main` (and whatever it spawns) in FIFO order, and tells what the primitives did: one
/// line an event, without those of the scheduler.
pub fn film<F: Future<Output = ()> + 'static>(main: impl FnOnce(Handle) -> F) -> String {
    let (ex, h) = lab(Fifo::new());
    h.spawn(main(h.clone()), SpawnInfo::default());
    ex.run();
    tell(&ex)
}

/// The events of the primitives so far.
pub fn tell(ex: &Executor) -> String {
    let trace = ex.handle().tracer().take();
    let mut out = String::new();
    for e in trace.events() {
        if matters(&e.kind) {
            let at = if e.at > 0 { format!("{:>6} ", e.at) } else { String::new() };
            out.push_str(&format!("{at}{} {:?}\n", e.go, e.kind));
        }
    }
    out
}

fn matters(k: &EventKind) -> bool {
    let k = format!("{k:?}");
    let skip = ["GoCreate", "Enqueue", "GoStart", "ObjNew", "GoEnd", "Proc", "Thread", "Spinning"];
    !skip.iter().any(|s| k.starts_with(s))
}

/// Spawns a task without a name.
pub fn go(h: &Handle, f: impl Future<Output = ()> + 'static) {
    h.spawn(f, SpawnInfo::default());
}

/// No name.
pub fn anon() -> Label {
    Label::default()
}
