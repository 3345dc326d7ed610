//! Contexts as the tree they are: a cancellation goes down, never up.

use super::layout::{Builder, HEAD, cut, mono};
use super::{Align, Rect, Style};
use crate::say;
use trace::ObjId;

const LINE: f32 = 30.0;
/// Height of a row whose second line says how a context stands, where the card is narrower than so much.
const TWO_LINES: f32 = 40.0;
const NARROW: f32 = 260.0;
const INDENT: f32 = 18.0;
const MAX_ROWS: usize = 10;

/// The card of all contexts, one line each.
#[inline(never)]
pub fn build(b: &mut Builder<'_, '_>) {
    let contexts = b.view.plan.contexts.clone();
    if contexts.is_empty() {
        return;
    }
    let lang = b.view.narrator.lang;
    let rows = contexts.len().min(MAX_ROWS);
    let narrow = b.cell_width() < NARROW;
    let line = if narrow { TWO_LINES } else { LINE };
    let mut card = b.cell("contexts", HEAD + rows as f32 * line + 10.0);
    b.head(&mut card, Style::Title, &say!(lang, "stage.contexts"), "", "");
    let last = b.view.cursor.checked_sub(1);
    let r = card.rect;
    for (i, (obj, need)) in contexts.iter().take(rows).enumerate() {
        let cy = r.y + HEAD + line * i as f32 + LINE / 2.0 - if narrow { 3.0 } else { 0.0 };
        let depth = depth(b, *obj).min(5) as f32;
        let x = r.x + 15.0 + depth * INDENT;
        let right = r.x + r.w - 12.0;
        let Some(o) = b.world().objs.get(obj).cloned() else {
            let name = b.view.narrator.trace.text(need.name);
            let at = Rect::new(x, cy - 11.0, right - x, 22.0);
            card.text(at, &format!("◌ {name}"), Style::Sub, Align::Left);
            continue;
        };
        card.hot |= Some(o.touched as usize) == last;
        if depth > 0.0 {
            let at = Rect::new(x - INDENT, cy - 11.0, INDENT, 22.0);
            card.text(at, "└", Style::Meta, Align::Left);
        }
        let sign = if b.view.narrator.cancelled(&o) { "✕" } else { "●" };
        let name = format!("{sign} {}", cut(&b.view.narrator.obj(*obj), 18));
        let w = (mono(&name, 12.0) + 6.0).min(right - x);
        card.text(Rect::new(x, cy - 11.0, w, 22.0), &name, Style::Code, Align::Left);
        let what = b.view.narrator.context(&o);
        // That it is a context's need not be said here.
        let what = what.trim_start_matches("context ");
        // Below the name, behind its sign; or beside it.
        let (at, align) = if narrow {
            let sign = mono("● ", 12.0);
            (Rect::new(x + sign, cy + 7.0, right - x - sign, 18.0), Align::Left)
        } else {
            (Rect::new(x + w, cy - 11.0, right - x - w, 22.0), Align::Right)
        };
        let what = cut(what, (at.w / 6.2).max(0.0) as usize);
        card.text(at, &what, Style::Sub, align);
    }
    if contexts.len() > rows {
        let at = Rect::new(r.x + r.w - 60.0, r.y + 9.0, 45.0, 22.0);
        card.text(at, &format!("+{}", contexts.len() - rows), Style::Label, Align::Right);
    }
    b.push(card);
}

/// How many ancestors a context has.
fn depth(b: &Builder<'_, '_>, obj: ObjId) -> usize {
    let mut at = obj;
    let mut n = 0;
    while let Some(parent) = b.world().objs.get(&at).and_then(|o| o.parent) {
        (at, n) = (parent, n + 1);
        if n > 32 {
            break;
        }
    }
    n
}
