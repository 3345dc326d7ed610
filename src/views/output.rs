//! What the program has printed up to the cursor, and how it ended. Of a long output only a page
//! is drawn: where the cursor is, or where the reader has gone.

use crate::app::{Ctx, Props};
use crate::i18n::time;
use crate::say;
use crate::state::{Action, State, Zone};
use playground::Command;
use std::rc::Rc;
use trace::{EventKind, Stream};
use web_sys::Element;
use yew::prelude::*;

/// So many writes are drawn at once.
const PAGE: usize = 200;
/// Height of the heading, CSS pixels.
const HEADING: f64 = 30.0;
/// Of one write at most so many characters are drawn.
const LONGEST: usize = 4_000;

/// The output.
#[component]
pub fn Output(props: &Props) -> Html {
    let cx = &props.cx;
    let pane = use_node_ref();
    let s = cx.get();
    let l = s.lang;
    let written = s.player.as_ref().map_or(0, |p| p.world().outputs as usize);
    let run = Rc::as_ptr(&s.film) as usize;
    // The last write on the page that the reader has turned to; none follows the cursor.
    let turned = use_state_eq(|| None::<(usize, usize)>);
    let end = (*turned).filter(|t| t.0 == run).map_or(written, |t| t.1.min(written));
    let start = end.saturating_sub(PAGE);
    let ended = s.player.as_ref().filter(|p| p.cursor() == p.len() && end == written);
    let fault = ended.map(|p| &p.recording().outcome.message).filter(|m| !m.is_empty());
    {
        let (pane, turned) = (pane.clone(), turned.clone());
        // A pane that was out of sight could not be scrolled: a phone shows one zone at a time.
        let seen = s.zone == Zone::Output;
        use_effect_with((run, written, seen, fault.is_some()), move |_| {
            turned.set(None);
            if let Some(p) = pane.cast::<Element>() {
                p.set_scroll_top(p.scroll_height());
                // How it ended is read from its first line.
                let fault = p.query_selector(".fault").ok().flatten();
                if let Some(fault) = fault {
                    let up = p.get_bounding_client_rect().top() + HEADING
                        - fault.get_bounding_client_rect().top();
                    if up > 0.0 {
                        p.set_scroll_top(p.scroll_top() - up as i32);
                    }
                }
            }
        });
    }
    let to = |end: usize| {
        let turned = turned.clone();
        Callback::from(move |_: MouseEvent| turned.set(Some((run, end))))
    };
    html! {
        <div class="out" ref={pane} tabindex="0" role="log" aria-label={say!(l, "zone.output")}>
            <div class="kick">{say!(l, "zone.output")}</div>
            if start > 0 {
                <button type="button" class="more" onclick={to(start.max(PAGE))}>{say!(l, "output.earlier", n = start.to_string())}</button>
            }
            {for lines(cx, &s, start, end)}
            if end < written {
                <button type="button" class="more" onclick={to(end + PAGE)}>{say!(l, "output.later", n = (written - end).to_string())}</button>
            }
            if let Some(text) = fault { <pre class="fault">{text}</pre> }
            if written == 0 && fault.is_none() { <div class="quiet">{say!(l, "output.nothing")}</div> }
        </div>
    }
}

/// Writes `from..to` as lines; each write leads to the moment when it happened.
fn lines(cx: &Ctx, s: &State, from: usize, to: usize) -> Vec<Html> {
    let Some(p) = &s.player else { return Vec::new() };
    let trace = &p.recording().trace;
    let mut rows: Vec<(usize, String, Stream, Vec<Html>)> = Vec::new();
    let mut open = false;
    for n in from..to {
        let event = s.film.outputs.get(n).and_then(|at| trace.events().get(*at as usize - 1));
        let Some((e, EventKind::Output { stream, text })) = event.map(|e| (e, &e.kind)) else {
            continue;
        };
        let text = trace.text(*text);
        let shown = crate::scene::cut(text.trim_end_matches('\n'), LONGEST);
        let onclick = cx.on(move || Action::Go(Command::Output(n)));
        let write = html! { <button type="button" key={n} class="write" {onclick}><span>{shown}</span></button> };
        match rows.last_mut() {
            // A write without an end of line goes on in the same line.
            Some(row) if open && row.2 == *stream => row.3.push(write),
            _ => rows.push((n, format!("{} {}", time(e.at), e.go), *stream, vec![write])),
        }
        open = !text.ends_with('\n');
    }
    let line = |(n, label, stream, writes): (usize, String, Stream, Vec<Html>)| {
        let class = classes!("line", (stream == Stream::Stderr).then_some("err"));
        html! { <div key={n} {class}><b>{label}</b><div class="writes">{for writes}</div></div> }
    };
    rows.into_iter().map(line).collect()
}
