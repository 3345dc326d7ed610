//! One sentence for every event, and why a goroutine is blocked.

mod step;
mod why;

pub use step::told_at;

use crate::i18n::{Lang, time};
use crate::say;
use playground::Scopes;
use trace::{
    EndKind, Event, EventKind, Frame, GoId, ObjId, ObjKind, RecvFrom, RunQueue, SendTo, StopReason,
    Sym, TaskStep, Trace, Value, WaitRole, World,
};

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

/// Events before a choice among which its cases are.
const CASES: usize = 80;
/// Characters of a line that is quoted.
const QUOTED: usize = 46;

impl Narrator<'_> {
    /// `G4 worker`
    pub fn go(&self, go: GoId) -> String {
        match self.world.gos.get(&go) {
            Some(g) => format!("{go} {}", self.trace.text(g.func)),
            None => go.to_string(),
        }
    }

    /// Where a runnable goroutine stands.
    fn stands(&self, go: &str, on: RunQueue) -> String {
        let l = self.lang;
        match on {
            RunQueue::Next(p) => say!(l, "say.enqueue_next", go = go, p = p.to_string()),
            RunQueue::Local(p) => say!(l, "say.enqueue_local", go = go, p = p.to_string()),
            RunQueue::Global => say!(l, "say.enqueue_global", go = go),
        }
    }

    /// The variable's name, or the kind and identity of an object that has none.
    pub fn obj(&self, id: ObjId) -> String {
        let Some(o) = self.world.objs.get(&id) else { return id.to_string() };
        let name = self.trace.text(o.name);
        if !name.is_empty() {
            return name.to_string();
        }
        let typ = self.trace.text(o.typ);
        if typ == "<-chan time.Time" && o.line > 0 {
            return say!(self.lang, "say.timers_chan", line = o.line.to_string());
        }
        if o.line > 0 { format!("{typ} @{}", o.line) } else { typ.to_string() }
    }

    /// A value as text.
    pub fn value(&self, v: Value) -> String {
        match v {
            Value::Unit => "struct{}{}".to_string(),
            Value::Nil => "nil".to_string(),
            Value::Bool(b) => b.to_string(),
            Value::Int(i) => i.to_string(),
            Value::Text(s) => self.trace.text(s).to_string(),
            Value::Obj(o) => self.obj(o),
        }
    }

    /// The variables of a frame that are in scope at its line, with their values, in the order in which they came to
    /// life. Of those with one name the last is meant.
    pub fn locals(&self, f: &Frame) -> Vec<(&str, String)> {
        let mut shown: Vec<(&str, String)> = Vec::new();
        for (_, name, v) in &f.vars {
            let name = self.trace.text(*name);
            if self.scopes.is_some_and(|s| !s.shows(name, f.line)) {
                continue;
            }
            shown.retain(|(n, _)| *n != name);
            shown.push((name, self.held_by(name, *v)));
        }
        shown
    }

    /// The value of a variable called `name`; an object of the same name is told by its type.
    fn held_by(&self, name: &str, v: Value) -> String {
        let text = self.held(v);
        match v {
            Value::Obj(id) if text == name => {
                let typ = self.world.objs.get(&id).map_or("", |o| self.trace.text(o.typ));
                typ.trim_start_matches("sync.").to_string()
            }
            _ => text,
        }
    }

    /// A variable's value; a shared object is told by its state, for its name is the variable's.
    pub fn held(&self, v: Value) -> String {
        let Value::Obj(id) = v else {
            let text = self.value(v);
            return if text.is_empty() { "\"\"".to_string() } else { text };
        };
        match self.world.objs.get(&id).map(|o| (o.kind, o.values.len())) {
            Some((ObjKind::Chan { cap }, n)) if cap > 0 => {
                say!(self.lang, "value.chan", n = n.to_string(), cap = cap.to_string())
            }
            Some((ObjKind::Chan { .. }, _)) => say!(self.lang, "value.chan_meet"),
            _ => self.obj(id),
        }
    }

    /// That an object comes to life. One without a name is told by its type alone.
    fn makes(&self, go: &str, obj: ObjId, typ: Sym) -> String {
        let (l, typ) = (self.lang, self.trace.text(typ));
        let named = self.world.objs.get(&obj).is_some_and(|o| !self.trace.text(o.name).is_empty());
        let obj = self.obj(obj);
        if named {
            say!(l, "say.obj_new", go = go, obj = obj, typ = typ)
        } else {
            say!(l, "say.obj_unnamed", go = go, obj = obj)
        }
    }

    /// That somebody stands in line, and for what.
    fn queues(&self, go: &str, obj: ObjId, role: WaitRole) -> String {
        let (l, obj) = (self.lang, self.obj(obj));
        match role {
            WaitRole::Send(v) => {
                say!(l, "say.waitq_send", go = go, obj = obj, value = self.value(v))
            }
            WaitRole::Recv => say!(l, "say.waitq_recv", go = go, obj = obj),
            WaitRole::Lock | WaitRole::RLock => say!(l, "say.waitq_lock", go = go, obj = obj),
            WaitRole::Wait => say!(l, "say.waitq", go = go, obj = obj),
        }
    }

    /// The operation of the case that a `select` has chosen, as one writes it.
    fn case(&self, e: &Event, chosen: u16) -> String {
        let events = self.trace.events();
        // The cases stand right before the choice.
        let from = events.partition_point(|x| x.at < e.at);
        let at = events[from..].iter().position(|x| std::ptr::eq(x, e)).map_or(0, |i| from + i);
        let past = events[..at].iter().rev().take(CASES).filter(|x| x.go == e.go);
        let mut cases = past.filter_map(|x| {
            let EventKind::SelectCase { index, ch, send, .. } = x.kind else { return None };
            (index == chosen).then_some((ch, send))
        });
        match cases.next() {
            Some((Some(ch), true)) => format!("{} <-", self.obj(ch)),
            Some((Some(ch), false)) => format!("<-{}", self.obj(ch)),
            Some((None, _)) | None => format!("{}", chosen + 1),
        }
    }

    /// What somebody is about to run, quoted if it is known.
    fn about(&self, go: &str, line: u32) -> String {
        let (l, n) = (self.lang, line.to_string());
        let code = (line as usize).checked_sub(1).and_then(|i| self.source.split('\n').nth(i));
        let code = code.unwrap_or_default().split("//").next().unwrap_or_default();
        let code = code.trim().trim_end_matches('{').trim_end().replace('`', "'");
        if code.is_empty() {
            return say!(l, "say.stmt", go = go, line = n);
        }
        say!(l, "say.stmt_code", go = go, line = n, code = crate::scene::cut(&code, QUOTED))
    }

    fn count(&self, id: ObjId) -> (usize, u32) {
        self.world.objs.get(&id).map_or((0, 0), |o| match o.kind {
            ObjKind::Chan { cap } => (o.values.len(), cap),
            _ => (o.values.len(), 0),
        })
    }

    /// Who holds an object.
    pub fn holder(&self, id: ObjId) -> String {
        let holders = self.world.objs.get(&id).map(|o| o.holders.clone()).unwrap_or_default();
        if holders.is_empty() {
            return "—".to_string();
        }
        holders.iter().map(|&g| self.go(g)).collect::<Vec<_>>().join(", ")
    }

    /// A function of a group; an `errgroup` has no keys.
    fn task(&self, go: &str, obj: ObjId, key: Sym, step: TaskStep) -> String {
        let l = self.lang;
        let n = self.world.objs.get(&obj).map_or(0, |o| o.tasks.len()).to_string();
        let group = self.world.objs.get(&obj).map_or("", |o| self.trace.text(o.typ));
        let flights = group.starts_with("singleflight");
        let (obj, key) = (self.obj(obj), self.trace.text(key));
        match step {
            TaskStep::Start if flights => say!(l, "say.call_start", go = go, obj = obj, key = key),
            TaskStep::Start => say!(l, "say.task_start", go = go, obj = obj, n = n),
            TaskStep::Begin if flights => say!(l, "say.call_begin", go = go, obj = obj, key = key),
            TaskStep::Begin => say!(l, "say.task_begin", go = go, obj = obj),
            TaskStep::Share => say!(l, "say.call_share", go = go, obj = obj, key = key),
            TaskStep::End if flights => say!(l, "say.call_end", go = go, key = key),
            TaskStep::End => say!(l, "say.task_end", go = go, obj = obj, n = n),
            TaskStep::Forget => say!(l, "say.call_forget", go = go, obj = obj, key = key),
            TaskStep::Fail(text) => {
                let text = self.trace.text(text);
                say!(l, "say.task_fail", go = go, obj = obj, text = text)
            }
        }
    }

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
