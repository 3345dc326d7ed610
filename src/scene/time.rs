//! Timers and sleepers, earliest first, and those who wait on nothing that has a card.

use super::layout::{Builder, HEAD, SMALL_H, cut};
use super::{Align, Rect, Style};
use crate::i18n::time;
use crate::say;
use trace::{GoId, GoState, TimerKind, WaitReason};

const MAX_ROWS: usize = 6;
const LINE: f32 = 36.0;

/// The cards of timers and of other waits.
pub fn build(b: &mut Builder<'_, '_>) {
    if b.view.plan.timers > 0 {
        timers(b);
    }
    if b.view.plan.elsewhere > 0 {
        elsewhere(b);
    }
}

fn timers(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let rows = b.view.plan.timers.min(MAX_ROWS);
    let mut card = b.cell("timers", HEAD + rows as f32 * LINE + 12.0);
    b.head(&mut card, Style::Title, &say!(lang, "stage.timers"), &say!(lang, "stage.earliest"), "");
    let mut list: Vec<_> = world.timers.iter().collect();
    list.sort_by_key(|(id, t)| (t.when, **id));
    let r = card.rect;
    for (i, (id, t)) in list.iter().take(rows).enumerate() {
        let cy = r.y + HEAD + LINE * i as f32 + LINE / 2.0;
        let last = i + 1 == rows && list.len() > rows;
        match t.kind {
            TimerKind::Sleep(g) => {
                b.go(g, r.x + 15.0, cy, if r.w > 220.0 { 9 } else { 0 });
            }
            TimerKind::Chan { chan, .. } => {
                let waits = world.objs.get(&chan).and_then(|o| o.recvq.first()).copied();
                let named = b.view.plan.chans.iter().any(|(obj, ..)| *obj == chan);
                match waits.filter(|_| !named) {
                    Some(g) if b.is_placed(g) => {
                        let w = b.go_width(g, 0);
                        let seat = Rect::new(r.x + 15.0, cy - SMALL_H / 2.0, w, SMALL_H);
                        b.seat(&mut card, g, chan, seat);
                    }
                    Some(g) => {
                        b.go(g, r.x + 15.0, cy, if r.w > 220.0 { 9 } else { 0 });
                    }
                    None => {
                        let name = b.view.narrator.obj(chan);
                        let name = if named { name } else { "time.After".to_string() };
                        let text = format!("→ {}", cut(&name, ((r.w - 130.0) / 7.4) as usize));
                        let at = Rect::new(r.x + 15.0, cy - 11.0, r.w - 112.0, 22.0);
                        card.text(at, &text, Style::Mono, Align::Left);
                    }
                }
            }
            TimerKind::Func => {
                let text = b.view.narrator.obj(**id);
                card.text(
                    Rect::new(r.x + 15.0, cy - 11.0, r.w - 110.0, 22.0),
                    &text,
                    Style::Mono,
                    Align::Left,
                );
            }
        }
        let more = if last { format!("+{}  ", list.len() - rows) } else { String::new() };
        let at = Rect::new(r.x + r.w - 95.0, cy - 11.0, 80.0, 22.0);
        card.text(at, &format!("{more}{}", time(t.when)), Style::Meta, Align::Right);
    }
    if list.is_empty() {
        let at = Rect::new(r.x + 15.0, r.y + HEAD, r.w - 30.0, 22.0);
        card.text(at, &say!(lang, "stage.no_timers"), Style::Label, Align::Left);
    }
    b.push(card);
}

fn elsewhere(b: &mut Builder<'_, '_>) {
    let lang = b.view.narrator.lang;
    let world = b.world();
    let lone: Vec<(GoId, WaitReason)> = (world.gos.values())
        .filter_map(|g| match g.state {
            GoState::Waiting(r) if r != WaitReason::Sleep && !b.is_placed(g.id) => Some((g.id, r)),
            _ => None,
        })
        .collect();
    let rows = b.view.plan.elsewhere.min(MAX_ROWS);
    let mut card = b.cell("elsewhere", HEAD + rows as f32 * LINE + 12.0);
    b.head(&mut card, Style::Title, &say!(lang, "stage.elsewhere"), "", "");
    let r = card.rect;
    for (i, (g, reason)) in lone.iter().take(rows).enumerate() {
        let cy = r.y + HEAD + LINE * i as f32 + LINE / 2.0;
        let token = b.go(*g, r.x + 15.0, cy, 0);
        let x = token.x + token.w + 8.0;
        let more = if i + 1 == rows && lone.len() > rows {
            format!(" +{}", lone.len() - rows)
        } else {
            String::new()
        };
        let text = format!("{}{more}", reason.text());
        card.text(
            Rect::new(x, cy - 11.0, r.x + r.w - 15.0 - x, 22.0),
            &text,
            Style::Label,
            Align::Left,
        );
    }
    b.push(card);
}
