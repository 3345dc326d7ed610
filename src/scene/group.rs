//! Groups of tasks: an `errgroup` with who is at work, its first error, and who waits; a `singleflight` with its
//! calls in flight, who makes each, and who shares it.

use super::layout::{Builder, HEAD, SMALL_H, cut, mono};
use super::lock::{queue, waiters};
use super::plan::Need;
use super::{Align, Card, Rect, Style};
use crate::say;
use trace::{GoId, ObjId, ObjKind, Object, Task};

/// At most so many calls in flight are drawn.
const MAX_CALLS: usize = 4;
/// Height of a call: its key and who makes it, and who shares it.
const CALL: f32 = 62.0;
/// Height of the figure, of a row of tags, of a queue.
const FIGURE: f32 = 44.0;
const TAGS: f32 = 30.0;
const QUEUE: f32 = 30.0;

/// The card of a group.
#[inline(never)]
pub fn card(b: &mut Builder<'_, '_>, obj: ObjId, need: Need) {
    let flights = b.view.narrator.trace.text(need.typ).starts_with("singleflight");
    let body = if flights {
        CALL * need.tasks.clamp(1, MAX_CALLS) as f32
    } else {
        let queues = usize::from(need.sendq > 0) + usize::from(need.recvq > 0);
        FIGURE + 2.0 * TAGS + QUEUE * queues as f32
    };
    let mut card = b.cell(&format!("o{}", obj.0), HEAD + body + 8.0);
    b.show(&mut card, obj, &need);
    let Some(o) = b.world().objs.get(&obj).cloned() else {
        return b.ghost(card, need.name, need.typ);
    };
    let typ = b.view.narrator.trace.text(o.typ).to_string();
    b.head(&mut card, Style::Code, &b.view.narrator.obj(obj), &typ, "");
    if flights {
        calls(b, &mut card, &o);
    } else {
        work(b, &mut card, &o, &need);
    }
    b.push(card);
}

/// Who is at work, the first error, and the queues at `Go` and `Wait`.
fn work(b: &mut Builder<'_, '_>, card: &mut Card, o: &Object, need: &Need) {
    let lang = b.view.narrator.lang;
    let r = card.rect;
    let line = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
    let big = o.tasks.len().to_string();
    let w = mono(&big, 34.0).min(line.w);
    card.text(Rect::new(line.x, line.y, w + 8.0, 40.0), &big, Style::Big, Align::Left);
    let text = match limit(b, o.id) {
        Some(most) => say!(lang, "stage.group.at_most", n = most.to_string()),
        None => say!(lang, "stage.group.at_work"),
    };
    let rest = Rect::new(line.x + w + 14.0, line.y + 12.0, line.w - w - 14.0, 22.0);
    card.text(rest, &text, Style::Label, Align::Left);

    let at = Rect { y: line.y + FIGURE, ..line };
    let mut who: Vec<GoId> = o.tasks.iter().filter_map(|t| t.go).collect();
    who.sort_unstable();
    if who.is_empty() {
        let none = if o.tasks.is_empty() { "none_at_work" } else { "not_begun" };
        let text = say!(lang, format!("stage.group.{none}"));
        card.text(at, &text, Style::Label, Align::Left);
    } else {
        tags(card, &who, at);
    }
    let at = Rect { y: at.y + TAGS, ..line };
    let text = match (o.cause, o.blamed) {
        (Some(text), Some(go)) => {
            let text = format!("✕ {go}: {}", b.view.narrator.trace.text(text));
            (cut(&text, (line.w / 7.4).max(0.0) as usize), Style::Mono)
        }
        _ => (say!(lang, "stage.group.no_error"), Style::Label),
    };
    card.text(at, &text.0, text.1, Align::Left);

    let mut y = at.y + TAGS;
    let rows = [
        (
            need.sendq > 0,
            "stage.group.in_go",
            waiters(b, o.id, |k| matches!(k, ObjKind::Chan { .. })),
        ),
        (need.recvq > 0, "stage.group.in_wait", waiters(b, o.id, |k| k == ObjKind::WaitGroup)),
    ];
    for (_, label, list) in rows.into_iter().filter(|row| row.0) {
        let label = say!(lang, label);
        let w = mono(&label, 12.0) + 8.0;
        card.text(Rect { y, w, ..line }, &label, Style::Label, Align::Left);
        if list.is_empty() {
            let at = Rect::new(line.x + w, y, line.w - w, 22.0);
            card.text(at, &say!(lang, "stage.nobody_waits"), Style::Label, Align::Left);
        } else {
            queue(b, card, &list, Rect::new(line.x + w, y + 11.0, line.w - w, 0.0));
        }
        y += QUEUE;
    }
}

