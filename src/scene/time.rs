//! Timers and sleepers on a clock, the next one first, and those who wait on nothing that has a card.

use super::layout::{Builder, HEAD, SMALL_H, cut, mono};
use super::{Align, Card, Dial, Rect, Style};
use crate::i18n::time;
use crate::say;
use trace::{EventKind, GoId, GoState, ObjId, ObjKind, Object, Timer, TimerKind, WaitReason};

const MAX_ROWS: usize = 6;
const LINE: f32 = 36.0;
/// Lines of the list beside the clock, and their height.
const DUE: usize = 3;
const DUE_LINE: f32 = 34.0;
/// A context's timer is set so long after the context was made, at most, nanoseconds.
const SETUP: u64 = 10_000;
/// Room for one of them: who, by a number of three digits, and when.
const DUE_ROOM: f32 = 112.0;
/// Width of a column of that list, where there is room for several.
const DUE_COLUMN: f32 = 200.0;

/// The clock, at the top if the program is about timers.
pub fn first(b: &mut Builder<'_, '_>) {
    if b.view.plan.timers > 0 && b.view.plan.clocks {
        let card = b.row("timers", HEAD + DUE as f32 * DUE_LINE + 16.0);
        timers(b, card);
    }
}

/// The clock if goroutines only sleep.
pub fn build(b: &mut Builder<'_, '_>) {
    if b.view.plan.timers > 0 && !b.view.plan.clocks {
        let card = b.cell("timers", HEAD + DUE as f32 * DUE_LINE + 16.0);
        timers(b, card);
    }
}

/// The card of other waits, once all have their places who wait at an object.
pub fn rest(b: &mut Builder<'_, '_>) {
    if b.view.plan.elsewhere > 0 {
        elsewhere(b);
    }
}

/// A clock with a mark for each deadline, and beside it who waits for them.
#[inline(never)]
fn timers(b: &mut Builder<'_, '_>, mut card: Card) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let mut list: Vec<_> = world.timers.iter().collect();
    list.sort_by_key(|(id, t)| (t.when, **id));
    let r = card.rect;
    let side = if r.w < 250.0 { (r.w - 39.0 - DUE_ROOM).clamp(50.0, 78.0) } else { 100.0 };
    let middle = r.y + HEAD + 2.0 + DUE as f32 * DUE_LINE / 2.0;
    let face = Rect::new(r.x + 15.0, middle - side / 2.0, side, side);
    let turn = b.view.plan.turn;
    let angle = |t: u64| t as f64 / turn as f64;
    let within = list.iter().filter(|(_, t)| (world.now..=world.now + turn).contains(&t.when));
    let due = within.map(|(id, t)| (**id, angle(t.when))).collect();
    card.dial = Some(Dial { rect: face, hand: angle(world.now), due });

    let left = face.x + side + if r.w < 250.0 { 9.0 } else { 14.0 };
    let columns = (((r.x + r.w - 15.0 - left) / DUE_COLUMN) as usize).clamp(1, 3);
    let width = (r.x + r.w - 15.0 - left) / columns as f32;
    let more = list.len().saturating_sub(columns * DUE);
    let more = if more > 0 { say!(lang, "stage.more_timers", n = more) } else { String::new() };
    // The one that was just set is among those that are seen.
    if let Some(i) = just_set(b).and_then(|obj| list.iter().position(|(id, _)| **id == obj))
        && i >= columns * DUE
    {
        let entry = list.remove(i);
        list.insert(columns * DUE - 1, entry);
    }
    let sub = say!(lang, "stage.turn", t = round(turn));
    b.head(&mut card, Style::Title, &say!(lang, "stage.timers"), &sub, &more);
    for (i, (id, t)) in list.iter().take(columns * DUE).enumerate() {
        let x = left + width * (i / DUE) as f32;
        let gap = if columns > 1 { 22.0 } else { 0.0 };
        let cy = r.y + HEAD + 2.0 + DUE_LINE * ((i % DUE) as f32 + 0.5);
        entry(b, &mut card, **id, t, Rect::new(x, cy - 11.0, width - gap, 22.0), i == 0);
    }
    if list.is_empty() {
        let at = Rect::new(left, face.y + side / 2.0 - 11.0, r.x + r.w - 15.0 - left, 22.0);
        card.text(at, &say!(lang, "stage.no_timers"), Style::Label, Align::Left);
    }
    b.push(card);
}

/// The timer that the last event has set.
fn just_set(b: &Builder<'_, '_>) -> Option<ObjId> {
    if let EventKind::TimerSet { obj, .. } = b.view.last_event()?.kind { Some(obj) } else { None }
}

