//! A word of the glossary in a text: the pointer or the focus on it opens its explanation.

use crate::fixed::px;
use crate::i18n::Lang;
use crate::lesson;
use crate::say;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Greatest width of the explanation, CSS pixels.
const WIDTH: f64 = 280.0;

/// Height that an explanation may need, CSS pixels.
const HEIGHT: f64 = 180.0;

/// Where the explanation stands.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    left: f64,
    width: f64,
    /// From the top of the window, or from its bottom if it stands above the word.
    edge: f64,
    above: bool,
}

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
    let place = use_state_eq(|| None::<Place>);
    let open = {
        let (node, place) = (node.clone(), place.clone());
        move || {
            let Some(e) = node.cast::<HtmlElement>() else { return };
            let word = e.get_bounding_client_rect();
            let root = e.owner_document().and_then(|d| d.document_element());
            let height = root.as_ref().map_or(800.0, |r| f64::from(r.client_height()));
            // The column of the text cuts off whatever leaves it.
            let column = e.closest(".guide-body").ok().flatten().or(root);
            let Some(column) = column.map(|c| c.get_bounding_client_rect()) else { return };
            let width = WIDTH.min(column.width() - 20.0);
            let left = word.left().min(column.right() - width - 10.0).max(column.left() + 10.0);
            let bottom = column.bottom().min(height);
            let above = word.bottom() + HEIGHT > bottom
                && word.top() - column.top() > bottom - word.bottom();
            let edge = if above { height - word.top() } else { word.bottom() } + 6.0;
            place.set(Some(Place { left, width, edge, above }));
        }
    };
    let close = {
        let place = place.clone();
        move || place.set(None)
    };
    let Some(term) = lesson::Term::all().get(props.term) else { return html! {} };
    let id = format!("term-{}", props.term);
    let onkeydown = {
        let (open, close) = (open.clone(), close.clone());
        Callback::from(move |e: KeyboardEvent| match e.key().as_str() {
            "Escape" => {
                e.stop_propagation();
                close();
            }
            "Enter" | " " => {
                e.stop_propagation();
                e.prevent_default();
                open();
            }
            _ => {}
        })
    };
    let (enter, focus, click) = (open.clone(), open.clone(), open);
    let (leave, blur) = (close.clone(), close);
    html! {
        <span class="term-at" onmouseleave={Callback::from(move |_: MouseEvent| leave())}>
            // A button element would stand alone in its line: the mark after it could begin the next one.
            <span role="button" tabindex="0" ref={node} class="term" aria-describedby={place.map(|_| id.clone())}
                onmouseenter={Callback::from(move |_: MouseEvent| enter())}
                onfocus={Callback::from(move |_: FocusEvent| focus())}
                onclick={Callback::from(move |_: MouseEvent| click())}
                onblur={Callback::from(move |_: FocusEvent| blur())} {onkeydown}>{&props.word}</span>
            if let Some(Place { left, width, edge, above }) = *place {
                <span {id} role="tooltip" class="term-means"
                    style={format!("left:{};{}:{};width:{}", px(left.round()), if above { "bottom" } else { "top" }, px(edge.round()), px(width.round()))}>
                    <b>{term.name(props.lang)}</b>
                    <span>{super::rich(term.means(props.lang))}</span>
                    <i>{say!(props.lang, "glossary.key")}</i>
                </span>
            }
        </span>
    }
}
