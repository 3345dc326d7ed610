//! The lessons, compiled into the page.

mod cues;
mod glossary;
mod pattern;
mod route;
mod study;
#[cfg(test)]
mod tests;
mod words;

pub use cues::Cues;
pub use glossary::{Term, Use, first_lessons, first_uses};
pub use pattern::Pattern;
pub use route::Route;
pub use study::{Learn, Page, Study, fold, search, terms};
pub use words::{PROCS, Words};

use crate::i18n::Lang;
use std::sync::OnceLock;

/// A lesson.
#[derive(Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Row of the curriculum, e.g. `2.11`.
    pub number: &'static str,
    /// Folder's name; part of its address.
    pub slug: &'static str,
    /// The program.
    pub source: &'static str,
    /// The repaired program, where the lesson shows a fault.
    pub fixed: Option<&'static str>,
    /// What it prints under real Go.
    pub expected: &'static str,
    texts: [&'static str; 2],
    /// The texts as read, each when it is first asked for.
    words: [OnceLock<Words>; 2],
}

// The manifest stands in `lessons/`, and so do the files that it names.
macro_rules! lessons {
    ($($number:literal, $slug:literal $(, $fixed:ident)?;)*) => {
        static ALL: [Lesson; [$($number),*].len()] = [$(Lesson {
            number: $number,
            slug: $slug,
            source: include_str!(concat!($slug, "/main.go")),
            fixed: lessons!(@ $slug $($fixed)?),
            expected: include_str!(concat!($slug, "/expected.txt")),
            texts: [
                include_str!(concat!($slug, "/lesson.en.md")),
                include_str!(concat!($slug, "/lesson.zh.md")),
            ],
            words: [OnceLock::new(), OnceLock::new()],
        },)*];
        /// All lessons in order.
        pub static LESSONS: &[Lesson] = &ALL;
    };
    (@ $slug:literal) => { None };
    (@ $slug:literal fixed) => { Some(include_str!(concat!($slug, "/fixed.go"))) };
}
include!("../../lessons/manifest.rs");

impl Lesson {
    fn text(&self, lang: Lang) -> &'static str {
        self.texts[usize::from(lang == Lang::Zh)]
    }

    /// Number of its chapter.
    pub fn chapter(&self) -> &'static str {
        self.number.split('.').next().unwrap_or_default()
    }

    /// Its place in its chapter, from 1, and how many lessons the chapter has.
    pub fn place(&self) -> (usize, usize) {
        let of = |l: &&Lesson| l.chapter() == self.chapter();
        let at = LESSONS.iter().filter(of).position(|l| l == self);
        (at.map_or(0, |i| i + 1), LESSONS.iter().filter(of).count())
    }

    /// Its title alone: the list of lessons shows all of them at every step.
    pub fn title(&self, lang: Lang) -> &'static str {
        let title = self.text(lang).lines().find_map(|l| l.strip_prefix("title:"));
        title.map_or("", str::trim)
    }

    /// Its words in a language.
    pub fn words(&self, lang: Lang) -> &Words {
        self.words[usize::from(lang == Lang::Zh)].get_or_init(|| Words::read(self.text(lang)))
    }
}

/// A text without its marks.
pub fn plain(text: &str) -> String {
    text.replace("**", "").replace('`', "")
}

/// A constant of a program that a slider can change: `const workers = 3 //param 1..5`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Constant's name.
    pub name: String,
    /// Value in the source.
    pub value: i64,
    /// Smallest value.
    pub min: i64,
    /// Largest value.
    pub max: i64,
    /// Where the value stands in the source, bytes.
    pub at: (usize, usize),
}

/// The parameters of a program, in source order.
pub fn params(source: &str) -> Vec<Param> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in source.split_inclusive('\n') {
        if let Some(p) = param(line, offset) {
            found.push(p);
        }
        offset += line.len();
    }
    found
}

fn param(line: &str, offset: usize) -> Option<Param> {
    let (code, range) = line.split_once("//param ")?;
    let (min, max) = range.trim().split_once("..")?;
    let (left, right) = code.split_once('=')?;
    let name = left.trim().trim_start_matches("const ").split_whitespace().next()?;
    let digits = right.trim();
    let start = left.len() + 1 + right.find(digits)?;
    Some(Param {
        name: name.to_string(),
        value: digits.parse().ok()?,
        min: min.trim().parse().ok()?,
        max: max.trim().parse().ok()?,
        at: (offset + start, offset + start + digits.len()),
    })
}

/// The source with a parameter set to `value`.
pub fn with_param(source: &str, p: &Param, value: i64) -> String {
    let (a, b) = p.at;
    format!("{}{}{}", &source[..a], value.clamp(p.min, p.max), &source[b..])
}
