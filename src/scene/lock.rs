//! Locks, counters, conditions and everything else that goroutines queue for.

use super::layout::{Builder, HEAD, SMALL_H, mono, words};
use super::plan::Need;
use super::{Align, Card, Rect, Style};
use crate::i18n::time;
use crate::say;
use trace::{EventKind, GoId, GoState, ObjId, ObjKind, Object, WaitRole};

/// Events before the cursor that are searched for who read and wrote.
const FAR: usize = 500;

/// One small card for each object.
pub fn build(b: &mut Builder<'_, '_>) {
    let plan = b.view.plan;
    for spot in &plan.others {
        match spot.now(b.world()) {
            (obj, ObjKind::Group, need) => super::group::card(b, obj, need),
            (obj, kind, need) => card(b, obj, kind, need),
        }
    }
}

fn is_lock(kind: ObjKind) -> bool {
    matches!(kind, ObjKind::Mutex | ObjKind::RWMutex)
}

fn card(b: &mut Builder<'_, '_>, obj: ObjId, kind: ObjKind, need: Need) {
    let waits = if need.sendq > 0 { 34.0 } else { 22.0 };
    let height = HEAD + 44.0 + waits + 8.0;
    let mut card = b.cell(&format!("o{}", obj.0), height);
    b.show(&mut card, obj, &need);
    let Some(o) = b.world().objs.get(&obj).cloned() else {
        return b.ghost(card, need.name, need.typ);
    };
    let lang = b.view.narrator.lang;
    let name = b.view.narrator.obj(obj);
    let mut sub = b.view.narrator.trace.text(o.typ).trim_start_matches("sync.").to_string();
    if o.starving {
        sub = say!(lang, "stage.starving", typ = sub);
    }
    b.head(&mut card, Style::Code, &name, &sub, "");
    let r = card.rect;
    let line = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 40.0);
    if is_lock(kind) {
        holders(b, &mut card, &o, line);
    } else {
        let (big, text) = figure(b, &o, line.w);
        let w = mono(&big, 34.0).min(line.w);
        let value = matches!(kind, ObjKind::Atomic | ObjKind::Variable);
        let style = if value { Style::Value } else { Style::Big };
        card.text(Rect::new(line.x, line.y, w + 8.0, 40.0), &big, style, Align::Left);
        let rest = Rect::new(line.x + w + 14.0, line.y + 12.0, line.w - w - 14.0, 22.0);
        card.text(rest, &text, Style::Label, Align::Left);
    }
    let cy = r.y + HEAD + 44.0 + waits / 2.0;
    let turns = if kind == ObjKind::Semaphore { waiters(b, obj, |_| true) } else { Vec::new() };
    let told = match kind {
        ObjKind::Pool | ObjKind::Map => {
            let by = |g| say!(lang, "stage.last", go = b.view.narrator.go(g));
            Some(o.touched_by.map_or(String::new(), by))
        }
        ObjKind::Atomic | ObjKind::Variable => Some(accesses(b, obj, line.w)),
        _ if turns.is_empty() && o.sendq.is_empty() => Some(say!(lang, "stage.nobody_waits")),
        _ => None,
    };
    if let Some(text) = told {
        card.text(Rect::new(line.x, cy - 11.0, line.w, 22.0), &text, Style::Label, Align::Left);
    } else if !turns.is_empty() {
        queue(b, &mut card, &turns, Rect::new(line.x, cy, line.w, 0.0));
    } else if kind == ObjKind::RWMutex {
        roles(b, &mut card, &o, Rect::new(line.x, cy, line.w, 0.0));
    } else if kind == ObjKind::Cond {
        // Its figure says that they wait.
        b.queue(&mut card, &o.sendq, line.x, cy, line.x + line.w);
    } else {
        let label = say!(lang, "stage.waits");
        let w = mono(&label, 12.0) + 6.0;
        let label_at = Rect::new(line.x, cy - 11.0, w, 22.0);
        card.text(label_at, &label, Style::Label, Align::Left);
        b.queue(&mut card, &o.sendq, line.x + w, cy, line.x + line.w);
    }
    b.push(card);
}

