//! What a learner has done so far, which route is followed, and the search over all lessons.

use super::{LESSONS, Route, plain};
use crate::i18n::Lang;
use std::collections::BTreeMap;

/// A page over the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Chapters, lessons, routes, search.
    Contents,
    /// The words.
    Glossary,
}

impl Page {
    /// Its address, without `#`.
    pub fn address(self) -> &'static str {
        match self {
            Page::Contents => "contents",
            Page::Glossary => "glossary",
        }
    }

    /// The page at an address, without `#`.
    pub fn at(address: &str) -> Option<Page> {
        [Page::Contents, Page::Glossary].into_iter().find(|p| p.address() == address)
    }
}

/// How far a learner has come with a lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Its run was seen to the end.
    pub finished: bool,
    /// Predictions that were right at the first answer, a bit each.
    pub right: u32,
    /// Predictions that were answered, a bit each.
    pub answered: u32,
}

/// What can happen to the [`Study`].
#[derive(Clone, Debug, PartialEq)]
pub enum Learn {
    /// Open a page over the machine, or go back to it.
    Page(Option<Page>),
    /// Follow a route; none is the whole curriculum.
    Route(Option<usize>),
    /// Show the presenter's notes.
    Notes(bool),
    /// Look for something.
    Query(String),
    /// Forget all progress.
    Forget,
    /// Remember again what was just forgotten.
    Recall,
}

/// The learner's side of the page.
#[derive(Clone, Debug, Default)]
pub struct Study {
    /// What is open over the machine.
    pub page: Option<Page>,
    /// The route that is followed.
    pub route: Option<usize>,
    /// Whether the presenter's notes are shown.
    pub notes: bool,
    /// What is looked for.
    pub query: String,
    lessons: BTreeMap<usize, Progress>,
    /// What was forgotten last, until the page is left.
    forgotten: BTreeMap<usize, Progress>,
    changed: bool,
}

impl Study {
    /// Does what was asked for.
    pub fn reduce(&mut self, learn: Learn) {
        match learn {
            Learn::Page(page) => self.page = page,
            Learn::Route(route) => {
                self.route = route.filter(|r| *r < Route::all().len());
                self.changed = true;
            }
            Learn::Notes(on) => self.notes = on,
            Learn::Query(text) => self.query = text,
            Learn::Forget => {
                self.forgotten = std::mem::take(&mut self.lessons);
                self.changed = true;
            }
            Learn::Recall => {
                // What was learnt since then counts as well.
                for (lesson, p) in std::mem::take(&mut self.forgotten) {
                    self.lessons.entry(lesson).or_insert(p);
                }
                self.changed = true;
            }
        }
    }

    /// Progress in a lesson, if it was ever opened.
    pub fn progress(&self, lesson: usize) -> Option<Progress> {
        self.lessons.get(&lesson).copied()
    }

    /// A lesson was opened.
    pub fn open(&mut self, lesson: usize) {
        self.change(lesson, |_| {});
    }

    /// The end of a lesson's run was seen.
    pub fn finish(&mut self, lesson: usize) {
        self.change(lesson, |p| p.finished = true);
    }

    /// A prediction was answered. The first answer counts.
    pub fn answer(&mut self, lesson: usize, prediction: usize, right: bool) {
        let bit = 1_u32.checked_shl(prediction as u32).unwrap_or(0);
        self.change(lesson, |p| {
            if p.answered & bit == 0 && right {
                p.right |= bit;
            }
            p.answered |= bit;
        });
    }

    fn change(&mut self, lesson: usize, f: impl FnOnce(&mut Progress)) {
        let known = self.lessons.get(&lesson).copied();
        let mut p = known.unwrap_or_default();
        f(&mut p);
        if known != Some(p) {
            self.lessons.insert(lesson, p);
            self.changed = true;
        }
    }

    /// Whether something changed that should be remembered; asks once.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Whether something was forgotten that can be remembered again.
    pub fn can_recall(&self) -> bool {
        !self.forgotten.is_empty()
    }

    /// Lessons finished.
    pub fn finished(&self) -> usize {
        self.lessons.values().filter(|p| p.finished).count()
    }

