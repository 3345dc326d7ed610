//! Slices: picking one, running it, noting its end.

use crate::core::{Core, Inner, State, Task, env};
use crate::log::Place;
use crate::{Env, Slice, Stop, Stopped};
use std::rc::Rc;
use std::task::{Context, Poll};
use trace::{EventKind, GoId};

impl Inner {
    /// Runs one slice. The executor must be entered.
    pub fn tick(self: &Rc<Self>) -> bool {
        match self.next() {
            Some(next) => {
                self.run(next, false);
                true
            }
            None => false,
        }
    }

    /// Runs slices until nobody is runnable. The executor must be entered.
    pub fn run_until_stalled(self: &Rc<Self>) -> usize {
        let mut n = 0;
        while let Some(mut next) = self.next() {
            loop {
                n += 1;
                match self.run(next, true) {
                    Some(following) => next = following,
                    None => break,
                }
            }
        }
        n
    }

    /// The next slice, after whatever must happen before it.
    fn next(self: &Rc<Self>) -> Option<Next> {
        self.drain();
        let mut borrowed = self.core.borrow_mut();
        loop {
            let core = &mut *borrowed;
            if core.is_due(self.base.get()) {
                drop(borrowed);
                self.fire_due();
                borrowed = self.core.borrow_mut();
                continue;
            }
            if core.closed {
                return None;
            }
            let mut env = env!(self, core, self.base.get());
            if let Some(slice) = core.sched.next(&mut env) {
                self.base.set(env.now);
                if let Some(next) = self.begin(core, slice) {
                    return Some(next);
                }
            } else if !core.is_due(self.base.get()) {
                // The strategy did not just make way for a timer.
                return None;
            }
        }
    }

    /// Notes that a slice begins; none if its task was killed while it stood in a queue.
    #[inline(always)]
    fn begin(&self, core: &mut Core, slice: Slice) -> Option<Next> {
        let at = self.record.then(|| core.log.run(slice.go));
        core.runnable = core.runnable.saturating_sub(1);
        match core.task(slice.go) {
            Some(task) if task.state.get() == State::Ready => {
                task.state.set(State::Running);
                Some(Next { slice, task: task.clone(), at })
            }
            Some(_) | None => {
                self.tracer.emit(slice.go, EventKind::GoEnd);
                core.remove(slice.go);
                let s = Stopped { go: slice.go, how: Stop::Ended, spent: 0 };
                core.sched.stopped(s, &mut env!(self, core, self.base.get()));
                None
            }
        }
    }

    /// Runs a slice. If asked `on` and nothing else has to happen before, gives the next one.
    #[inline(always)]
    fn run(&self, next: Next, on: bool) -> Option<Next> {
        let Next { slice, .. } = next;
        self.tracer.set_now(self.base.get());
        self.current.set(slice.go);
        self.granted.set(i64::from(slice.fuel));
        self.fuel.set(i64::from(slice.fuel));
        self.stop.set(Stop::Parked);
        self.notified.set(false);
        let running = Running { inner: self, next: &next };
        let mut ended = true;
        {
            let mut future = next.task.future.borrow_mut();
            if let Some(f) = &mut *future {
                match f.as_mut().poll(&mut Context::from_waker(&next.task.waker)) {
                    // Dropped while it is still current, so that its last acts are its own.
                    Poll::Ready(()) => *future = None,
                    Poll::Pending => ended = false,
                }
            }
        }
        std::mem::forget(running);
        self.end(&next, ended, on)
    }

    /// Notes that a slice is over.
    #[inline(always)]
    fn end(&self, over: &Next, mut ended: bool, on: bool) -> Option<Next> {
        let Next { slice, task, at } = over;
        let go = slice.go;
        if task.state.get() == State::Killed {
            ended = true;
            let future = task.future.take();
            drop(future);
        }
        let now = self.now();
        let spent = (self.granted.get() - self.fuel.get()) as u64;
        let core = &mut *self.core.borrow_mut();
        let how = if ended {
            core.remove(go);
            if !core.closed {
                self.tracer.emit(go, EventKind::GoEnd);
            }
            Stop::Ended
        } else {
            let how = match self.stop.get() {
                Stop::Parked if self.notified.get() => Stop::Yielded,
                how => how,
            };
            task.state.set(match how {
                Stop::Yielded | Stop::Preempted => {
                    core.runnable += 1;
                    State::Ready
                }
                Stop::Syscall => State::Syscall,
                Stop::Parked | Stop::Ended => State::Parked,
            });
            how
        };
        if let Some(at) = *at
            && (how == Stop::Preempted || spent > u64::from(Slice::FUEL))
        {
            // What was granted in the end, since a slice may be shortened under way.
            core.log.cut(at, self.granted.get().max(1) as u32);
        }
        self.base.set(now);
        self.granted.set(0);
        self.fuel.set(0);
        self.current.set(GoId::RUNTIME);
        let s = Stopped { go, how, spent };
        let mut env = env!(self, core, now);
        if !on || core.closed || env.next_timer.is_some() || !self.inbox.is_empty() {
            core.sched.stopped(s, &mut env);
            return None;
        }
        let slice = core.sched.turn(s, &mut env)?;
        self.base.set(env.now);
        self.begin(core, slice)
    }
}

/// A slice that is about to run.
struct Next {
    slice: Slice,
    task: Rc<Task>,
    /// Where its decision is noted.
    at: Option<Place>,
}

/// Notes the end of a slice whose task panics.
struct Running<'a> {
    inner: &'a Inner,
    next: &'a Next,
}

impl Drop for Running<'_> {
    #[cold]
    fn drop(&mut self) {
        self.inner.end(self.next, true, false);
    }
}
