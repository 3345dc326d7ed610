//! The stage holds still: nothing overlaps, nothing jumps, one goroutine has one place.

mod contexts;
mod words;

use super::plan::Spot;
use super::{Plan, Rect, Scene, View, build};
use crate::i18n::Lang;
use crate::lesson::LESSONS;
use crate::narrate::Narrator;
use playground::{Command, Player, Run, Settings, compile};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use trace::{GoId, GoState, ObjKind};

fn record(source: &str) -> Player {
    record_on(2, source)
}

fn record_on(gomaxprocs: u16, source: &str) -> Player {
    let compiled = compile(source).unwrap();
    let mut run = Run::start(&compiled, &Settings { gomaxprocs, ..Settings::default() }).unwrap();
    while !run.advance(1_000_000) {}
    Player::new(Rc::new(run.finish()))
}

/// Moments of a lesson that are looked at.
const MOMENTS: usize = 120;

/// Calls `f` with scenes all along every lesson, on a phone and on a desk.
fn every_scene(f: impl FnMut(&str, f32, &Plan, &Scene)) {
    scenes(2, MOMENTS, &[(360.0, Lang::En), (780.0, Lang::En)], f);
}

/// Calls `f` with about so many scenes of every lesson on so many processors, on stages of these widths and in these
/// languages.
fn scenes(
    procs: u16,
    moments: usize,
    looks: &[(f32, Lang)],
    mut f: impl FnMut(&str, f32, &Plan, &Scene),
) {
    for lesson in LESSONS {
        let mut player = record_on(procs, lesson.source);
        let plan = Plan::of(&player.recording().trace);
        assert!(player.len() > 20, "{} records {} events", lesson.slug, player.len());
        // Long runs repeat themselves: look at about as many moments of each.
        let stride = player.len().div_ceil(moments);
        for &(width, lang) in looks {
            for at in (stride..=player.len()).step_by(stride) {
                player.apply(Command::Seek(at));
                f(lesson.slug, width, &plan, &scene(&player, &plan, width, lang));
            }
        }
    }
}

/// The scene of the moment that the player is at.
fn scene(player: &Player, plan: &Plan, width: f32, lang: Lang) -> Scene {
    let plain = Narrator::plain(lang, &player.recording().trace, player.world());
    let view = View {
        narrator: Narrator { twins: Some(&plan.twins), ..plain },
        plan,
        width,
        selected: None,
        cursor: player.cursor(),
        asked: false,
        now: None,
    };
    build(&view)
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

/// A thread runs beside what it does not belong to: it crosses no goroutine and no value, and no card that neither of
/// its ends is on.
#[test]
fn threads_strike_through_nothing() {
    let mut seen = 0;
    every_scene(|slug, width, _, scene| {
        for t in &scene.threads {
            seen += 1;
            let (start, end) = (t.points[0], t.points[t.points.len() - 1]);
            let ends = |r: &Rect| {
                let near = |p: (f32, f32)| {
                    let x = (r.x - 1.0..=r.x + r.w + 1.0).contains(&p.0);
                    x && (r.y - 1.0..=r.y + r.h + 1.0).contains(&p.1)
                };
                near(start) || near(end)
            };
            for pair in t.points.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                let line = Rect::new(
                    a.0.min(b.0),
                    a.1.min(b.1),
                    (a.0 - b.0).abs().max(0.1),
                    (a.1 - b.1).abs().max(0.1),
                );
                assert!(line.x > 0.0 && line.x + line.w < width, "{slug} at {width}: {t:?}");
                let cards = scene.cards.iter().map(|c| (c.key.clone(), c.rect));
                let gos = scene.gos.iter().map(|g| (g.id.to_string(), g.rect));
                let values = scene.values.iter().map(|v| (v.key.clone(), v.rect));
                for (name, r) in cards.chain(gos).chain(values) {
                    let crossed = line.overlaps(&r) && !ends(&r);
                    assert!(!crossed, "{slug} at {width}: {name} at {r:?} by {t:?}");
                }
            }
        }
    });
    assert!(seen > 100, "{seen}");
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

/// Builds the scene of every moment of a program.
fn all_along(source: &str, mut f: impl FnMut(&Player, &Plan, &Scene)) {
    let mut player = record(source);
    let plan = Plan::of(&player.recording().trace);
    for at in 1..=player.len() {
        player.apply(Command::Seek(at));
        f(&player, &plan, &scene(&player, &plan, 780.0, Lang::En));
    }
}

#[test]
fn who_waits_for_a_semaphore_stands_at_it() {
    let source = r#"package main

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

func main() {
	sem := semaphore.NewWeighted(2)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			_ = sem.Acquire(context.Background(), 1)
			time.Sleep(time.Millisecond)
			sem.Release(1)
		})
	}
	wg.Wait()
}
"#;
    let mut most = (0, 0);
    all_along(source, |player, plan, scene| {
        let world = player.world();
        let semaphore = world.objs.values().find(|o| o.kind == ObjKind::Semaphore);
        let Some(card) = semaphore.and_then(|o| scene.card_of(o.id)) else { return };
        let home = scene.gos.iter().filter(|g| inside(&card.rect, &g.rect)).count();
        most = (most.0.max(home), most.1.max(semaphore.map_or(0, |o| o.count)));
        assert!(plan.chans.is_empty(), "the library's channels have no cards: {:?}", plan.chans);
    });
    assert_eq!(most, (2, 2), "waiting at once, taken at once");
}