    /// Predictions right at the first answer, and predictions answered.
    pub fn predictions(&self) -> (u32, u32) {
        let count = |f: fn(&Progress) -> u32| self.lessons.values().map(f).sum();
        (count(|p| p.right.count_ones()), count(|p| p.answered.count_ones()))
    }

    /// The lessons of the route that is followed, or all of them.
    pub fn way(&self) -> Vec<usize> {
        match self.route.and_then(|r| Route::all().get(r)) {
            Some(route) => route.lessons.clone(),
            None => (0..LESSONS.len()).collect(),
        }
    }

    /// The lessons before and after this one on the way; a lesson off the route has its neighbours in the curriculum.
    pub fn neighbours(&self, lesson: usize) -> (Option<usize>, Option<usize>) {
        let way = self.way();
        match way.iter().position(|l| *l == lesson) {
            Some(i) => (i.checked_sub(1).map(|i| way[i]), way.get(i + 1).copied()),
            None => (lesson.checked_sub(1), Some(lesson + 1).filter(|l| *l < LESSONS.len())),
        }
    }

    /// The first lesson of the way that is not finished.
    pub fn next_open(&self) -> Option<usize> {
        self.way().into_iter().find(|l| !self.progress(*l).is_some_and(|p| p.finished))
    }

    /// What the browser shall remember: `slug finished right answered`, a lesson a line, then the route.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (lesson, p) in &self.lessons {
            let Some(l) = LESSONS.get(*lesson) else { continue };
            let finished = u8::from(p.finished);
            out.push_str(&format!("{} {finished} {} {}\n", l.slug, p.right, p.answered));
        }
        if let Some(route) = self.route {
            out.push_str(&format!("route {route}\n"));
        }
        out
    }

    /// What was remembered; what cannot be read is left out.
    pub fn read(text: &str) -> Study {
        let mut study = Study::default();
        for line in text.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["route", n] => {
                    study.route = n.parse().ok().filter(|n| *n < Route::all().len());
                }
                [slug, finished, right, answered] => {
                    let lesson = LESSONS.iter().position(|l| l.slug == slug);
                    let (right, answered) = (right.parse(), answered.parse());
                    if let (Some(lesson), Ok(right), Ok(answered)) = (lesson, right, answered) {
                        let p = Progress { finished: finished == "1", right, answered };
                        study.lessons.insert(lesson, p);
                    }
                }
                _ => {}
            }
        }
        study
    }
}

/// A lesson that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The lesson.
    pub lesson: usize,
    /// Where the words stand in it, with what is around them.
    pub excerpt: String,
}

/// Lower case, so that positions stay: a character whose lower case is longer stays as it is.
pub fn fold(text: &str) -> String {
    let lower = |c: char| {
        let mut low = c.to_lowercase();
        match (low.next(), low.next()) {
            (Some(l), None) if l.len_utf8() == c.len_utf8() => l,
            _ => c,
        }
    };
    text.chars().map(lower).collect()
}

/// The words of a query.
pub fn terms(query: &str) -> Vec<String> {
    fold(query).split_whitespace().map(str::to_string).collect()
}

