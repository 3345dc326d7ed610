//! Threads from a goroutine to all that it waits for, or that its `select` looks at. They run in the gutters beside the
//! cards, so that they strike through nothing.

use super::layout::GAP;
use super::{Card, Lit, Rect, Scene, Thread, View};
use trace::{GoId, ObjId};

/// How far from the cards the gutter's middle is.
const GUTTER: f32 = 9.0;
/// Space between threads that share a gutter, and between a goroutine and its thread.
const APART: f32 = 3.0;
const BELOW: f32 = 2.0;

/// All threads of a moment. Each seat is a place at which somebody waits who stands elsewhere.
pub fn of(view: &View<'_>, scene: &Scene, seats: &[(GoId, ObjId, Rect)]) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    // Threads of one goroutine share a track.
    let mut tracks: Vec<GoId> = Vec::new();
    for (go, _, seat) in seats {
        let around = scene.cards.iter().find(|c| c.rect.overlaps(seat));
        let (Some(token), Some(card)) = (scene.go(*go), around) else { continue };
        let track = track_of(&mut tracks, *go);
        let left = seat.centre().0 < card.rect.centre().0;
        let end = match (card.key == "timers", left) {
            // Between the seat and the edge there is a clock.
            (true, _) => card.rect.x,
            (false, true) => seat.x,
            (false, false) => seat.x + seat.w,
        };
        let left = left || card.key == "timers";
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

/// Out below a goroutine to the gutter beside its card, along the gap below or above that to the edge of the stage, down
/// or up there to the gap above the other card, along it to the gutter beside that card, and in from the side. Where
/// two of these are one, there is no detour.
fn route(
    scene: &Scene,
    from: &Rect,
    card: &Rect,
    to: (f32, f32),
    left: bool,
    track: f32,
) -> Vec<(f32, f32)> {
    let out = GUTTER - track;
    let beside = |r: &Rect, left: bool| if left { r.x - out } else { r.x + r.w + out };
    let edges = scene.cards.iter().map(|c| (c.rect.x, c.rect.x + c.rect.w));
    let (first, last) = edges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default();
    let (start, below) = (from.centre().0, from.y + from.h + BELOW);
    let gutter = beside(card, left);
    let mut points = vec![(start, from.y + from.h), (start, below)];
    let home = scene.cards.iter().find(|c| c.rect.overlaps(from));
    if let Some(home) = home {
        // Processors have their names at the left, and much at the right.
        let west = home.key == "procs" || start < home.rect.centre().0;
        let own = beside(&home.rect, west);
        points.push((own, below));
        if (own - gutter).abs() > 1.0 && home.rect != *card {
            let gap = card.y - GAP / 2.0 + track;
            let under = home.rect.y < card.y;
            let leaves = if under { home.rect.y + home.rect.h } else { home.rect.y - GAP };
            let level = leaves + GAP / 2.0;
            // Neighbours share a gap, and all threads of a gap are no farther apart than its tracks.
            if home.rect.y != card.y && (level - gap).abs() > 2.0 * APART + 0.1 {
                let edge = if gutter < (first + last) / 2.0 { first - out } else { last + out };
                points.extend([(own, level), (edge, level), (edge, gap)]);
            } else {
                points.push((own, gap));
            }
            points.push((gutter, gap));
        }
    }
    points.extend([(gutter, to.1), to]);
    points.dedup_by(|a, b| (a.0 - b.0).abs() + (a.1 - b.1).abs() < 1.0);
    points
}
