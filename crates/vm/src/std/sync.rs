//! Package `sync`: each variable's first word is a handle to its state, made at first use.

use crate::access;
use crate::chans::fault;
use crate::goroutine::Wait;
use crate::machine::{Machine, State};
use crate::natives::{Cx, NativeFn, Next};
use crate::objects::SyncObj;
use crate::tell;
use crate::trap::Trap;
use ::std::rc::Rc;
use ::std::task::Waker;
use ::sync::{Cond, Label, Mutex, Once, OnceTurn, Project, Projection, RWMutex, Step, WaitGroup};
use executor::{Choice, Handle};
use trace::{ObjId, StopReason, WaitReason};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("sync.(*Cond).Broadcast", cond_broadcast),
    ("sync.(*Cond).Signal", cond_signal),
    ("sync.(*Cond).enter", cond_enter),
    ("sync.(*Cond).wait", cond_wait),
    ("sync.(*Mutex).Lock", mutex_lock),
    ("sync.(*Mutex).TryLock", mutex_try_lock),
    ("sync.(*Mutex).Unlock", mutex_unlock),
    ("sync.(*Once).begin", once_begin),
    ("sync.(*Once).finish", once_finish),
    ("sync.(*RWMutex).Lock", rw_lock),
    ("sync.(*RWMutex).RLock", rw_rlock),
    ("sync.(*RWMutex).RUnlock", rw_runlock),
    ("sync.(*RWMutex).TryLock", rw_try_lock),
    ("sync.(*RWMutex).TryRLock", rw_try_rlock),
    ("sync.(*RWMutex).Unlock", rw_unlock),
    ("sync.(*WaitGroup).Add", group_add),
    ("sync.(*WaitGroup).Done", group_done),
    ("sync.(*WaitGroup).Wait", group_wait),
    ("sync.choose", choose),
];

/// Which key `sync.Map.Range` visits next.
fn choose(cx: &mut Cx<'_>) -> Next {
    let n = cx.arg(0) as u32;
    let v = cx.m.handle.choose(Choice::MapOrder, n);
    cx.set(0, u64::from(v));
    Next::Done
}

/// A primitive.
trait Primitive: Clone + Project + 'static {
    /// Its name in Go.
    const TYPE: &'static str;
    /// Slot of the handle in the variable.
    const SLOT: u64;
    /// A new one, as a zero value is.
    fn make(h: &Handle, label: Label) -> Self;
    /// Identity.
    fn id(&self) -> ObjId;
    /// Brings a copy of a variable to the state that the variable had.
    fn copy(&self, h: &Handle, old: Projection) -> Result<(), Trap>;
}

macro_rules! primitive {
    ($($t:ident $name:literal $slot:literal $copy:expr;)*) => {
        $(impl Primitive for $t {
            const TYPE: &'static str = $name;
            const SLOT: u64 = $slot;
            fn make(h: &Handle, label: Label) -> Self {
                $t::new(h, label)
            }
            fn id(&self) -> ObjId {
                $t::id(self)
            }
            fn copy(&self, h: &Handle, old: Projection) -> Result<(), Trap> {
                let copy: fn(&Self, &Handle, Projection) -> Result<(), Trap> = $copy;
                copy(self, h, old)
            }
        })*

        /// Brings the variable of this type at `addr` to life before its first use, so that the eye sees
        /// it from its declaration on. Does nothing if it lives, or is not of this package.
        pub(crate) fn declare(m: &Machine, st: &mut State, name: &str, addr: u64, label: Label) {
            match name {
                // The variable is there, so this does not fail.
                $($name if st.heap.load(addr + $slot) == Some(0) => {
                    let _ = create::<$t>(m, st, addr, label);
                })*
                _ => {}
            }
        }

        /// Slot of the handle in a variable of this type.
        pub(crate) fn handle_slot(name: &str) -> Option<u64> {
            match name {
                $($name => Some($slot),)*
                _ => None,
            }
        }
    };
}

