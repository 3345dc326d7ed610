//! The bar above the machine: who decides, which runs there are, what stands beside.

use crate::app::Ctx;
use crate::components::{Icon, icon, still};
use crate::fixed::fixed;
use crate::lesson::LESSONS;
use crate::narrate::Narrator;
use crate::say;
use crate::state::Against;
use crate::state::Offer;
use crate::state::{Action, Progress, State};
use playground::Strategy;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The bar.
pub fn tools(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let on = s.forks.on;
    html! {
        <div class="tools">
            <div class="tool-row">
                <button type="button" class="tbtn slim hand" aria-pressed={on.to_string()} aria-keyshortcuts="h"
                    title={say!(l, "hand.what")}
                    onclick={cx.on(move || Action::Hand(!on))}>{icon(Icon::Hand)}{say!(l, "hand.toggle")}</button>
                {choice(cx, &s)}
                if let Some(progress) = s.progress() {
                    <span class="quiet" role="status">{match progress {
                        Progress::Steps(n) => say!(l, "tools.recording", n = fixed(n as f64 / 1e6, 1).to_string()),
                        Progress::Read(part) => say!(l, "tools.reading", n = fixed(part * 100.0, 0).to_string()),
                    }}</span>
                    <button type="button" class="tbtn slim" onclick={cx.on(|| Action::Stop)}>{say!(l, "code.stop")}</button>
                }
                {runs(cx, &s)}
            </div>
            if on { {offers(cx, &s)} }
        </div>
    }
}

/// What may stand beside this run.
fn options(s: &State) -> Vec<(Against, String)> {
    let l = s.lang;
    let mut list = Vec::new();
    let lesson = s.lesson.and_then(|i| LESSONS.get(i));
    if lesson.is_some_and(|x| x.fixed.is_some()) {
        let name = if s.fixed { "side.faulty" } else { "side.fixed" };
        list.push((Against::Other, say!(l, name)));
    }
    for (i, _) in s.forks.kept.iter().enumerate().filter(|(i, _)| *i != s.forks.at) {
        list.push((Against::Fork(i), run_name(s, i)));
    }
    for n in [1, 2, 4, 8].into_iter().filter(|n| *n != s.settings.gomaxprocs) {
        list.push((Against::Procs(n), say!(l, "side.procs", n = n.to_string())));
    }
    let strategies = [
        (Strategy::Model, "sched.model"),
        (Strategy::OneThread, "sched.one_thread"),
        (Strategy::Threads, "sched.threads"),
        (Strategy::Random, "sched.random"),
    ];
    for (strategy, name) in strategies {
        if strategy != s.settings.strategy {
            list.push((Against::Strategy(strategy), say!(l, name)));
        }
    }
    list.push((Against::MutexOrChannel, say!(l, "side.mutex_channel")));
    list
}

fn choice(cx: &Ctx, s: &State) -> Html {
    let l = s.lang;
    let chosen = s.side.as_ref().map(|x| x.against.clone());
    let list = options(s);
    let cx = cx.clone();
    still((l, chosen.clone(), list.clone()), move || {
        let on = {
            let (cx, list) = (cx.clone(), list.clone());
            Callback::from(move |e: Event| {
                let select = e.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
                let i = select.and_then(|s| s.value().parse::<usize>().ok());
                cx.act.emit(Action::Compare(i.and_then(|i| list.get(i)).map(|x| x.0.clone())));
            })
        };
        html! {
            <label class="tool-label">{say!(l, "side.label")}
                <select onchange={on}>
                    <option value="-" selected={chosen.is_none()}>{say!(l, "side.off")}</option>
                    {for list.iter().enumerate().map(|(i, (against, name))| html! {
                        <option value={i.to_string()} selected={chosen.as_ref() == Some(against)}>{name}</option>
                    })}
                </select>
            </label>
        }
    })
}

/// The name of a kept run.
pub fn run_name(s: &State, i: usize) -> String {
    let l = s.lang;
    let Some((offer, at)) = s.forks.kept.get(i).and_then(|k| k.decided) else {
        return say!(l, "forks.first");
    };
    let at = at.to_string();
    match offer {
        Offer::Go(go) => say!(l, "forks.go", go = go.to_string(), at = at),
        Offer::Case { ch, .. } => {
            let recording = &s.forks.kept[i].made.recording;
            let trace = &recording.trace;
            let world = recording.checkpoints.world_at(trace, trace.len());
            let n = Narrator::plain(l, trace, &world);
            say!(l, "forks.case", ch = ch.map_or("nil".to_string(), |c| n.obj(c)), at = at)
        }
    }
}

fn runs(cx: &Ctx, s: &State) -> Html {
    let l = s.lang;
    if s.forks.kept.len() < 2 {
        return html! {};
    }
    html! {
        <div class="runs" role="group" aria-label={say!(l, "forks.label")}>
            {for (0..s.forks.kept.len()).map(|i| html! {
                <button type="button" class="run" aria-pressed={(i == s.forks.at).to_string()}
                    onclick={cx.on(move || Action::Fork(i))}>{run_name(s, i)}</button>
            })}
        </div>
    }
}

#[inline(never)]
fn offers(cx: &Ctx, s: &State) -> Html {
    let l = s.lang;
    let Some(p) = &s.player else { return html! {} };
    let (trace, world) = (&p.recording().trace, p.world());
    let n = Narrator::plain(l, trace, world);
    let list = s.offers();
    let seed = s.settings.seed;
    html! {
        <div class="tool-row offers" role="group" aria-label={say!(l, "hand.hint")}>
            <span class="quiet">{say!(l, if list.is_empty() { "hand.nobody" } else { "hand.hint" })}</span>
            {for list.iter().take(60).enumerate().map(|(i, (wish, offer))| {
                let wish = *wish;
                let (label, text, class) = match offer {
                    Offer::Go(go) => (say!(l, "hand.go", go = n.go(*go)), n.go(*go), "runnable"),
                    Offer::Case { go, ch, send, .. } => {
                        let ch = ch.map_or("nil".to_string(), |c| n.obj(c));
                        let text = if *send { format!("{ch} <-") } else { format!("<-{ch}") };
                        (say!(l, "hand.case", go = n.go(*go), ch = ch), text, "running")
                    }
                };
                html! {
                    <button type="button" class={classes!("g", "small", class)} title={label}
                        onclick={cx.on(move || Action::Pick(wish))}>
                        if i < 9 { <kbd>{i + 1}</kbd> } <span>{text}</span>
                    </button>
                }
            })}
            if s.settings.strategy == Strategy::Random {
                <button type="button" class="tbtn slim" onclick={cx.on(move || Action::Seed(seed.wrapping_add(1)))}>
                    {say!(l, "hand.seed")}{format!(" {}", seed.wrapping_add(1))}
                </button>
            }
        </div>
    }
}
