//! Channels: waiting senders with their values, the buffer, waiting receivers.

use super::layout::{Builder, HEAD, SMALL_H, mono, words};
use super::plan::Need;
use super::{Align, Card, Rect, Style};
use crate::say;
use trace::{GoId, ObjId, ObjKind, Object, WaitRole};

/// At most so many waiters are drawn below each other.
const MAX_WAITERS: usize = 4;
/// Where the stage is narrow.
const NARROW_WAITERS: usize = 2;
const LINE: f32 = 38.0;
/// Room for an arrow above and below a buffer.
const ARROW: f32 = 20.0;

/// Height of the box that says why somebody is blocked, where the stage is narrow, and at most so many channels that
/// have it there.
const WHY_NARROW: f32 = 72.0;
const MAX_TOLD: usize = 2;

/// Room for a queue of so many where the stage is narrow.
fn queue_height(most: usize) -> f32 {
    if most == 0 { 0.0 } else { ARROW + LINE * most.min(NARROW_WAITERS) as f32 }
}

/// One card for each channel: full width while they are few, two abreast when many.
pub fn build(b: &mut Builder<'_, '_>) {
    let plan = b.view.plan;
    let chans = &plan.chans;
    // Where there is more to see than channels, two of them share a row.
    let many = chans.len() > 2 || chans.len() == 2 && (plan.clocks || !plan.contexts.is_empty());
    let abreast = if many && b.width >= 640.0 { 2 } else { 1 };
    b.start_columns(abreast);
    for spot in chans {
        let (obj, ObjKind::Chan { cap }, need) = spot.now(b.world()) else { continue };
        card(b, obj, cap, need, abreast == 2 || b.narrow());
    }
    b.end_row();
}

/// Side of a buffer's cell and how many are drawn.
fn cells(cap: u32, room: f32) -> (f32, usize) {
    let cap = cap.min(200) as usize;
    for side in [46.0, 36.0, 28.0] {
        if cap as f32 * (side + 7.0) <= room {
            return (side, cap);
        }
    }
    // What does not fit is counted below.
    (28.0, (room / 35.0).max(1.0) as usize)
}

