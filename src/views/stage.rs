//! The stage: the machine of the run, the bar above it, and what is looked at below it.

use super::inspector::Inspector;
use super::machine::Machine;
use super::tools::Tools;
use crate::app::Props;
use crate::say;
use crate::state::Shown;
use yew::prelude::*;

/// The stage.
#[component]
pub fn Stage(props: &Props) -> Html {
    let cx = &props.cx;
    let s = cx.get();
    let l = s.lang;
    let empty = s.player.as_ref().is_none_or(|p| p.is_empty());
    html! {
        <section class={classes!("col", "stage", s.stale.then_some("stale"))} aria-label={say!(l, "zone.stage")}>
            <Tools cx={cx.clone()} />
            <div class="stage-scroll" tabindex="0" role="group" aria-label={say!(l, "zone.stage")}>
                if empty {
                    <p class="stage-empty">{say!(l, if s.is_running() { "stage.recording" } else { "stage.empty" })}</p>
                } else {
                    <super::special::Special cx={cx.clone()} />
                    <Machine cx={cx.clone()} which={Shown::First} />
                }
            </div>
            <Inspector cx={cx.clone()} />
        </section>
    }
}
