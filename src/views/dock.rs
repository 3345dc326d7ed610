//! What just happened, the transport, and the timeline.

use super::timeline::timeline;
use crate::app::Ctx;
use crate::components::{Icon, icon, rich, still};
use crate::film::Kind;
use crate::fixed::percent;
use crate::i18n::{count, time};
use crate::keys::SPEEDS;
use crate::say;
use crate::scene::class_of;
use crate::state::Shown;
use crate::state::{Action, Unit};
use playground::Command;
use trace::{EventKind, GoId, World};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// At most so many marks on the slider.
const MARKS: usize = 60;

/// The dock.
pub fn dock(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let (cursor, len, now) =
        s.player.as_ref().map_or((0, 0, 0), |p| (p.cursor(), p.len(), p.world().now));
    let mut who = None;
    let mut sentence = say!(l, "say.start");
    if let Some(p) = s.player.as_ref() {
        let narrator = s.narrator(p);
        let events = p.recording().trace.events();
        sentence = narrator.step(s.told_from(cursor), cursor);
        let mut main = narrator.told(s.told_from(cursor), cursor);
        if let Some(((at, i), words)) = s.beat(cursor).zip(s.words()) {
            sentence = words.beats.get(i).map_or(sentence, |(_, text)| (*text).to_string());
            main = at.checked_sub(1).and_then(|at| events.get(at));
            let more = main.and_then(|told| narrator.since(told, cursor));
            more.iter().for_each(|more| narrator.join(&mut sentence, more));
        }
        let named = [main, p.last_event()].into_iter().flatten();
        who = named.filter_map(|e| subject(e, p.world())).next();
    }
    if s.is_running() {
        sentence = say!(l, "stage.recording");
    }
    let playing = s.playing;
    let drag = {
        let act = cx.act.clone();
        Callback::from(move |e: InputEvent| {
            let input = e.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            if let Some(n) = input.and_then(|i| i.value().parse::<usize>().ok()) {
                act.emit(Action::Go(Command::Seek(n)));
            }
        })
    };
    // An open question hides what comes after it, and how much that is.
    let horizon = s.horizon().map_or(u32::MAX, |h| h as u32);
    let asked = horizon < u32::MAX;
    let long = if asked { s.extent().len as usize } else { len };
    let total = if asked { "?".to_string() } else { count(len as u64) };
    let at = |n: usize| if long == 0 { 0.0 } else { n as f64 / long as f64 * 100.0 };
    let faults = s.film.marks.iter().filter(|m| m.kind != Kind::Leak && m.at <= horizon);
    let faults: Vec<u32> = faults.map(|m| m.at).take(MARKS).collect();
    let plain = sentence.replace("**", "").replace('`', "");
    html! {
        <footer class={classes!("dock", s.stale.then_some("stale"))}>
            if s.asked.is_some() {
                <div class="ask-here">{super::guide::predict(cx)}</div>
            }
            <div class="say">
                if let Some((name, class)) = who { <span class={classes!("chip", class)}>{name}</span> }
                if s.stale { <span class="kept">{say!(l, "code.last_good")}</span> }
                <p aria-live={if playing { "off" } else { "polite" }}>{rich(&sentence)}</p>
            </div>
            <div class="ctl">
                {buttons(cx, playing, cursor, len)}
                {choices(cx, s.speed, s.unit)}
                <div class="bar" style={format!("--at:{}", percent(at(cursor)))}>
                    {for faults.iter().map(|m| html! { <s style={format!("left:{}", percent(at(*m as usize)))}></s> })}
                    <input type="range" min="0" max={long.to_string()} value={cursor.to_string()} oninput={drag}
                        aria-label={say!(l, "dock.position")} aria-valuetext={plain} disabled={len == 0} />
                </div>
                <span class="pos"><span class="words">{say!(l, "dock.step")}</span>{count(cursor as u64)}
                    <span class="words">{say!(l, "dock.of")}</span><span class="slash">{"/"}</span>{total}
                    <span class="words">{format!("{} · {}", say!(l, "dock.steps"), time(now))}</span></span>
            </div>
            <div class="tls">
                {timeline(cx, Shown::First)}
                if s.side.is_some() { {timeline(cx, Shown::Second)} }
            </div>
        </footer>
    }
}

