//! Processors: who runs now, who is next.

use super::layout::{Builder, HEAD, mono};
use super::{Align, Rect, Style, pastime};
use crate::i18n::time;
use crate::say;
use std::collections::BTreeSet;
use trace::{EventKind, GoId, GoState, ProcId, ThreadId};

/// At most so many processors are drawn one by one.
const MAX_ROWS: usize = 16;
const ROW: f32 = 46.0;

/// Height of a processor's row when processors are the subject.
const BIG_ROW: f32 = 62.0;
/// Height of the cards below such processors, without their heading.
const BELOW: f32 = 100.0;

/// Whether processors are the subject, and there is room for it.
fn is_big(b: &Builder<'_, '_>) -> bool {
    b.width >= 600.0 && b.view.plan.about_procs()
}

/// Whether the column beside processors holds the finished goroutines too.
pub fn has_side(b: &Builder<'_, '_>) -> bool {
    b.width >= 620.0 && !is_big(b)
}

/// The card of processors, with the global queue, idle threads and system calls.
pub fn build(b: &mut Builder<'_, '_>) {
    if is_big(b) {
        return build_big(b);
    }
    let lang = b.view.narrator.lang;
    let world = b.world();
    let n = b.view.plan.procs.max(1);
    let rows = n.min(MAX_ROWS);
    let side = if b.width >= 620.0 { 204.0 } else { 0.0 };
    let has_below = side == 0.0 && (b.view.plan.global > 0 || b.view.plan.syscalls);
    let list = rows as f32 * (ROW + 8.0) - 8.0;
    let body = if side > 0.0 { list.max(100.0) } else { list };
    let height = HEAD + body + 16.0 + if has_below { 34.0 } else { 0.0 };
    let mut card = b.row("procs", height);
    let r = card.rect;
    let main_w = r.w - side;

    let clock = format!("t = {}", time(b.view.now.unwrap_or(world.now)));
    let sub = if b.narrow() { String::new() } else { say!(lang, "stage.procs.sub") };
    let mut head = card.clone();
    head.rect.w = main_w;
    b.head(&mut head, Style::Title, &say!(lang, "stage.procs"), &sub, &clock);
    card.texts = head.texts;

    for i in 0..rows {
        let y = r.y + HEAD + i as f32 * (ROW + 8.0);
        row(b, &mut card, i, Rect::new(r.x + 15.0, y, main_w - 30.0, ROW));
    }
    if n > rows {
        let text = format!("+{}", n - rows);
        let at = Rect::new(r.x + main_w - 60.0, r.y + height - 18.0, 45.0, 16.0);
        card.text(at, &text, Style::Label, Align::Right);
    }
    if side > 0.0 {
        super::aside::column(b, &mut card, r.x + main_w + 15.0, side - 30.0);
    } else if has_below {
        foot(b, &mut card, r.y + height - 24.0);
    }
    b.push(card);
}

/// Where there is no room at the side: the global queue and system calls in one row.
fn foot(b: &mut Builder<'_, '_>, card: &mut super::Card, cy: f32) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let r = card.rect;
    let calls = in_syscall(b);
    let parts = [
        ("stage.global", world.global.as_slice(), b.view.plan.global > 0),
        ("stage.in_syscall", calls.as_slice(), b.view.plan.syscalls),
    ];
    let shown = parts.iter().filter(|p| p.2).count().max(1);
    let room = (r.w - 30.0) / shown as f32;
    for (i, (key, gos, _)) in parts.iter().filter(|p| p.2).enumerate() {
        let x = r.x + 15.0 + room * i as f32;
        let label = say!(lang, *key);
        let lw = (mono(&label, 12.0) + 8.0).min(room * 0.6);
        card.text(Rect::new(x, cy - 11.0, lw, 22.0), &label, Style::Label, Align::Left);
        b.queue(card, gos, x + lw, cy, x + room - 4.0);
    }
}

