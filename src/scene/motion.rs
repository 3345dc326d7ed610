//! From one scene to the next: what is new, what travels, which element of the page shows which value.

use super::{GoToken, Rect, Scene};
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
    turns: bool,
}

/// Which element shows what, of one kind.
#[derive(Default)]
struct Elements {
    of: BTreeMap<String, u32>,
    last: u32,
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
        let values = |scene: &Scene| scene.values.iter().map(|v| v.key.clone()).collect();
        let gos = |scene: &Scene| scene.gos.iter().map(GoToken::key).collect();
        self.values.assign(values(&self.scene), values(now), far);
        self.gos.assign(gos(&self.scene), gos(now), far);
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

    /// The element that shows a value.
    pub fn value(&self, key: &str) -> u32 {
        self.values.of.get(key).copied().unwrap_or_default()
    }

    /// The element that shows a goroutine.
    pub fn go(&self, key: &str) -> u32 {
        self.gos.of.get(key).copied().unwrap_or_default()
    }
}

impl Elements {
    /// After a jump nothing travels: the elements stay in their row, whatever each showed, for that costs less than to
    /// move them or to make new ones. Else an element is one thing's alone, or that would come from where another has
    /// left.
    fn assign(&mut self, was: Vec<String>, now: Vec<String>, far: bool) {
        let before = std::mem::take(&mut self.of);
        for (i, key) in now.into_iter().enumerate() {
            let kept = if far { was.get(i).and_then(|k| before.get(k)) } else { before.get(&key) };
            let element = kept.copied().unwrap_or_else(|| {
                self.last += 1;
                self.last
            });
            self.of.insert(key, element);
        }
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
    fn a_value_keeps_its_element_and_after_a_jump_the_elements_keep_their_row() {
        let mut m = Motion::default();
        m.draw(&scene(&[("a", 0.0), ("b", 20.0)]), Some(Way::Step));
        let (a, b) = (m.value("a"), m.value("b"));
        assert_ne!(a, b);
        m.draw(&scene(&[("b", 0.0), ("c", 20.0)]), Some(Way::Step));
        assert_eq!(m.value("b"), b);
        assert!(![a, b].contains(&m.value("c")));
        let c = m.value("c");
        m.draw(&scene(&[("d", 0.0), ("b", 20.0), ("e", 40.0)]), Some(Way::Jump));
        assert_eq!((m.value("d"), m.value("b")), (b, c), "the row stands");
        assert!(![a, b, c].contains(&m.value("e")));
    }
}
