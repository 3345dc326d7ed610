//! Parts of a sentence: where somebody stands, what is made, what is chosen, what comes next.

use super::Narrator;
use crate::say;
use trace::{Event, EventKind, ObjId, RunQueue, Sym, TaskStep, WaitRole};

/// Events before a choice among which its cases are.
const CASES: usize = 80;
/// Characters of a line that is quoted.
const QUOTED: usize = 46;

impl Narrator<'_> {
    /// Where a runnable goroutine stands.
    pub(super) fn stands(&self, go: &str, on: RunQueue) -> String {
        let l = self.lang;
        match on {
            RunQueue::Next(p) => say!(l, "say.enqueue_next", go = go, p = p.to_string()),
            RunQueue::Local(p) => say!(l, "say.enqueue_local", go = go, p = p.to_string()),
            RunQueue::Global => say!(l, "say.enqueue_global", go = go),
        }
    }

    /// That an object comes to life. One without a name is told by its type alone.
    pub(super) fn makes(&self, go: &str, obj: ObjId, typ: Sym) -> String {
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
    pub(super) fn queues(&self, go: &str, obj: ObjId, role: WaitRole) -> String {
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
    pub(super) fn case(&self, e: &Event, chosen: u16) -> String {
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
    pub(super) fn about(&self, go: &str, line: u32) -> String {
        let (l, n) = (self.lang, line.to_string());
        let code = (line as usize).checked_sub(1).and_then(|i| self.source.split('\n').nth(i));
        let code = code.unwrap_or_default().split("//").next().unwrap_or_default();
        let code = code.trim().trim_end_matches('{').trim_end().replace('`', "'");
        if code.is_empty() {
            return say!(l, "say.stmt", go = go, line = n);
        }
        say!(l, "say.stmt_code", go = go, line = n, code = crate::scene::cut(&code, QUOTED))
    }

    /// A function of a group; an `errgroup` has no keys.
    pub(super) fn task(&self, go: &str, obj: ObjId, key: Sym, step: TaskStep) -> String {
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
}
