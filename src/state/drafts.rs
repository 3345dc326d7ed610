//! What the learner has typed: a draft for each place, so that going elsewhere, a reset or a link loses none of it.

use super::State;
use super::side::with_params_of;
use crate::lesson::LESSONS;
use std::collections::{BTreeMap, BTreeSet};

/// Place of the page without a lesson.
pub const PLAYGROUND: &str = "playground";
/// Marks the place of a lesson's repaired program.
const FIXED: &str = ".fixed";

/// The drafts, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// What was typed there last.
    now: BTreeMap<String, String>,
    /// What stood there before something else took its place.
    before: BTreeMap<String, String>,
    /// Names of entries to write to the browser's memory.
    changed: BTreeSet<String>,
}

impl Drafts {
    /// Takes an entry that the browser has remembered under `name`.
    pub fn remember(&mut self, name: &str, text: String) {
        match name.split_once(':') {
            Some(("draft", place)) => drop(self.now.insert(place.to_string(), text)),
            Some(("before", place)) => drop(self.before.insert(place.to_string(), text)),
            _ => {}
        }
    }

    /// Entries that have changed since the last call; none where there is nothing to remember any more.
    pub fn take_changes(&mut self) -> Vec<(String, Option<String>)> {
        let names = std::mem::take(&mut self.changed).into_iter();
        let entry = |name: String| {
            let text = match name.split_once(':') {
                Some(("draft", place)) => self.now.get(place),
                Some((_, place)) => self.before.get(place),
                None => None,
            };
            (name.clone(), text.cloned())
        };
        names.map(entry).collect()
    }

    fn set(&mut self, place: &str, text: Option<String>) {
        self.changed.insert(format!("draft:{place}"));
        match text {
            Some(text) => self.now.insert(place.to_string(), text),
            None => self.now.remove(place),
        };
    }

    fn set_before(&mut self, place: &str, text: Option<String>) {
        self.changed.insert(format!("before:{place}"));
        match text {
            Some(text) => self.before.insert(place.to_string(), text),
            None => self.before.remove(place),
        };
    }
}

impl State {
    /// Name of what the editor is for: the playground, or one of a lesson's programs.
    pub fn place(&self) -> String {
        match self.lesson.and_then(|i| LESSONS.get(i)) {
            Some(l) if self.fixed => format!("{}{FIXED}", l.slug),
            Some(l) => l.slug.to_string(),
            None => PLAYGROUND.to_string(),
        }
    }

    /// Goes to a place that the browser has remembered, as it was left.
    pub fn return_to(&mut self, place: &str) {
        let (slug, fixed) = place.strip_suffix(FIXED).map_or((place, false), |slug| (slug, true));
        let lesson = LESSONS.iter().position(|l| l.slug == slug);
        if lesson.is_none() && place != PLAYGROUND {
            return;
        }
        self.choose(lesson);
        self.fixed = fixed && lesson.is_some_and(|i| LESSONS[i].fixed.is_some());
        // Sliders too: nobody has been elsewhere.
        let draft = self.drafts.now.get(&self.place()).cloned();
        if let Some(source) = draft.or_else(|| self.original().map(str::to_string)) {
            self.source = source;
        }
    }

