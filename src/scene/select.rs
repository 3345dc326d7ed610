//! A `select` at work: the cases it looks at, then the one it takes.

use super::{Lit, View};
use trace::{EventKind, GoId, ObjId};

/// Events before the cursor that may belong to one `select`.
const MOST: usize = 80;

/// A case: its channel, how it is, and whether it would send.
pub type Case = (ObjId, Lit, bool);

/// Who selects at the cursor, and what it sees of each channel.
#[inline(never)]
pub fn cases(view: &View<'_>) -> Option<(GoId, Vec<Case>)> {
    let events = view.narrator.trace.events();
    let past = &events[..view.cursor.min(events.len())];
    let go = past.last()?.go;
    let mut taken = None;
    let mut cases: Vec<(u16, ObjId, Lit, bool)> = Vec::new();
    for e in past.iter().rev().take(MOST) {
        if let EventKind::SelectCase { index, ch, ready, send } = e.kind {
            if e.go != go {
                break;
            }
            let lit = if ready { Lit::Ready } else { Lit::Blocked };
            cases.extend(ch.map(|ch| (index, ch, lit, send)));
            continue;
        }
        if !cases.is_empty() || e.go != go {
            break;
        }
        if let EventKind::SelectChoose { index } = e.kind {
            taken = index;
        } else if taken.is_some() || !belongs(&e.kind) {
            break;
        }
    }
    for (index, _, lit, _) in &mut cases {
        if taken == Some(*index) {
            *lit = Lit::Chosen;
        }
    }
    let list: Vec<_> = cases.into_iter().map(|(_, ch, lit, send)| (ch, lit, send)).collect();
    Some((go, list)).filter(|(_, list)| !list.is_empty())
}

/// Whether an event may be what a choice did.
fn belongs(kind: &EventKind) -> bool {
    let moves = matches!(kind, EventKind::ChanSend { .. } | EventKind::ChanRecv { .. });
    moves || matches!(kind, EventKind::GoUnpark { .. } | EventKind::Enqueue { .. })
}
