//! Keys and colours, one key away.

use crate::app::Props;
use crate::film::Kind;
use crate::keys::LIST;
use crate::say;
use crate::state::Action;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, Node};
use yew::prelude::*;

/// The list of keys and the legend.
#[component]
pub fn Help(props: &Props) -> Html {
    let cx = &props.cx;
    let l = cx.get().lang;
    let sheet = use_node_ref();
    let close = cx.on(|| Action::Help(false));
    let onclose = cx.on(|| Action::Help(false));
    let outside = {
        let (act, sheet) = (cx.act.clone(), sheet.clone());
        Callback::from(move |e: MouseEvent| {
            if e.target().and_then(|t| t.dyn_into::<Node>().ok()) == sheet.get() {
                act.emit(Action::Help(false));
            }
        })
    };
    {
        let sheet = sheet.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = sheet.cast::<HtmlDialogElement>() {
                let _ = dialog.show_modal();
            }
        });
    }
    let on = cx.get().keys;
    let kinds = [Kind::Panic, Kind::Deadlock, Kind::Race, Kind::Leak, Kind::Stop];
    let states = ["running", "runnable", "waiting", "sleeping", "syscall", "dead"];
    html! {
        // The browser's own dialog keeps the focus inside and gives it back.
        <dialog ref={sheet} class="sheet" role="dialog" aria-label={say!(l, "top.help")} onclick={outside} {onclose}>
            <div class="sheet-body">
                <header class="sheet-head">
                    <h2>{say!(l, "help.keys")}</h2>
                    <button type="button" class="tbtn" onclick={close}>{say!(l, "help.close")}</button>
                </header>
                <dl>{for LIST.iter().map(|(k, key)| html! {
                    <><dt>{for k.split(' ').map(|k| html! { <kbd>{k}</kbd> })}</dt><dd>{say!(l, *key)}</dd></>
                })}</dl>
                <label class="check"><input type="checkbox" checked={on} onchange={cx.on(move || Action::Keys(!on))} />{say!(l, "help.letters")}</label>
                <h2>{say!(l, "help.colours")}</h2>
                <div class="legend">{for states.iter().map(|s| html! {
                    <span class={classes!("g", *s)}><i></i>{say!(l, format!("state.{s}"))}</span>
                })}</div>
                <h2>{say!(l, "help.marks")}</h2>
                <div class="legend marks">{for kinds.iter().map(|k| html! {
                    <span class={k.name()}><i></i>{say!(l, format!("film.{}", k.name()))}</span>
                })}</div>
            </div>
        </dialog>
    }
}
