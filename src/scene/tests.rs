//! The stage holds still: nothing overlaps, nothing jumps, one goroutine has one place.

use super::{Plan, Rect, Scene, View, build};
use crate::i18n::Lang;
use crate::lesson::LESSONS;
use crate::narrate::Narrator;
use playground::{Command, Player, Run, Settings, compile};
use std::collections::BTreeMap;
use std::rc::Rc;

fn record(source: &str) -> Player {
    let compiled = compile(source).unwrap();
    let mut run =
        Run::start(&compiled, &Settings { gomaxprocs: 2, ..Settings::default() }).unwrap();
    while !run.advance(1_000_000) {}
    Player::new(Rc::new(run.finish()))
}

/// Moments of a lesson that are looked at.
const MOMENTS: usize = 120;

/// Calls `f` with scenes all along every lesson, on a phone and on a desk.
fn every_scene(mut f: impl FnMut(&str, f32, &Plan, &Scene)) {
    for lesson in LESSONS {
        let mut player = record(lesson.source);
        let plan = Plan::of(&player.recording().trace);
        assert!(player.len() > 20, "{} records {} events", lesson.slug, player.len());
        // Long runs repeat themselves: look at about as many moments of each.
        let stride = player.len().div_ceil(MOMENTS);
        for width in [360.0, 780.0] {
            for at in (stride..=player.len()).step_by(stride) {
                player.apply(Command::Seek(at));
                let recording = player.recording().clone();
                let narrator =
                    Narrator { lang: Lang::En, trace: &recording.trace, world: player.world() };
                let view = View {
                    narrator,
                    plan: &plan,
                    width,
                    selected: None,
                    cursor: player.cursor(),
                    asked: false,
                };
                f(lesson.slug, width, &plan, &build(&view));
            }
        }
    }
}

fn inside(outer: &Rect, r: &Rect) -> bool {
    r.x >= outer.x - 0.5
        && r.y >= outer.y - 0.5
        && r.x + r.w <= outer.x + outer.w + 0.5
        && r.y + r.h <= outer.y + outer.h + 0.5
}

#[test]
fn nothing_overlaps_and_nothing_leaves_its_card() {
    every_scene(|slug, width, _, scene| {
        for (i, a) in scene.cards.iter().enumerate() {
            assert!(a.rect.x + a.rect.w <= width, "{slug} at {width}: {} is cut off", a.key);
            for b in &scene.cards[i + 1..] {
                assert!(!a.rect.overlaps(&b.rect), "{slug} at {width}: {} and {}", a.key, b.key);
            }
        }
        for (i, a) in scene.gos.iter().enumerate() {
            let home = scene.cards.iter().any(|c| inside(&c.rect, &a.rect));
            assert!(home, "{slug} at {width}: {} sticks out: {:?}", a.id, a.rect);
            for b in &scene.gos[i + 1..] {
                assert!(!a.rect.overlaps(&b.rect), "{slug} at {width}: {} and {}", a.id, b.id);
            }
            for v in &scene.values {
                assert!(!a.rect.overlaps(&v.rect), "{slug} at {width}: {} and {}", a.id, v.key);
            }
        }
    });
}

#[test]
fn cards_keep_their_place() {
    let mut places: BTreeMap<(String, u32, String), Rect> = BTreeMap::new();
    every_scene(|slug, width, _, scene| {
        for card in &scene.cards {
            let key = (slug.to_string(), width as u32, card.key.clone());
            let first = *places.entry(key).or_insert(card.rect);
            assert_eq!(first, card.rect, "{slug} at {width}: {} jumps", card.key);
        }
    });
}

#[test]
fn somebody_is_on_stage_and_nobody_twice() {
    let (mut scenes, mut empty) = (0, 0);
    every_scene(|slug, width, _, scene| {
        let mut seen: Vec<_> = scene.gos.iter().map(|g| g.id).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), scene.gos.len(), "{slug} at {width}: one goroutine, one place");
        scenes += 1;
        empty += u32::from(seen.is_empty());
    });
    // Between being woken and standing in a queue a lone goroutine is nowhere for one event.
    assert!(empty * 50 < scenes, "{empty} of {scenes} scenes show nobody");
}