/// Who acts: a goroutine, in its state's colour, or a processor.
fn subject(e: &trace::Event, world: &World) -> Option<(String, &'static str)> {
    if e.go != GoId::RUNTIME {
        return Some((e.go.to_string(), class_of(world.gos.get(&e.go)?.state).css()));
    }
    if let EventKind::GoStart { proc, .. }
    | EventKind::ProcStart { proc, .. }
    | EventKind::ProcStop { proc }
    | EventKind::Spinning { proc, .. }
    | EventKind::Steal { proc, .. } = e.kind
    {
        return Some((proc.to_string(), ""));
    }
    None
}

/// Back and on, and play.
fn buttons(cx: &Ctx, playing: bool, cursor: usize, len: usize) -> Html {
    let (l, at_start, at_end) = (cx.get().lang, cursor == 0, cursor == len);
    let cx = cx.clone();
    still((l, playing, at_start, at_end, len), move || {
        let step = |on: bool| cx.on(move || Action::Step(on));
        let seek = |to: usize| cx.on(move || Action::Go(Command::Seek(to)));
        let button = |name: &str, which: Icon, off: bool, onclick: Callback<MouseEvent>| {
            let label = say!(l, name);
            html! { <button type="button" class="cb" aria-label={label.clone()} title={label} disabled={off} {onclick}>{icon(which)}</button> }
        };
        // At the end there is nothing left to play but all of it.
        let (play_name, play_icon) = match (playing, len > 0 && at_end) {
            (true, _) => ("dock.pause", Icon::Pause),
            (false, true) => ("dock.again", Icon::Again),
            (false, false) => ("dock.play", Icon::Play),
        };
        let play_name = say!(l, play_name);
        html! {
            <>
                {button("dock.start", Icon::Start, at_start, seek(0))}
                {button("dock.back", Icon::Back, at_start, step(false))}
                <button type="button" class="cb play" aria-label={play_name.clone()} title={play_name} disabled={len == 0}
                    onclick={cx.on(move || Action::Play(!playing))}>{icon(play_icon)}</button>
                {button("dock.on", Icon::On, at_end, step(true))}
                {button("dock.end", Icon::End, at_end, seek(len))}
            </>
        }
    })
}

/// How fast it plays, and what a step means.
fn choices(cx: &Ctx, speed: f32, unit: Unit) -> Html {
    let l = cx.get().lang;
    let act = cx.act.clone();
    still((l, speed, unit), move || {
        let chosen =
            |e: Event| e.target_dyn_into::<HtmlSelectElement>().map(|x| x.selected_index());
        let choose_speed = act.reform(move |e: Event| {
            let i = chosen(e).and_then(|i| usize::try_from(i).ok());
            Action::Speed(i.and_then(|i| SPEEDS.get(i)).copied().unwrap_or(1.0))
        });
        let choose_unit = act.reform(move |e: Event| {
            let i = chosen(e).and_then(|i| usize::try_from(i).ok());
            Action::Unit(i.and_then(|i| Unit::ALL.get(i)).copied().unwrap_or(Unit::Statement))
        });
        html! {
            <>
                <select class="tbtn wide" aria-label={say!(l, "dock.speed")} title={say!(l, "dock.speed")} onchange={choose_speed}>
                    {for SPEEDS.iter().map(|x| html! { <option selected={*x == speed}>{format!("{x}×")}</option> })}
                </select>
                <select class="tbtn wide" aria-label={say!(l, "dock.unit")} title={say!(l, "dock.unit")} onchange={choose_unit}>
                    {for Unit::ALL.iter().map(|u| html! { <option selected={*u == unit}>{say!(l, format!("dock.by_{}", u.name()))}</option> })}
                </select>
            </>
        }
    })
}
