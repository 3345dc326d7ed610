//! The address of the page: what it asks for, and what the page puts there.

use super::{App, Msg};
use crate::lesson::{LESSONS, Learn, Page};
use crate::state::{Action, Effect, PLAYGROUND, State};
use crate::{link, say};
use wasm_bindgen::prelude::*;
use web_sys::History;
use yew::prelude::*;

/// One of the two ways to change the address.
type Change = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

impl App {
    /// Puts a link to this picture into the address and, where the browser allows it, the clipboard.
    #[inline(never)]
    pub(super) fn share(&mut self, ctx: &Context<Self>) {
        let fragment = link::write(&self.state.borrow().link());
        let Some(w) = web_sys::window() else { return };
        let location = w.location();
        self.address.clone_from(&fragment);
        let _ = location.set_hash(&fragment);
        let (link, state) = (ctx.link().clone(), self.state.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let address = location.href().unwrap_or_default();
            let copied = match js_sys::Reflect::has(&w.navigator(), &JsValue::from_str("clipboard"))
            {
                Ok(true) => {
                    let promise = w.navigator().clipboard().write_text(&address);
                    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
                }
                _ => false,
            };
            let lang = state.borrow().lang;
            let text = say!(lang, if copied { "link.copied" } else { "link.address" });
            link.send_message(Msg::Act(Action::Notice(Some(text))));
        });
    }

    /// Puts what is shown into the address, so that the browser's own way back works.
    #[inline(never)]
    pub(super) fn go_to_address(&mut self) {
        let address = self.own_address();
        self.change_address(address, History::push_state_with_url);
    }

    /// Takes a link out of the address, for what is shown is no longer what it holds.
    #[inline(never)]
    pub(super) fn correct_address(&mut self) {
        if self.address.is_empty() {
            return;
        }
        let address = self.own_address();
        self.change_address(address, History::replace_state_with_url);
    }

    /// The address of what is shown, without what a link would add.
    fn own_address(&self) -> String {
        let s = self.state.borrow();
        let lesson = s.lesson.and_then(|i| LESSONS.get(i)).map_or(PLAYGROUND, |l| l.slug);
        s.study.page.map_or(lesson, Page::address).to_string()
    }

    fn change_address(&mut self, address: String, how: Change) {
        let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return };
        let url = format!("#{address}");
        if address != self.address && how(&history, &JsValue::NULL, "", Some(&url)).is_ok() {
            self.address = address;
        }
    }
}

/// The fragment of the address, without `#`.
pub(super) fn fragment() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_string()
}

/// Opens what the address asks for; a link that is refused leaves everything as it was.
pub(super) fn open_address(state: &mut State) -> Effect {
    let address = fragment();
    if let Some(page) = Page::at(&address) {
        return state.reduce(Action::Study(Learn::Page(Some(page))));
    }
    if address == PLAYGROUND {
        return state.reduce(Action::Lesson(None));
    }
    if let Some(lesson) = link::lesson(&address) {
        // The lesson that is open already keeps what the learner has made of it.
        return state.reduce(if state.lesson == Some(lesson) && !state.borrowed {
            Action::Study(Learn::Page(None))
        } else {
            Action::Lesson(Some(lesson))
        });
    }
    match link::read(&address) {
        Ok(Some(link)) => state.reduce(Action::Open(Box::new(link))),
        Ok(None) => state.reduce(Action::Study(Learn::Page(None))),
        Err(refused) => {
            let lang = state.lang;
            state.notice = Some(say!(lang, refused.key()));
            Effect::None
        }
    }
}
