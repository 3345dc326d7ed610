//! The keys of the page: what each does, and the list that `?` shows.

use crate::film::{Jump, Window};
use crate::lesson::{Learn, Page};
use crate::state::{Action, Axis, State, Unit};
use crate::views::closer;
use playground::Command;

/// Speeds offered.
pub const SPEEDS: [f32; 7] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];

/// What has the focus, as far as keys care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nothing that takes keys itself.
    Page,
    /// A button or link: Space and Enter are its own.
    Button,
    /// A slider: arrows, Home and End are its own.
    Slider,
    /// Something that is typed into or chosen from: all keys are its own.
    Text,
}

/// Rows of the list: the keys, and the locale's key of what they do.
pub const LIST: [(&str, &str); 25] = [
    ("→ ←", "help.step"),
    (". ,", "help.event"),
    ("f F", "help.own"),
    ("b B", "help.block"),
    ("o O", "help.output"),
    ("m M", "help.mark"),
    ("F9", "help.set_break"),
    ("r R", "help.break"),
    ("Home End", "help.ends"),
    ("Space", "help.play"),
    ("> <", "help.speed"),
    ("u", "help.unit"),
    ("+ - 0", "help.zoom"),
    ("[ ]", "help.pan"),
    ("x", "help.axis"),
    ("y", "help.rows"),
    ("h", "help.hand"),
    ("1 … 9", "help.pick"),
    ("v", "help.side"),
    ("p", "help.present"),
    ("n", "help.notes"),
    ("c g", "help.contents"),
    ("l", "help.lang"),
    ("Ctrl /", "help.comment"),
    ("?", "help.this"),
];

/// What a key means; none when nothing.
pub fn action(s: &State, key: &str, focus: Focus) -> Option<Action> {
    if focus == Focus::Text {
        return None;
    }
    let slider = focus == Focus::Slider;
    // Speech input and slips of the hand hit single letters: they can be switched off.
    let letter = key.chars().count() == 1 && key != " ";
    if letter && !s.keys {
        return None;
    }
    let learn = |l| Some(Action::Study(l));
    // A page over the machine has keys of its own.
    match (key, s.study.page) {
        ("?", _) => return Some(Action::Help(!s.help)),
        ("l", _) => return Some(Action::Lang(s.lang.other())),
        ("Escape", _) if s.help => return Some(Action::Help(false)),
        ("Escape", Some(_)) | ("c", Some(Page::Contents)) | ("g", Some(Page::Glossary)) => {
            return learn(Learn::Page(None));
        }
        ("c", _) => return learn(Learn::Page(Some(Page::Contents))),
        ("g", _) => return learn(Learn::Page(Some(Page::Glossary))),
        ("n", None) => return learn(Learn::Notes(!s.study.notes)),
        ("Escape", None) if s.study.notes => return learn(Learn::Notes(false)),
        (_, Some(_)) => return None,
        (_, None) => {}
    }
    Some(match key {
        "ArrowRight" if !slider => Action::Step(true),
        "ArrowLeft" if !slider => Action::Step(false),
        "PageDown" => Action::Step(true),
        "PageUp" => Action::Step(false),
        "." => Action::Go(Command::Step),
        "," => Action::Go(Command::Back),
        "f" => Action::Jump(Jump::Own(true)),
        "F" => Action::Jump(Jump::Own(false)),
        "b" => Action::Jump(Jump::Block(true)),
        "B" => Action::Jump(Jump::Block(false)),
        "o" => Action::Jump(Jump::Output(true)),
        "O" => Action::Jump(Jump::Output(false)),
        "m" => Action::Jump(Jump::Mark(true)),
        "M" => Action::Jump(Jump::Mark(false)),
        "Home" if !slider => Action::Go(Command::Seek(0)),
        "End" if !slider => Action::Go(Command::Seek(usize::MAX)),
        " " if focus != Focus::Button => Action::Play(!s.playing),
        ">" => Action::Speed(other_speed(s.speed, true)),
        "<" => Action::Speed(other_speed(s.speed, false)),
        "u" => Action::Unit(other_unit(s.unit)),
        "+" | "=" => Action::View(closer(s, 1.6)),
        "-" => Action::View(closer(s, 1.0 / 1.6)),
        "0" => Action::View(Window::default()),
        "[" => Action::View(s.view.pan(-0.25)),
        "]" => Action::View(s.view.pan(0.25)),
        "x" => Action::Axis(if s.axis == Axis::Time { Axis::Steps } else { Axis::Time }),
        "y" => Action::Rows(s.rows().other()),
        "p" => Action::Present(!s.present),
        "F9" => Action::BreakHere,
        "r" => Action::ToBreak(true),
        "R" => Action::ToBreak(false),
        "h" => Action::Hand(!s.forks.on),
        "v" => Action::Compare(s.side.is_none().then(|| s.likely())),
        "1" | "2" | "3" | "4" if s.asked.is_some() => {
            Action::Answer(key.parse::<usize>().ok()?.checked_sub(1)?)
        }
        "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" if s.forks.on => {
            Action::PickNth(key.parse::<usize>().ok()?.checked_sub(1)?)
        }
        "Escape" if s.present => Action::Present(false),
        "Escape" if s.selected.is_some() || s.object.is_some() => Action::LookAway,
        "Escape" if s.side.is_some() => Action::Compare(None),
        "Escape" if s.forks.on => Action::Hand(false),
        _ => return None,
    })
}

/// The next speed offered, faster or slower.
fn other_speed(speed: f32, faster: bool) -> f32 {
    let other = if faster {
        SPEEDS.iter().find(|x| **x > speed)
    } else {
        SPEEDS.iter().rfind(|x| **x < speed)
    };
    other.copied().unwrap_or(speed)
}

/// The unit after this one.
fn other_unit(unit: Unit) -> Unit {
    let i = Unit::ALL.iter().position(|u| *u == unit).unwrap_or(0);
    Unit::ALL[(i + 1) % Unit::ALL.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::state::Theme;

    #[test]
    fn every_listed_key_means_something() {
        let mut s = State::new(Lang::En, Theme::Dark);
        s.forks.on = true;
        let names = [("→", "ArrowRight"), ("←", "ArrowLeft"), ("Space", " ")];
        for (keys, text) in LIST.iter().filter(|(k, _)| !k.starts_with("Ctrl")) {
            for key in keys.split(' ').filter(|k| *k != "…") {
                let key = names.iter().find(|n| n.0 == key).map_or(key, |n| n.1);
                assert!(action(&s, key, Focus::Page).is_some(), "{key}: {text}");
            }
        }
    }

    #[test]
    fn letters_can_be_switched_off() {
        let mut s = State::new(Lang::En, Theme::Dark);
        s.keys = false;
        for key in ["b", "?", "+", "l", "."] {
            assert!(action(&s, key, Focus::Page).is_none(), "{key}");
        }
        assert!(action(&s, "ArrowRight", Focus::Page).is_some());
        assert!(action(&s, " ", Focus::Page).is_some());
        s.keys = true;
        assert!(action(&s, "b", Focus::Text).is_none());
        assert!(action(&s, " ", Focus::Button).is_none());
        assert!(action(&s, "Home", Focus::Slider).is_none());
    }

    #[test]
    fn speeds_end_at_the_ends() {
        assert_eq!(other_speed(1.0, true), 2.0);
        assert_eq!(other_speed(16.0, true), 16.0);
        assert_eq!(other_speed(0.25, false), 0.25);
    }
}
