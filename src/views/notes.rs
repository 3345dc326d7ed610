//! The presenter's notes: beside the machine, one key away, also in the classroom.

use crate::app::Ctx;
use crate::components::rich;
use crate::lesson::{LESSONS, Learn};
use crate::say;
use crate::state::Action;
use yew::prelude::*;

/// The notes of the lesson.
#[inline(never)]
pub fn notes(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let lesson = s.lesson.and_then(|i| LESSONS.get(i));
    let words = lesson.map(|x| x.words(l));
    html! {
        <aside class="notes" aria-label={say!(l, "guide.notes")}>
            <div class="kick">{say!(l, "guide.notes")}
                <button type="button" class="tbtn" aria-label={say!(l, "help.close")} onclick={cx.on(|| Action::Study(Learn::Notes(false)))}>{"×"}</button>
            </div>
            if let Some(w) = &words {
                <h2>{w.title}</h2>
                <p class="idea">{rich(w.idea)}</p>
                {for w.notes.iter().map(|n| html! { <p>{rich(n)}</p> })}
                if let (Some(x), true) = (lesson, s.present) {
                    {super::guide::versions(cx, x)}
                }
            } else {
                <p>{say!(l, "notes.none")}</p>
            }
        </aside>
    }
}
