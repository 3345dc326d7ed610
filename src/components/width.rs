//! How wide an element is, for views that place their parts themselves.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

thread_local! {
    /// Widths in the sketch of the page, by class.
    static SKETCHED: RefCell<Vec<(&'static str, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Looks how wide these parts, named by their classes, are in the sketch of the page that stands until it is drawn: so
/// that its first picture need not be drawn a second time.
pub fn look_at_sketch(classes: &[&'static str]) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let width = |class: &&'static str| {
        let part = document.query_selector(&format!(".sketch .{class}")).ok()??;
        Some((*class, f64::from(part.client_width()))).filter(|(_, width)| *width > 0.0)
    };
    SKETCHED.set(classes.iter().filter_map(width).collect());
}

fn sketched(class: &str) -> Option<f64> {
    SKETCHED.with_borrow(|all| all.iter().find(|(c, _)| *c == class).map(|(_, width)| *width))
}

/// The width of an element, CSS pixels; until it stands, that of this class in the sketch, or else `guess`. An element
/// that is hidden keeps the width it had. The browser says when it has changed, and before it paints: to ask would lay
/// out the page once more.
#[hook]
pub fn use_width(element: &NodeRef, class: &'static str, guess: f64) -> f64 {
    let width = use_state_eq(|| sketched(class).unwrap_or(guess));
    let (element, seen) = (element.clone(), width.clone());
    use_effect_with((), move |()| {
        let node = element.cast::<Element>();
        let measured = node.clone();
        let update = Closure::<dyn FnMut()>::new(move || {
            let now = measured.as_ref().map_or(0.0, |n| f64::from(n.client_width()));
            if now > 0.0 {
                seen.set(now);
            }
        });
        let observer = ResizeObserver::new(update.as_ref().unchecked_ref()).ok();
        if let (Some(o), Some(n)) = (&observer, &node) {
            o.observe(n);
        }
        move || {
            observer.iter().for_each(ResizeObserver::disconnect);
            drop(update);
        }
    });
    *width
}
