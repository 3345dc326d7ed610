//! The lesson: its words, its parameters, the way to the others.

use crate::app::Ctx;
use crate::components::{rich, rich_with, still};
use crate::fixed::percent;
use crate::i18n::Lang;
use crate::lesson::{self, LESSONS, Lesson, Route, Words};
use crate::say;
use crate::state::{Action, SKIP, State};
use playground::Strategy;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The guide.
#[inline(never)]
pub fn guide(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let at = s.lesson;
    let lesson = at.and_then(|i| LESSONS.get(i));
    let words = lesson.map(|x| x.words(l));
    let (before, after) = at.map_or((None, Some(0)), |i| s.study.neighbours(i));
    let open = words.as_ref().is_some_and(|w| waits(&s, w));
    use_sight_of_the_told(at, !open && s.asked.is_none());
    let place = lesson.zip(words.as_ref()).map(|(x, w)| {
        let (n, of) = x.place();
        say!(l, "guide.place", chapter = w.chapter, n = n, of = of)
    });
    html! {
        <section class={classes!("col", "guide", s.asked.is_some().then_some("asked"))} aria-label={say!(l, "zone.guide")}>
            <div class="guide-body">
                <div class="where">
                    <span class="kick">{place.unwrap_or_else(|| say!(l, "top.playground"))}</span>
                    {following(cx)}
                    if words.is_some() { {asking(cx)} }
                </div>
                if let Some(lesson) = at.filter(|_| lesson.is_some()) {
                    <Prose {lesson} lang={l} told={!open} />
                } else {
                    <h2>{say!(l, "guide.free.title")}</h2>
                    <p>{rich(&say!(l, "guide.free.text"))}</p>
                }
            </div>
            <div class="params">
                if let Some(x) = lesson { {versions(cx, x)} }
                {params(cx)}
            </div>
            {predict(cx)}
            {neighbours(cx, before, after)}
        </section>
    }
}

/// What can be turned: the program's own constants, the processors, the scheduler.
fn params(cx: &Ctx) -> Html {
    let s = cx.get();
    let (l, source, settings) = (s.lang, s.source.clone(), s.settings.clone());
    let cx = cx.clone();
    still((l, source.clone(), settings.clone()), move || {
        let params = lesson::params(&source).into_iter().enumerate().map(|(i, p)| {
            let act = cx.act.reform(move |v| Action::Param(i, v));
            slider(p.name, p.value, (p.min, p.max), act)
        });
        let act = cx.act.reform(|v: i64| Action::Procs(v.clamp(1, 64) as u16));
        let procs = i64::from(settings.gomaxprocs);
        let procs = slider("GOMAXPROCS".to_string(), procs, (1, 8), act);
        html! { <>{for params}{procs}{scheduler(&cx)}</> }
    })
}

fn slider(name: String, value: i64, (min, max): (i64, i64), act: Callback<i64>) -> Html {
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
                style={format!("--fill:{}", percent(fill))} {oninput} />
            <output>{value}</output>
        </div>
    }
}

/// The ways to the lessons before and after.
fn neighbours(cx: &Ctx, before: Option<usize>, after: Option<usize>) -> Html {
    let l = cx.get().lang;
    let cx = cx.clone();
    still((l, before, after), move || {
        let link = |i: Option<usize>, back: bool| match i.and_then(|i| Some((i, LESSONS.get(i)?))) {
            Some((i, to)) => {
                let title = format!("{} {}", to.number, to.title(l));
                html! {
                    <button type="button" class={if back { "back" } else { "on" }} title={title.clone()} onclick={cx.on(move || Action::Lesson(Some(i)))}>
                        if back { <i aria-hidden="true">{"←"}</i> }<span>{title}</span>if !back { <i aria-hidden="true">{"→"}</i> }
                    </button>
                }
            }
            None => html! { <span></span> },
        };
        html! {
            <nav class="nav" aria-label={say!(l, "guide.nav")}>
                {link(before, true)}
                {link(after, false)}
            </nav>
        }
    })
}

/// What the words of a lesson depend on: while it stays the same, a step leaves them alone.
#[derive(Properties, PartialEq)]
struct ProseProps {
    /// Index into the manifest.
    lesson: usize,
    lang: Lang,
    /// Whether the paragraphs that tell the answers are shown.
    told: bool,
}

