//! The lesson: its words, its parameters, the way to the others.

use crate::app::{Ctx, Props};
use crate::components::rich;
use crate::lesson::{self, LESSONS};
use crate::say;
use crate::state::Action;
use playground::Strategy;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The guide.
#[component]
pub fn Guide(props: &Props) -> Html {
    let cx = &props.cx;
    let s = cx.get();
    let l = s.lang;
    let at = s.lesson;
    let lesson = at.and_then(|i| LESSONS.get(i));
    let fixed = s.fixed;
    let words = lesson.map(|x| x.words(l));
    let slider = |name: String, value: i64, min: i64, max: i64, act: Callback<i64>| {
        let id = format!("param-{name}");
        let fill = (value - min) as f64 / (max - min).max(1) as f64 * 100.0;
        let oninput = Callback::from(move |e: InputEvent| {
            let value =
                e.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).map(|i| i.value());
            if let Some(v) = value.and_then(|v| v.parse::<i64>().ok()) {
                act.emit(v);
            }
        });
        html! {
            <div class="param" key={id.clone()}>
                <label for={id.clone()}>{name}</label>
                <input {id} type="range" min={min.to_string()} max={max.to_string()} value={value.to_string()}
                    style={format!("--fill:{fill:.1}%")} {oninput} />
                <output>{value}</output>
            </div>
        }
    };
    let params = lesson::params(&s.source).into_iter().enumerate().map(|(i, p)| {
        let act = cx.act.reform(move |v| Action::Param(i, v));
        slider(p.name, p.value, p.min, p.max, act)
    });
    let procs = slider(
        "GOMAXPROCS".to_string(),
        i64::from(s.settings.gomaxprocs),
        1,
        8,
        cx.act.reform(|v: i64| Action::Procs(v.clamp(1, 64) as u16)),
    );
    let choose = {
        let act = cx.act.clone();
        Callback::from(move |e: Event| {
            let value =
                e.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()).map(|s| s.value());
            act.emit(Action::Lesson(value.and_then(|v| v.parse().ok())));
        })
    };
    let link = |i: Option<usize>, back: bool| match i.and_then(|i| Some((i, LESSONS.get(i)?))) {
        Some((i, to)) => {
            let text =
                if back { format!("← {}", to.number) } else { format!("{} →", to.number) };
            html! { <button type="button" title={to.title(l)} onclick={cx.on(move || Action::Lesson(Some(i)))}>{text}</button> }
        }
        None => html! { <span></span> },
    };
    html! {
        <section class="col guide" aria-label={say!(l, "zone.guide")}>
            <div class="guide-body">
                <label class="kick" for="lesson-choice">{words.as_ref().map_or(say!(l, "top.playground"), |w| w.chapter.to_string())}</label>
                <select id="lesson-choice" onchange={choose}>
                    {for LESSONS.iter().enumerate().map(|(i, x)| html! {
                        <option value={i.to_string()} selected={at == Some(i)}>{format!("{} {}", x.number, x.title(l))}</option>
                    })}
                    <option value="-" selected={at.is_none()}>{say!(l, "top.playground")}</option>
                </select>
                if let Some(w) = &words {
                    <h2>{w.title}</h2>
                    {for w.paragraphs.iter().map(|p| html! { <p>{rich(p)}</p> })}
                } else {
                    <h2>{say!(l, "guide.free.title")}</h2>
                    <p>{rich(&say!(l, "guide.free.text"))}</p>
                }
                <div class="params">{for params}{procs}{scheduler(cx)}</div>
                if let Some(w) = &words {
                    if lesson.is_some_and(|x| x.fixed.is_some()) {
                        <div class="versions" role="group" aria-label={say!(l, "guide.versions")}>
                            <button type="button" class="tbtn" aria-pressed={(!fixed).to_string()} onclick={cx.on(|| Action::Fixed(false))}>{say!(l, "guide.faulty")}</button>
                            <button type="button" class="tbtn" aria-pressed={fixed.to_string()} onclick={cx.on(|| Action::Fixed(true))}>{say!(l, "guide.fixed")}</button>
                        </div>
                    }
                    if !w.next.is_empty() {
                        <div class="next">
                            <div class="kick">{say!(l, "guide.next")}</div>
                            <ul>{for w.next.iter().map(|n| html! { <li>{rich(n)}</li> })}</ul>
                        </div>
                    }
                    if s.present && !w.notes.is_empty() {
                        <div class="next">
                            <div class="kick">{say!(l, "guide.notes")}</div>
                            {for w.notes.iter().map(|n| html! { <p>{rich(n)}</p> })}
                        </div>
                    }
                }
            </div>
            {predict(cx)}
            <nav class="nav" aria-label={say!(l, "guide.nav")}>
                {link(at.and_then(|i| i.checked_sub(1)), true)}
                {link(at.map(|i| i + 1), false)}
            </nav>
        </section>
    }
}

