//! Keys and colours, one key away.

use crate::app::Props;
use crate::film::Kind;
use crate::keys::LIST;
use crate::say;
use crate::state::Action;
use yew::prelude::*;

/// The list of keys and the legend.
#[component]
pub fn Help(props: &Props) -> Html {
    let cx = &props.cx;
    let l = cx.get().lang;
    let close = cx.on(|| Action::Help(false));
    let on = cx.get().keys;
    let kinds = [Kind::Panic, Kind::Deadlock, Kind::Race, Kind::Leak, Kind::Stop];
    let states = ["running", "runnable", "waiting", "sleeping", "syscall", "dead"];
    html! {
        <div class="veil" onclick={close.clone()}>
            <div class="sheet" role="dialog" aria-modal="true" aria-label={say!(l, "top.help")}>
                <h2>{say!(l, "help.keys")}</h2>
                <dl>{for LIST.iter().map(|(k, key)| html! {
                    <><dt>{for k.split(' ').map(|k| html! { <kbd>{k}</kbd> })}</dt><dd>{say!(l, *key)}</dd></>
                })}</dl>
                <h2>{say!(l, "help.colours")}</h2>
                <div class="legend">{for states.iter().map(|s| html! {
                    <span class={classes!("g", *s)}><i></i>{say!(l, format!("state.{s}"))}</span>
                })}</div>
                <h2>{say!(l, "help.marks")}</h2>
                <div class="legend marks">{for kinds.iter().map(|k| html! {
                    <span class={k.name()}><i></i>{say!(l, format!("film.{}", k.name()))}</span>
                })}</div>
                <label class="check"><input type="checkbox" checked={on} onchange={cx.on(move || Action::Keys(!on))} />{say!(l, "help.letters")}</label>
                <button type="button" class="tbtn" autofocus=true onclick={close.reform(|e: MouseEvent| e)}>{say!(l, "help.close")}</button>
            </div>
        </div>
    }
}