fn card(b: &mut Builder<'_, '_>, obj: ObjId, cap: u32, need: Need, tight: bool) {
    let lang = b.view.narrator.lang;
    let stacked = b.narrow();
    let waiters = need.sendq.max(need.recvq).clamp(1, MAX_WAITERS) as f32;
    // Room above and below the buffer, if this run ever needs it.
    let above = queue_height(need.sendq);
    let pipe =
        if stacked { 70.0 + above + queue_height(need.recvq) } else { (LINE * waiters).max(66.0) };
    let why = match (tight, stacked) {
        (_, true) if b.view.plan.chans.len() <= MAX_TOLD => WHY_NARROW,
        (false, false) => 52.0,
        (_, _) => 0.0,
    };
    let labels = if stacked { 0.0 } else { 24.0 };
    let height = HEAD + pipe + labels + 10.0 + if need.sendq + need.recvq > 0 { why } else { 0.0 };
    let mut card = b.cell(&format!("o{}", obj.0), height);
    b.show(&mut card, obj, &need);
    let Some(o) = b.world().objs.get(&obj).cloned() else {
        return b.ghost(card, need.name, need.typ);
    };
    let narrator = &b.view.narrator;
    let mut sub = narrator.trace.text(o.typ).to_string();
    let library = !sub.is_empty() && !sub.contains("chan");
    let name = match sub.as_str() {
        // The library makes it, at the first call of `Done`.
        context if library && context.starts_with("context") => "Done()".to_string(),
        "" => format!("chan {obj}"),
        _ => narrator.obj(obj),
    };
    if library {
        sub = "chan struct{}".to_string();
    }
    if cap > 0 {
        let n = o.values.len().to_string();
        sub = say!(lang, "stage.chan.buffer", typ = sub, n = n, cap = cap.to_string());
    } else {
        sub = say!(lang, "stage.chan.unbuffered", typ = sub);
    }
    if o.closed {
        sub = say!(lang, "stage.chan.closed", what = sub);
    }
    let made = if o.line > 0 {
        say!(lang, "stage.made", line = o.line.to_string())
    } else {
        String::new()
    };
    b.head(&mut card, Style::Code, &name, &sub, if tight { "" } else { &made });

    let r = card.rect;
    // Where nobody ever waits, the buffer may take the places.
    let sides = match need.sendq + need.recvq {
        0 => 60.0,
        // Senders have their values with them.
        _ if tight && need.sendq == 0 => 170.0,
        _ => 264.0,
    };
    let wide = if cap > 6 { 0.6 } else { 0.42 };
    let room = if stacked { r.w - 80.0 } else { (r.w * wide).min(r.w - sides).max(60.0) };
    let (side, shown) = cells(cap, room);
    let bw = if cap == 0 { 34.0 } else { shown as f32 * (side + 7.0) + 11.0 };
    let bh = if cap == 0 { 54.0 } else { side + 20.0 };
    let by = if stacked { r.y + HEAD + above } else { r.y + HEAD + (pipe - bh) / 2.0 };
    let buffer = Rect::new(r.x + (r.w - bw) / 2.0, by, bw, bh);
    card.frames.push((buffer, false));
    let cell =
        |i: usize| Rect::new(buffer.x + 9.0 + i as f32 * (side + 7.0), buffer.y + 10.0, side, side);
    for (i, v) in o.values.iter().take(shown).enumerate() {
        let key = format!("v{}-{}", obj.0, o.taken as usize + i);
        b.value(key, &b.view.narrator.value(*v), cell(i), false);
    }
    // Under the values, too: what comes and goes are values alone.
    card.slots.extend((0..shown).map(cell));
    if cap == 0 {
        card.slots.push(buffer);
    }
    // Places beyond those that are drawn.
    let more = (cap as usize).saturating_sub(shown);
    let more = match more {
        0 => String::new(),
        n if tight => format!("+{n}"),
        n => say!(lang, "stage.more_places", n = n),
    };
    let chars = if tight && !stacked { 0 } else { 12 };
    if stacked {
        line_up(b, &mut card, &o.sendq, obj, Side::Above(buffer), chars);
        line_up(b, &mut card, &o.recvq, obj, Side::Below(buffer), chars);
        let (up, down) = (buffer.y - ARROW - LINE, buffer.y + buffer.h + ARROW);
        let rows = [
            (need.sendq, &o.sendq, up, "stage.no_senders"),
            (need.recvq, &o.recvq, down, "stage.no_receivers"),
        ];
        for (_, _, y, label) in
            rows.into_iter().filter(|(ever, now, ..)| *ever > 0 && now.is_empty())
        {
            let at = Rect::new(r.x + 15.0, y + LINE / 2.0 - 11.0, r.w - 30.0, 22.0);
            card.text(at, &say!(lang, label), Style::Label, Align::Middle);
        }
        if !more.is_empty() {
            let x = buffer.x + buffer.w + 4.0;
            let at = Rect::new(x, buffer.y + buffer.h / 2.0 - 9.0, r.x + r.w - 4.0 - x, 18.0);
            card.text(at, &more, Style::Label, Align::Left);
        }
    } else {
        let from = b.marks();
        line_up(b, &mut card, &o.sendq, obj, Side::Left(buffer), chars);
        let senders = b.extent_since(from);
        let from = b.marks();
        line_up(b, &mut card, &o.recvq, obj, Side::Right(buffer), chars);
        let receivers = b.extent_since(from);
        let y = r.y + HEAD + pipe + 1.0;
        let third = (r.w - bw) / 2.0 - 16.0;
        // A caption stands below the middle of those that it names; nobody's, beside the buffer.
        let mut caption = |gos: &[GoId],
                           group: Option<(f32, f32)>,
                           free: Rect,
                           keys: (&str, &str),
                           align| {
            let key = if group.is_some() { keys.0 } else { keys.1 };
            let mut text = say!(lang, key);
            if gos.len() > MAX_WAITERS {
                text += &format!(" +{}", gos.len() - MAX_WAITERS);
            }
            let w = words(&text, 12.0) + 8.0;
            let (at, align) = match group {
                Some((a, b)) => {
                    // Beside the caption below the buffer, and on the card.
                    let x = (a + b - w) / 2.0;
                    let before = buffer.x - 12.0 - w;
                    let x =
                        if free.x < buffer.x { x.min(before) } else { x.max(buffer.x + bw + 12.0) };
                    let x = x.clamp(r.x + 4.0, r.x + r.w - w - 4.0);
                    (Rect { x, w, ..free }, Align::Middle)
                }
                None => (free, align),
            };
            card.text(at, &text, Style::Label, align);
            at
        };
        let free = Rect::new(r.x + 10.0, y, third, 20.0);
        // A narrow card names those who wait, and no others; so does one at which nobody ever waits.
        let ever = need.sendq + need.recvq > 0;
        let named = |group: Option<(f32, f32)>| group.is_some() || !tight && ever;
        let keys = ("stage.senders", "stage.no_senders");
        let left = named(senders).then(|| caption(&o.sendq, senders, free, keys, Align::Right));
        let free = Rect::new(buffer.x + bw + 10.0, y, third, 20.0);
        let keys = ("stage.receivers", "stage.no_receivers");
        let right = named(receivers).then(|| caption(&o.recvq, receivers, free, keys, Align::Left));
        let mid = if cap > 0 { say!(lang, "stage.oldest") } else { say!(lang, "stage.meeting") };
        let mid = if more.is_empty() { mid } else { more };
        let beside = |w: f32| Rect::new(buffer.x + (bw - w) / 2.0, y, w, 20.0);
        let w = words(&mid, 12.0);
        // What waits says more than what the buffer is.
        if ![left, right].into_iter().flatten().any(|caption| caption.overlaps(&beside(w))) {
            card.text(beside(w + 24.0), &mid, Style::Label, Align::Middle);
        }
    }
    if o.sendq.is_empty() && o.recvq.is_empty() && why > 0.0 && need.sendq + need.recvq > 0 {
        hint(b, &mut card, &o, cap, why);
    } else {
        why_line(b, &mut card, &o.sendq, &o.recvq, why);
    }
    b.push(card);
}

