//! What follows from an event: the fold from events to [`World`].
//!
//! Traces that contradict themselves (a goroutine that nobody created, a processor out of
//! order) never panic: what makes no sense is made sense of or passed over.

use crate::moves::{Touch, frame, object};
use crate::{Event, EventKind, GoState, Poll, ProcId, RecvFrom, SendTo, StopReason, Timer, World};
use std::rc::Rc;

impl World {
    /// The world after one more event, which is the `index`th (from 0) of its trace.
    ///
    /// ```
    /// use trace::{Event, EventKind, GoId, GoState, Sym, World};
    /// let mut w = World::default();
    /// let kind = EventKind::GoCreate { go: GoId::MAIN, func: Sym(0), line: 0 };
    /// w.apply(0, &Event { at: 0, go: GoId::RUNTIME, kind });
    /// assert_eq!(w.gos[&GoId::MAIN].state, GoState::Runnable);
    /// ```
    pub fn apply(&mut self, index: u32, e: &Event) {
        use EventKind as K;
        self.now = self.now.max(e.at);
        let (go, touch) = (e.go, Touch { index, by: e.go });
        match &e.kind {
            K::GoCreate { go: new, func, line } => self.create(*new, go, *func, *line),
            K::Enqueue { go, on } => self.enqueue(*go, *on),
            K::GoStart { go, proc } => self.start(*go, *proc),
            K::GoStop { why } => match why {
                StopReason::Gosched | StopReason::Preempted => {
                    self.leave_proc(go);
                    self.set_state(go, GoState::Runnable);
                }
                StopReason::Turn => {}
            },
            K::GoPark { reason } => {
                self.leave_proc(go);
                self.set_state(go, GoState::Waiting(*reason));
            }
            K::GoUnpark { go: woken, on } => {
                self.leave_waits(*woken);
                self.polls.remove(woken);
                self.enqueue(*woken, *on);
                if let Some(g) = self.go_mut(*woken) {
                    g.woken_by = Some(go);
                }
            }
            K::GoEnd => {
                self.leave_waits(go);
                self.polls.remove(&go);
                self.leave_queue(go);
                self.leave_proc(go);
                self.set_state(go, GoState::Dead);
                if let Some(g) = self.go_mut(go) {
                    g.frames = Vec::new();
                }
            }
            K::GoPanic { text } => {
                if let Some(g) = self.go_mut(go) {
                    g.panicking = Some(*text);
                }
            }
            K::GoRecover => {
                if let Some(g) = self.go_mut(go) {
                    g.panicking = None;
                }
            }

            K::Stmt { line } => {
                if let Some(f) = self.frame(go) {
                    f.prev = f.line;
                    f.line = *line;
                }
            }
            K::Call { func } => {
                if let Some(g) = self.go_mut(go) {
                    g.frames.push(frame(*func));
                }
            }
            K::Return => {
                if let Some(g) = self.go_mut(go) {
                    g.frames.pop();
                }
            }
            K::Var { slot, name, value } => {
                if let Some(f) = self.frame(go) {
                    match f.vars.iter_mut().find(|v| v.0 == *slot) {
                        Some(v) => *v = (*slot, *name, *value),
                        None => f.vars.push((*slot, *name, *value)),
                    }
                }
            }
            K::Output { .. } => self.outputs += 1,

            K::ProcStart { proc, thread } => {
                self.thread(*thread);
                self.proc(*proc).thread = Some(*thread);
            }
            K::ProcStop { proc } => {
                let p = self.proc(*proc);
                p.thread = None;
                p.spinning = false;
            }
            K::ThreadCreate { thread } => self.thread(*thread),
            K::Spinning { proc, on } => self.proc(*proc).spinning = *on,
            K::Steal { proc, from, n } => self.steal(*proc, *from, usize::from(*n)),
            K::SyscallEnter { name: _ } => self.set_state(go, GoState::Syscall),
            K::HandOff { proc } => {
                let p = self.proc(*proc);
                p.thread = None;
                p.running = None;
            }
            K::SyscallExit => {
                let on = self.procs.iter().position(|p| p.running == Some(go));
                let state = match on {
                    Some(p) => GoState::Running(ProcId(p as u16)),
                    None => GoState::Runnable,
                };
                self.set_state(go, state);
                if on.is_none() {
                    self.set_thread(go, None);
                }
            }

            K::ObjNew { obj, kind, name, typ, line } => {
                let mut o = object(*obj, *kind);
                (o.name, o.typ, o.line) = (*name, *typ, *line);
                self.objs.insert(*obj, Rc::new(o));
                self.touch(*obj, touch);
            }
            K::Part { obj, of } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.parent = Some(*of);
                }
            }
            K::Task { obj, call, key, step } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.task(go, *call, *key, *step);
                }
            }
            K::WaitqPush { obj, role, front } => {
                self.wait(go, *obj, *role, *front);
                self.touch(*obj, touch);
            }
            K::ChanSend { ch, value, to } => {
                if let Some(o) = self.touch(*ch, touch) {
                    match to {
                        SendTo::Buffer => o.values.push(*value),
                        SendTo::Receiver(_) => {}
                    }
                }
            }
            K::ChanRecv { ch, value: _, from } => {
                if let Some(o) = self.touch(*ch, touch) {
                    match from {
                        RecvFrom::Buffer => o.shift(),
                        RecvFrom::BufferRefilled(_, next) => {
                            o.shift();
                            o.values.push(*next);
                        }
                        RecvFrom::Sender(_) | RecvFrom::Closed => {}
                    }
                }
            }
            K::ChanClose { ch } => {
                if let Some(o) = self.touch(*ch, touch) {
                    o.closed = true;
                }
            }
            K::SelectCase { index: _, ch, send: _, ready: _ } => {
                if let Some(ch) = ch {
                    self.touch(*ch, touch);
                }
            }
            K::SelectChoose { index: _ } => {}
            K::Lock { obj, shared } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.holders.push(go);
                    o.shared = *shared;
                }
            }
            K::Unlock { obj, shared, to } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.unlock(go, *shared, *to);
                }
            }
            K::MutexMode { obj, starving } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.starving = *starving;
                }
            }
            K::Counter { obj, delta: _, value } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.count = *value;
                }
            }
            K::OnceState { obj, done } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.holders.clear();
                    if *done {
                        o.closed = true;
                    } else {
                        o.holders.push(go);
                    }
                }
            }
            K::CondSignal { obj, all: _ } => {
                self.touch(*obj, touch);
            }
            K::TimerSet { obj, when, kind } => {
                self.timers.insert(*obj, Timer { when: *when, kind: *kind });
                if let Some(o) = self.touch(*obj, touch) {
                    o.deadline = Some(*when);
                }
            }
            K::TimerFire { obj } | K::TimerStop { obj } => {
                self.timers.remove(obj);
                if let Some(o) = self.touch(*obj, touch) {
                    o.deadline = None;
                }
            }
            K::NetAsk { what, when } => {
                self.polls.insert(go, Poll { what: *what, when: *when });
            }
            K::NetReady { go: _ } => {}
            K::ContextNew { obj, parent, deadline, value } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.parent = *parent;
                    o.deadline = *deadline;
                    o.values = value.as_ref().map_or(Vec::new(), |pair| vec![pair.0, pair.1]);
                }
            }
            K::ContextDone { obj, cause } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.closed = true;
                    o.cause = Some(*cause);
                }
            }
            K::VarRead { obj, atomic: _, value } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.values.clear();
                    o.values.push(*value);
                }
            }
            K::VarWrite { obj, atomic: _, value } => {
                if let Some(o) = self.touch(*obj, touch) {
                    o.values.clear();
                    o.values.push(*value);
                    o.holders.clear();
                    o.holders.push(go);
                }
            }
            K::TimeAdvance { to } => self.now = self.now.max(*to),
            K::End { kind } => self.end = Some(*kind),
        }
    }
}
