//! Views of their own for a few lessons, above the stage and made of its parts. Each tells only what has happened up
//! to the cursor.

mod batch;
mod compare;
mod load;
mod lost;
mod profile;
mod runs;
mod table;

use crate::app::Ctx;
use crate::lesson::LESSONS;
use crate::say;
use playground::Player;
use trace::Event;
use yew::prelude::*;

/// Draws a special view: its content, if the run has any.
type Draw = fn(&Ctx) -> Option<Html>;

/// Lessons with a view of their own. A view is one line here.
const VIEWS: [(&str, Draw); 7] = [
    ("1.2", compare::mappings),
    ("2.4", table::operations),
    ("5.3", lost::updates),
    ("7.2", batch::keys),
    ("8.1", load::curve),
    ("8.3", profile::goroutines),
    ("8.5", compare::rooms),
];

/// The lesson's own view, if it has one.
#[inline(never)]
pub fn special(cx: &Ctx) -> Html {
    let number = cx.get().lesson.and_then(|i| LESSONS.get(i)).map_or("", |l| l.number);
    let Some((_, draw)) = VIEWS.iter().find(|(n, _)| *n == number) else { return html! {} };
    let Some(content) = draw(cx) else { return html! {} };
    let l = cx.get().lang;
    html! {
        <section class="special" aria-label={say!(l, format!("special.{number}"))}>
            <h3>{say!(l, format!("special.{number}"))}<span>{say!(l, format!("special.{number}.sub"))}</span></h3>
            {content}
        </section>
    }
}

/// What has happened up to the cursor.
fn past(p: &Player) -> &[Event] {
    let events = p.recording().trace.events();
    &events[..p.cursor().min(events.len())]
}

/// A figure with what it counts.
fn figure(value: String, what: String, class: &'static str) -> Html {
    html! { <div class={classes!("figure", class)}><b>{value}</b><span>{what}</span></div> }
}
