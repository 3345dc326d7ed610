//! The moves that events are made of: goroutines between queues and processors, values through
//! objects.

use crate::{
    Frame, GoId, GoState, Goroutine, ObjId, ObjKind, Object, ProcId, Processor, RunQueue, Sym,
    Task, TaskStep, ThreadId, Value, WaitRole, World,
};
use std::rc::Rc;

impl World {
    pub(crate) fn create(&mut self, id: GoId, by: GoId, func: Sym, line: u32) {
        self.leave_waits(id);
        self.leave(id);
        let parent = (by != GoId::RUNTIME).then_some(by);
        let g = Goroutine {
            id,
            parent,
            func,
            line,
            state: GoState::Runnable,
            since: self.now,
            queue: None,
            thread: None,
            frames: Vec::new(),
            waits: Vec::new(),
            woken_by: None,
            panicking: None,
        };
        self.gos.insert(id, Rc::new(g));
    }

    pub(crate) fn enqueue(&mut self, go: GoId, on: RunQueue) {
        if !self.leave(go) {
            return;
        }
        match on {
            RunQueue::Next(p) => {
                if let Some(old) = self.proc(p).next.replace(go) {
                    self.proc(p).queue.push(old);
                    self.set_queue(old, Some(RunQueue::Local(p)));
                }
            }
            RunQueue::Local(p) => self.proc(p).queue.push(go),
            RunQueue::Global => self.global.push(go),
        }
        self.set_queue(go, Some(on));
        self.set_state(go, GoState::Runnable);
    }

    pub(crate) fn start(&mut self, go: GoId, on: ProcId) {
        let queue = self.gos.get(&go).and_then(|g| g.queue);
        if !self.leave(go) {
            return;
        }
        let p = self.proc(on);
        let before = p.running.replace(go);
        // What comes from runnext shares the slice of who put it there.
        if queue != Some(RunQueue::Next(on)) {
            p.tick = p.tick.wrapping_add(1);
        }
        let thread = p.thread;
        let syscall = |g: &Rc<Goroutine>| g.state == GoState::Syscall;
        if let Some(before) = before
            && !self.gos.get(&before).is_some_and(syscall)
        {
            self.set_state(before, GoState::Runnable);
            self.set_thread(before, None);
        }
        self.set_state(go, GoState::Running(on));
        self.set_thread(go, thread);
    }

    pub(crate) fn steal(&mut self, to: ProcId, from: ProcId, n: usize) {
        let victim = self.proc(from);
        let n = n.min(victim.queue.len());
        let taken: Vec<GoId> = victim.queue.drain(..n).collect();
        for go in taken {
            self.proc(to).queue.push(go);
            self.set_queue(go, Some(RunQueue::Local(to)));
        }
    }

    pub(crate) fn wait(&mut self, go: GoId, obj: ObjId, role: WaitRole, front: bool) {
        if let Some(g) = self.go_mut(go) {
            g.waits.push((obj, role));
        }
        if let Some(o) = self.objs.get_mut(&obj) {
            let o = Rc::make_mut(o);
            let queue = match role {
                WaitRole::Recv => &mut o.recvq,
                WaitRole::Send(_) | WaitRole::Lock | WaitRole::RLock | WaitRole::Wait => {
                    &mut o.sendq
                }
            };
            queue.insert(if front { 0 } else { queue.len() }, go);
        }
    }

    /// Removes `go` from all wait queues.
    pub(crate) fn leave_waits(&mut self, go: GoId) {
        let Some(g) = self.gos.get_mut(&go) else { return };
        if g.waits.is_empty() {
            return;
        }
        for (obj, _) in std::mem::take(&mut Rc::make_mut(g).waits) {
            if let Some(o) = self.objs.get_mut(&obj) {
                let o = Rc::make_mut(o);
                o.sendq.retain(|g| *g != go);
                o.recvq.retain(|g| *g != go);
            }
        }
    }

    /// Takes `go` out of its run queue and off its processor; false if there is no such `go`.
    fn leave(&mut self, go: GoId) -> bool {
        self.leave_queue(go);
        self.leave_proc(go);
        self.gos.contains_key(&go)
    }

    /// Removes `go` from the run queue in which it stands.
    pub(crate) fn leave_queue(&mut self, go: GoId) {
        let Some(g) = self.gos.get_mut(&go) else { return };
        let Some(on) = g.queue else { return };
        Rc::make_mut(g).queue = None;
        let queue = match on {
            RunQueue::Next(p) => {
                let p = self.proc(p);
                if p.next == Some(go) {
                    p.next = None;
                }
                return;
            }
            RunQueue::Local(p) => &mut self.proc(p).queue,
            RunQueue::Global => &mut self.global,
        };
        if let Some(i) = queue.iter().position(|g| *g == go) {
            queue.remove(i);
        }
    }

    /// Takes `go` off its processor.
    pub(crate) fn leave_proc(&mut self, go: GoId) {
        let Some(g) = self.gos.get(&go) else { return };
        let thread = g.thread;
        if let GoState::Running(p) = g.state {
            let p = self.proc(p);
            if p.running == Some(go) {
                p.running = None;
            }
        } else if g.state == GoState::Syscall {
            for p in self.procs.iter_mut().filter(|p| p.running == Some(go)) {
                p.running = None;
            }
        }
        if thread.is_some() {
            self.set_thread(go, None);
        }
    }

