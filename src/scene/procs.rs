//! Processors: who runs now, who is next.

use super::layout::{Builder, HEAD, mono};
use super::{Align, Rect, Style};
use crate::i18n::time;
use crate::say;
use trace::{GoId, GoState, ProcId, ThreadId};

/// At most so many processors are drawn one by one.
const MAX_ROWS: usize = 16;
const ROW: f32 = 46.0;

/// The card of processors, with the global queue, idle threads and system calls.
pub fn build(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let n = b.view.plan.procs.max(1);
    let rows = n.min(MAX_ROWS);
    let side = if b.width >= 620.0 { 196.0 } else { 0.0 };
    let has_below = side == 0.0 && (b.view.plan.global > 0 || b.view.plan.syscalls);
    let list = rows as f32 * (ROW + 8.0) - 8.0;
    let body = if side > 0.0 { list.max(68.0) } else { list };
    let height = HEAD + body + 16.0 + if has_below { 34.0 } else { 0.0 };
    let mut card = b.row("procs", height);
    let r = card.rect;
    let main_w = r.w - side;

    let clock = format!("t = {}", time(world.now));
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
        side_column(b, &mut card, r.x + main_w + 15.0, side - 30.0);
    } else if has_below {
        below(b, &mut card, r.y + height - 24.0);
    }
    b.push(card);
}

/// Where there is no room at the side: the global queue and system calls in one row.
fn below(b: &mut Builder<'_, '_>, card: &mut super::Card, cy: f32) {
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
        let lw = (mono(&label, 11.5) + 8.0).min(room * 0.6);
        card.text(Rect::new(x, cy - 11.0, lw, 22.0), &label, Style::Label, Align::Left);
        b.queue(card, gos, x + lw, cy, x + room - 4.0);
    }
}

fn in_syscall(b: &Builder<'_, '_>) -> Vec<GoId> {
    b.world().gos.values().filter(|g| g.state == GoState::Syscall).map(|g| g.id).collect()
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
    let run_w = if narrow { (r.w - id_w - 20.0) * 0.5 } else { 170.0 };
    match p.running {
        Some(g) => {
            let chars = ((run_w - 60.0) / 7.3).max(0.0) as usize;
            b.go(g, x, cy, chars.max(1));
        }
        None => {
            let text =
                if p.spinning { say!(lang, "stage.spinning") } else { say!(lang, "stage.nothing") };
            card.text(Rect::new(x, cy - 11.0, run_w, 22.0), &text, Style::Sub, Align::Left);
        }
    }
    let mut x = x + run_w + 6.0;
    let right = r.x + r.w - 8.0;
    if !narrow {
        card.text(
            Rect::new(x, cy - 11.0, 32.0, 22.0),
            &say!(lang, "stage.next"),
            Style::Label,
            Align::Left,
        );
        x += 34.0;
    }
    let slot = Rect::new(x, cy - 12.0, 50.0, 24.0);
    card.slots.push(slot);
    if let Some(g) = p.next {
        b.go(g, slot.x, cy, 0);
    }
    x += 56.0;
    if !narrow && right - x > 100.0 {
        card.text(
            Rect::new(x, cy - 11.0, 40.0, 22.0),
            &say!(lang, "stage.queue"),
            Style::Label,
            Align::Left,
        );
        x += 42.0;
    }
    if p.queue.is_empty() {
        let places = ((right - x) / 56.0).clamp(0.0, 3.0) as usize;
        card.slots
            .extend((0..places).map(|k| Rect::new(x + 56.0 * k as f32, cy - 12.0, 50.0, 24.0)));
    } else {
        b.queue(card, &p.queue, x, cy, right);
    }
}

fn side_column(b: &mut Builder<'_, '_>, card: &mut super::Card, x: f32, w: f32) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let rule = Rect::new(x - 15.0, card.rect.y, 1.0, card.rect.h);
    card.frames.push((rule, false));
    let mut y = card.rect.y + 22.0;
    let label = |card: &mut super::Card, y: f32, key: &str| {
        let text = say!(lang, key);
        card.text(Rect::new(x, y - 11.0, w, 22.0), &text, Style::Label, Align::Left);
        mono(&text, 11.5) + 8.0
    };
    let off = label(card, y, "stage.global").min(w * 0.62);
    if world.global.is_empty() {
        card.slots.push(Rect::new(x + w - 50.0, y - 12.0, 50.0, 24.0));
    } else {
        b.queue(card, &world.global, x + off, y, x + w);
    }
    y += 32.0;
    let off = label(card, y, "stage.idle_threads").min(w * 0.7);
    let held: Vec<ThreadId> = world.procs.iter().filter_map(|p| p.thread).collect();
    let idle: Vec<String> =
        world.threads.iter().filter(|m| !held.contains(m)).map(ToString::to_string).collect();
    let idle = if idle.is_empty() { say!(lang, "stage.none") } else { idle.join(" ") };
    card.text(Rect::new(x + off, y - 11.0, w - off, 22.0), &idle, Style::Meta, Align::Right);
    y += 32.0;
    let off = label(card, y, "stage.in_syscall").min(w * 0.7);
    let calls = in_syscall(b);
    if calls.is_empty() {
        let none = say!(lang, "stage.none");
        card.text(Rect::new(x + off, y - 11.0, w - off, 22.0), &none, Style::Meta, Align::Right);
    } else {
        b.queue(card, &calls, x + off, y, x + w);
    }
}
