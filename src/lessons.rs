//! The lessons, compiled into the page.

use crate::i18n::Lang;

/// A lesson.
#[derive(Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Row of the curriculum, e.g. `2.11`.
    pub number: &'static str,
    /// Folder's name; part of its address.
    pub slug: &'static str,
    /// The program.
    pub source: &'static str,
    /// What it prints under real Go.
    pub expected: &'static str,
    texts: [&'static str; 2],
}

macro_rules! lessons {
    ($($number:literal, $slug:literal;)*) => {
        /// All lessons in order.
        pub static LESSONS: &[Lesson] = &[$(Lesson {
            number: $number,
            slug: $slug,
            source: include_str!(concat!("../lessons/", $slug, "/main.go")),
            expected: include_str!(concat!("../lessons/", $slug, "/expected.txt")),
            texts: [
                include_str!(concat!("../lessons/", $slug, "/lesson.en.md")),
                include_str!(concat!("../lessons/", $slug, "/lesson.zh.md")),
            ],
        },)*];
    };
}
include!("../lessons/manifest.rs");

impl Lesson {
    fn text(&self, lang: Lang) -> &'static str {
        self.texts[match lang {
            Lang::En => 0,
            Lang::Zh => 1,
        }]
    }

    fn field(&self, lang: Lang, name: &str) -> &'static str {
        let head = self.text(lang).split("\n\n").next().unwrap_or("");
        let line = head.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
        line.map_or("", str::trim)
    }

    /// Its title.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.field(lang, "title")
    }

    /// The chapter it belongs to.
    pub fn chapter(&self, lang: Lang) -> &'static str {
        self.field(lang, "chapter")
    }

    /// Its paragraphs, with `**bold**` and `` `code` ``.
    pub fn paragraphs(&self, lang: Lang) -> impl Iterator<Item = &'static str> {
        self.text(lang).split("\n\n").skip(1).map(str::trim)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_has_its_words() {
        for l in LESSONS {
            for lang in [Lang::En, Lang::Zh] {
                assert!(!l.title(lang).is_empty() && !l.chapter(lang).is_empty(), "{}", l.slug);
                assert!(l.paragraphs(lang).all(|p| !p.is_empty()), "{}", l.slug);
            }
            assert!(!params(l.source).is_empty(), "{} has a parameter", l.slug);
        }
    }

    #[test]
    fn parameters_are_read_and_written() {
        let source = "const (\n\ttasks = 6   //param 1..12\n)\nconst work = 200 //param 20..400\nvar x = 3 // 1..2\n";
        let ps = params(source);
        let seen: Vec<_> = ps.iter().map(|p| (p.name.as_str(), p.value, p.min, p.max)).collect();
        assert_eq!(seen, [("tasks", 6, 1, 12), ("work", 200, 20, 400)]);
        let changed = with_param(source, &ps[1], 1000);
        assert_eq!(params(&changed)[1].value, 400);
        assert_eq!(params(&changed)[0].value, 6);
    }
}