/// Texts of the card of the only group, and who stands on it.
fn on_group(player: &Player, scene: &Scene) -> Option<(Vec<String>, Vec<GoId>)> {
    let group = player.world().objs.values().find(|o| o.kind == ObjKind::Group)?;
    let card = scene.card_of(group.id)?;
    let here = scene.gos.iter().filter(|g| inside(&card.rect, &g.rect)).map(|g| g.id);
    Some((card.texts.iter().map(|t| t.text.clone()).collect(), here.collect()))
}

#[test]
fn an_errgroup_shows_who_works_who_waits_and_the_first_error() {
    let source = r#"package main

import (
	"errors"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var group errgroup.Group
	group.SetLimit(2)
	for i := range 4 {
		group.Go(func() error {
			time.Sleep(time.Millisecond)
			if i == 1 {
				return errors.New("no milk")
			}
			return nil
		})
	}
	_ = group.Wait()
}
"#;
    let (mut seen, mut places) = (BTreeSet::new(), BTreeSet::new());
    all_along(source, |player, plan, scene| {
        assert!(plan.chans.is_empty() && plan.others.len() == 1, "its parts have no cards");
        assert!(!plan.about_procs(), "it is about the group");
        let Some((texts, here)) = on_group(player, scene) else { return };
        assert!(texts.iter().all(|t| !t.contains("no milk") || t.starts_with('✕')), "{texts:?}");
        let main = &player.world().gos[&GoId::MAIN];
        let parked = matches!(main.state, GoState::Waiting(_));
        let waits = main.waits.first().map(|(obj, _)| *obj).filter(|_| parked);
        let what = waits.and_then(|obj| player.world().objs.get(&obj)).map(|o| o.kind);
        let queues = [Some(ObjKind::Chan { cap: 2 }), Some(ObjKind::WaitGroup)];
        assert_eq!(here.contains(&GoId::MAIN), queues.contains(&what), "{texts:?}");
        if !here.is_empty() {
            places.insert(format!("{what:?}"));
        }
        seen.extend(texts);
    });
    for text in [
        "at work, 2 at most",
        "2",
        "Go:",
        "Wait:",
        "waiting for a processor",
        "no error so far",
        "✕ G3: no milk",
    ] {
        assert!(seen.contains(text), "{text}: {seen:?}");
    }
    assert!(!seen.contains("3"), "never more at work than allowed: {seen:?}");
    assert_eq!(places.len(), 2, "in Go and in Wait: {places:?}");
}

