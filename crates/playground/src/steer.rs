//! Decisions taken by hand: somebody else goes next, another case of a `select` is taken.
//!
//! A run with such decisions is as repeatable as any: each names its place by counting slices
//! and choices, which depend on nothing but the program, the settings and the decisions before.

use executor::{Choice, Env, Handle, Queues, Ready, Scheduler, Slice, Stopped, Strategy};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use trace::{Event, EventKind, GoId, ProcId, Trace, Tracer};

/// A decision taken by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Slice number `slice` (from 0) is cut after so much fuel, and `go` runs next; with no fuel
    /// at all `go` runs in its place.
    Run {
        /// Slice.
        slice: u32,
        /// Fuel; 0 for before the slice.
        after: u32,
        /// Who runs.
        go: GoId,
    },
    /// Choice number `choice` (from 0) falls on this alternative.
    Choose {
        /// Choice.
        choice: u32,
        /// Alternative, from 0.
        pick: u32,
    },
}

/// What somebody wants to happen at a moment of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// This goroutine runs next.
    Run(GoId),
    /// The `select` that comes next (see [`next_select`]) takes this one of its ready cases,
    /// counted among these from 0.
    Case(u16),
}

/// The ready cases, by index in source order, among which the `select` chooses that is decided
/// next after position `at`, with who decides and where; none if no choice comes before that
/// goroutine's next statement.
pub fn next_select(trace: &Trace, at: usize) -> Option<(GoId, usize, Vec<u16>)> {
    let events = trace.events();
    let looks = |e: &Event| matches!(e.kind, EventKind::SelectCase { .. });
    let first = events.get(at..)?.iter().position(|e| looks(e) || starts(e))? + at;
    let go = events.get(first).filter(|e| looks(e))?.go;
    // Cases that were looked at before `at` belong to it as well.
    let seen = events.iter().take(at).rev().take_while(|e| looks(e)).count();
    let mut ready = Vec::new();
    for (i, e) in events.iter().enumerate().skip(first - seen.min(first)).filter(|e| e.1.go == go) {
        if let EventKind::SelectCase { index, ready: r, .. } = e.kind {
            ready.extend(r.then_some(index));
        } else if i >= first {
            let chosen = matches!(e.kind, EventKind::SelectChoose { index: Some(_) });
            return (chosen && ready.len() > 1).then_some((go, i, ready));
        }
    }
    None
}

fn starts(e: &Event) -> bool {
    matches!(e.kind, EventKind::GoStart { .. })
}

/// Counts what a steered run has done so far.
#[derive(Default)]
pub(crate) struct Counts {
    slices: Cell<u32>,
    choices: Cell<u32>,
    /// Decisions by hand that were carried out.
    applied: Cell<usize>,
}

/// Lets a strategy decide, except where somebody did by hand.
pub(crate) struct Steered {
    inner: Box<dyn Scheduler>,
    picks: Vec<Pick>,
    counts: Rc<Counts>,
}

impl Steered {
    pub fn new(inner: Box<dyn Scheduler>, picks: &[Pick]) -> (Self, Rc<Counts>) {
        let counts = Rc::<Counts>::default();
        (Steered { inner, picks: picks.to_vec(), counts: counts.clone() }, counts)
    }

    fn due(&self) -> Option<Pick> {
        self.picks.get(self.counts.applied.get()).copied()
    }

    fn done(&self) {
        self.counts.applied.set(self.counts.applied.get() + 1);
    }
}

impl Scheduler for Steered {
    fn ready(&mut self, go: GoId, how: Ready, env: &mut Env<'_>) {
        self.inner.ready(go, how, env);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        self.inner.stopped(s, env);
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        let n = self.counts.slices.get();
        // Not runnable at that very moment, it goes as soon as it is.
        if let Some(Pick::Run { slice, after, go }) = self.due()
            && (slice < n || slice == n && after == 0)
            && self.inner.prefer(go, env)
        {
            self.done();
        }
        let mut next = self.inner.next(env)?;
        if let Some(Pick::Run { slice, after, .. }) = self.due()
            && slice == n
            && after > 0
        {
            next.fuel = next.fuel.min(after);
        }
        self.counts.slices.set(n + 1);
        Some(next)
    }

    fn choose(&mut self, what: Choice, n: u32) -> u32 {
        let at = self.counts.choices.get();
        self.counts.choices.set(at + 1);
        let own = self.inner.choose(what, n);
        match self.due() {
            Some(Pick::Choose { choice, pick }) if choice <= at => {
                self.done();
                if choice == at { pick } else { own }
            }
            Some(_) | None => own,
        }
    }

    fn prefer(&mut self, go: GoId, env: &mut Env<'_>) -> bool {
        self.inner.prefer(go, env)
    }

    fn strategy(&self) -> Strategy {
        self.inner.strategy()
    }

    fn queues(&self) -> Queues {
        self.inner.queues()
    }

    fn frontier(&self, now: u64) -> u64 {
        self.inner.frontier(now)
    }

    fn timer_home(&self) -> ProcId {
        self.inner.timer_home()
    }

    fn timer_fires(&mut self, home: ProcId, when: u64, env: &mut Env<'_>) {
        self.inner.timer_fires(home, when, env);
    }
}

/// Finds the place of a moment in a run, while that is repeated.
pub(crate) struct Seek {
    found: Rc<RefCell<Option<(usize, Pick)>>>,
}

impl Seek {
    /// Looks out for position `at` of the run, where `wish` is to come true.
    pub fn new(tracer: &Tracer, handle: Handle, counts: Rc<Counts>, at: usize, wish: Wish) -> Self {
        let found = Rc::<RefCell<_>>::default();
        let seek = Seek { found: found.clone() };
        let hook = move || {
            let pick = match wish {
                Wish::Run(go) => {
                    let (n, spent) = (counts.slices.get(), handle.spent());
                    let inside = handle.current() != GoId::RUNTIME;
                    let slice = if inside { n.saturating_sub(1) } else { n };
                    Pick::Run { slice, after: if inside { spent } else { 0 }, go }
                }
                Wish::Case(pick) => Pick::Choose {
                    choice: counts.choices.get().saturating_sub(1),
                    pick: u32::from(pick),
                },
            };
            *found.borrow_mut() = Some((counts.applied.get(), pick));
        };
        match at {
            0 => hook(),
            at => tracer.call_at(at, hook),
        }
        seek
    }

    /// How many earlier decisions stay, and the new one.
    pub fn found(&self) -> Option<(usize, Pick)> {
        *self.found.borrow()
    }
}
