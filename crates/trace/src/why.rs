//! Why a goroutine waits: on what, who could end that, what that one waits on, and so on, until
//! a cycle, a timer, somebody who can go on, or nobody.

use crate::{
    EventKind, GoId, GoState, Goroutine, ObjId, ObjKind, TimerKind, Trace, Value, WaitReason,
    WaitRole, World,
};
use serde::Serialize;

/// One step of the answer: who waits, on what, and whom that leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Who waits.
    pub go: GoId,
    /// Why, in the runtime's words.
    pub reason: WaitReason,
    /// On what: the object that leads on, if there is one.
    pub on: Option<ObjId>,
    /// What would end it.
    pub then: Then,
}

/// What would end a wait. The chain goes on with the goroutine that is named, if that waits as
/// well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum Then {
    /// This goroutine holds the lock, or runs the function of the `sync.Once`.
    Holder {
        /// Who.
        go: GoId,
    },
    /// This goroutine held the lock when it ended.
    Gone {
        /// Who.
        go: GoId,
    },
    /// In this run this goroutine will do it.
    Later {
        /// Who.
        go: GoId,
        /// At which event.
        event: usize,
    },
    /// This goroutine has to do with the object and could do it.
    Could {
        /// Who.
        go: GoId,
    },
    /// A timer will.
    Timer {
        /// Absolute virtual time in nanoseconds.
        when: u64,
    },
    /// The kernel or the network will.
    Outside,
    /// Nobody is in sight who could.
    Nobody,
}

impl Then {
    /// The goroutine that is named.
    pub fn go(self) -> Option<GoId> {
        match self {
            Then::Holder { go }
            | Then::Gone { go }
            | Then::Later { go, .. }
            | Then::Could { go } => Some(go),
            Then::Timer { .. } | Then::Outside | Then::Nobody => None,
        }
    }
}

/// How the chain ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum End {
    /// The last one named stands in the chain already: all from there on wait for each other.
    Cycle {
        /// Index of the link where the ring begins.
        from: usize,
    },
    /// The last one named can go on.
    Runs {
        /// Who.
        go: GoId,
    },
    /// The last link says it: a timer, the kernel, somebody who is gone, nobody.
    Open,
}

/// Why `go` waits at position `at` of a trace, whose world is `world`; no links if it does not.
///
/// ```
/// use trace::{Event, EventKind, GoId, Sym, Trace, WaitReason, World, why};
/// let mut t = Trace::default();
/// let mut world = World::default();
/// for kind in [
///     EventKind::GoCreate { go: GoId(1), func: Sym(0), line: 0 },
///     EventKind::GoPark { reason: WaitReason::ChanReceiveNil },
/// ] {
///     let e = Event { at: 0, go: GoId(1), kind };
///     world.apply(t.len() as u32, &e);
///     t.push(e);
/// }
/// let (links, _) = why(&t, t.len(), &world, GoId(1));
/// assert_eq!(links[0].then, trace::Then::Nobody);
/// ```
pub fn why(trace: &Trace, at: usize, world: &World, go: GoId) -> (Vec<Link>, End) {
    let mut links: Vec<Link> = Vec::new();
    let mut next = go;
    loop {
        if let Some(from) = links.iter().position(|l| l.go == next) {
            return (links, End::Cycle { from });
        }
        let waits = world.gos.get(&next).and_then(|g| match g.state {
            GoState::Waiting(reason) => Some((g, reason)),
            GoState::Runnable | GoState::Running(_) | GoState::Syscall | GoState::Dead => None,
        });
        let Some((g, reason)) = waits else {
            let gone = links.last().is_some_and(|l| matches!(l.then, Then::Gone { .. }));
            return (links, if gone { End::Open } else { End::Runs { go: next } });
        };
        let (on, then) = step(trace, at, world, g, reason);
        links.push(Link { go: next, reason, on, then });
        match then.go() {
            Some(go) => next = go,
            None => return (links, End::Open),
        }
    }
}