/// The question that is asked, or the answer to it.
pub fn predict(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let words = s.words();
    let question = s.asked.and_then(|i| s.cues.questions.get(i));
    let Some((q, p)) = question.and_then(|q| Some((q, words.as_ref()?.predictions.get(q.index)?)))
    else {
        if s.cues.questions.is_empty() {
            return html! {};
        }
        let asking = s.asking;
        return html! {
            <button type="button" class="ask-toggle" aria-pressed={asking.to_string()} onclick={cx.on(move || Action::Ask(!asking))}>
                {say!(l, if asking { "guide.asking" } else { "guide.not_asking" })}
            </button>
        };
    };
    let verdict = q.chosen.map(|c| Some(c) == q.right);
    html! {
        <div class="predict" role="group" aria-label={say!(l, "guide.predict")}>
            <div class="kick">{say!(l, "guide.predict")}</div>
            <div class="ask">{rich(p.question)}</div>
            {for p.choices.iter().enumerate().map(|(i, (text, _))| {
                let class = classes!(
                    "opt",
                    (q.chosen == Some(i)).then_some("sel"),
                    (q.chosen.is_some() && q.right == Some(i)).then_some("right"),
                );
                html! {
                    <button type="button" {class} disabled={q.chosen.is_some()} onclick={cx.on(move || Action::Answer(i))}>
                        <kbd>{i + 1}</kbd><span>{rich(text)}</span>
                    </button>
                }
            })}
            if let Some(right) = verdict {
                <p role="status"><b>{say!(l, if right { "guide.right" } else { "guide.wrong" })}</b>{" "}{rich(p.why)}</p>
            }
        </div>
    }
}

/// How the next goroutine is chosen, and the dice.
fn scheduler(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let options = [
        (Strategy::Model, "sched.model"),
        (Strategy::OneThread, "sched.one_thread"),
        (Strategy::Threads, "sched.threads"),
        (Strategy::Random, "sched.random"),
    ];
    let choose = {
        let (act, options) = (cx.act.clone(), options.clone());
        Callback::from(move |e: Event| {
            let value =
                e.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()).map(|s| s.value());
            let picked = value.and_then(|v| v.parse::<usize>().ok()).and_then(|i| options.get(i));
            if let Some((strategy, _)) = picked {
                act.emit(Action::Strategy(strategy.clone()));
            }
        })
    };
    let seed = s.settings.seed;
    html! {
        <div class={classes!("param", (s.settings.strategy != Strategy::Random).then_some("wide"))}>
            <label for="scheduler-choice">{say!(l, "sched.title")}</label>
            <select id="scheduler-choice" onchange={choose}>
                {for options.iter().enumerate().map(|(i, (strategy, name))| html! {
                    <option value={i.to_string()} selected={s.settings.strategy == *strategy}>{say!(l, *name)}</option>
                })}
            </select>
            if s.settings.strategy == Strategy::Random {
                <button type="button" class="dice" title={say!(l, "sched.again")} aria-label={say!(l, "sched.again")}
                    onclick={cx.on(move || Action::Seed(seed.wrapping_add(1)))}>{seed}</button>
            }
        </div>
    }
}
