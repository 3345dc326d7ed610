//! Threads from a goroutine to all that it waits for, or that its `select` looks at. They run in the gutters beside the
//! cards, so that they strike through nothing.

use super::layout::GAP;
use super::{Card, Lit, Rect, Scene, Thread, View};
use trace::{GoId, ObjId};

/// How far from the cards the gutter's middle is.
const GUTTER: f32 = 9.0;
/// Space between threads that share a gutter, and between a goroutine and its thread.
const APART: f32 = 3.0;
const BELOW: f32 = 4.0;

/// All threads of a moment. Each seat is a place at which somebody waits who stands elsewhere.
pub fn of(view: &View<'_>, scene: &Scene, seats: &[(GoId, ObjId, Rect)]) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    // Threads of one goroutine share a track.
    let mut tracks: Vec<GoId> = Vec::new();
    for (go, obj, seat) in seats {
        let (Some(token), Some(card)) = (scene.go(*go), scene.card_of(*obj)) else { continue };
        let track = track_of(&mut tracks, *go);
        let left = seat.centre().0 < card.rect.centre().0;
        let end = if left { seat.x } else { seat.x + seat.w };
        let points = route(scene, &token.rect, &card.rect, (end, seat.centre().1), left, track);
        threads.push(Thread { lit: Lit::Waits, points });
    }
    if let Some((go, cases)) = super::select::cases(view)
        && let Some(token) = scene.go(go)
    {
        let track = track_of(&mut tracks, go);
        for (obj, lit, send) in cases {
            let Some(card) = scene.card_of(obj) else { continue };
            // To the side of the card where it would stand, or to the one that is at the stage's own edge.
            let (r, left) = (card.rect, send || card.rect.x == scene.cards[0].rect.x);
            let end = if left { r.x } else { r.x + r.w };
            let points = route(scene, &token.rect, &r, (end, level(card)), left, track);
            threads.push(Thread { lit, points });
        }
    }
    threads
}

fn track_of(tracks: &mut Vec<GoId>, go: GoId) -> f32 {
    let known = tracks.iter().position(|g| *g == go);
    let i = known.unwrap_or_else(|| {
        tracks.push(go);
        tracks.len() - 1
    });
    APART * (i % 3) as f32
}

/// The height at which values lie on a card.
fn level(card: &Card) -> f32 {
    card.frames.first().map_or(card.rect.centre().1, |f| f.0.centre().1)
}

/// Out below a goroutine to the edge of the stage, down there to the gap above the card, along the gap to the gutter
/// beside the card, and in from the side.
fn route(
    scene: &Scene,
    from: &Rect,
    card: &Rect,
    to: (f32, f32),
    left: bool,
    track: f32,
) -> Vec<(f32, f32)> {
    let out = GUTTER - track;
    let gutter = if left { card.x - out } else { card.x + card.w + out };
    let edges = scene.cards.iter().map(|c| (c.rect.x, c.rect.x + c.rect.w));
    let (first, last) = edges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default();
    let start = from.centre().0;
    // Processors have their names at the left, and much at the right.
    let home = scene.cards.iter().find(|c| c.rect.overlaps(from));
    let west = home.is_none_or(|c| c.key == "procs") || start < (first + last) / 2.0;
    let edge = if west { first - out } else { last + out };
    let below = from.y + from.h + BELOW;
    let gap = card.y - GAP / 2.0 + track;
    let mut points = vec![(start, from.y + from.h), (start, below)];
    match home.map(|c| c.rect) {
        // Within its own card there is only its side to reach.
        Some(own) if own == *card => points.push((gutter, below)),
        _ if (edge - gutter).abs() < 1.0 => points.push((gutter, below)),
        _ => points.extend([(edge, below), (edge, gap), (gutter, gap)]),
    }
    points.extend([(gutter, to.1), to]);
    points
}
