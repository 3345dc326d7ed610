//! A part of the page that a step leaves alone unless what it shows has changed. Yew compares whatever a view returns
//! with all that stands there; of this part it compares only what it depends on.

use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// Values of one type that can be compared without naming it: there is one component for all parts, for each more would
/// be more code to load.
trait Same {
    fn same(&self, other: &dyn Same) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Same for T {
    fn same(&self, other: &dyn Same) -> bool {
        other.any().downcast_ref::<T>().is_some_and(|o| o == self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties, Clone)]
struct Shown {
    on: Rc<dyn Same>,
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.on.same(&*other.on)
    }
}

#[component]
fn Part(props: &Shown) -> Html {
    (props.draw)()
}

/// What `draw` returns, drawn anew only when `on` is another than before: `on` has to hold all that `draw` shows.
pub fn still<T: PartialEq + 'static>(on: T, draw: impl Fn() -> Html + 'static) -> Html {
    part(None, on, draw)
}

/// As [`still`], for the item `key` of a list.
pub fn still_item<T: PartialEq + 'static>(
    key: impl Into<Key>,
    on: T,
    draw: impl Fn() -> Html + 'static,
) -> Html {
    part(Some(key.into()), on, draw)
}

fn part<T: PartialEq + 'static>(
    key: Option<Key>,
    on: T,
    draw: impl Fn() -> Html + 'static,
) -> Html {
    let props = Shown { on: Rc::new(on), draw: Rc::new(draw) };
    VComp::new::<Part>(Rc::new(props), key).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_the_same_while_all_it_shows_is() {
        let shown = |on: Rc<dyn Same>| Shown { on, draw: Rc::new(|| html! {}) };
        assert!(shown(Rc::new((1, "a"))) == shown(Rc::new((1, "a"))));
        assert!(shown(Rc::new((1, "a"))) != shown(Rc::new((2, "a"))));
        // Values of two types are never the same.
        assert!(shown(Rc::new(1_u32)) != shown(Rc::new(1_u64)));
    }
}