#[test]
fn a_singleflight_shows_the_call_and_who_shares_it() {
    let source = r#"package main

import (
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

var flights singleflight.Group

func main() {
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			flights.Do("menu", func() (any, error) {
				time.Sleep(time.Millisecond)
				return 1, nil
			})
		})
	}
	time.Sleep(time.Millisecond / 2)
	flights.Forget("menu")
	wg.Wait()
}
"#;
    let (mut seen, mut most) = (BTreeSet::new(), 0);
    all_along(source, |player, plan, scene| {
        let names: Vec<_> = plan.others.iter().map(Spot::kind).collect();
        assert_eq!(names, [ObjKind::Group, ObjKind::WaitGroup], "its parts have no cards");
        let Some((texts, here)) = on_group(player, scene) else { return };
        let makes = player.world().objs.values().flat_map(|o| &o.tasks).find_map(|t| t.go);
        assert!(makes.is_none_or(|go| !here.contains(&go)), "who makes the call stands elsewhere");
        most = most.max(here.len());
        seen.extend(texts);
    });
    let told = ["no call in flight", "\"menu\"", "run by", "shared by", "forgotten, run by"];
    for text in told {
        assert!(seen.contains(text), "{text}: {seen:?}");
    }
    assert_eq!(most, 2, "two share the call of the third");
}

#[test]
fn one_variable_has_one_place() {
    let source = "package main\n\nfunc main() {\n\tfor range 3 {\n\t\tc := make(chan int)\n\
                  \t\tgo func() { c <- 1 }()\n\t\t<-c\n\t}\n}\n";
    let (mut shown, mut places) = (BTreeSet::new(), BTreeSet::new());
    all_along(source, |_, plan, scene| {
        assert_eq!(plan.chans.len(), 1);
        for card in scene.cards.iter().filter(|c| c.obj.is_some() && !c.ghost) {
            shown.insert(card.key.clone());
            places.insert(format!("{:?}", card.rect));
        }
    });
    assert_eq!((shown.len(), places.len()), (3, 1), "{shown:?}");
}

#[test]
fn several_objects_of_one_name_are_told_apart() {
    let source = "package main\n\nfunc main() {\n\tdone := make(chan int)\n\tfor range 2 {\n\t\tc := make(chan int)\n\
                  \t\tgo func() { c <- 1 }()\n\t\tgo func() { done <- <-c }()\n\t}\n\t<-done\n\t<-done\n}\n";
    let mut names = BTreeSet::new();
    all_along(source, |_, _, scene| {
        names.extend(
            scene.cards.iter().filter(|c| c.obj.is_some()).map(|c| c.texts[0].text.clone()),
        );
    });
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    assert_eq!(names, ["c", "c #2", "done"]);
}

#[test]
fn where_many_objects_follow_each_other_they_share_places() {
    let use_of = |name: &str| {
        format!("\t{name} := make(chan int)\n\tgo func() {{ {name} <- 1 }}()\n\t<-{name}\n")
    };
    let program = |names: &[&str]| {
        let body: String = names.iter().map(|name| use_of(name)).collect();
        format!("package main\n\nfunc main() {{\n{body}}}\n")
    };
    // A few stay where they were.
    all_along(&program(&["a", "b"]), |_, plan, _| assert_eq!(plan.chans.len(), 2));
    let mut places = BTreeMap::new();
    all_along(&program(&["a", "b", "c", "d"]), |_, plan, scene| {
        assert_eq!(plan.chans.len(), 1);
        for card in scene.cards.iter().filter(|c| c.obj.is_some() && !c.ghost) {
            places.insert(card.texts[0].text.clone(), format!("{:?}", card.rect));
        }
    });
    let rects: BTreeSet<_> = places.values().collect();
    assert_eq!((places.len(), rects.len()), (4, 1), "{places:?}");
}

#[test]
fn the_clock_turns_in_round_times() {
    let source = "package main\n\nimport \"time\"\n\nfunc main() {\n\ttime.AfterFunc(time.Hour, func() {})\n\
                  \tfor range 3 {\n\t\ttime.Sleep(120 * time.Millisecond)\n\t}\n}\n";
    let mut hands = Vec::new();
    all_along(source, |_, plan, scene| {
        assert_eq!((plan.turn, plan.clocks), (200_000_000, false));
        let dial = scene.cards.iter().find_map(|c| c.dial.clone()).unwrap();
        // The hour's timer is beyond the turn; a sleeper's mark is ahead of the hand.
        assert!(dial.due.len() <= 1 && dial.due.iter().all(|(_, at)| *at >= dial.hand));
        hands.push(dial.hand);
    });
    assert!(hands.is_sorted() && (hands[hands.len() - 1] - 1.8).abs() < 0.01, "{hands:?}");
}