/// What the next operation would meet, while nobody waits; not said while that is the question.
fn hint(b: &Builder<'_, '_>, card: &mut Card, o: &Object, cap: u32, height: f32) {
    let (lang, held) = (b.view.narrator.lang, o.values.len() as u32);
    if b.view.asked {
        return;
    }
    let head = o.values.first().map_or(String::new(), |v| b.view.narrator.value(*v));
    let text = match (o.closed, held) {
        (true, 0) => say!(lang, "stage.hint.drained"),
        (true, _) => say!(lang, "stage.hint.closed", v = head),
        (false, 0) if cap == 0 => say!(lang, "stage.hint.meet"),
        (false, 0) => say!(lang, "stage.hint.empty"),
        (false, n) if n == cap => say!(lang, "stage.hint.full", v = head),
        (false, _) => say!(lang, "stage.hint.some", v = head),
    };
    boxed(card, &text, Style::Hint, height);
}

/// A text in a box at a card's bottom, as high as its lines need and at most `height`.
fn boxed(card: &mut Card, text: &str, style: Style, height: f32) {
    let r = card.rect;
    let lines = (mono(text, 12.0) / (r.w - 54.0)).ceil().max(1.0);
    let h = (18.0 + 16.0 * lines).min(height - 6.0);
    let at = Rect::new(r.x + 15.0, r.y + r.h - h - 10.0, r.w - 30.0, h);
    card.text(at, text, style, Align::Left);
}

enum Side {
    Left(Rect),
    Right(Rect),
    Above(Rect),
    Below(Rect),
}