/// Those whose threads are in the kernel.
pub fn in_syscall(b: &Builder<'_, '_>) -> Vec<GoId> {
    b.world().gos.values().filter(|g| g.state == GoState::Syscall).map(|g| g.id).collect()
}

/// Threads that neither hold a processor nor are in the kernel for those who call it.
pub fn idle(b: &Builder<'_, '_>, calls: &[GoId]) -> Vec<ThreadId> {
    let world = b.world();
    let held = world.procs.iter().filter_map(|p| p.thread);
    let blocked = calls.iter().filter_map(|g| world.gos.get(g)?.thread);
    let busy: BTreeSet<ThreadId> = held.chain(blocked).collect();
    world.threads.iter().copied().filter(|m| !busy.contains(m)).collect()
}

fn row(b: &mut Builder<'_, '_>, card: &mut super::Card, i: usize, r: Rect) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let empty = trace::Processor::default();
    let p = world.procs.get(i).unwrap_or(&empty);
    let busy = p.running.is_some();
    card.frames.push((r, !busy && p.queue.is_empty() && p.next.is_none()));
    let cy = r.y + r.h / 2.0;
    let proc = ProcId(i as u16).to_string();
    let narrow = b.narrow();
    let id_w = if narrow { 44.0 } else { 54.0 };
    card.text(Rect::new(r.x + 10.0, r.y + 5.0, id_w, 18.0), &proc, Style::Proc, Align::Left);
    let below = match p.thread {
        Some(m) if narrow => m.to_string(),
        Some(m) => say!(lang, "stage.on_thread", m = m.to_string()),
        None => say!(lang, "stage.idle"),
    };
    card.text(Rect::new(r.x + 10.0, r.y + 23.0, id_w, 16.0), &below, Style::Label, Align::Left);

    let x = r.x + 10.0 + id_w + 6.0;
    let run_w = if narrow { (r.w - id_w - 20.0) * 0.42 } else { 152.0 };
    match p.running {
        Some(g) => {
            let chars = ((run_w - 60.0) / 7.3).max(0.0) as usize;
            b.go(g, x, cy, chars.max(1));
        }
        None => {
            let text = say!(lang, pastime(p, b.world().end.is_some()));
            card.text(Rect::new(x, cy - 11.0, run_w, 22.0), &text, Style::Sub, Align::Left);
        }
    }
    let mut x = x + run_w + 6.0;
    let right = r.x + r.w - 8.0;
    if !narrow {
        let next = say!(lang, "stage.next");
        let w = mono(&next, 12.0).max(32.0);
        card.text(Rect::new(x, cy - 11.0, w, 22.0), &next, Style::Label, Align::Left);
        x += w + 6.0;
    }
    let slot = Rect::new(x, cy - 12.0, 50.0, 24.0);
    // Where there is little room, those who stand in the queue need it more than an empty place.
    if !narrow || p.next.is_some() || p.queue.is_empty() {
        x += 56.0;
    }
    match p.next {
        Some(g) => {
            let token = b.go(g, slot.x, cy, 0);
            x = x.max(token.x + token.w + 6.0);
        }
        None if narrow && !p.queue.is_empty() => {}
        None => card.slots.push(slot),
    }
    if !narrow && right - x > 96.0 {
        card.text(
            Rect::new(x, cy - 11.0, 42.0, 22.0),
            &say!(lang, "stage.queue"),
            Style::Label,
            Align::Left,
        );
        x += 46.0;
    }
    if p.queue.is_empty() {
        let places = ((right - x) / 56.0).clamp(0.0, 3.0) as usize;
        card.slots
            .extend((0..places).map(|k| Rect::new(x + 56.0 * k as f32, cy - 12.0, 50.0, 24.0)));
    } else {
        b.queue(card, &p.queue, x, cy, right);
    }
}

