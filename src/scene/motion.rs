//! From one scene to the next: what is new, what travels, which element of the page shows what.

use super::elements::{Alike, Elements, Order};
use super::{Card, GoToken, Rect, Scene, Text, ValueToken};
use std::collections::{BTreeMap, BTreeSet};

/// How a command has led from one scene to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a step: what has moved travels.
    Step,
    /// By a jump: everything is at once where it is.
    Jump,
}

/// What is drawn, and how it came there. An element that does not move is left alone: whether it travels is told by it
/// itself, not by the stage, whose word would style all its elements anew.
#[derive(Default)]
pub struct Motion {
    scene: Scene,
    new: BTreeSet<String>,
    travels: BTreeSet<String>,
    values: Elements,
    gos: Elements,
    cards: Vec<Parts>,
    turns: bool,
}

/// The elements of a card.
#[derive(Clone, Default, PartialEq)]
pub struct Parts {
    /// Of its texts.
    pub texts: Elements,
    /// Of its empty places.
    pub slots: Elements,
}

impl Motion {
    /// What was drawn last.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Another scene is drawn; `way` if a command has led there.
    pub fn draw(&mut self, now: &Scene, way: Option<Way>) {
        let far = way == Some(Way::Jump);
        let before: BTreeMap<String, Rect> = self.scene.places().collect();
        if let Some(way) = way {
            self.turns = way == Way::Step;
            // What comes with the first picture or after a jump was there before anybody looked.
            let new = now.places().map(|p| p.0);
            let new = new.filter(|key| !far && !before.is_empty() && !before.contains_key(key));
            self.new = new.collect();
        }
        let travels = |(key, place): &(String, Rect)| match (before.get(key), way) {
            (None, _) => false,
            (Some(was), Some(way)) if was != place => way == Way::Step,
            (Some(_), _) => self.travels.contains(key),
        };
        self.travels = now.places().filter(travels).map(|p| p.0).collect();
        let order = if far { Order::Kept } else { Order::Free };
        let (values, gos): (&[_], &[_]) = if far { (&VALUES, &GOS) } else { (&[VALUE], &[GO]) };
        self.values.assign(&self.scene.values, &now.values, values, order);
        self.gos.assign(&self.scene.gos, &now.gos, gos, order);
        let parts = std::mem::take(&mut self.cards);
        let cards = self.scene.cards.iter().zip(parts).map(|c| (c.0.key.as_str(), c));
        let mut cards: BTreeMap<&str, (&Card, Parts)> = cards.collect();
        let parts = now.cards.iter().map(|card| match cards.remove(card.key.as_str()) {
            Some((was, parts)) => parts.after(was, card),
            None => Parts::default().after(&Card::default(), card),
        });
        self.cards = parts.collect();
        self.scene = now.clone();
    }

    /// Whether a card or a value has appeared with the last command.
    pub fn is_new(&self, key: &str) -> bool {
        self.new.contains(key)
    }

    /// Whether it has travelled to where it is.
    pub fn travels(&self, key: &str) -> bool {
        self.travels.contains(key)
    }

    /// Whether the hands of clocks turn to where they point.
    pub fn turns(&self) -> bool {
        self.turns
    }

    /// The elements that show the values.
    pub fn values(&self) -> &Elements {
        &self.values
    }

    /// The elements that show the goroutines.
    pub fn gos(&self) -> &Elements {
        &self.gos
    }

    /// The elements of each card, in their order.
    pub fn cards(&self) -> &[Parts] {
        &self.cards
    }
}

// What an element may show next, from what leaves most of it as it is. It is one thing's alone where that may travel, or
// it would come from where another has left; after a jump nothing does.

