//! What the program has printed up to the cursor, and how it ended.

use crate::app::Props;
use crate::i18n::time;
use crate::say;
use crate::state::Action;
use playground::Command;
use trace::{EventKind, Stream};
use yew::prelude::*;

/// At most so many lines are drawn; the earlier ones are counted.
const MOST: usize = 300;

/// The output.
#[component]
pub fn Output(props: &Props) -> Html {
    let cx = &props.cx;
    let s = cx.get();
    let l = s.lang;
    let mut lines: Vec<Html> = Vec::new();
    let mut fault = None;
    if let Some(p) = &s.player {
        let r = p.recording();
        let events = r.trace.events()[..p.cursor().min(r.trace.len())].iter();
        for (n, e) in events.filter(|e| matches!(e.kind, EventKind::Output { .. })).enumerate() {
            let EventKind::Output { stream, text } = &e.kind else { continue };
            let class = if *stream == Stream::Stderr { "line err" } else { "line" };
            let onclick = cx.on(move || Action::Go(Command::Output(n)));
            let label = format!("{} {}", time(e.at), e.go);
            lines.push(html! {
                <button type="button" {class} {onclick}><b>{label}</b><span>{r.trace.text(*text).trim_end_matches('\n')}</span></button>
            });
        }
        if p.cursor() == p.len() && !r.outcome.message.is_empty() {
            fault = Some(r.outcome.message.clone());
        }
    }
    let hidden = lines.len().saturating_sub(MOST);
    let empty = lines.is_empty() && fault.is_none();
    html! {
        <div class="out" tabindex="0" role="log" aria-label={say!(l, "zone.output")}>
            <div class="kick">{say!(l, "zone.output")}</div>
            if hidden > 0 { <div class="quiet">{format!("+{hidden}")}</div> }
            {for lines.into_iter().skip(hidden)}
            if let Some(text) = fault { <pre class="fault">{text}</pre> }
            if empty { <div class="quiet">{say!(l, "output.nothing")}</div> }
        </div>
    }
}