primitive! {
    Cond "sync.Cond" 2 |_, _, _| Err(Trap::Text("sync.Cond is copied".into()));
    Mutex "sync.Mutex" 0 |m, h, old| {
        if !old.holders.is_empty() {
            m.try_lock(h);
        }
        Ok(())
    };
    Once "sync.Once" 0 |o, h, old| {
        if old.closed && matches!(o.begin(h, Waker::noop()), Step::Done(OnceTurn::Run)) {
            o.finish(h);
        }
        Ok(())
    };
    RWMutex "sync.RWMutex" 0 |m, h, old| {
        for _ in &old.holders {
            if old.shared {
                m.try_rlock(h);
            } else {
                m.try_lock(h);
            }
        }
        Ok(())
    };
    WaitGroup "sync.WaitGroup" 0 |g, h, old| match old.count {
        0 => Ok(()),
        n => g.add(h, n).map_err(fault),
    };
}

/// A fresh state for the variable at `addr`.
fn create<T: Primitive>(m: &Machine, st: &mut State, addr: u64, label: Label) -> Result<T, Trap> {
    let state = T::make(&m.handle, label);
    if m.tracing {
        st.live_objects.push(Rc::new(state.clone()));
    }
    let native = SyncObj { id: state.id(), owner: addr, state: state.clone() };
    let h = st.heap.native(Rc::new(native), 96);
    st.heap.store(addr + T::SLOT, h).ok_or(Trap::Nil)?;
    Ok(state)
}

/// The label of what the running statement of the learner's code uses.
pub(crate) fn label(cx: &Cx<'_>) -> Label {
    if !cx.m.tracing {
        return Label::default();
    }
    for f in cx.go.frames.iter().rev() {
        if let Some(func) = cx.m.program.funcs.get(f.func as usize)
            && func.pos.file == 0
            && !func.wrapper
        {
            return tell::label(cx.m, func, (f.pc as usize).saturating_sub(1));
        }
    }
    Label::default()
}

/// The state of the variable that the receiver points to.
fn state<T: Primitive>(cx: &mut Cx<'_>) -> Result<T, Trap> {
    let addr = cx.arg(0);
    if addr == 0 {
        return Err(Trap::Nil);
    }
    let slot = addr + T::SLOT;
    let Some(h) = cx.st.heap.load(slot) else { return Err(Trap::Nil) };
    let mut copied = None;
    if let Some(o) = cx.st.heap.get_native::<SyncObj<T>>(h) {
        if o.owner == addr {
            return Ok(o.state.clone());
        }
        copied = Some(o.state.project());
    }
    let mut label = label(cx);
    if cx.m.tracing && label.typ == cx.m.handle.tracer().sym("") {
        label.typ = cx.m.handle.tracer().sym(T::TYPE);
    }
    let state: T = create(cx.m, cx.st, addr, label)?;
    if let Some(old) = copied {
        state.copy(&cx.m.handle, old)?;
    }
    Ok(state)
}

macro_rules! state {
    ($cx:expr, $t:ty) => {
        match state::<$t>($cx) {
            Ok(s) => s,
            Err(t) => return t.into(),
        }
    };
}

fn wait(w: Wait) -> Next {
    Next::Wait(Box::new(w))
}

fn mutex_lock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, Mutex);
    match m.lock(&cx.m.handle, cx.waker) {
        Step::Done(()) => Next::Done,
        Step::Parked(t) => wait(Wait::Lock(m, t)),
    }
}

fn mutex_try_lock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, Mutex);
    let ok = m.try_lock(&cx.m.handle);
    cx.set(0, u64::from(ok));
    Next::Done
}

/// After an unlock; a hand-over lets the new owner run.
fn unlocked(cx: &Cx<'_>, r: Result<bool, ::sync::Fault>) -> Next {
    match r {
        Ok(false) => Next::Done,
        Ok(true) => {
            cx.m.handle.requeue(StopReason::Preempted);
            Next::Gave
        }
        Err(f) => fault(f).into(),
    }
}