/// The words of a lesson.
#[component]
fn Prose(props: &ProseProps) -> Html {
    let l = props.lang;
    let Some(w) = LESSONS.get(props.lesson).map(|x| x.words(l)) else { return html! {} };
    let uses = lesson::first_uses(&w.prose(), l);
    let told = w.after.iter().zip(uses.iter().skip(w.paragraphs.len()));
    html! {
        <>
            <h2>{w.title}</h2>
            {for w.paragraphs.iter().zip(&uses).map(|(p, u)| html! { <p>{rich_with(p, u, l)}</p> })}
            if props.told {
                {for told.map(|(p, u)| html! { <p class="after">{rich_with(p, u, l)}</p> })}
            } else {
                <p class="untold">{say!(l, "guide.later")}</p>
            }
            if !w.next.is_empty() {
                <div class="next">
                    <div class="kick">{say!(l, "guide.next")}</div>
                    <ul>{for w.next.iter().map(|n| html! { <li>{rich(n)}</li> })}</ul>
                </div>
            }
        </>
    }
}

/// Brings the paragraphs that tell the answers into sight when they appear.
#[hook]
fn use_sight_of_the_told(lesson: Option<usize>, told: bool) {
    let before = use_mut_ref(|| (None, true));
    use_effect_with((lesson, told), move |now| {
        if before.replace(*now) == (now.0, false) && now.1 {
            let document = web_sys::window().and_then(|w| w.document());
            let first =
                document.and_then(|d| d.query_selector(".guide-body .after").ok().flatten());
            if let Some(e) = first {
                e.scroll_into_view_with_bool(true);
            }
        }
    });
}

/// Whether the paragraphs that tell the answers still have to wait.
fn waits(s: &State, words: &Words) -> bool {
    let Some(lesson) = s.lesson.filter(|_| s.asking && !words.after.is_empty()) else {
        return false;
    };
    let asked = &s.cues.questions;
    let here = !asked.is_empty() && asked.iter().all(|q| q.chosen.is_some());
    let before = s
        .study
        .progress(lesson)
        .is_some_and(|p| p.finished || p.answered.count_ones() as usize >= words.predictions.len());
    !here && !before
}

/// The two programs of a lesson that has two.
pub fn versions(cx: &Ctx, lesson: &'static Lesson) -> Html {
    let s = cx.get();
    let l = s.lang;
    let fixed = s.fixed;
    if lesson.fixed.is_none() {
        return html! {};
    }
    let words = lesson.words(l);
    let (one, other) = words.versions.map_or_else(
        || (say!(l, "guide.faulty"), say!(l, "guide.fixed")),
        |(one, other)| (one.to_string(), other.to_string()),
    );
    html! {
        <div class="versions" role="group" aria-label={say!(l, "guide.versions")}>
            <button type="button" class="tbtn" aria-pressed={(!fixed).to_string()} onclick={cx.on(|| Action::Fixed(false))}>{one}</button>
            <button type="button" class="tbtn" aria-pressed={fixed.to_string()} onclick={cx.on(|| Action::Fixed(true))}>{other}</button>
        </div>
    }
}

/// The route that is followed, and how far.
fn following(cx: &Ctx) -> Html {
    let s = cx.get();
    let routes = Route::all();
    let Some(route) = s.study.route.and_then(|r| routes.get(r)) else { return html! {} };
    let Some(at) = route.lessons.iter().position(|i| s.lesson == Some(*i)) else {
        return html! {};
    };
    html! { <span class="following">{format!("{} {} / {}", route.title(s.lang), at + 1, route.lessons.len())}</span> }
}

/// The switch for questions.
fn asking(cx: &Ctx) -> Html {
    let s = cx.get();
    let on = s.asking;
    html! {
        <button type="button" class="ask-toggle" aria-pressed={on.to_string()} onclick={cx.on(move || Action::Ask(!on))}>
            {say!(s.lang, if on { "guide.asking" } else { "guide.not_asking" })}
        </button>
    }
}

/// The question that is asked, or the answer to it.
#[inline(never)]
pub fn predict(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let words = s.words();
    let question = s.asked.and_then(|i| s.cues.questions.get(i));
    let Some((q, p)) = question.and_then(|q| Some((q, words.as_ref()?.predictions.get(q.index)?)))
    else {
        return html! {};
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
            if verdict.is_none() {
                <div class="ask-foot">
                    <button type="button" class="ask-toggle" onclick={cx.on(|| Action::Answer(SKIP))}>{say!(l, "guide.skip")}</button>
                    <button type="button" class="ask-toggle" onclick={cx.on(|| Action::Ask(false))}>{say!(l, "guide.ask_no_more")}</button>
                </div>
            }
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
