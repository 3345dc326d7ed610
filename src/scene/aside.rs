//! Beside the processors: the global queue, threads without work or in the kernel, and who has finished.

use super::layout::{Builder, mono, words};
use super::procs::{created, idle, in_syscall};
use super::{Align, Card, Rect, Style};
use crate::say;
use trace::{GoId, ThreadId};

/// From line to line.
const LINE: f32 = 27.5;

/// The column from `x`, `w` wide.
#[inline(never)]
pub fn column(b: &mut Builder<'_, '_>, card: &mut Card, x: f32, w: f32) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let rule = Rect::new(x - 15.0, card.rect.y, 1.0, card.rect.h);
    card.frames.push((rule, false));
    let mut y = card.rect.y + 21.0;
    let label = |card: &mut Card, y: f32, key: &str| {
        let text = say!(lang, key);
        card.text(Rect::new(x, y - 11.0, w, 22.0), &text, Style::Label, Align::Left);
        words(&text, 12.0) + 6.0
    };
    let off = label(card, y, "stage.global");
    if world.global.is_empty() {
        card.slots.push(Rect::new(x + w - 50.0, y - 12.0, 50.0, 24.0));
    } else {
        right_queue(b, card, &world.global, x + off, y, x + w);
    }
    y += LINE;
    let off = label(card, y, "stage.idle_threads").min(w * 0.7);
    let calls = in_syscall(b);
    let idle = idle(b, &calls);
    let idle = if idle.is_empty() { say!(lang, "stage.none") } else { names(&idle, w - off) };
    card.text(Rect::new(x + off, y - 11.0, w - off, 22.0), &idle, Style::Meta, Align::Right);
    y += LINE;
    let off = label(card, y, "stage.in_syscall").min(w * 0.7);
    if calls.is_empty() {
        let none = say!(lang, "stage.none");
        card.text(Rect::new(x + off, y - 11.0, w - off, 22.0), &none, Style::Meta, Align::Right);
    } else {
        right_queue(b, card, &calls, x + off, y, x + w);
    }
    let woken = created(b);
    if !woken.is_empty() {
        y += LINE;
        let off = label(card, y, "stage.woken");
        right_queue(b, card, &woken, x + off, y, x + w);
    }
    let dead = super::inspect::dead(b);
    if !dead.is_empty() {
        y = card.rect.y + 21.0 + 4.0 * LINE;
        let text = format!("{} {}", say!(lang, "stage.finished"), dead.len());
        let lw = words(&text, 12.0) + 6.0;
        card.text(Rect::new(x, y - 11.0, lw, 22.0), &text, Style::Label, Align::Left);
        right_queue(b, card, &dead, x + lw, y, x + w);
    }
}

/// As many of the threads as there is room for; the rest is counted.
fn names(list: &[ThreadId], room: f32) -> String {
    let some = |n: usize| {
        let mut names: Vec<String> = list.iter().take(n).map(ToString::to_string).collect();
        if n < list.len() {
            names.push(format!("+{}", list.len() - n));
        }
        names.join(" ")
    };
    // There may be thousands: no more are tried than have room if their names are short.
    let most = (room / mono("M0 ", 12.0)) as usize + 1;
    let fits = |text: &String| mono(text, 12.0) <= room;
    (0..=list.len().min(most)).rev().map(some).find(fits).unwrap_or_default()
}

/// As many as fit, the last at the right edge.
fn right_queue(
    b: &mut Builder<'_, '_>,
    card: &mut Card,
    gos: &[GoId],
    x: f32,
    cy: f32,
    right: f32,
) {
    let width: f32 = gos.iter().take(8).map(|g| b.go_width(*g, 0) + 5.0).sum::<f32>() - 5.0;
    let fits = gos.len() <= 8 && width <= right - x;
    b.queue(card, gos, if fits { right - width } else { x }, cy, right);
}
