//! The network poller: who waits there, for the answer to what, and when it comes.

use super::layout::{Builder, HEAD, cut, mono};
use super::{Align, Rect, Style};
use crate::i18n::time;
use crate::say;

const MAX_ROWS: usize = 6;
const LINE: f32 = 34.0;
/// So few stand in one column, where more can be read of each.
const FEW: usize = 3;
/// Least width of a column.
const COLUMN: f32 = 300.0;

/// The card, if the program ever asks the network.
#[inline(never)]
pub fn build(b: &mut Builder<'_, '_>) {
    if b.view.plan.polls == 0 {
        return;
    }
    let lang = b.view.narrator.lang;
    let world = b.world();
    let mut list: Vec<_> = world.polls.iter().map(|(go, p)| (p.when, *go, p.what)).collect();
    list.sort_unstable();
    let fits = (((b.width - 30.0) / COLUMN) as usize).clamp(1, 3);
    let columns = if b.view.plan.polls <= FEW { 1 } else { fits };
    let rows = b.view.plan.polls.div_ceil(columns).min(MAX_ROWS);
    let mut card = b.row("poller", HEAD + rows as f32 * LINE + 12.0);
    let r = card.rect;
    let more = list.len().saturating_sub(rows * columns);
    let more = if more > 0 { format!("+{more}") } else { String::new() };
    let sub = if b.narrow() { String::new() } else { say!(lang, "stage.poller.sub") };
    b.head(&mut card, Style::Title, &say!(lang, "stage.poller"), &sub, &more);
    let width = (r.w - 30.0) / columns as f32;
    for (i, (when, go, what)) in list.iter().take(rows * columns).enumerate() {
        let x = r.x + 15.0 + width * (i % columns) as f32;
        let cy = r.y + HEAD + LINE * ((i / columns) as f32 + 0.5);
        let token = b.go(*go, x, cy, 0);
        let when = time(*when);
        let w = mono(&when, 12.0) + 6.0;
        let left = token.x + token.w + 8.0;
        let right = x + width - if columns > 1 { 22.0 } else { 0.0 };
        let at = Rect::new(right - w, cy - 11.0, w, 22.0);
        card.text(at, &when, if i == 0 { Style::Next } else { Style::Meta }, Align::Right);
        let room = right - w - 8.0 - left;
        let text = cut(b.view.narrator.trace.text(*what), (room / 7.4).max(0.0) as usize);
        card.text(Rect::new(left, cy - 11.0, room, 22.0), &text, Style::Mono, Align::Left);
    }
    if list.is_empty() {
        let at = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
        card.text(at, &say!(lang, "stage.none"), Style::Label, Align::Left);
    }
    b.push(card);
}
