//! The glossary: what the field's words mean, in one or two sentences, and which lesson each leads to.
//!
//! `lessons/glossary.txt` holds one block for each word:
//!
//! ```text
//! term: channel | channel
//! words: channel, channels | channel
//! lesson: 2.1
//! en: A typed queue between goroutines.
//! zh: goroutine 之间传值的队列，元素有固定类型。
//! ```
//!
//! `words` lists the forms that a text may use. A form with a capital letter must be written so.
//! `lesson` is the one that teaches the term; it is named where that is not the first one that uses it.

use crate::i18n::Lang;
use std::sync::OnceLock;

const TEXT: &str = include_str!("../../lessons/glossary.txt");

/// A word of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    names: [&'static str; 2],
    words: [Vec<&'static str>; 2],
    /// Number of the lesson that teaches it, where that is not the first one that uses it.
    lesson: Option<&'static str>,
    means: [&'static str; 2],
}

impl Term {
    /// All of them, in the order of the English alphabet.
    pub fn all() -> &'static [Term] {
        static ALL: OnceLock<Vec<Term>> = OnceLock::new();
        ALL.get_or_init(|| {
            let mut all: Vec<Term> =
                TEXT.split("\n\n").filter(|t| !t.trim().is_empty()).map(Term::read).collect();
            all.sort_by_key(|t| t.names[0].to_lowercase());
            all
        })
    }

    fn read(text: &'static str) -> Term {
        let mut t =
            Term { names: [""; 2], words: Default::default(), lesson: None, means: [""; 2] };
        for line in text.lines() {
            let both = |text: &'static str| {
                let (en, zh) = text.split_once('|').unwrap_or((text, text));
                [en.trim(), zh.trim()]
            };
            if let Some(rest) = line.strip_prefix("term:") {
                t.names = both(rest);
            } else if let Some(rest) = line.strip_prefix("words:") {
                t.words = both(rest).map(|l| {
                    l.split([',', '，']).map(str::trim).filter(|w| !w.is_empty()).collect()
                });
            } else if let Some(rest) = line.strip_prefix("lesson:") {
                t.lesson = Some(rest.trim());
            } else if let Some(rest) = line.strip_prefix("en:") {
                t.means[0] = rest.trim();
            } else if let Some(rest) = line.strip_prefix("zh:") {
                t.means[1] = rest.trim();
            }
        }
        t
    }

    /// Its name.
    pub fn name(&self, lang: Lang) -> &'static str {
        self.names[usize::from(lang == Lang::Zh)]
    }

    /// What it means.
    pub fn means(&self, lang: Lang) -> &'static str {
        self.means[usize::from(lang == Lang::Zh)]
    }

    /// The forms that a text may use.
    pub fn words(&self, lang: Lang) -> &[&'static str] {
        &self.words[usize::from(lang == Lang::Zh)]
    }
}

/// A word of the glossary in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Where it begins, bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Index of the term.
    pub term: usize,
}

/// Where each term is used first in a lesson's paragraphs: a list for each paragraph, in order, without overlaps.
pub fn first_uses(paragraphs: &[&str], lang: Lang) -> Vec<Vec<Use>> {
    let mut seen = vec![false; Term::all().len()];
    let mut out = Vec::new();
    for text in paragraphs {
        let mut uses: Vec<Use> = all_uses(text, lang);
        uses.retain(|u| !std::mem::replace(&mut seen[u.term], true));
        out.push(uses);
    }
    out
}

/// The lesson that each term leads to, an index into the manifest: the one that it names, or the first that uses it.
pub fn first_lessons(lang: Lang) -> Vec<Option<usize>> {
    let named = |t: &Term| super::LESSONS.iter().position(|l| Some(l.number) == t.lesson);
    let mut first: Vec<_> = Term::all().iter().map(named).collect();
    for (i, lesson) in super::LESSONS.iter().enumerate() {
        for text in &lesson.words(lang).prose() {
            for u in all_uses(text, lang) {
                first[u.term].get_or_insert(i);
            }
        }
    }
    first
}

/// Every use of a term in a text, longest first where two begin at the same place.
pub fn all_uses(text: &str, lang: Lang) -> Vec<Use> {
    let folded = super::fold(text);
    let mut uses = Vec::new();
    for (term, t) in Term::all().iter().enumerate() {
        for word in t.words(lang) {
            let exact = word.chars().any(char::is_uppercase);
            let within = if exact { text } else { folded.as_str() };
            let found = within.match_indices(word).map(|(from, _)| (from, from + word.len()));
            uses.extend(
                found.filter(|(from, to)| stands_alone(text, *from, *to)).map(|(from, to)| Use {
                    from,
                    to,
                    term,
                }),
            );
        }
    }
    uses.sort_by_key(|u| (u.from, std::cmp::Reverse(u.to)));
    let mut end = 0;
    uses.retain(|u| {
        let free = u.from >= end;
        if free {
            end = u.to;
        }
        free
    });
    uses
}

/// Whether a range is a word and not a part of one. Chinese has no spaces, so only Latin letters count.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let inside = &text[from..to];
    let before = text[..from].chars().next_back();
    let after = text[to..].chars().next();
    let begins_within = part(inside.chars().next()) && part(before);
    let ends_within = part(inside.chars().next_back()) && part(after);
    !begins_within && !ends_within
}