/// Lessons that hold every word of the query in either language: first those with it in the title, then in the idea,
/// then in the text.
pub fn search(query: &str, lang: Lang) -> Vec<Hit> {
    let terms = terms(query);
    if terms.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(usize, Hit)> = Vec::new();
    for (lesson, l) in LESSONS.iter().enumerate() {
        let mut best: Option<(usize, String)> = None;
        for lang in [lang, lang.other()] {
            let w = l.words(lang);
            let title = format!("{} {}", l.number, w.title);
            let mut texts = vec![(0, title), (1, plain(w.idea))];
            texts.extend(w.prose().iter().map(|p| (2, plain(p))));
            texts.extend(w.beats.iter().map(|(_, t)| (3, plain(t))));
            texts.extend(w.predictions.iter().map(|p| (3, plain(p.question))));
            texts.extend(w.next.iter().map(|t| (3, plain(t))));
            texts.push((3, l.source.to_string()));
            let all = fold(&texts.iter().map(|t| t.1.as_str()).collect::<Vec<_>>().join("\n"));
            if !terms.iter().all(|t| all.contains(t.as_str())) {
                continue;
            }
            let holds = |text: &str| terms.iter().filter(|t| fold(text).contains(*t)).count();
            let first = texts.iter().max_by_key(|(rank, t)| (holds(t), std::cmp::Reverse(*rank)));
            if let Some((rank, text)) = first
                && best.as_ref().is_none_or(|(r, _)| rank < r)
            {
                let shown = if *rank == 0 { plain(w.idea) } else { around(text, &terms) };
                best = Some((*rank, shown));
            }
        }
        if let Some((rank, excerpt)) = best {
            hits.push((rank, Hit { lesson, excerpt }));
        }
    }
    hits.sort_by_key(|(rank, hit)| (*rank, hit.lesson));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// About 160 characters around the first word that was looked for.
fn around(text: &str, terms: &[String]) -> String {
    let folded = fold(text);
    let at = terms.iter().filter_map(|t| folded.find(t.as_str())).min().unwrap_or(0);
    let before = text[..at].chars().count();
    let skip = before.saturating_sub(60);
    let mut out: String = if skip > 0 { "…".into() } else { String::new() };
    out.extend(text.chars().skip(skip).take(160).map(|c| if c == '\n' { ' ' } else { c }));
    if text.chars().count() > skip + 160 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_comes_back() {
        let mut s = Study::default();
        s.open(3);
        s.answer(5, 1, true);
        s.answer(5, 1, false);
        s.answer(5, 0, false);
        s.answer(5, 0, true);
        s.finish(5);
        s.reduce(Learn::Route(Some(1)));
        assert!(s.take_changed() && !s.take_changed());
        s.finish(5);
        assert!(!s.take_changed(), "nothing new");
        let read = Study::read(&s.write());
        assert_eq!(read.progress(5), Some(Progress { finished: true, right: 2, answered: 3 }));
        assert_eq!((read.progress(3), read.progress(4)), (Some(Progress::default()), None));
        assert_eq!((read.finished(), read.predictions(), read.route), (1, (1, 2), Some(1)));
        s.reduce(Learn::Forget);
        assert_eq!((s.finished(), s.can_recall()), (0, true));
        s.finish(2);
        s.reduce(Learn::Recall);
        assert_eq!((s.finished(), s.progress(5), s.can_recall()), (2, read.progress(5), false));
        let odd = Study::read("gibberish\n2.1-a-meeting x y z\nroute 99\n1.1-processors 1 0 0\n");
        assert_eq!((odd.lessons.len(), odd.route), (1, None));
    }

    #[test]
    fn the_way_follows_the_route() {
        let mut s = Study::default();
        assert_eq!(s.neighbours(0), (None, Some(1)));
        assert_eq!(s.neighbours(LESSONS.len() - 1).1, None);
        s.reduce(Learn::Route(Some(0)));
        let way = s.way();
        assert_eq!(s.neighbours(way[1]), (Some(way[0]), Some(way[2])));
        s.finish(way[0]);
        assert_eq!(s.next_open(), Some(way[1]));
        let off = (0..LESSONS.len()).find(|l| !way.contains(l)).unwrap();
        assert_eq!(s.neighbours(off).1, Some(off + 1));
    }

    #[test]
    fn what_is_looked_for_is_found_in_both_languages() {
        let first = |q: &str, lang| {
            search(q, lang).first().map(|h| (LESSONS[h.lesson].number, h.excerpt.clone()))
        };
        assert_eq!(first("WaitGroup", Lang::Zh).unwrap().0, "5.4");
        assert_eq!(first("singleflight", Lang::En).unwrap().0, "7.1");
        assert_eq!(first("令牌", Lang::En).map(|f| f.0), first("令牌", Lang::Zh).map(|f| f.0));
        assert!(first("compareandswap swap", Lang::En).unwrap().1.contains("Swap"));
        assert!(search("xylophone", Lang::En).is_empty() && search("  ", Lang::En).is_empty());
        let closing = search("closing", Lang::En);
        assert!(closing.iter().all(|h| h.excerpt.chars().count() < 170));
        assert_eq!(LESSONS[closing[0].lesson].number, "2.5");
    }
}
