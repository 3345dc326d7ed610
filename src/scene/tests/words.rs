//! Words on the stage: each has its room on its card, and none lies on another or under a goroutine.

use super::super::layout::ems;
use super::super::{Align, Plan, Rect, Scene, Style, Text};
use super::{inside, scenes};
use crate::i18n::Lang;
use std::collections::BTreeSet;

/// How wide a text of one line is, about: letters of the page's own type are narrower than the code's.
fn length(t: &Text) -> f32 {
    let (size, each) = match t.style {
        Style::Title => (15.0, 0.6),
        Style::Big | Style::Value => (32.0, 0.602),
        Style::Sub | Style::Label => (12.0, 0.54),
        _ => (12.0, 0.602),
    };
    ems(&t.text, each) * size
}

/// Where its letters are; what does not fit its box is cut.
fn letters(t: &Text) -> Rect {
    let w = length(t).min(t.rect.w);
    let x = match t.align {
        Align::Left => t.rect.x,
        Align::Middle => t.rect.x + (t.rect.w - w) / 2.0,
        Align::Right => t.rect.x + t.rect.w - w,
    };
    Rect { x, w, y: t.rect.y + t.rect.h / 2.0 - 5.0, h: 10.0 }
}

#[test]
fn words_have_their_room() {
    let widths = [360.0, 390.0, 470.0, 560.0, 620.0, 660.0, 715.0, 780.0, 1000.0];
    let looks: Vec<_> = widths.iter().flat_map(|w| [(*w, Lang::En), (*w, Lang::Zh)]).collect();
    let mut faults = BTreeSet::new();
    let mut look = |slug: &str, width: f32, _: &Plan, scene: &Scene| {
        for card in &scene.cards {
            let lines: Vec<_> = card.texts.iter().filter(|t| !t.is_sentence()).collect();
            for (i, t) in lines.iter().enumerate() {
                let at = letters(t);
                let mut fault = |what: &str| {
                    faults.insert(format!("{slug} at {width}: {} “{}” {what}", card.key, t.text));
                };
                if !inside(&card.rect, &t.rect) {
                    fault("leaves its card");
                }
                // Types and values are as long as they like.
                let free = t.style == Style::Sub && card.obj.is_some()
                    || ["locals", "poller"].contains(&card.key.as_str());
                if (length(t) > t.rect.w + 2.0 || t.text.ends_with('…')) && !free {
                    fault("is cut");
                }
                for go in scene.gos.iter().filter(|g| g.rect.overlaps(&at)) {
                    fault(&format!("under {}", go.id));
                }
                for seat in card.seats.iter().filter(|s| s.0.overlaps(&at)) {
                    fault(&format!("under {}'s seat", seat.1));
                }
                for slot in card.slots.iter().filter(|s| s.overlaps(&at)) {
                    fault(&format!("in a slot at {}", slot.x));
                }
                for other in lines[i + 1..].iter().filter(|o| letters(o).overlaps(&at)) {
                    fault(&format!("and “{}”", other.text));
                }
            }
        }
    };
    for procs in [1, 2, 5] {
        scenes(procs, 20, &looks, &mut look);
    }
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}
