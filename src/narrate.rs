//! One sentence for every event, and why a goroutine is blocked.

mod acts;
mod objects;
mod step;
mod things;
mod why;

pub use step::told_at;

use crate::i18n::{Lang, time};
use crate::say;
use playground::Scopes;
use std::collections::BTreeMap;
use trace::{EndKind, Event, EventKind, GoId, ObjId, StopReason, Trace, World};

/// Tells what happens in one language. `world` is the world *after* the event.
pub struct Narrator<'a> {
    /// Language.
    pub lang: Lang,
    /// Texts of the run.
    pub trace: &'a Trace,
    /// World after the event.
    pub world: &'a World,
    /// The program, to quote its lines; empty if they are not to be quoted.
    pub source: &'a str,
    /// Where the program's variables can be seen, if that is known.
    pub scopes: Option<&'a Scopes>,
    /// Which objects share the name of others, if that is known.
    pub twins: Option<&'a Twins>,
}

/// Of several objects of one name that are there at once, all but the first, with their numbers.
pub type Twins = BTreeMap<ObjId, usize>;

impl<'a> Narrator<'a> {
    /// One that quotes no lines, and to which all variables are in scope.
    pub fn plain(lang: Lang, trace: &'a Trace, world: &'a World) -> Narrator<'a> {
        Narrator { lang, trace, world, source: "", scopes: None, twins: None }
    }
}

impl Narrator<'_> {
    /// One sentence for an event.
    pub fn event(&self, e: &Event) -> String {
        let l = self.lang;
        let go = self.go(e.go);
        match &e.kind {
            EventKind::GoCreate { go: new, func, .. } if e.go == GoId::RUNTIME => {
                let _ = func;
                say!(l, "say.main_create", go = self.go(*new))
            }
            EventKind::GoCreate { go: new, func, .. } => {
                say!(
                    l,
                    "say.go_create",
                    by = go,
                    go = new.to_string(),
                    func = self.trace.text(*func)
                )
            }
            EventKind::Enqueue { go, on } => self.stands(&self.go(*go), *on),
            EventKind::GoStart { go, proc } => {
                say!(l, "say.go_start", go = self.go(*go), p = proc.to_string())
            }
            EventKind::GoStop { why } => match why {
                StopReason::Gosched => say!(l, "say.stop_gosched", go = go),
                StopReason::Preempted => say!(l, "say.stop_preempted", go = go),
                StopReason::Turn => say!(l, "say.stop_turn", go = go),
            },
            EventKind::GoPark { reason } => self.park(e.go, *reason),
            EventKind::GoUnpark { go: woken, on } => {
                let woken = self.go(*woken);
                let wakes = if e.go == GoId::RUNTIME {
                    say!(l, "say.unpark_runtime", go = woken)
                } else {
                    say!(l, "say.unpark", by = go, go = woken)
                };
                let where_ = self.stands(&woken, *on);
                say!(l, "say.unpark_where", wakes = wakes, stands = where_)
            }
            EventKind::GoEnd => say!(l, "say.go_end", go = go),
            EventKind::GoPanic { text } => {
                say!(l, "say.panic", go = go, text = self.trace.text(*text))
            }
            EventKind::GoRecover => say!(l, "say.recover", go = go),
            EventKind::Stmt { line } => self.about(&go, *line),
            EventKind::Call { func } => say!(l, "say.call", go = go, func = self.trace.text(*func)),
            EventKind::Return => {
                let func = self.world.gos.get(&e.go).and_then(|g| g.frames.last());
                let func = func.map_or("", |f| self.trace.text(f.func));
                let func = if func.is_empty() { "…" } else { func };
                say!(l, "say.return", go = go, func = func)
            }
            EventKind::Var { name, value, .. } => {
                say!(
                    l,
                    "say.var",
                    go = go,
                    name = self.trace.text(*name),
                    value = self.value(*value)
                )
            }
            EventKind::Output { text, .. } => {
                say!(
                    l,
                    "say.output",
                    go = go,
                    text = self.trace.text(*text).trim_end().replace('\n', "⏎")
                )
            }
            EventKind::ProcStart { proc, thread } => {
                say!(l, "say.proc_start", p = proc.to_string(), m = thread.to_string())
            }
            EventKind::ProcStop { proc } => say!(l, "say.proc_stop", p = proc.to_string()),
            EventKind::ThreadCreate { thread } => {
                say!(l, "say.thread_create", m = thread.to_string())
            }
            EventKind::Spinning { proc, on: true } => say!(l, "say.spin_on", p = proc.to_string()),
            EventKind::Spinning { proc, on: false } => {
                say!(l, "say.spin_off", p = proc.to_string())
            }
            EventKind::Steal { proc, from, n } => {
                say!(
                    l,
                    "say.steal",
                    p = proc.to_string(),
                    from = from.to_string(),
                    n = n.to_string()
                )
            }
            EventKind::SyscallEnter { name } => {
                say!(l, "say.syscall_enter", go = go, name = self.trace.text(*name))
            }
            EventKind::HandOff { proc } => say!(l, "say.hand_off", p = proc.to_string()),
            EventKind::SyscallExit => say!(l, "say.syscall_exit", go = go),
            EventKind::TimeAdvance { to } => say!(l, "say.time", when = time(*to)),
            EventKind::End { kind } => match kind {
                EndKind::Exit(code) => say!(l, "say.end_exit", code = code.to_string()),
                EndKind::Panic => say!(l, "say.end_panic"),
                EndKind::Deadlock => say!(l, "say.end_deadlock"),
                EndKind::Budget => say!(l, "say.end_budget"),
            },
            EventKind::ObjNew { .. }
            | EventKind::Part { .. }
            | EventKind::Task { .. }
            | EventKind::WaitqPush { .. }
            | EventKind::ChanSend { .. }
            | EventKind::ChanRecv { .. }
            | EventKind::ChanClose { .. }
            | EventKind::SelectCase { .. }
            | EventKind::SelectChoose { .. }
            | EventKind::Lock { .. }
            | EventKind::Unlock { .. }
            | EventKind::MutexMode { .. }
            | EventKind::Counter { .. }
            | EventKind::OnceState { .. }
            | EventKind::CondSignal { .. }
            | EventKind::TimerSet { .. }
            | EventKind::TimerFire { .. }
            | EventKind::TimerStop { .. }
            | EventKind::NetAsk { .. }
            | EventKind::NetReady { .. }
            | EventKind::ContextNew { .. }
            | EventKind::ContextDone { .. }
            | EventKind::VarRead { .. }
            | EventKind::VarWrite { .. } => self.object(&go, e),
        }
    }
}