/// Who waits for a lock of two kinds, and for which: readers go together, a writer alone.
#[inline(never)]
fn roles(b: &mut Builder<'_, '_>, card: &mut Card, o: &Object, at: Rect) {
    let mut x = at.x;
    for (i, &go) in o.sendq.iter().enumerate() {
        let waits = b.world().gos.get(&go).map(|g| g.waits.as_slice()).unwrap_or_default();
        let reads = waits.iter().any(|(obj, role)| *obj == o.id && *role == WaitRole::RLock);
        let role = if reads { "RLock" } else { "Lock" };
        let (w, rw) = (b.go_width(go, 0) + 3.0, mono(role, 12.0) + 4.0);
        let more = if i + 1 < o.sendq.len() { 24.0 } else { 0.0 };
        if x + w + rw > at.x + at.w - more {
            let more = format!("+{}", o.sendq.len() - i);
            card.text(Rect::new(x, at.y - 11.0, 30.0, 22.0), &more, Style::Label, Align::Left);
            return;
        }
        b.go(go, x, at.y, 0);
        card.text(Rect::new(x + w, at.y - 11.0, rw, 22.0), role, Style::Mono, Align::Left);
        x += w + rw + 6.0;
    }
}

#[inline(never)]
fn holders(b: &Builder<'_, '_>, card: &mut Card, o: &Object, line: Rect) {
    let lang = b.view.narrator.lang;
    if o.holders.is_empty() {
        let at = Rect::new(line.x, line.y + 9.0, line.w, 22.0);
        card.text(at, &say!(lang, "stage.unlocked"), Style::Sub, Align::Left);
        return;
    }
    let label = if o.shared { say!(lang, "stage.read_by") } else { say!(lang, "stage.held_by") };
    let lw = mono(&label, 12.0) + 6.0;
    card.text(Rect::new(line.x, line.y + 9.0, lw, 22.0), &label, Style::Label, Align::Left);
    let mut x = line.x + lw;
    for (i, &g) in o.holders.iter().enumerate() {
        let alone = o.holders.len() == 1;
        let tag =
            if alone { super::layout::cut(&b.view.narrator.go(g), 16) } else { g.to_string() };
        let w = mono(&tag, 12.0) + 16.0;
        if x + w > line.x + line.w {
            let more = format!("+{}", o.holders.len() - i);
            let room = line.x + line.w - x;
            card.text(Rect::new(x, line.y + 9.0, room, 22.0), &more, Style::Label, Align::Left);
            break;
        }
        card.text(Rect::new(x, line.y + 8.0, w, 24.0), &tag, Style::Tag, Align::Middle);
        x += w + 6.0;
    }
}

/// Who waits for the whole at its parts of some kind, longest first, and the part.
pub fn waiters(b: &Builder<'_, '_>, whole: ObjId, kind: fn(ObjKind) -> bool) -> Vec<(GoId, ObjId)> {
    let world = b.world();
    let own =
        |obj: &ObjId| world.objs.get(obj).is_some_and(|o| o.parent == Some(whole) && kind(o.kind));
    let parked = world.gos.values().filter(|g| matches!(g.state, GoState::Waiting(_)));
    let waits = parked.filter_map(|g| {
        let obj = g.waits.iter().map(|(obj, _)| *obj).find(own)?;
        let place = world.objs.get(&obj)?.sendq.iter().position(|w| *w == g.id);
        Some((obj, place, g.id))
    });
    let mut list: Vec<_> = waits.collect();
    list.sort_unstable();
    list.into_iter().map(|(obj, _, go)| (go, obj)).collect()
}

