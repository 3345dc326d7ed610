//! How wide an element is, for views that place their parts themselves.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// Keeps the width of an element in a state, CSS pixels. An element that is hidden keeps the width it had. The browser
/// says when it has changed: to ask after every drawing would lay out the page once more each time.
#[hook]
pub fn use_width(element: &NodeRef, width: &UseStateHandle<f64>) {
    let (element, width) = (element.clone(), width.clone());
    use_effect_with((), move |()| {
        let node = element.cast::<Element>();
        let seen = node.clone();
        let measure = move || {
            let now = seen.as_ref().map_or(0.0, |n| f64::from(n.client_width()));
            if now > 0.0 {
                width.set(now);
            }
        };
        // The observer speaks only with the next frame.
        measure();
        let update = Closure::<dyn FnMut()>::new(measure);
        let observer = ResizeObserver::new(update.as_ref().unchecked_ref()).ok();
        if let (Some(o), Some(n)) = (&observer, &node) {
            o.observe(n);
        }
        move || {
            observer.iter().for_each(ResizeObserver::disconnect);
            drop(update);
        }
    });
}
