//! Text with `**bold**` and `` `code` ``, as narration and lessons write it.

use super::term::Term;
use crate::i18n::Lang;
use crate::lesson::{Use, fold};
use yew::prelude::*;

/// What ends a sentence or a part of it.
const MARKS: [char; 9] = ['.', ',', ';', ':', ')', '。', '，', '；', '：'];

/// A stretch of text in one face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece<'a> {
    /// Where it begins in the source text, bytes.
    from: usize,
    text: &'a str,
    face: Face,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Plain,
    Bold,
    Code,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(mark) = text[at..].find(['*', '`']).map(|i| at + i) {
        let (face, close) =
            if text[mark..].starts_with('`') { (Face::Code, "`") } else { (Face::Bold, "**") };
        let body = mark + close.len();
        let end =
            text.get(mark..body).filter(|m| *m == close).and_then(|_| text[body..].find(close));
        match end {
            Some(len) => {
                out.push(Piece { from: plain, text: &text[plain..mark], face: Face::Plain });
                out.push(Piece { from: body, text: &text[body..body + len], face });
                (plain, at) = (body + len + close.len(), body + len + close.len());
            }
            None => at = mark + 1,
        }
    }
    out.push(Piece { from: plain, text: &text[plain..], face: Face::Plain });
    out.retain(|p| !p.text.is_empty());
    out
}

fn face(face: Face, inner: Html) -> Html {
    match face {
        Face::Plain => inner,
        Face::Bold => html! { <b>{inner}</b> },
        Face::Code => html! { <code>{inner}</code> },
    }
}

/// Renders a text; nothing in it is ever taken for markup.
pub fn rich(text: &str) -> Html {
    pieces(text).into_iter().map(|p| face(p.face, html! { {p.text} })).collect()
}

/// Renders a text with its words of the glossary, each of which opens its explanation.
pub fn rich_with(text: &str, uses: &[Use], lang: Lang) -> Html {
    let mut out = Vec::new();
    for p in pieces(text) {
        let end = p.from + p.text.len();
        let mut inner = Vec::new();
        let mut at = p.from;
        for u in uses.iter().filter(|u| p.from <= u.from && u.to <= end) {
            inner.push(html! { {&text[at..u.from]} });
            let word = text[u.from..u.to].to_string();
            let term = html! { <Term term={u.term} {word} {lang} /> };
            // The mark that follows must not begin a line of its own.
            let rest = &text[u.to..end];
            let mark = &rest[..rest.len() - rest.trim_start_matches(MARKS).len()];
            inner.push(match mark {
                "" => term,
                mark => html! { <span class="keep">{term}{mark}</span> },
            });
            at = u.to + mark.len();
        }
        inner.push(html! { {&text[at..end]} });
        out.push(face(p.face, inner.into_iter().collect()));
    }
    out.into_iter().collect()
}

/// Renders a plain text with what was looked for marked in it.
pub fn found(text: &str, terms: &[String]) -> Html {
    let folded = fold(text);
    let mut out = Vec::new();
    let mut at = 0;
    let next = |at: usize| {
        let hits =
            terms.iter().filter_map(|t| Some((at + folded[at..].find(t.as_str())?, t.len())));
        hits.filter(|(_, len)| *len > 0).min()
    };
    while let Some((from, len)) = next(at) {
        out.push(html! { {&text[at..from]} });
        out.push(html! { <mark>{&text[from..from + len]}</mark> });
        at = from + len;
    }
    out.push(html! { {&text[at..]} });
    out.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let shown = |text| pieces(text).iter().map(|p| (p.text, p.face)).collect::<Vec<_>>();
        assert_eq!(
            shown("a **b** `c*`"),
            [("a ", Face::Plain), ("b", Face::Bold), (" ", Face::Plain), ("c*", Face::Code)]
        );
        assert_eq!(shown("2 * 3 ** 4"), [("2 * 3 ** 4", Face::Plain)]);
        assert_eq!(shown("一**二**"), [("一", Face::Plain), ("二", Face::Bold)]);
        assert_eq!(shown("*"), [("*", Face::Plain)]);
    }
}
