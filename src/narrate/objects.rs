//! One sentence for what is done to an object: channels, locks, timers, contexts, variables.

use super::Narrator;
use crate::i18n::time;
use crate::say;
use trace::{Event, EventKind, RecvFrom, SendTo};

impl Narrator<'_> {
    /// One sentence for such an event. A function of its own: the first picture tells of goroutines alone.
    #[inline(never)]
    pub(super) fn object(&self, go: &str, e: &Event) -> String {
        let l = self.lang;
        match &e.kind {
            EventKind::ObjNew { obj, typ, .. } => self.makes(go, *obj, *typ),
            EventKind::Part { obj, of } => {
                say!(l, "say.part", obj = self.obj(*obj), whole = self.obj(*of))
            }
            EventKind::Task { obj, key, step, .. } => self.task(go, *obj, *key, *step),
            EventKind::WaitqPush { obj, role, .. } => self.queues(go, *obj, *role),
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
            EventKind::ContextNew { obj, value: Some(pair), .. } => {
                let (key, value) = (self.value(pair.0), self.value(pair.1));
                say!(
                    l,
                    "say.context_value",
                    go = go,
                    obj = self.obj(*obj),
                    key = key,
                    value = value
                )
            }
            EventKind::ContextNew { obj, value: None, .. } => {
                say!(l, "say.context_new", go = go, obj = self.obj(*obj))
            }
            EventKind::ContextDone { obj, cause } => {
                say!(l, "say.context_done", obj = self.obj(*obj), cause = self.trace.text(*cause))
            }
            EventKind::VarRead { obj, value, .. } => {
                say!(l, "say.read", go = go, obj = self.obj(*obj), value = self.value(*value))
            }
            EventKind::VarWrite { obj, value, .. } if self.is_collection(*obj) => {
                say!(l, "say.uses", go = go, obj = self.obj(*obj), n = self.value(*value))
            }
            EventKind::VarWrite { obj, value, .. } => {
                say!(l, "say.write", go = go, obj = self.obj(*obj), value = self.value(*value))
            }
            // Told of where the goroutines are.
            EventKind::GoCreate { .. }
            | EventKind::Enqueue { .. }
            | EventKind::GoStart { .. }
            | EventKind::GoStop { .. }
            | EventKind::GoPark { .. }
            | EventKind::GoUnpark { .. }
            | EventKind::GoEnd
            | EventKind::GoPanic { .. }
            | EventKind::GoRecover
            | EventKind::Stmt { .. }
            | EventKind::Call { .. }
            | EventKind::Return
            | EventKind::Var { .. }
            | EventKind::Output { .. }
            | EventKind::ProcStart { .. }
            | EventKind::ProcStop { .. }
            | EventKind::ThreadCreate { .. }
            | EventKind::Spinning { .. }
            | EventKind::Steal { .. }
            | EventKind::SyscallEnter { .. }
            | EventKind::HandOff { .. }
            | EventKind::SyscallExit
            | EventKind::TimeAdvance { .. }
            | EventKind::End { .. } => String::new(),
        }
    }
}
