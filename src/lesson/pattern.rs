//! Simple patterns over events, so that a lesson speaks of what happens and never of step numbers.
//!
//! `park go=main obj=jobs`, `recv from=refill nth=2`, `output text=done`: a verb, then conditions.
//! `go` is the function a goroutine was started with, or `G4`; `obj` the object's name in the
//! source; `nth` counts matches from 1.

use crate::narrate::Narrator;
use trace::{
    EndKind, Event, EventKind, RecvFrom, RunQueue, SendTo, StopReason, TaskStep, Trace, World,
};

/// A pattern that an event may match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    verb: String,
    conditions: Vec<(String, String)>,
    nth: usize,
}

/// Verbs that a pattern may use.
pub const VERBS: [&str; 33] = [
    "create", "queue", "start", "stop", "park", "wake", "done", "panic", "recover", "output",
    "make", "send", "recv", "close", "ready", "select", "lock", "unlock", "count", "once",
    "signal", "timer", "fire", "steal", "syscall", "sysexit", "handoff", "thread", "spin", "idle",
    "cancel", "write", "end",
];

const KEYS: [&str; 12] =
    ["go", "obj", "to", "from", "value", "text", "reason", "index", "why", "on", "how", "nth"];

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// The word that is not understood.
    pub fn read(text: &str) -> Result<Pattern, String> {
        let mut words = text.split_whitespace();
        let verb = words.next().unwrap_or_default().to_string();
        if !VERBS.contains(&verb.as_str()) {
            return Err(verb);
        }
        let mut pattern = Pattern { verb, conditions: Vec::new(), nth: 1 };
        for word in words {
            let (key, value) = word.split_once('=').ok_or(word)?;
            match key {
                "nth" => pattern.nth = value.parse().map_err(|_| word.to_string())?,
                key if KEYS.contains(&key) => pattern.conditions.push((key.into(), value.into())),
                _ => return Err(word.to_string()),
            }
        }
        Ok(pattern)
    }

    /// Position before the event that each pattern means; `nth` picks one of those that match. The
    /// trace is read once for all of them.
    pub fn find_all(patterns: &[&Pattern], trace: &Trace) -> Vec<Option<usize>> {
        let mut world = World::default();
        let mut found = vec![None; patterns.len()];
        let mut left: Vec<usize> = patterns.iter().map(|p| p.nth.max(1)).collect();
        let mut open = patterns.len();
        for (i, e) in trace.events().iter().enumerate() {
            if open == 0 {
                break;
            }
            world.apply(i as u32, e);
            let Some(facts) = facts(e, trace, &world) else { continue };
            for (k, p) in patterns.iter().enumerate() {
                if found[k].is_none() && p.fits(&facts) {
                    left[k] -= 1;
                    if left[k] == 0 {
                        found[k] = Some(i);
                        open -= 1;
                    }
                }
            }
        }
        found
    }

    /// Whether an event matches; `world` is the one after it.
    pub fn matches(&self, e: &Event, trace: &Trace, world: &World) -> bool {
        facts(e, trace, world).is_some_and(|facts| self.fits(&facts))
    }

    fn fits(&self, facts: &Facts) -> bool {
        facts.verb == self.verb
            && self.conditions.iter().all(|(key, value)| match key.as_str() {
                "go" => facts.go.iter().any(|g| g == value),
                "text" => facts.text.contains(&value.replace('_', " ")),
                "reason" | "why" | "how" | "on" | "to" | "from" | "index" => {
                    facts.how.replace(' ', "-") == *value
                }
                "obj" => facts.obj == *value,
                "value" => facts.value == *value,
                _ => false,
            })
    }
}

/// What an event says, in the words of patterns.
#[derive(Default)]
struct Facts {
    verb: &'static str,
    go: Vec<String>,
    obj: String,
    value: String,
    how: String,
    text: String,
}

/// A run queue in a pattern.
fn queue(on: RunQueue) -> &'static str {
    match on {
        RunQueue::Next(_) => "next",
        RunQueue::Local(_) => "local",
        RunQueue::Global => "global",
    }
}