/// One timer: who sleeps until then, or what it does, and when.
#[inline(never)]
fn entry(b: &mut Builder<'_, '_>, card: &mut Card, id: ObjId, t: &Timer, at: Rect, next: bool) {
    // A tick that nobody has taken yet.
    let late = t.when < b.world().now;
    let when = if late { say!(b.view.narrator.lang, "stage.due") } else { time(t.when) };
    let w = mono(&when, 12.0) + 6.0;
    let style = if next { Style::Next } else { Style::Meta };
    card.text(Rect::new(at.x + at.w - w, at.y, w, 22.0), &when, style, Align::Right);
    let (cy, room) = (at.y + 11.0, at.w - w - 4.0);
    let (chars, fits) = (if room > 110.0 { 9 } else { 0 }, (room / 7.4).max(0.0) as usize);
    let named = |chan| b.view.plan.chans.iter().any(|s| s.objs.iter().any(|(o, ..)| *o == chan));
    let own = b.world().objs.get(&id).map(|o| b.view.narrator.trace.text(o.name).to_string());
    let own = own.filter(|name| !name.is_empty());
    let name = match t.kind {
        TimerKind::Sleep(g) => {
            b.go(g, at.x, cy, chars);
            return;
        }
        TimerKind::Chan { chan, .. } => {
            let queue = b.world().objs.get(&chan).map(|o| o.recvq.as_slice()).unwrap_or_default();
            match queue.first().filter(|_| !named(chan)) {
                Some(&g) if b.is_placed(g) => {
                    let seat = Rect::new(at.x, cy - SMALL_H / 2.0, b.go_width(g, 0), SMALL_H);
                    return b.seat(card, g, chan, seat);
                }
                Some(&g) => {
                    b.go(g, at.x, cy, chars);
                    return;
                }
                None if named(chan) => format!("→ {}", b.view.narrator.obj(chan)),
                None => format!("→ {}", own.unwrap_or_else(|| unnamed(b, id))),
            }
        }
        // A context has no other timer than its deadline.
        TimerKind::Func => own.unwrap_or_else(|| {
            let context = of_context(b, t.when);
            let names = match context.as_deref() {
                Some(name) => [name, "context", "ctx"],
                None => ["time.AfterFunc", "AfterFunc", "func()"],
            };
            names.into_iter().find(|n| n.len() <= fits).unwrap_or(names[2]).to_string()
        }),
    };
    // Where it was made says more than the beginning of its type; a name, more than the arrow before it.
    let name = match name.rfind('@') {
        _ if name.chars().count() <= fits => name,
        Some(i) => format!("→ {}", &name[i..]),
        None => name.trim_start_matches("→ ").to_string(),
    };
    card.text(Rect::new(at.x, at.y, room, 22.0), &cut(&name, fits), Style::Mono, Align::Left);
}

/// `Ticker @18`: what was made where.
fn unnamed(b: &Builder<'_, '_>, id: ObjId) -> String {
    b.view.narrator.obj(id).trim_start_matches("*time.").to_string()
}

/// The context whose deadline this is: its timer is set a few instructions after the context was made.
fn of_context(b: &Builder<'_, '_>, when: u64) -> Option<String> {
    let late = |o: &Object| match o.deadline {
        Some(due) if o.kind == ObjKind::Context && !o.closed => when.checked_sub(due),
        _ => None,
    };
    let all = b.world().objs.values().filter_map(|o| Some((late(o)?, o.id)));
    let (_, context) = all.filter(|(late, _)| *late < SETUP).min()?;
    Some(b.view.narrator.obj(context))
}

/// A round time without zeros at its end: `0.5 s`, `20 ms`.
fn round(t: u64) -> String {
    let units = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs"), (1, "ns")];
    let fits = units.iter().find(|(unit, _)| t >= *unit).unwrap_or(&(1, "ns"));
    format!("{} {}", t / fits.0, fits.1)
}

#[inline(never)]
fn elsewhere(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let lone: Vec<(GoId, WaitReason)> = (world.gos.values())
        .filter_map(|g| match g.state {
            GoState::Waiting(WaitReason::Sleep | WaitReason::IoWait) => None,
            GoState::Waiting(r) if !b.is_placed(g.id) => Some((g.id, r)),
            _ => None,
        })
        .collect();
    let rows = b.view.plan.elsewhere.min(MAX_ROWS);
    // Its place is kept, and empty until somebody is there.
    let mut card = b.cell("elsewhere", HEAD + rows as f32 * LINE + 12.0);
    if lone.is_empty() {
        return;
    }
    b.head(&mut card, Style::Title, &say!(lang, "stage.elsewhere"), "", "");
    let r = card.rect;
    for (i, (g, reason)) in lone.iter().take(rows).enumerate() {
        let cy = r.y + HEAD + LINE * i as f32 + LINE / 2.0;
        let token = b.go(*g, r.x + 15.0, cy, 0);
        let x = token.x + token.w + 6.0;
        let more = if i + 1 == rows && lone.len() > rows {
            format!(" +{}", lone.len() - rows)
        } else {
            String::new()
        };
        let text = format!("{}{more}", reason.text());
        card.text(
            Rect::new(x, cy - 11.0, r.x + r.w - 6.0 - x, 22.0),
            &text,
            Style::Label,
            Align::Left,
        );
    }
    b.push(card);
}