fn mutex_unlock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, Mutex);
    let r = m.unlock(&cx.m.handle);
    unlocked(cx, r)
}

fn rw_lock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    match m.lock(&cx.m.handle, cx.waker) {
        Step::Done(()) => Next::Done,
        Step::Parked(t) => {
            // Writers compete for a mutex first; whoever has it waits for the readers.
            let p = m.project();
            let others = p.sendq.iter().any(|g| *g != cx.go.id) || !p.shared;
            let r = if others { WaitReason::MutexLock } else { WaitReason::RWMutexLock };
            wait(Wait::WLock(m, t, r))
        }
    }
}

fn rw_rlock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    match m.rlock(&cx.m.handle, cx.waker) {
        Step::Done(()) => Next::Done,
        Step::Parked(t) => wait(Wait::RLock(m, t)),
    }
}

fn rw_unlock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    let r = m.unlock(&cx.m.handle);
    unlocked(cx, r)
}

fn rw_runlock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    match m.runlock(&cx.m.handle) {
        Ok(()) => Next::Done,
        Err(f) => fault(f).into(),
    }
}

fn rw_try_lock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    let ok = m.try_lock(&cx.m.handle);
    cx.set(0, u64::from(ok));
    Next::Done
}

fn rw_try_rlock(cx: &mut Cx<'_>) -> Next {
    let m = state!(cx, RWMutex);
    let ok = m.try_rlock(&cx.m.handle);
    cx.set(0, u64::from(ok));
    Next::Done
}

fn add(cx: &mut Cx<'_>, delta: i64) -> Next {
    let g = state!(cx, WaitGroup);
    match g.add(&cx.m.handle, delta) {
        Ok(()) => Next::Done,
        Err(f) => fault(f).into(),
    }
}

fn group_add(cx: &mut Cx<'_>) -> Next {
    let delta = cx.int(1);
    add(cx, delta)
}

fn group_done(cx: &mut Cx<'_>) -> Next {
    add(cx, -1)
}

fn group_wait(cx: &mut Cx<'_>) -> Next {
    let g = state!(cx, WaitGroup);
    match g.wait(&cx.m.handle, cx.waker) {
        Step::Done(()) => Next::Done,
        Step::Parked(t) => wait(Wait::Group(g, t)),
    }
}

fn once_begin(cx: &mut Cx<'_>) -> Next {
    let o = state!(cx, Once);
    match o.begin(&cx.m.handle, cx.waker) {
        Step::Done(turn) => {
            access::learn(cx.m, o.id());
            cx.set(0, u64::from(turn == OnceTurn::Run));
            Next::Done
        }
        Step::Parked(t) => wait(Wait::Once(o, t, cx.b)),
    }
}

fn once_finish(cx: &mut Cx<'_>) -> Next {
    let o = state!(cx, Once);
    o.finish(&cx.m.handle);
    Next::Done
}

fn cond_enter(cx: &mut Cx<'_>) -> Next {
    let c = state!(cx, Cond);
    let n = c.enter();
    cx.set(0, n);
    Next::Done
}

fn cond_wait(cx: &mut Cx<'_>) -> Next {
    let n = cx.arg(1);
    let c = state!(cx, Cond);
    match c.wait(&cx.m.handle, cx.waker, n) {
        Step::Done(()) => Next::Done,
        Step::Parked(t) => wait(Wait::Cond(c, t)),
    }
}

fn cond_signal(cx: &mut Cx<'_>) -> Next {
    let c = state!(cx, Cond);
    c.signal(&cx.m.handle);
    Next::Done
}

fn cond_broadcast(cx: &mut Cx<'_>) -> Next {
    let c = state!(cx, Cond);
    c.broadcast(&cx.m.handle);
    Next::Done
}
