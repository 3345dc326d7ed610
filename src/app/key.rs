//! Keys: which element they are for, and what they do to the page.

use super::App;
use crate::keys::{self, Focus};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

impl App {
    /// True when the key meant something.
    pub(super) fn key(&mut self, ctx: &Context<Self>, e: &KeyboardEvent) -> bool {
        if e.ctrl_key() || e.meta_key() || e.alt_key() || e.is_composing() {
            return false;
        }
        let target = e.target().and_then(|t| t.dyn_into::<HtmlElement>().ok());
        let input = target.as_ref().and_then(|t| t.dyn_ref::<web_sys::HtmlInputElement>());
        let focus = match (target.as_ref().map(|t| t.tag_name()), input.map(|i| i.type_())) {
            (_, Some(kind)) if kind == "range" => Focus::Slider,
            (_, Some(kind)) if kind == "checkbox" => Focus::Button,
            (_, Some(_)) => Focus::Text,
            (Some(tag), _) if tag == "TEXTAREA" || tag == "SELECT" => Focus::Text,
            (Some(tag), _) if ["BUTTON", "A", "SUMMARY"].contains(&tag.as_str()) => Focus::Button,
            _ => Focus::Page,
        };
        if e.key() == "/" && focus != Focus::Text && self.state.borrow().study.page.is_some() {
            focus_search();
            e.prevent_default();
            return false;
        }
        let action = keys::action(&self.state.borrow(), &e.key(), focus);
        let Some(action) = action else { return false };
        e.prevent_default();
        self.act(ctx, action);
        true
    }
}

fn focus_search() {
    let document = web_sys::window().and_then(|w| w.document());
    let input = document.and_then(|d| d.query_selector("input[type=search]").ok().flatten());
    if let Some(input) = input.and_then(|i| i.dyn_into::<HtmlElement>().ok()) {
        let _ = input.focus();
    }
}