/// Waiters in order; the first stands nearest to the buffer.
#[inline(never)]
fn line_up(
    b: &mut Builder<'_, '_>,
    card: &mut Card,
    gos: &[GoId],
    obj: ObjId,
    side: Side,
    chars: usize,
) {
    let r = card.rect;
    let most =
        if matches!(side, Side::Above(_) | Side::Below(_)) { NARROW_WAITERS } else { MAX_WAITERS };
    let shown = gos.len().min(most);
    for (i, &g) in gos.iter().take(shown).enumerate() {
        let held = held_value(b, g, obj);
        let w = b.go_width(g, chars);
        let vw = if held.is_some() { 44.0 } else { 0.0 };
        let (x, cy, vx) = match &side {
            Side::Left(f) => {
                let cy = centre_of(f, i, shown);
                (f.x - 26.0 - vw - w, cy, f.x - 20.0 - vw)
            }
            Side::Right(f) => (f.x + f.w + 26.0, centre_of(f, i, shown), 0.0),
            Side::Above(f) => {
                let x = r.x + (r.w - w - vw) / 2.0;
                (x, f.y - 20.0 - ARROW - LINE * i as f32, x + w + 8.0)
            }
            Side::Below(f) => {
                (r.x + (r.w - w) / 2.0, f.y + f.h + 20.0 + ARROW + LINE * i as f32, 0.0)
            }
        };
        if b.is_placed(g) {
            // It stands at another channel of its `select`; here a thread ends.
            let w = b.go_width(g, 0);
            let x = match &side {
                Side::Left(f) => f.x - 26.0 - w,
                Side::Right(f) => f.x + f.w + 26.0,
                Side::Above(_) | Side::Below(_) => r.x + (r.w - w) / 2.0,
            };
            b.seat(card, g, obj, Rect::new(x, cy - SMALL_H / 2.0, w, SMALL_H));
            continue;
        }
        b.go(g, x.max(r.x + 8.0), cy, chars);
        if let Some(text) = held {
            b.value(
                format!("w{}-{}", g.0, obj.0),
                &text,
                Rect::new(vx, cy - 17.0, 34.0, 34.0),
                true,
            );
        }
        let middle = r.x + r.w / 2.0 - 9.0;
        let (at, arrow) = match &side {
            Side::Left(f) => (Rect::new(f.x - 20.0, cy - 11.0, 18.0, 22.0), "→"),
            Side::Right(f) => (Rect::new(f.x + f.w + 4.0, cy - 11.0, 18.0, 22.0), "→"),
            Side::Above(f) => (Rect::new(middle, f.y - 22.0, 18.0, 20.0), "↓"),
            Side::Below(f) => (Rect::new(middle, f.y + f.h + 2.0, 18.0, 20.0), "↓"),
        };
        if i == 0 {
            card.text(at, arrow, Style::Label, Align::Middle);
        }
    }
    if gos.len() > shown {
        let text = format!("+{}", gos.len() - shown);
        let at = match side {
            // The caption tells it.
            Side::Left(_) | Side::Right(_) => return,
            Side::Above(f) => Rect::new(r.x + r.w - 50.0, f.y - 28.0, 40.0, 18.0),
            Side::Below(f) => Rect::new(r.x + r.w - 50.0, f.y + f.h + 10.0, 40.0, 18.0),
        };
        card.text(at, &text, Style::Label, Align::Middle);
    }
}

fn centre_of(f: &Rect, i: usize, n: usize) -> f32 {
    f.y + f.h / 2.0 + LINE * (i as f32 - (n as f32 - 1.0) / 2.0)
}

/// The value that a parked sender brings to `obj`, as text.
fn held_value(b: &Builder<'_, '_>, go: GoId, obj: ObjId) -> Option<String> {
    let g = b.world().gos.get(&go)?;
    g.waits.iter().find_map(|(o, role)| match role {
        WaitRole::Send(v) if *o == obj => Some(b.view.narrator.value(*v)),
        _ => None,
    })
}

/// Why the first waiter (or the selected one) is blocked.
pub fn why_line(
    b: &Builder<'_, '_>,
    card: &mut Card,
    first: &[GoId],
    second: &[GoId],
    height: f32,
) {
    let all = || first.iter().chain(second);
    let selected = all().find(|g| Some(**g) == b.view.selected);
    let Some((title, text)) = selected.or(all().next()).and_then(|&g| b.view.narrator.why(g))
    else {
        return;
    };
    if height > 0.0 {
        boxed(card, &format!("**{title}** {text}"), Style::Why, height);
    }
}
