//! Runs beside the one on stage, recorded for a view that compares.

use crate::scene::Plan;
use playground::{Recording, Run, Settings, compile};
use std::cell::RefCell;
use std::rc::Rc;

/// Instructions of a run that is compared; a lesson's needs far fewer.
const MOST: u64 = 3_000_000;

/// One of the ways.
pub struct Way {
    /// Key of its name.
    pub name: &'static str,
    /// The run.
    pub run: Rc<Recording>,
    /// Its lanes.
    pub plan: Plan,
}

/// What the ways were made from, and the ways.
type Made = Option<(Vec<(String, Settings)>, Rc<Vec<Way>>)>;

thread_local! {
    // Recorded once for a source, not at every step.
    static WAYS: RefCell<Made> = const { RefCell::new(None) };
}

/// Records the ways, or takes those recorded before. None if one of them does not compile or does not end.
pub fn ways(wanted: Vec<(&'static str, String, Settings)>) -> Option<Rc<Vec<Way>>> {
    let key: Vec<_> = wanted.iter().map(|w| (w.1.clone(), w.2.clone())).collect();
    let known = WAYS.with_borrow(|w| w.as_ref().filter(|w| w.0 == key).map(|w| w.1.clone()));
    let made = match known {
        Some(ways) => ways,
        None => {
            let made: Option<Vec<Way>> =
                wanted.into_iter().map(|(name, source, s)| way(name, &source, &s)).collect();
            // What failed is remembered too, as nothing.
            let made = Rc::new(made.unwrap_or_default());
            WAYS.set(Some((key, made.clone())));
            made
        }
    };
    Some(made).filter(|m| !m.is_empty())
}

pub fn way(name: &'static str, source: &str, settings: &Settings) -> Option<Way> {
    let mut run = Run::start(&compile(source).ok()?, settings).ok()?;
    while !run.advance(200_000) {
        if run.steps() > MOST {
            return None;
        }
    }
    let run = Rc::new(run.finish());
    Some(Way { name, plan: Plan::of(&run.trace), run })
}