const VALUE: Alike<'_, ValueToken> = &|a, b| a.key == b.key;
const VALUES: [Alike<'_, ValueToken>; 3] =
    [&|a, b| a.looks_as(b) && a.rect == b.rect, &|a, b| a.looks_as(b), &|_, _| true];

const GO: Alike<'_, GoToken> = &|a, b| a.id == b.id;
// Not by who it is: in their order, one that moved far would leave too few for the others.
const GOS: [Alike<'_, GoToken>; 3] =
    [&|a, b| a.looks_as(b) && a.rect == b.rect, &|a, b| a.looks_as(b), &|_, _| true];

const TEXTS: [Alike<'_, Text>; 4] = [
    &|a, b| a.looks_as(b) && a.rect == b.rect,
    &|a, b| a.looks_as(b) && a.text == b.text,
    &|a, b| a.looks_as(b),
    &|a, b| a.is_sentence() == b.is_sentence(),
];

const SLOTS: [Alike<'_, Rect>; 2] = [&|a, b| a == b, &|_, _| true];

impl Parts {
    /// The elements of a card after it was another.
    fn after(mut self, was: &Card, now: &Card) -> Parts {
        if was == now {
            return self;
        }
        // What moves with its card stands still in it.
        let by = (now.rect.x - was.rect.x, now.rect.y - was.rect.y);
        let moved = |r: &Rect| Rect { x: r.x + by.0, y: r.y + by.1, ..*r };
        let texts = was.texts.iter().map(|t| Text { rect: moved(&t.rect), ..t.clone() });
        self.texts.assign(&texts.collect::<Vec<_>>(), &now.texts, &TEXTS, Order::Kept);
        let slots: Vec<Rect> = was.slots.iter().map(moved).collect();
        self.slots.assign(&slots, &now.slots, &SLOTS, Order::Kept);
        self
    }
}

impl ValueToken {
    fn looks_as(&self, other: &ValueToken) -> bool {
        self.held == other.held && self.small == other.small
    }
}

impl GoToken {
    fn looks_as(&self, other: &GoToken) -> bool {
        self.class == other.class && self.func == other.func
    }
}

impl Text {
    fn looks_as(&self, other: &Text) -> bool {
        self.style == other.style && self.align == other.align
    }
}

impl Scene {
    /// Where everything stands that can travel.
    fn places(&self) -> impl Iterator<Item = (String, Rect)> {
        let cards = self.cards.iter().map(|c| (c.key.clone(), c.rect));
        let values = self.values.iter().map(|v| (v.key.clone(), v.rect));
        cards.chain(values).chain(self.gos.iter().map(|g| (g.key(), g.rect)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::ValueToken;
    use super::*;

    fn scene(values: &[(&str, f32)]) -> Scene {
        let value = |&(key, x): &(&str, f32)| ValueToken {
            key: key.to_string(),
            text: String::new(),
            rect: Rect::new(x, 0.0, 10.0, 10.0),
            held: false,
            small: false,
        };
        Scene { values: values.iter().map(value).collect(), ..Scene::default() }
    }

    #[test]
    fn what_a_step_moves_travels_and_what_it_brings_is_new() {
        let mut m = Motion::default();
        m.draw(&scene(&[("a", 0.0), ("b", 20.0)]), Some(Way::Step));
        assert!(!m.is_new("a") && !m.travels("a"), "the first picture stands");
        m.draw(&scene(&[("a", 5.0), ("b", 20.0), ("c", 40.0)]), Some(Way::Step));
        assert!(m.travels("a") && !m.travels("b") && !m.travels("c"));
        assert!(!m.is_new("a") && m.is_new("c"));
        // Drawn once more, for a pointer that moved, say.
        m.draw(&scene(&[("a", 5.0), ("b", 20.0), ("c", 40.0)]), None);
        assert!(m.travels("a") && m.is_new("c"));
        m.draw(&scene(&[("a", 9.0), ("b", 20.0), ("d", 40.0)]), Some(Way::Jump));
        assert!(!m.travels("a") && !m.is_new("d"));
    }

    #[test]
    fn a_value_keeps_its_element_and_after_a_jump_the_elements_keep_their_places() {
        let mut m = Motion::default();
        m.draw(&scene(&[("a", 0.0), ("b", 20.0)]), Some(Way::Step));
        let (a, b) = (m.values().at(0), m.values().at(1));
        assert_ne!(a, b);
        m.draw(&scene(&[("b", 0.0), ("c", 20.0)]), Some(Way::Step));
        assert_eq!(m.values().at(0), b);
        let c = m.values().at(1);
        assert!(![a, b].contains(&c));
        m.draw(&scene(&[("d", -20.0), ("e", 0.0), ("b", 20.0)]), Some(Way::Jump));
        assert_eq!([m.values().at(1), m.values().at(2)], [b, c], "each stays at its place");
        assert!(![a, b, c].contains(&m.values().at(0)));
    }
}
