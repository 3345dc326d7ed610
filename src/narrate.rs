//! One sentence for every event, and why a goroutine is blocked.

mod acts;
mod step;
mod things;
mod why;

pub use step::told_at;

use crate::i18n::{Lang, time};
use crate::say;
use playground::Scopes;
use trace::{EndKind, Event, EventKind, GoId, RecvFrom, SendTo, StopReason, Trace, World};

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
}

impl<'a> Narrator<'a> {
    /// One that quotes no lines, and to which all variables are in scope.
    pub fn plain(lang: Lang, trace: &'a Trace, world: &'a World) -> Narrator<'a> {
        Narrator { lang, trace, world, source: "", scopes: None }
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
            EventKind::ObjNew { obj, typ, .. } => self.makes(&go, *obj, *typ),
            EventKind::Part { obj, of } => {
                say!(l, "say.part", obj = self.obj(*obj), whole = self.obj(*of))
            }
            EventKind::Task { obj, key, step, .. } => self.task(&go, *obj, *key, *step),
            EventKind::WaitqPush { obj, role, .. } => self.queues(&go, *obj, *role),
            EventKind::ChanSend { ch, value, to } => {
                let (value, obj) = (self.value(*value), self.obj(*ch));
                let (n, cap) = self.count(*ch);
                match to {
                    SendTo::Buffer => say!(
                        l,
                        "say.send_buffer",
                        go = go,
                        value = value,
                        obj = obj,
                        n = n.to_string(),
                        cap = cap.to_string()
                    ),
                    SendTo::Receiver(to) => {
                        say!(
                            l,
                            "say.send_direct",
                            go = go,
                            value = value,
                            obj = obj,
                            to = self.go(*to)
                        )
                    }
                }
            }
            EventKind::ChanRecv { ch, value, from } => {
                let (value, obj) = (self.value(*value), self.obj(*ch));
                match from {
                    RecvFrom::Buffer => {
                        say!(l, "say.recv_buffer", go = go, value = value, obj = obj)
                    }
                    RecvFrom::BufferRefilled(from, next) => say!(
                        l,
                        "say.recv_refill",
                        go = go,
                        value = value,
                        obj = obj,
                        from = self.go(*from),
                        next = self.value(*next)
                    ),
                    RecvFrom::Sender(from) => {
                        say!(
                            l,
                            "say.recv_direct",
                            go = go,
                            value = value,
                            obj = obj,
                            from = self.go(*from)
                        )
                    }
                    RecvFrom::Closed => say!(l, "say.recv_closed", go = go, obj = obj),
                }
            }
            EventKind::ChanClose { ch } => say!(l, "say.close", go = go, obj = self.obj(*ch)),
            EventKind::SelectCase { index, ready, .. } => {
                let index = (index + 1).to_string();
                if *ready {
                    say!(l, "say.select_ready", go = go, index = index)
                } else {
                    say!(l, "say.select_not_ready", go = go, index = index)
                }
            }
            EventKind::SelectChoose { index: Some(i) } => {
                let case = self.case(e, *i);
                say!(l, "say.select_choose", go = go, case = case)
            }
            EventKind::SelectChoose { index: None } => say!(l, "say.select_default", go = go),
            EventKind::Lock { obj, shared: false } => {
                say!(l, "say.lock", go = go, obj = self.obj(*obj))
            }
            EventKind::Lock { obj, shared: true } => {
                say!(l, "say.rlock", go = go, obj = self.obj(*obj))
            }
            EventKind::Unlock { obj, to: Some(to), .. } => {
                say!(l, "say.unlock_to", go = go, obj = self.obj(*obj), to = self.go(*to))
            }
            EventKind::Unlock { obj, to: None, .. } => {
                say!(l, "say.unlock", go = go, obj = self.obj(*obj))
            }
            EventKind::MutexMode { obj, starving: true } => {
                say!(l, "say.starving", obj = self.obj(*obj))
            }
            EventKind::MutexMode { obj, starving: false } => {
                say!(l, "say.not_starving", obj = self.obj(*obj))
            }
            EventKind::Counter { obj, delta, value } => say!(
                l,
                "say.counter",
                go = go,
                obj = self.obj(*obj),
                delta = format!("{delta:+}"),
                value = value.to_string()
            ),
            EventKind::OnceState { obj, done: false } => {
                say!(l, "say.once_run", go = go, obj = self.obj(*obj))
            }
            EventKind::OnceState { obj, done: true } => {
                say!(l, "say.once_done", obj = self.obj(*obj))
            }
            EventKind::CondSignal { obj, all: false } => {
                say!(l, "say.signal", go = go, obj = self.obj(*obj))
            }
            EventKind::CondSignal { obj, all: true } => {
                say!(l, "say.broadcast", go = go, obj = self.obj(*obj))
            }
            EventKind::TimerSet { when, .. } => {
                say!(l, "say.timer_set", go = go, when = time(*when))
            }
            EventKind::TimerFire { .. } => say!(l, "say.timer_fire", when = time(e.at)),
            EventKind::TimerStop { .. } => say!(l, "say.timer_stop", go = go),
            EventKind::NetAsk { what, when } => {
                let what = self.trace.text(*what);
                say!(l, "say.net_ask", go = go, what = what, when = time(*when))
            }
            EventKind::NetReady { go } => say!(l, "say.net_ready", go = self.go(*go)),
            EventKind::ContextNew { obj, .. } => {
                say!(l, "say.context_new", go = go, obj = self.obj(*obj))
            }
            EventKind::ContextDone { obj, cause } => {
                say!(l, "say.context_done", obj = self.obj(*obj), cause = self.trace.text(*cause))
            }
            EventKind::VarRead { obj, value, .. } => {
                say!(l, "say.read", go = go, obj = self.obj(*obj), value = self.value(*value))
            }
            EventKind::VarWrite { obj, value, .. } => {
                say!(l, "say.write", go = go, obj = self.obj(*obj), value = self.value(*value))
            }
            EventKind::TimeAdvance { to } => say!(l, "say.time", when = time(*to)),
            EventKind::End { kind } => match kind {
                EndKind::Exit(code) => say!(l, "say.end_exit", code = code.to_string()),
                EndKind::Panic => say!(l, "say.end_panic"),
                EndKind::Deadlock => say!(l, "say.end_deadlock"),
                EndKind::Budget => say!(l, "say.end_budget"),
            },
        }
    }
}