/// They stand in a row; whoever stands elsewhere too has a seat here.
#[inline(never)]
pub fn queue(b: &mut Builder<'_, '_>, card: &mut Card, list: &[(GoId, ObjId)], at: Rect) {
    let mut x = at.x;
    for (i, &(go, obj)) in list.iter().enumerate() {
        let w = b.go_width(go, 0);
        if x + w > at.x + at.w - 30.0 && i + 1 < list.len() {
            let more = format!("+{}", list.len() - i);
            card.text(Rect::new(x, at.y - 11.0, 30.0, 22.0), &more, Style::Label, Align::Left);
            return;
        }
        if b.is_placed(go) {
            b.seat(card, go, obj, Rect::new(x, at.y - SMALL_H / 2.0, w, SMALL_H));
        } else {
            b.go(go, x, at.y, 0);
        }
        x += w + 5.0;
    }
}

/// Who read and who wrote last, latest first, as many as there is room for.
fn accesses(b: &Builder<'_, '_>, obj: ObjId, room: f32) -> String {
    let n = &b.view.narrator;
    let events = n.trace.events();
    let past = events[..b.view.cursor.min(events.len())].iter().rev().take(FAR);
    let mut shown = String::new();
    for e in past.filter(|e| super::touches(&e.kind) == Some(obj)) {
        let text = if let EventKind::VarRead { value, .. } = e.kind {
            say!(n.lang, "stage.reads", go = e.go.to_string(), value = n.value(value))
        } else if let EventKind::VarWrite { value, .. } = e.kind {
            say!(n.lang, "stage.writes", go = e.go.to_string(), value = n.value(value))
        } else {
            continue;
        };
        if shown.is_empty() {
            shown = text;
            continue;
        }
        let both = format!("{shown} · {text}");
        return if words(&both, 12.0) <= room { both } else { shown };
    }
    shown
}

/// The big figure of an object and what it means, in so much room.
#[inline(never)]
fn figure(b: &Builder<'_, '_>, o: &Object, room: f32) -> (String, String) {
    let n = &b.view.narrator;
    let lang = n.lang;
    match o.kind {
        ObjKind::WaitGroup => (o.count.to_string(), say!(lang, "stage.counter")),
        ObjKind::Once if o.closed => ("✓".into(), say!(lang, "stage.once_done")),
        ObjKind::Once => match o.holders.first() {
            Some(g) => (g.to_string(), say!(lang, "stage.once_runs")),
            None => ("–".into(), say!(lang, "stage.once_new")),
        },
        ObjKind::Cond => (o.sendq.len().to_string(), say!(lang, "stage.waiting")),
        ObjKind::Semaphore => (o.count.to_string(), say!(lang, "stage.taken")),
        ObjKind::Context if o.closed => {
            ("✕".into(), o.cause.map_or(String::new(), |c| n.trace.text(c).to_string()))
        }
        ObjKind::Context => {
            let text =
                o.deadline.map_or(String::new(), |d| say!(lang, "stage.deadline", when = time(d)));
            ("●".into(), text)
        }
        ObjKind::Atomic | ObjKind::Variable => {
            let value = o.values.first().map_or(String::from("?"), |v| n.value(*v));
            let value = super::layout::cut(&value, 8);
            let room = room - mono(&value, 34.0) - 14.0;
            let by = |go: String| say!(lang, "stage.last", go = go);
            let by = o.touched_by.map_or(String::new(), |g| {
                let named = by(n.go(g));
                if words(&named, 12.0) <= room { named } else { by(g.to_string()) }
            });
            (value, by)
        }
        ObjKind::Pool | ObjKind::Map => {
            let held = o.values.first().map_or("0".to_string(), |v| n.value(*v));
            let key = if o.kind == ObjKind::Pool { "stage.pooled" } else { "stage.keys" };
            (held, say!(lang, key))
        }
        ObjKind::Group => (o.count.to_string(), String::new()),
        ObjKind::Mutex | ObjKind::RWMutex => (o.holders.len().to_string(), String::new()),
        ObjKind::Chan { .. } => (o.values.len().to_string(), String::new()),
        ObjKind::Timer | ObjKind::Ticker => {
            (o.deadline.map_or("–".into(), time), say!(lang, "stage.fires"))
        }
    }
}