/// How many functions may be at work at once.
fn limit(b: &Builder<'_, '_>, group: ObjId) -> Option<u32> {
    let mine = b.view.plan.places.iter().rev().filter(|(_, whole)| *whole == group);
    let born = mine.filter_map(|(chan, _)| b.world().objs.get(chan));
    let caps = born.filter_map(|o| match o.kind {
        ObjKind::Chan { cap } => Some(cap),
        _ => None,
    });
    caps.into_iter().next()
}

/// Goroutines that stand elsewhere.
fn tags(card: &mut Card, gos: &[GoId], at: Rect) -> f32 {
    let mut x = at.x;
    for (i, go) in gos.iter().enumerate() {
        let tag = go.to_string();
        let w = mono(&tag, 12.0) + 16.0;
        let more = if i + 1 < gos.len() { 34.0 } else { 0.0 };
        if x + w + more > at.x + at.w {
            let more = format!("+{}", gos.len() - i);
            card.text(Rect::new(x, at.y, 30.0, 22.0), &more, Style::Label, Align::Left);
            return at.x + at.w;
        }
        card.text(Rect::new(x, at.y, w, 22.0), &tag, Style::Tag, Align::Middle);
        x += w + 6.0;
    }
    x
}

/// The calls in flight.
fn calls(b: &mut Builder<'_, '_>, card: &mut Card, o: &Object) {
    let lang = b.view.narrator.lang;
    let r = card.rect;
    let line = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
    if o.tasks.is_empty() {
        card.text(line, &say!(lang, "stage.flight.none"), Style::Label, Align::Left);
    }
    for (i, task) in o.tasks.iter().take(MAX_CALLS).enumerate() {
        call(b, card, o.id, task, Rect { y: line.y + CALL * i as f32, ..line });
    }
    if o.tasks.len() > MAX_CALLS {
        let more = format!("+{}", o.tasks.len() - MAX_CALLS);
        let at = Rect::new(r.x + r.w - 50.0, r.y + 9.0, 35.0, 22.0);
        card.text(at, &more, Style::Label, Align::Right);
    }
}

/// One call: its key, who makes it, and below them who shares its result.
fn call(b: &mut Builder<'_, '_>, card: &mut Card, group: ObjId, task: &Task, at: Rect) {
    let lang = b.view.narrator.lang;
    let tag = task.go.map_or_else(|| "–".to_string(), |go| go.to_string());
    let tw = mono(&tag, 12.0) + 16.0;
    let label =
        say!(lang, if task.forgotten { "stage.flight.forgotten" } else { "stage.flight.makes" });
    let lw = mono(&label, 12.0) + 6.0;
    let right = at.x + at.w;
    card.text(Rect::new(right - tw, at.y, tw, 22.0), &tag, Style::Tag, Align::Middle);
    card.text(Rect::new(right - tw - lw - 4.0, at.y, lw, 22.0), &label, Style::Label, Align::Right);
    let room = at.w - tw - lw - 12.0;
    let key = format!("{:?}", b.view.narrator.trace.text(task.key));
    let key = cut(&key, (room / 7.4).max(0.0) as usize);
    card.text(Rect { w: room, ..at }, &key, Style::Mono, Align::Left);

    let below = Rect { y: at.y + 30.0, ..at };
    if task.shared.is_empty() {
        card.text(below, &say!(lang, "stage.flight.alone"), Style::Label, Align::Left);
        return;
    }
    // Who asked by `DoChan` waits at its own channel, or does something else.
    let here = waiters(b, group, |k| k == ObjKind::WaitGroup);
    let (stand, away): (Vec<GoId>, Vec<GoId>) =
        task.shared.iter().partition(|g| here.iter().any(|(w, _)| w == *g));
    let stand: Vec<(GoId, ObjId)> = here.into_iter().filter(|(g, _)| stand.contains(g)).collect();
    let label = say!(lang, "stage.flight.shared");
    let w = mono(&label, 12.0) + 8.0;
    card.text(Rect { w, ..below }, &label, Style::Label, Align::Left);
    let x = tags(card, &away, Rect { x: below.x + w, w: below.w - w, ..below });
    let rest = Rect::new(x, below.y + SMALL_H / 2.0 - 1.0, below.x + below.w - x, 0.0);
    queue(b, card, &stand, rest);
}