    /// The program that belongs to this place; none in the playground.
    pub fn original(&self) -> Option<&'static str> {
        let l = self.lesson.and_then(|i| LESSONS.get(i))?;
        Some(if self.fixed { l.fixed.unwrap_or(l.source) } else { l.source })
    }

    /// Puts into the editor what was typed at this place, else the place's own program.
    pub(super) fn enter(&mut self) {
        self.borrowed = false;
        let draft = self.drafts.now.get(&self.place()).filter(|d| self.is_own_work(d)).cloned();
        if let Some(source) = draft.or_else(|| self.original().map(str::to_string)) {
            self.source = source;
        }
    }

    /// Keeps what is in the editor.
    pub(super) fn keep_draft(&mut self) {
        let place = self.place();
        if std::mem::take(&mut self.borrowed) {
            self.put_aside();
        }
        let pristine = self.original() == Some(self.source.as_str());
        let text = (!pristine).then(|| self.source.clone());
        self.drafts.set(&place, text);
    }

    /// Back to the place's own program; what was typed can be brought back.
    pub(super) fn reset(&mut self) {
        self.put_aside();
        self.enter();
    }

    fn put_aside(&mut self) {
        let place = self.place();
        let Some(draft) = self.drafts.now.get(&place).cloned() else { return };
        self.drafts.set(&place, None);
        if self.is_own_work(&draft) {
            self.drafts.set_before(&place, Some(draft));
        }
    }

    /// What stood here before, if it can be brought back.
    pub fn earlier(&self) -> Option<&str> {
        let text = self.drafts.before.get(&self.place())?;
        Some(text.as_str()).filter(|t| *t != self.source)
    }

    /// Brings back what stood here before; what stands here now takes its place.
    pub(super) fn bring_back(&mut self) {
        let Some(text) = self.earlier().map(str::to_string) else { return };
        let place = self.place();
        let now = Some(std::mem::replace(&mut self.source, text));
        let now = now.filter(|s| self.is_own_work(s));
        self.borrowed = false;
        self.drafts.set_before(&place, now);
        self.keep_draft();
    }

    /// Whether a text differs from the place's own program by more than its sliders.
    fn is_own_work(&self, text: &str) -> bool {
        self.original().is_none_or(|own| with_params_of(text, own) != text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::link;
    use crate::state::{Action, Theme};

    const MINE: &str = "package main\n\nfunc main() { println(1) }\n";
    const OTHER: &str = "package main\n\nfunc main() { println(2) }\n";

    fn page() -> State {
        State::new(Lang::En, Theme::Dark)
    }

    fn lesson(number: &str) -> Option<usize> {
        LESSONS.iter().position(|l| l.number == number)
    }

    fn type_in(s: &mut State, text: &str) {
        s.reduce(Action::Edit(text.into()));
    }

    /// A page that remembers what the browser of `s` does.
    fn reloaded(s: &mut State) -> State {
        let mut new = page();
        for (name, text) in s.drafts.take_changes() {
            text.into_iter().for_each(|text| new.drafts.remember(&name, text));
        }
        new.return_to(&s.place());
        new
    }

    #[test]
    fn each_place_keeps_what_was_typed() {
        let mut s = page();
        type_in(&mut s, MINE);
        s.reduce(Action::Lesson(lesson("2.1")));
        assert_eq!(Some(s.source.as_str()), s.original());
        s.reduce(Action::Lesson(None));
        type_in(&mut s, OTHER);
        s.reduce(Action::Lesson(lesson("2.11")));
        assert_eq!(s.source, MINE);
        s.reduce(Action::Lesson(None));
        assert_eq!(s.source, OTHER);
        let new = reloaded(&mut s);
        assert_eq!((new.lesson, new.source.as_str()), (None, OTHER));
    }

    #[test]
    fn the_two_programs_of_a_lesson_are_two_places() {
        let mut s = page();
        s.reduce(Action::Lesson(lesson("5.3")));
        type_in(&mut s, MINE);
        s.reduce(Action::Fixed(true));
        assert_eq!(s.source, LESSONS[lesson("5.3").unwrap()].fixed.unwrap());
        type_in(&mut s, OTHER);
        s.reduce(Action::Fixed(false));
        assert_eq!(s.source, MINE);
        s.reduce(Action::Fixed(true));
        let new = reloaded(&mut s);
        assert!(new.fixed && new.source == OTHER);
    }

    #[test]
    fn a_reset_can_be_taken_back() {
        let mut s = page();
        assert_eq!(s.earlier(), None);
        type_in(&mut s, MINE);
        s.reduce(Action::Reset);
        assert_eq!(Some(s.source.as_str()), s.original());
        let mut s = reloaded(&mut s);
        assert_eq!(s.earlier(), Some(MINE));
        s.reduce(Action::BringBack);
        assert_eq!((s.source.as_str(), s.earlier()), (MINE, None));
    }

    #[test]
    fn a_program_from_a_link_replaces_none_of_ones_own() {
        let mut s = page();
        s.reduce(Action::Lesson(None));
        type_in(&mut s, MINE);
        let mut link = s.link();
        link.source = Some(OTHER.into());
        let link = link::read(&link::write(&link)).unwrap().unwrap();
        s.reduce(Action::Open(Box::new(link)));
        assert_eq!(s.source, OTHER);
        // Only looked at: one's own is where it was.
        let mut looked = reloaded(&mut s.clone_drafts());
        looked.reduce(Action::Lesson(None));
        assert_eq!(looked.source, MINE);
        // Changed: one's own can be brought back, and the changed one after it.
        let changed = OTHER.replace('2', "3");
        type_in(&mut s, &changed);
        let mut s = reloaded(&mut s);
        assert_eq!((s.source.as_str(), s.earlier()), (changed.as_str(), Some(MINE)));
        s.reduce(Action::BringBack);
        assert_eq!((s.source.as_str(), s.earlier()), (MINE, Some(changed.as_str())));
    }

    #[test]
    fn a_slider_alone_is_no_work_to_keep() {
        let mut s = page();
        let own = s.source.clone();
        s.reduce(Action::Param(0, 5));
        assert_ne!(s.source, own);
        let moved = s.source.clone();
        // A reload shows the same; who comes back from elsewhere begins anew.
        let mut new = reloaded(&mut s);
        assert_eq!(new.source, moved);
        new.reduce(Action::Lesson(lesson("2.1")));
        new.reduce(Action::Lesson(lesson("2.11")));
        assert_eq!((new.source.as_str(), new.earlier()), (own.as_str(), None));
    }

    impl State {
        /// A page in the same browser.
        fn clone_drafts(&self) -> State {
            let mut new = page();
            new.drafts = self.drafts.clone();
            new.drafts.changed = new.drafts.now.keys().map(|k| format!("draft:{k}")).collect();
            new
        }
    }
}