    pub(crate) fn set_state(&mut self, go: GoId, state: GoState) {
        let now = self.now;
        if let Some(g) = self.go_mut(go)
            && g.state != state
        {
            g.state = state;
            g.since = now;
        }
    }

    pub(crate) fn set_queue(&mut self, go: GoId, queue: Option<RunQueue>) {
        if let Some(g) = self.go_mut(go) {
            g.queue = queue;
        }
    }

    pub(crate) fn set_thread(&mut self, go: GoId, thread: Option<ThreadId>) {
        if let Some(g) = self.go_mut(go) {
            g.thread = thread;
        }
    }

    pub(crate) fn go_mut(&mut self, go: GoId) -> Option<&mut Goroutine> {
        self.gos.get_mut(&go).map(Rc::make_mut)
    }

    /// Innermost frame; the one of the goroutine's own function if no call was told.
    pub(crate) fn frame(&mut self, go: GoId) -> Option<&mut Frame> {
        let g = self.go_mut(go)?;
        if g.frames.is_empty() {
            let func = g.func;
            g.frames.push(frame(func));
        }
        g.frames.last_mut()
    }

    pub(crate) fn proc(&mut self, p: ProcId) -> &mut Processor {
        let i = usize::from(p.0);
        if self.procs.len() <= i {
            self.procs.resize_with(i + 1, Processor::default);
        }
        &mut self.procs[i]
    }

    pub(crate) fn thread(&mut self, t: ThreadId) {
        if let Err(i) = self.threads.binary_search(&t) {
            self.threads.insert(i, t);
        }
    }

    pub(crate) fn touch(&mut self, obj: ObjId, t: Touch) -> Option<&mut Object> {
        let o = self.objs.get(&obj)?;
        if let Some(whole) = o.parent.filter(|_| o.kind != ObjKind::Context)
            && let Some(o) = self.objs.get_mut(&whole).map(Rc::make_mut)
        {
            (o.touched, o.touched_by) = (t.index, Some(t.by));
        }
        let o = Rc::make_mut(self.objs.get_mut(&obj)?);
        o.touched = t.index;
        o.touched_by = Some(t.by);
        Some(o)
    }
}

impl Object {
    /// The oldest value leaves the buffer.
    pub(crate) fn shift(&mut self) {
        if !self.values.is_empty() {
            self.values.remove(0);
            self.taken = self.taken.wrapping_add(1);
        }
    }

    /// A step of a function that this group runs.
    pub(crate) fn task(&mut self, by: GoId, call: Option<ObjId>, key: Sym, step: TaskStep) {
        let tasks = &mut self.tasks;
        match step {
            TaskStep::Start => {
                tasks.push(Task { go: None, call, key, shared: Vec::new(), forgotten: false });
            }
            TaskStep::Begin => {
                if let Some(t) = tasks.iter_mut().find(|t| t.go.is_none() && t.call == call) {
                    t.go = Some(by);
                }
            }
            TaskStep::Share => {
                if let Some(t) = tasks.iter_mut().find(|t| t.call == call) {
                    t.shared.push(by);
                }
            }
            TaskStep::End => {
                let mine = |t: &Task| t.go == Some(by) && t.call == call;
                if let Some(i) = tasks.iter().position(mine) {
                    tasks.remove(i);
                }
            }
            TaskStep::Forget => {
                tasks.iter_mut().filter(|t| t.key == key).for_each(|t| t.forgotten = true);
            }
            TaskStep::Fail(text) => (self.cause, self.blamed) = (Some(text), Some(by)),
        }
    }

    pub(crate) fn unlock(&mut self, by: GoId, shared: bool, to: Option<GoId>) {
        if shared && !self.holders.is_empty() {
            // A reader's unlock may be called by another goroutine than its lock.
            let i = self.holders.iter().position(|g| *g == by).unwrap_or(0);
            self.holders.remove(i);
        } else {
            self.holders.clear();
        }
        if self.holders.is_empty() {
            self.shared = false;
            self.holders.extend(to);
        }
    }
}

/// Who touches an object, and at which event.
pub(crate) struct Touch {
    pub index: u32,
    pub by: GoId,
}

pub(crate) fn frame(func: Sym) -> Frame {
    Frame { func, line: 0, prev: 0, vars: Vec::new() }
}

pub(crate) fn object(id: ObjId, kind: ObjKind) -> Object {
    Object {
        id,
        kind,
        name: Sym(0),
        typ: Sym(0),
        line: 0,
        values: Vec::<Value>::new(),
        taken: 0,
        closed: false,
        holders: Vec::new(),
        shared: false,
        starving: false,
        count: 0,
        sendq: Vec::new(),
        recvq: Vec::new(),
        parent: None,
        tasks: Vec::new(),
        deadline: None,
        cause: None,
        blamed: None,
        touched: 0,
        touched_by: None,
    }
}