fn facts(e: &Event, trace: &Trace, world: &World) -> Option<Facts> {
    let quiet = matches!(
        e.kind,
        EventKind::Stmt { .. } | EventKind::Call { .. } | EventKind::Return | EventKind::Var { .. }
    );
    if quiet {
        return None;
    }
    let n = Narrator::plain(crate::i18n::Lang::En, trace, world);
    let names = |g: trace::GoId| {
        let func = world.gos.get(&g).map_or("", |g| trace.text(g.func));
        vec![g.to_string(), func.to_string()]
    };
    let mut f = Facts { go: names(e.go), ..Facts::default() };
    f.verb = match &e.kind {
        EventKind::GoCreate { go, .. } => {
            f.go = names(*go);
            "create"
        }
        EventKind::Enqueue { go, on } => {
            f.go = names(*go);
            f.how = queue(*on).into();
            "queue"
        }
        EventKind::GoStart { go, .. } => {
            f.go = names(*go);
            "start"
        }
        EventKind::GoStop { why } => {
            f.how = match why {
                StopReason::Gosched => "gosched",
                StopReason::Preempted => "preempted",
                StopReason::Turn => "turn",
            }
            .into();
            "stop"
        }
        EventKind::GoPark { reason } => {
            f.how = reason.text().into();
            let first = world.gos.get(&e.go).and_then(|g| g.waits.first());
            f.obj = first.map_or_else(String::new, |(o, _)| n.obj(*o));
            "park"
        }
        EventKind::GoUnpark { go, on } => {
            f.go = names(*go);
            f.how = queue(*on).into();
            "wake"
        }
        EventKind::GoEnd => "done",
        EventKind::GoPanic { text } => {
            f.text = trace.text(*text).into();
            "panic"
        }
        EventKind::GoRecover => "recover",
        EventKind::Output { text, .. } => {
            f.text = trace.text(*text).into();
            "output"
        }
        EventKind::ObjNew { obj, .. } => {
            f.obj = n.obj(*obj);
            "make"
        }
        EventKind::ChanSend { ch, value, to } => {
            (f.obj, f.value) = (n.obj(*ch), n.value(*value));
            f.how = match to {
                SendTo::Buffer => "buffer",
                SendTo::Receiver(_) => "receiver",
            }
            .into();
            "send"
        }
        EventKind::ChanRecv { ch, value, from } => {
            (f.obj, f.value) = (n.obj(*ch), n.value(*value));
            f.how = match from {
                RecvFrom::Buffer => "buffer",
                RecvFrom::BufferRefilled(..) => "refill",
                RecvFrom::Sender(_) => "sender",
                RecvFrom::Closed => "closed",
            }
            .into();
            "recv"
        }
        EventKind::ChanClose { ch } => {
            f.obj = n.obj(*ch);
            "close"
        }
        EventKind::SelectCase { index, ready, .. } => {
            f.how = (index + 1).to_string();
            if !ready {
                return None;
            }
            "ready"
        }
        EventKind::SelectChoose { index } => {
            f.how = index.map_or_else(|| "default".into(), |i| (i + 1).to_string());
            "select"
        }
        EventKind::Lock { obj, shared } => {
            (f.obj, f.how) = (n.obj(*obj), if *shared { "read" } else { "write" }.into());
            "lock"
        }
        EventKind::Unlock { obj, shared, .. } => {
            (f.obj, f.how) = (n.obj(*obj), if *shared { "read" } else { "write" }.into());
            "unlock"
        }
        EventKind::Counter { obj, value, .. } => {
            (f.obj, f.value) = (n.obj(*obj), value.to_string());
            "count"
        }
        EventKind::Task { obj, key, step, .. } => {
            (f.obj, f.value) = (n.obj(*obj), trace.text(*key).into());
            f.how = match step {
                TaskStep::Start => "start",
                TaskStep::Begin => "begin",
                TaskStep::Share => "share",
                TaskStep::End => "end",
                TaskStep::Forget => "forget",
                TaskStep::Fail(text) => {
                    f.text = trace.text(*text).into();
                    "fail"
                }
            }
            .into();
            "task"
        }
        EventKind::OnceState { obj, done } => {
            (f.obj, f.how) = (n.obj(*obj), if *done { "done" } else { "run" }.into());
            "once"
        }
        EventKind::CondSignal { obj, all } => {
            (f.obj, f.how) = (n.obj(*obj), if *all { "all" } else { "one" }.into());
            "signal"
        }
        EventKind::TimerSet { .. } => "timer",
        EventKind::TimerFire { .. } => "fire",
        EventKind::TimerStop { .. } => {
            f.how = "stopped".into();
            "timer"
        }
        EventKind::NetAsk { what, .. } => {
            f.text = trace.text(*what).into();
            "ask"
        }
        EventKind::NetReady { go } => {
            f.go = names(*go);
            "ready"
        }
        EventKind::Steal { n, .. } => {
            f.value = n.to_string();
            "steal"
        }
        EventKind::SyscallEnter { name } => {
            f.text = trace.text(*name).into();
            "syscall"
        }
        EventKind::SyscallExit => "sysexit",
        EventKind::HandOff { .. } => "handoff",
        EventKind::ThreadCreate { .. } => "thread",
        EventKind::Spinning { on, .. } => {
            f.how = if *on { "on" } else { "off" }.into();
            "spin"
        }
        EventKind::ProcStop { .. } => "idle",
        EventKind::ContextDone { obj, cause } => {
            (f.obj, f.text) = (n.obj(*obj), trace.text(*cause).into());
            "cancel"
        }
        EventKind::VarWrite { obj, value, .. } => {
            (f.obj, f.value) = (n.obj(*obj), n.value(*value));
            "write"
        }
        EventKind::MutexMode { obj, starving } => {
            (f.obj, f.how) = (n.obj(*obj), if *starving { "starving" } else { "normal" }.into());
            "lock"
        }
        EventKind::End { kind } => {
            f.how = match kind {
                EndKind::Exit(_) => "exit",
                EndKind::Panic => "panic",
                EndKind::Deadlock => "deadlock",
                EndKind::Budget => "budget",
            }
            .into();
            "end"
        }
        EventKind::Stmt { .. }
        | EventKind::Call { .. }
        | EventKind::Return
        | EventKind::Var { .. }
        | EventKind::ProcStart { .. }
        | EventKind::Part { .. }
        | EventKind::WaitqPush { .. }
        | EventKind::ContextNew { .. }
        | EventKind::VarRead { .. }
        | EventKind::TimeAdvance { .. } => return None,
    };
    Some(f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_or_named() {
        assert!(Pattern::read("park go=main obj=jobs nth=2").is_ok());
        assert_eq!(Pattern::read("walk"), Err("walk".to_string()));
        assert_eq!(Pattern::read("park who=main"), Err("who=main".to_string()));
        assert_eq!(Pattern::read("park main"), Err("main".to_string()));
    }
}
