//! The goroutine under inspection (stack and locals), and the finished ones.

use super::layout::{Builder, HEAD, SMALL_H, cut};
use super::{Align, Rect, Style};
use crate::say;
use trace::{GoId, GoState};

const ROWS: usize = 5;
const LINE: f32 = 24.0;

/// The cards of the inspected goroutine and of finished ones.
pub fn build(b: &mut Builder<'_, '_>) {
    locals(b);
    finished(b);
}

/// Who is inspected: the selected goroutine, else the one that acted last.
fn subject(b: &Builder<'_, '_>) -> Option<GoId> {
    let world = b.world();
    b.view.selected.filter(|g| world.gos.contains_key(g)).or_else(|| {
        let events = b.view.narrator.trace.events();
        let past = &events[..b.view.cursor.min(events.len())];
        let acted = past.iter().rev().take(64).find(|e| e.go != GoId::RUNTIME)?.go;
        world.gos.contains_key(&acted).then_some(acted)
    })
}

#[inline(never)]
fn locals(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let mut card = b.cell("locals", HEAD + b.view.plan.vars.clamp(1, ROWS) as f32 * LINE + 10.0);
    let Some(g) = subject(b).and_then(|id| b.world().gos.get(&id)).cloned() else {
        b.head(&mut card, Style::Title, &say!(lang, "stage.locals"), "", "");
        b.push(card);
        return;
    };
    let n = &b.view.narrator;
    let func = g.frames.last().map_or(n.trace.text(g.func), |f| n.trace.text(f.func));
    let line = g.frames.last().map_or(0, |f| f.line);
    let mut sub = cut(func, 18);
    if line > 0 {
        sub = say!(lang, "stage.at_line", func = sub, line = line.to_string());
    }
    b.head(&mut card, Style::Title, &g.id.to_string(), &sub, "");
    let r = card.rect;
    let rows = g.frames.last().map_or(Vec::new(), |f| n.locals(f));
    let hidden = rows.len().saturating_sub(ROWS);
    for (i, (name, value)) in rows.iter().rev().take(ROWS).rev().enumerate() {
        let y = r.y + HEAD + LINE * i as f32;
        card.text(Rect::new(r.x + 15.0, y, r.w * 0.4 - 15.0, 22.0), name, Style::Mono, Align::Left);
        let at = Rect::new(r.x + r.w * 0.4, y, r.w * 0.6 - 15.0, 22.0);
        card.text(at, value, Style::Mono, Align::Right);
    }
    if hidden > 0 {
        let at = Rect::new(r.x + r.w - 50.0, r.y + 9.0, 35.0, 22.0);
        card.text(at, &format!("+{hidden}"), Style::Label, Align::Right);
    }
    if rows.is_empty() {
        let at = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
        card.text(at, &say!(lang, "stage.no_locals"), Style::Label, Align::Left);
    }
    b.push(card);
}

#[inline(never)]
fn finished(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let dead = dead(b);
    if b.view.plan.goroutines < 2 || super::procs::has_side(b) {
        return;
    }
    let lines = if b.view.plan.goroutines > 5 { 2 } else { 1 };
    // Its place is kept, and empty until somebody is done.
    let mut card = b.cell("finished", HEAD + lines as f32 * (SMALL_H + 6.0) + 12.0);
    if dead.is_empty() {
        return;
    }
    b.head(&mut card, Style::Title, &say!(lang, "stage.finished"), &dead.len().to_string(), "");
    let r = card.rect;
    let (mut x, mut line) = (r.x + 15.0, 0);
    for (i, &g) in dead.iter().enumerate() {
        let w = b.go_width(g, 0);
        if x + w > r.x + r.w - 15.0 - if line + 1 == lines { 34.0 } else { 0.0 } {
            if line + 1 == lines {
                let at = Rect::new(x, r.y + HEAD + line as f32 * 30.0, 34.0, 22.0);
                card.text(at, &format!("+{}", dead.len() - i), Style::Label, Align::Left);
                break;
            }
            (x, line) = (r.x + 15.0, line + 1);
        }
        b.go(g, x, r.y + HEAD + line as f32 * (SMALL_H + 6.0) + SMALL_H / 2.0, 0);
        x += w + 5.0;
    }
    b.push(card);
}

/// The finished goroutines.
pub fn dead(b: &Builder<'_, '_>) -> Vec<GoId> {
    let gos = b.world().gos.values();
    gos.filter(|g| g.state == GoState::Dead).map(|g| g.id).collect()
}
