//! A word of the glossary in a text: the pointer or the focus on it opens its explanation.

use crate::i18n::Lang;
use crate::lesson;
use crate::say;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Width of the explanation, CSS pixels.
const WIDTH: f64 = 280.0;

/// What the word needs.
#[derive(Properties, PartialEq)]
pub struct TermProps {
    /// Index in the glossary.
    pub term: usize,
    /// As the text writes it.
    pub word: String,
    /// Language.
    pub lang: Lang,
}

/// The word.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let node = use_node_ref();
    let place = use_state_eq(|| None::<(f64, f64, bool)>);
    let open = {
        let (node, place) = (node.clone(), place.clone());
        move || {
            let Some(e) = node.cast::<HtmlElement>() else { return };
            let (rect, root) = (e.get_bounding_client_rect(), e.owner_document());
            let size = root.and_then(|d| d.document_element());
            let (w, h) = size.map_or((1280.0, 800.0), |r| {
                (f64::from(r.client_width()), f64::from(r.client_height()))
            });
            let left = rect.left().min(w - WIDTH - 12.0).max(12.0);
            let above = rect.bottom() > h - 180.0;
            place.set(Some((
                left,
                if above { h - rect.top() + 6.0 } else { rect.bottom() + 6.0 },
                above,
            )));
        }
    };
    let close = {
        let place = place.clone();
        move || place.set(None)
    };
    let Some(term) = lesson::Term::all().get(props.term) else { return html! {} };
    let id = format!("term-{}", props.term);
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |e: KeyboardEvent| {
            if e.key() == "Escape" {
                e.stop_propagation();
                close();
            }
        })
    };
    let (enter, focus, click) = (open.clone(), open.clone(), open);
    let (leave, blur) = (close.clone(), close);
    html! {
        <span class="term-at" onmouseleave={Callback::from(move |_: MouseEvent| leave())}>
            <button type="button" ref={node} class="term" aria-describedby={place.map(|_| id.clone())}
                onmouseenter={Callback::from(move |_: MouseEvent| enter())}
                onfocus={Callback::from(move |_: FocusEvent| focus())}
                onclick={Callback::from(move |_: MouseEvent| click())}
                onblur={Callback::from(move |_: FocusEvent| blur())} {onkeydown}>{&props.word}</button>
            if let Some((left, edge, above)) = *place {
                <span {id} role="tooltip" class="term-means"
                    style={format!("left:{left:.0}px;{}:{edge:.0}px;width:{WIDTH}px", if above { "bottom" } else { "top" })}>
                    <b>{term.name(props.lang)}</b>
                    <span>{super::rich(term.means(props.lang))}</span>
                    <i>{say!(props.lang, "glossary.key")}</i>
                </span>
            }
        </span>
    }
}
