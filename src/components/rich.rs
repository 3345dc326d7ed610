//! Text with `**bold**` and `` `code` ``, as narration and lessons write it.

use yew::prelude::*;

/// Renders a text; nothing in it is ever taken for markup.
pub fn rich(text: &str) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`']) {
        let (mark, close) = if rest[at..].starts_with("**") { (2, "**") } else { (1, "`") };
        let is_mark = rest[at..].starts_with(close);
        let body = &rest[at + mark.min(rest.len() - at)..];
        match body.find(close) {
            Some(end) if is_mark => {
                out.push(html! { {&rest[..at]} });
                let inner = &body[..end];
                out.push(if mark == 2 {
                    html! { <b>{inner}</b> }
                } else {
                    html! { <code>{inner}</code> }
                });
                rest = &body[end + close.len()..];
            }
            _ => {
                out.push(html! { {&rest[..at + 1]} });
                rest = &rest[at + 1..];
            }
        }
    }
    out.push(html! { {rest} });
    out.into_iter().collect()
}
