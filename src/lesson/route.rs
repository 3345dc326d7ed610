//! Recommended routes: a few lessons in a good order, for somebody in particular.

use super::LESSONS;
use crate::i18n::Lang;
use std::sync::OnceLock;

const TEXT: &str = include_str!("../../lessons/routes.txt");

/// A route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    titles: [&'static str; 2],
    about: [&'static str; 2],
    /// Its lessons in order.
    pub lessons: Vec<usize>,
}

impl Route {
    /// All routes, the newcomer's first.
    pub fn all() -> &'static [Route] {
        static ALL: OnceLock<Vec<Route>> = OnceLock::new();
        ALL.get_or_init(|| {
            TEXT.split("\n\n").filter(|t| !t.trim().is_empty()).map(Route::read).collect()
        })
    }

    fn read(text: &'static str) -> Route {
        let mut route = Route { titles: [""; 2], about: [""; 2], lessons: Vec::new() };
        for line in text.lines() {
            let both = |text: &'static str| {
                let (en, zh) = text.split_once('|').unwrap_or((text, text));
                [en.trim(), zh.trim()]
            };
            if let Some(rest) = line.strip_prefix("title:") {
                route.titles = both(rest);
            } else if let Some(rest) = line.strip_prefix("about:") {
                route.about = both(rest);
            } else if let Some(rest) = line.strip_prefix("lessons:") {
                let of = |n: &str| LESSONS.iter().position(|l| l.number == n);
                route.lessons = rest.split_whitespace().filter_map(of).collect();
            }
        }
        route
    }

    /// Its name.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.titles[usize::from(lang == Lang::Zh)]
    }

    /// For whom it is.
    pub fn about(&self, lang: Lang) -> &'static str {
        self.about[usize::from(lang == Lang::Zh)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_complete() {
        let routes = Route::all();
        assert_eq!(routes.len(), 2);
        for r in routes {
            assert!((8..=16).contains(&r.lessons.len()));
            let listed = TEXT.lines().filter_map(|l| l.strip_prefix("lessons:"));
            assert!(listed.into_iter().any(|l| l.split_whitespace().count() == r.lessons.len()));
            assert!(
                [Lang::En, Lang::Zh]
                    .iter()
                    .all(|l| !r.title(*l).is_empty() && r.about(*l).len() > 20)
            );
            let mut seen = r.lessons.clone();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), r.lessons.len(), "a lesson twice");
        }
    }
}
