//! The stage: the machine of the run, the bar above it, and what is looked at below it.

use super::inspector::inspector;
use super::machine::Machine;
use super::tools::tools;
use crate::app::Ctx;
use crate::say;
use crate::state::Shown;
use yew::prelude::*;

/// The stage.
pub fn stage(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let empty = s.player.as_ref().is_none_or(|p| p.is_empty());
    html! {
        <section class={classes!("col", "stage", s.stale.then_some("stale"))} aria-label={say!(l, "zone.stage")}>
            {tools(cx)}
            <div class="stage-scroll" tabindex="0" role="group" aria-label={say!(l, "zone.stage")}>
                if empty {
                    <p class="stage-empty">{say!(l, if s.is_running() { "stage.recording" } else { "stage.empty" })}</p>
                } else {
                    {super::special::special(cx)}
                    <Machine cx={cx.clone()} which={Shown::First} />
                }
            </div>
            {inspector(cx)}
        </section>
    }
}