/// Those who were created and stand in no queue yet: it takes an event to get there.
pub fn created(b: &Builder<'_, '_>) -> Vec<GoId> {
    let on_its_way = |g: &trace::Goroutine| g.state == GoState::Runnable && g.queue.is_none();
    let events = b.view.narrator.trace.events();
    let from = b.view.cursor.saturating_sub(32).min(events.len());
    // Whoever is on its way was created a moment ago: no need to look at all goroutines.
    let recent = events[from..b.view.cursor.min(events.len())].iter().filter_map(|e| {
        let EventKind::GoCreate { go, .. } = e.kind else { return None };
        Some(go)
    });
    let mut list: Vec<GoId> =
        recent.filter(|g| b.world().gos.get(g).is_some_and(|g| on_its_way(g))).collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// Processors as the subject: every queue with its length, every thread with its tick.
#[inline(never)]
fn build_big(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let n = b.view.plan.procs.max(1);
    let rows = n.min(MAX_ROWS);
    let mut card = b.row("procs", HEAD + rows as f32 * (BIG_ROW + 9.0) + 7.0);
    let clock = format!("t = {}", time(b.view.now.unwrap_or(world.now)));
    let sub = say!(lang, "stage.procs.big", n = n.to_string());
    b.head(&mut card, Style::Title, &say!(lang, "stage.procs"), &sub, &clock);
    for i in 0..rows {
        let y = card.rect.y + HEAD + i as f32 * (BIG_ROW + 9.0);
        let row = Rect::new(card.rect.x + 15.0, y, card.rect.w - 30.0, BIG_ROW);
        big_row(b, &mut card, i, row);
    }
    if n > rows {
        let at = Rect::new(card.rect.x + card.rect.w - 130.0, card.rect.y + 9.0, 40.0, 22.0);
        card.text(at, &format!("+{}", n - rows), Style::Label, Align::Right);
    }
    b.push(card);
}

fn big_row(b: &mut Builder<'_, '_>, card: &mut super::Card, i: usize, r: Rect) {
    let lang = b.view.narrator.lang;
    let empty = trace::Processor::default();
    let p = b.world().procs.get(i).unwrap_or(&empty);
    let idle = p.running.is_none() && p.queue.is_empty() && p.next.is_none() && !p.spinning;
    card.frames.push((r, idle));
    let (mid, low) = (r.y + r.h / 2.0, r.y + 40.0);
    let proc = ProcId(i as u16);
    card.text(
        Rect::new(r.x + 12.0, mid - 20.0, 110.0, 20.0),
        &proc.to_string(),
        Style::Proc,
        Align::Left,
    );
    let below = match p.thread {
        Some(m) => say!(lang, "stage.tick", m = m.to_string(), n = p.tick.to_string()),
        None => say!(lang, "stage.idle"),
    };
    card.text(Rect::new(r.x + 12.0, mid, 116.0, 18.0), &below, Style::Label, Align::Left);
    let x = r.x + 128.0;
    let run_w = 158.0;
    let last = b.view.last_event().map(|e| &e.kind);
    let stolen = last.and_then(|kind| {
        let EventKind::Steal { proc: thief, from, n } = kind else { return None };
        (*thief == proc).then_some((*from, *n))
    });
    match (p.running, stolen) {
        (Some(g), _) => {
            b.go(g, x, mid, 11);
        }
        (None, Some((from, n))) => {
            let n = n.max(1).to_string();
            let text = say!(lang, "stage.steals", n = n, p = from.to_string());
            card.text(Rect::new(x, mid - 11.0, run_w, 22.0), &text, Style::Note, Align::Left);
        }
        (None, None) => {
            let text = say!(lang, pastime(p, b.world().end.is_some()));
            card.text(Rect::new(x, mid - 11.0, run_w, 22.0), &text, Style::Sub, Align::Left);
        }
    }
    let x = x + run_w + 4.0;
    card.text(Rect::new(x, r.y + 6.0, 80.0, 18.0), "runnext", Style::Label, Align::Left);
    match p.next {
        Some(g) => {
            b.go(g, x, low, 0);
        }
        None => card.slots.push(Rect::new(x, low - 12.0, 46.0, 24.0)),
    }
    let x = x + 84.0;
    let right = r.x + r.w - 10.0;
    let n = say!(lang, "stage.queue_of", n = p.queue.len().to_string());
    card.text(Rect::new(x, r.y + 6.0, right - x, 18.0), &n, Style::Label, Align::Left);
    if p.queue.is_empty() {
        let places = ((right - x) / 52.0).clamp(0.0, 3.0) as usize;
        let place = |k| Rect::new(x + 52.0 * k as f32, low - 12.0, 46.0, 24.0);
        card.slots.extend((0..places).map(place));
    } else {
        b.queue(card, &p.queue, x, low, right);
    }
}

/// Below processors that are the subject: the global queue, system calls, idle threads.
#[inline(never)]
pub fn below(b: &mut Builder<'_, '_>) {
    if !is_big(b) {
        return;
    }
    let lang = b.view.narrator.lang;
    let world = b.world();
    let mut card = b.cell("global", HEAD + BELOW);
    b.head(&mut card, Style::Title, &say!(lang, "stage.global"), "", "");
    let r = card.rect;
    let (x, right) = (r.x + 15.0, r.x + r.w - 12.0);
    if world.global.is_empty() {
        card.slots.push(Rect::new(x, r.y + HEAD + 2.0, 46.0, 24.0));
    }
    // Two lines, then a number.
    let line = |from: usize| {
        let mut at = x;
        let fits = |g: &&GoId| {
            at += b.go_width(**g, 0) + 5.0;
            at <= right
        };
        world.global[from..].iter().take_while(fits).count()
    };
    let first = line(0).min(world.global.len());
    b.queue(&mut card, &world.global[..first], x, r.y + HEAD + 14.0, right + 5.0);
    b.queue(&mut card, &world.global[first..], x, r.y + HEAD + 45.0, right);
    let woken = created(b);
    let cy = r.y + r.h - 16.0;
    if woken.is_empty() {
        let at = Rect::new(x, cy - 11.0, right - x, 22.0);
        card.text(at, &say!(lang, "stage.global.sub"), Style::Label, Align::Left);
    } else {
        let label = say!(lang, "stage.woken");
        let w = mono(&label, 12.0) + 8.0;
        card.text(Rect::new(x, cy - 11.0, w, 22.0), &label, Style::Label, Align::Left);
        b.queue(&mut card, &woken, x + w, cy, right);
    }
    b.push(card);

    let mut card = b.cell("syscalls", HEAD + BELOW);
    b.head(&mut card, Style::Title, &say!(lang, "stage.syscalls"), "", "");
    let r = card.rect;
    let calls = in_syscall(b);
    for (i, g) in calls.iter().take(2).enumerate() {
        let cy = r.y + HEAD + 16.0 + 35.0 * i as f32;
        let thread =
            world.gos.get(g).and_then(|g| g.thread).map_or(String::new(), |m| m.to_string());
        card.text(Rect::new(r.x + 15.0, cy - 11.0, 34.0, 22.0), &thread, Style::Meta, Align::Left);
        b.go(*g, r.x + 52.0, cy, 12);
        if i == 1 && calls.len() > 2 {
            let at = Rect::new(r.x + r.w - 52.0, cy - 11.0, 40.0, 22.0);
            card.text(at, &format!("+{}", calls.len() - 2), Style::Label, Align::Right);
        }
    }
    if calls.is_empty() {
        let at = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
        card.text(at, &say!(lang, "stage.none"), Style::Label, Align::Left);
    }
    let idle = idle(b, &calls);
    let idle: Vec<String> = idle.iter().take(6).map(ToString::to_string).collect();
    let idle = if idle.is_empty() { say!(lang, "stage.none") } else { idle.join(" ") };
    let at = Rect::new(r.x + 15.0, r.y + r.h - 27.0, r.w - 27.0, 22.0);
    card.text(at, &say!(lang, "stage.threads_idle", list = idle), Style::Label, Align::Left);
    b.push(card);
}