fn step(
    trace: &Trace,
    at: usize,
    world: &World,
    g: &Goroutine,
    reason: WaitReason,
) -> (Option<ObjId>, Then) {
    let first = g.waits.first().map(|w| w.0);
    match reason {
        WaitReason::Sleep => {
            let mine = |t: &&crate::Timer| t.kind == TimerKind::Sleep(g.id);
            let when = world.timers.values().find(mine).map_or(world.now, |t| t.when);
            return (None, Then::Timer { when });
        }
        WaitReason::IoWait => {
            let when = world.polls.get(&g.id).map(|p| p.when);
            return (None, when.map_or(Then::Outside, |when| Then::Timer { when }));
        }
        WaitReason::Syscall => return (None, Then::Outside),
        WaitReason::ChanReceiveNil | WaitReason::ChanSendNil | WaitReason::SelectNoCases => {
            return (None, Then::Nobody);
        }
        WaitReason::ChanReceive
        | WaitReason::ChanSend
        | WaitReason::Select
        | WaitReason::MutexLock
        | WaitReason::RWMutexRLock
        | WaitReason::RWMutexLock
        | WaitReason::WaitGroupWait
        | WaitReason::CondWait
        | WaitReason::Semacquire
        | WaitReason::Coroutine => {}
    }
    // A lock has a holder.
    for (obj, _) in &g.waits {
        let Some(o) = world.objs.get(obj) else { continue };
        let locks = matches!(o.kind, ObjKind::Mutex | ObjKind::RWMutex | ObjKind::Once);
        if let (true, Some(&go)) = (locks, o.holders.first()) {
            let dead = world.gos.get(&go).is_none_or(|h| h.state == GoState::Dead);
            let then = if dead { Then::Gone { go } } else { Then::Holder { go } };
            return (Some(*obj), then);
        }
    }
    // What this run will bring.
    let later = trace.events().iter().enumerate().skip(at);
    let woken = |k: &EventKind| matches!(k, EventKind::GoUnpark { go, .. } if *go == g.id);
    if let Some((event, e)) = later.clone().find(|(_, e)| woken(&e.kind))
        && e.go != GoId::RUNTIME
    {
        return (on(trace, event, g).or(first), Then::Later { go: e.go, event });
    }
    // A timer that sends, or that will.
    let timer = g.waits.iter().find_map(|(obj, _)| {
        let sends = |k: TimerKind| matches!(k, TimerKind::Chan { chan, .. } if chan == *obj);
        let t = world.timers.values().find(|t| sends(t.kind))?;
        Some((Some(*obj), Then::Timer { when: t.when }))
    });
    if let Some(found) = timer {
        return found;
    }
    if let Some((event, e)) = later.clone().find(|(_, e)| woken(&e.kind)) {
        return (on(trace, event, g).or(first), Then::Timer { when: e.at });
    }
    // Whoever has the object at hand, or had.
    for (obj, role) in &g.waits {
        if let Some(go) = acquainted(trace, at, world, g.id, *obj, *role) {
            return (Some(*obj), Then::Could { go });
        }
    }
    (first, Then::Nobody)
}

/// On which of its objects a goroutine was woken by the event before.
fn on(trace: &Trace, event: usize, g: &Goroutine) -> Option<ObjId> {
    let e = trace.events().get(event.checked_sub(1)?)?;
    let obj = object(&e.kind)?;
    g.waits.iter().any(|w| w.0 == obj).then_some(obj)
}

/// The object that an event serves waiters of.
fn object(k: &EventKind) -> Option<ObjId> {
    use EventKind as K;
    if let K::ChanSend { ch, .. } | K::ChanRecv { ch, .. } | K::ChanClose { ch } = k {
        return Some(*ch);
    }
    if let K::Counter { obj, .. }
    | K::Unlock { obj, .. }
    | K::CondSignal { obj, .. }
    | K::OnceState { obj, .. } = k
    {
        return Some(*obj);
    }
    None
}

/// Somebody alive who has the object in a variable, or who used it before; rather one who waits,
/// and not one who waits for the same.
fn acquainted(
    trace: &Trace,
    at: usize,
    world: &World,
    me: GoId,
    obj: ObjId,
    role: WaitRole,
) -> Option<GoId> {
    let rival = |g: &Goroutine| {
        let same = |r: &WaitRole| std::mem::discriminant(r) == std::mem::discriminant(&role);
        g.waits.iter().any(|(o, r)| *o == obj && same(r))
    };
    let fit = |g: &&Goroutine| g.id != me && g.state != GoState::Dead && !rival(g);
    let sees = |g: &&Goroutine| {
        g.frames.iter().flat_map(|f| &f.vars).any(|(_, _, v)| *v == Value::Obj(obj))
    };
    let holds = world.gos.values().map(|g| &**g).filter(|g| g.id != GoId::MAIN);
    if let Some(g) = holds.filter(fit).find(sees) {
        return Some(g.id);
    }
    let used = trace.events()[..at.min(trace.len())].iter().rev().find_map(|e| {
        let obj_of = object(&e.kind)?;
        world.gos.get(&e.go).map(|g| &**g).filter(|g| obj_of == obj && fit(g)).map(|g| g.id)
    });
    let main = || world.gos.get(&GoId::MAIN).map(|g| &**g).filter(fit).filter(sees).map(|g| g.id);
    used.or_else(main)
}
