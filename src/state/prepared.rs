//! The run of the first picture, made before the page is ever opened: a build calls [`prepare`] and stores the memory as
//! it is then, so that a browser begins with the run in place of compiling the compiler to make it. What was not built
//! so, or is opened at another program, makes its run itself; the runs are the same.

use super::making::Made;
use super::record::watched;
use super::{State, Theme};
use crate::i18n::Lang;
use crate::lesson::{Route, Term};
use crate::say;
use playground::{Scopes, Settings};
use std::cell::RefCell;

/// A program's run. The program itself, and what was read to compile it, would be as much to load as the page.
pub struct Prepared {
    source: String,
    settings: Settings,
    /// The run, read.
    pub made: Made,
    /// Where its variables can be seen.
    pub scopes: Scopes,
}

thread_local! {
    static PREPARED: RefCell<Option<Prepared>> = const { RefCell::new(None) };
}

/// Makes the run of the page as it is first seen, and reads what every page reads. Returns how many events it has.
pub fn prepare() -> usize {
    for lang in [Lang::En, Lang::Zh] {
        let state = State::new(lang, Theme::Dark);
        let _ = (state.words(), say!(lang, "say.start"), Term::all(), Route::all());
    }
    let mut state = State::new(Lang::En, Theme::Dark);
    state.start();
    while !state.advance(u64::MAX) {}
    playground::forget_library();
    let Some(player) = &state.player else { return 0 };
    let recording = player.recording().clone();
    let made = Made { recording, plan: state.plan, film: state.film };
    let settings = watched(&state.settings);
    PREPARED.set(Some(Prepared { source: state.source, settings, made, scopes: state.scopes }));
    prepared()
}

/// How many events the run has that is ready.
pub fn prepared() -> usize {
    PREPARED.with_borrow(|p| p.as_ref().map_or(0, |p| p.made.recording.trace.len()))
}

/// The run of a program under these settings, once, if it was prepared.
pub fn take(source: &str, settings: &Settings) -> Option<Prepared> {
    PREPARED.take().filter(|p| p.source == source && p.settings == *settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_picture_takes_what_was_prepared_and_shows_what_it_would_have_made() {
        let show = |mut state: State| {
            assert!(state.start());
            while !state.advance(u64::MAX) {}
            state
        };
        let made = show(State::new(Lang::Zh, Theme::Light));
        let events = prepare();
        assert!(events > 20, "{events}");
        let prepared = PREPARED.with_borrow(|p| p.as_ref().map(|p| p.made.recording.clone()));
        let taken = show(State::new(Lang::Zh, Theme::Light));
        let recording = |s: &State| s.player.as_ref().map(|p| p.recording().clone()).unwrap();
        assert!(std::rc::Rc::ptr_eq(&recording(&taken), &prepared.unwrap()));
        let traces = [&made, &taken].map(|s| playground::json::trace(&recording(s).trace));
        assert_eq!(traces[0], traces[1]);
        assert_eq!(made.player.unwrap().cursor(), taken.player.unwrap().cursor());
        assert_eq!(made.plan.lanes.len(), taken.plan.lanes.len());
    }

    #[test]
    fn another_program_is_not_taken_for_it() {
        prepare();
        let state = State::new(Lang::En, Theme::Dark);
        let settings = watched(&state.settings);
        assert!(take("package main\n", &settings).is_none());
        prepare();
        assert!(take(&state.source, &Settings { gomaxprocs: 7, ..settings }).is_none());
    }
}