#[cfg(test)]
mod tests {
    use super::super::{LESSONS, fold};
    use super::*;

    const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

    #[test]
    fn every_term_is_explained_in_both_languages() {
        let mut names = std::collections::BTreeSet::new();
        for t in Term::all() {
            for lang in LANGS {
                assert!(!t.name(lang).is_empty() && !t.words(lang).is_empty(), "{t:?}");
                let ends = t.means(lang).ends_with(['.', '。']);
                assert!(t.means(lang).chars().count() > 8 && ends, "{t:?}");
                let sentences = t.means(lang).matches(['。', '；']).count()
                    + t.means(lang).matches(". ").count();
                assert!(sentences <= 3, "one or two sentences: {t:?}");
                for w in t.words(lang) {
                    assert!(names.insert((lang == Lang::Zh, *w)), "{w} explains two terms");
                }
            }
        }
    }

    #[test]
    fn terms_lead_to_lessons_that_teach_them() {
        assert_eq!(
            first_lessons(Lang::En),
            first_lessons(Lang::Zh),
            "one lesson in both languages"
        );
        for (i, t) in Term::all().iter().enumerate() {
            let Some(number) = t.lesson else { continue };
            let lesson = LESSONS.iter().find(|l| l.number == number);
            let lesson = lesson.unwrap_or_else(|| panic!("there is no such lesson: {t:?}"));
            for lang in LANGS {
                let uses = all_uses(lesson.text(lang), lang);
                assert!(uses.iter().any(|u| u.term == i), "{number} does not use it: {t:?}");
            }
        }
    }

    #[test]
    fn terms_are_found_as_words() {
        let index = |name: &str| Term::all().iter().position(|t| t.name(Lang::En) == name).unwrap();
        let uses = |text: &'static str, lang| -> Vec<_> {
            all_uses(text, lang).iter().map(|u| (&text[u.from..u.to], u.term)).collect()
        };
        let (deadlock, buffer) = (index("deadlock"), index("buffer"));
        assert_eq!(uses("A deadlock.", Lang::En), [("deadlock", deadlock)]);
        assert_eq!(uses("Buffers fill; undeadlocked.", Lang::En), [("Buffers", buffer)]);
        assert_eq!(uses("这是死锁。", Lang::Zh), [("死锁", deadlock)]);
        let first = first_uses(&["a deadlock, a deadlock", "deadlock, buffer"], Lang::En);
        assert_eq!(first.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }

    /// Words of the field that a newcomer does not bring along. Whatever lessons use of them is explained.
    const FIELD: [&str; 2] = [
        include_str!("../../lessons/field-words.txt"),
        include_str!("../../lessons/field-words.zh.txt"),
    ];

    /// The words of the field that the lessons use and that neither the glossary nor a lesson up to there explains.
    fn unexplained(lang: Lang) -> Vec<String> {
        let explained: Vec<String> =
            Term::all().iter().flat_map(|t| t.words(lang)).map(|w| fold(w)).collect();
        let list = FIELD[usize::from(lang == Lang::Zh)];
        let field: Vec<&str> = list.lines().filter(|l| !l.is_empty()).collect();
        assert!(field.len() > 80);
        let mut found = Vec::new();
        let mut bold = std::collections::BTreeSet::new();
        for l in LESSONS {
            let w = l.words(lang);
            let mut texts = vec![w.title, w.idea];
            texts.extend(w.prose());
            texts.extend(w.beats.iter().map(|b| b.1));
            texts.extend(w.predictions.iter().flat_map(|p| [p.question, p.why]));
            texts.extend(w.predictions.iter().flat_map(|p| p.choices.iter().map(|c| c.0)));
            texts.extend(&w.next);
            let text = fold(&texts.join("\n"));
            // A lesson explains what it sets in bold in its paragraphs.
            for p in w.prose() {
                bold.extend(p.split("**").skip(1).step_by(2).map(fold));
            }
            for word in &field {
                let used = text
                    .match_indices(word)
                    .any(|(from, m)| stands_alone(&text, from, from + m.len()));
                let known = explained.iter().any(|e| e == word) || bold.contains(*word);
                if used && !known {
                    found.push(format!("{}: {word}", l.number));
                }
            }
        }
        found
    }

    #[test]
    fn no_lesson_uses_a_word_that_nobody_explains() {
        for lang in LANGS {
            assert_eq!(unexplained(lang), Vec::<String>::new(), "{lang:?}");
        }
    }

    #[test]
    fn every_term_is_used_by_a_lesson_in_both_languages() {
        let mut unused = Vec::new();
        for lang in LANGS {
            let mut seen = vec![false; Term::all().len()];
            for l in LESSONS {
                for u in all_uses(l.text(lang), lang) {
                    seen[u.term] = true;
                }
            }
            let idle = seen.iter().zip(Term::all()).filter(|(s, _)| !**s);
            unused.extend(idle.map(|(_, t)| (lang, t.name(Lang::En))));
        }
        assert!(unused.is_empty(), "{unused:?}");
    }
}
