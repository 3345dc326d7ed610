//! The icons, drawn as paths so that nothing has to be fetched.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Icon {
    Start,
    Back,
    Play,
    Pause,
    Again,
    Share,
    On,
    End,
    Logo,
    Menu,
    Theme,
    List,
    Hand,
    Chinese,
}

/// Draws an icon; the button around it carries the name.
pub fn icon(which: Icon) -> Html {
    let stroke = |d: &'static str| html! { <path d={d} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" /> };
    let fill = |d: &'static str| html! { <path d={d} fill="currentColor" /> };
    let inner = match which {
        Icon::Start => html! { <>{stroke("M4 4v10")}{fill("M14 4v10l-7-5z")}</> },
        Icon::Back => stroke("M11 4 6 9l5 5"),
        Icon::Play => fill("M6 3.5v11l9-5.5z"),
        Icon::Pause => html! { <>{fill("M5 4h3v10H5z")}{fill("M10 4h3v10h-3z")}</> },
        Icon::Again => stroke("M4 9a5 5 0 1 0 1.6-3.7M4 3v3h3"),
        Icon::Share => stroke("M9 11V3M6 5.5 9 2.5l3 3M4 9v5h10V9"),
        Icon::On => stroke("m7 4 5 5-5 5"),
        Icon::End => html! { <>{stroke("M14 4v10")}{fill("M4 4v10l7-5z")}</> },
        Icon::Menu => stroke("M3 5h12M3 9h12M3 13h12"),
        Icon::List => stroke("M3 4.5h.5M7 4.5h8M3 9h.5M7 9h8M3 13.5h.5M7 13.5h8"),
        Icon::Hand => stroke("M3 5h5M3 13h5M11 9h4M8 5c2 0 1 4 3 4M8 13c2 0 1-4 3-4M13 7l2 2-2 2"),
        Icon::Theme => {
            html! { <>{stroke("M9 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12z")}{fill("M9 3a6 6 0 0 1 0 12z")}</> }
        }
        Icon::Logo => {
            return html! {
                <svg width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden="true" class="logo-mark">
                    <path class="a" d="M2 5h5c4 0 4 12 8 12h5" />
                    <path class="b" d="M2 17h5c4 0 4-12 8-12h5" />
                </svg>
            };
        }
        // 中文, drawn: for two letters of a text the browser would look for another font before the first picture.
        Icon::Chinese => {
            return html! {
                <svg width="28" height="14" viewBox="0 0 34 17" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
                    <path d="M2 4.5h12v6H2zM8 1.5v14M26 1.5v3M19 5h14M21.5 5.2c1.6 4.4 5 8 10.5 10M30.5 5.2c-1.6 4.4-5 8-10.5 10" />
                </svg>
            };
        }
    };
    html! { <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{inner}</svg> }
}
