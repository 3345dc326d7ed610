//! Decisions taken by hand: somebody else goes next, another case of a `select` is taken.

use executor::{Handle, Pick, SteerCounts};
use std::cell::RefCell;
use std::rc::Rc;
use trace::{Event, EventKind, GoId, Trace, Tracer};

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

/// Finds the place of a moment in a run, while that is repeated.
pub(crate) struct Seek {
    found: Rc<RefCell<Option<(usize, Pick)>>>,
}

impl Seek {
    /// Looks out for position `at` of the run, where `wish` is to come true.
    pub fn new(
        tracer: &Tracer,
        handle: Handle,
        counts: SteerCounts,
        at: usize,
        wish: Wish,
    ) -> Self {
        let found = Rc::<RefCell<_>>::default();
        let seek = Seek { found: found.clone() };
        let hook = move || {
            let pick = match wish {
                Wish::Run(go) => {
                    let (n, spent) = (counts.slices(), handle.spent());
                    let inside = handle.current() != GoId::RUNTIME;
                    let slice = if inside { n.saturating_sub(1) } else { n };
                    Pick::Run { slice, after: if inside { spent } else { 0 }, go }
                }
                Wish::Case(pick) => Pick::Choose {
                    choice: counts.choices().saturating_sub(1),
                    pick: u32::from(pick),
                },
            };
            *found.borrow_mut() = Some((counts.applied(), pick));
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
