//! The contents: chapters and lessons, routes, progress, search; and the glossary.

use crate::app::Ctx;
use crate::components::{found, rich};
use crate::fixed::percent;
use crate::lesson::{self, LESSONS, Learn, Lesson, Page, Route, Term};
use crate::say;
use crate::state::Action;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The contents or the glossary.
#[inline(never)]
pub fn contents(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let glossary = s.study.page == Some(Page::Glossary);
    let query = s.study.query.clone();
    let oninput = cx.act.reform(|e: InputEvent| {
        let input = e.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        Action::Study(Learn::Query(input.map_or_else(String::new, |i| i.value())))
    });
    let pick = |page: Page, route: Option<usize>| {
        let act = cx.act.clone();
        Callback::from(move |_: MouseEvent| {
            if page == Page::Contents {
                act.emit(Action::Study(Learn::Route(route)));
            }
            act.emit(Action::Study(Learn::Query(String::new())));
            act.emit(Action::Study(Learn::Page(Some(page))));
        })
    };
    let tab = |on: bool, text: String, count: usize, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="way" aria-pressed={on.to_string()} {onclick}>
                <span>{text}</span><b>{count}</b>
            </button>
        }
    };
    let route = s.study.route;
    let routes = Route::all();
    let body = if glossary {
        words(cx)
    } else if !query.trim().is_empty() {
        results(cx)
    } else if let Some(r) = route.and_then(|r| routes.get(r)) {
        way(cx, r)
    } else {
        chapters(cx)
    };
    let label = say!(l, if glossary { "glossary.search" } else { "contents.search" });
    html! {
        <div class="contents" role="main">
            <aside>
                <div class="find">
                    <input type="search" placeholder={label.clone()} aria-label={label} value={query} {oninput} autocomplete="off" spellcheck="false" />
                    <kbd aria-hidden="true">{"/"}</kbd>
                </div>
                <div class="ways" role="group" aria-label={say!(l, "contents.ways")}>
                    {tab(!glossary && route.is_none(), say!(l, "contents.all"), LESSONS.len(), pick(Page::Contents, None))}
                    {for routes.iter().enumerate().map(|(i, r)|
                        tab(!glossary && route == Some(i), r.title(l).to_string(), r.lessons.len(), pick(Page::Contents, Some(i))))}
                    {tab(glossary, say!(l, "glossary.title"), Term::all().len(), pick(Page::Glossary, None))}
                </div>
                {progress(cx)}
                <button type="button" class="tbtn own" onclick={cx.on(|| Action::Lesson(None))}>{say!(l, "guide.free.title")}</button>
                <button type="button" class="tbtn back" onclick={cx.on(|| Action::Study(Learn::Page(None)))}>
                    {say!(l, "contents.back")}<kbd>{"Esc"}</kbd>
                </button>
            </aside>
            <div class="pages" tabindex="0">{body}</div>
        </div>
    }
}

fn progress(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let done = s.study.finished();
    let (right, answered) = s.study.predictions();
    let part = done as f64 / LESSONS.len() as f64 * 100.0;
    html! {
        <div class="progress">
            <div class="sum"><b>{done}</b><span>{say!(l, "contents.finished", all = LESSONS.len())}</span></div>
            <div class="meter" aria-hidden="true"><i style={format!("width:{}", percent(part))}></i></div>
            if answered > 0 {
                <p>{say!(l, "contents.right", n = right, all = answered)}</p>
            }
            <p class="quiet">{say!(l, "contents.kept")}
                if done > 0 || answered > 0 {
                    {" "}<button type="button" class="forget" onclick={cx.on(|| Action::Study(Learn::Forget))}>{say!(l, "contents.forget")}</button>
                }
                if s.study.can_recall() {
                    {" "}<button type="button" class="forget" onclick={cx.on(|| Action::Study(Learn::Recall))}>{say!(l, "contents.recall")}</button>
                }
            </p>
        </div>
    }
}

/// The chapters, each with the indices of its lessons.
fn by_chapter() -> Vec<Vec<usize>> {
    let mut chapters: Vec<Vec<usize>> = Vec::new();
    let mut last = "";
    for (i, l) in LESSONS.iter().enumerate() {
        let number = l.chapter();
        if number != last {
            chapters.push(Vec::new());
            last = number;
        }
        if let Some(c) = chapters.last_mut() {
            c.push(i);
        }
    }
    chapters
}

fn chapters(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    html! {
        <>
            <div class="head">
                <h2>{say!(l, "contents.title")}</h2>
                <p>{say!(l, "contents.about", n = LESSONS.len())}</p>
                {go_on(cx)}
            </div>
            {for by_chapter().iter().enumerate().map(|(i, lessons)| {
                let done = lessons.iter().filter(|x| s.study.progress(**x).is_some_and(|p| p.finished)).count();
                let name = lessons.first().map_or("", |x| LESSONS[*x].words(l).chapter);
                html! {
                    <section class="chapter-block" id={format!("chapter-{}", i + 1)}>
                        <h3><i>{i + 1}</i>{name}<span>{format!("{done} / {}", lessons.len())}</span></h3>
                        <p>{say!(l, format!("contents.chapter.{}", i + 1))}</p>
                        <ul class="lessons">{for lessons.iter().map(|x| entry(cx, *x, None, None, &[]))}</ul>
                    </section>
                }
            })}
        </>
    }
}

/// Where to go on: the first lesson of the way that is not finished.
fn go_on(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let Some(next) = s.study.next_open().and_then(|i| LESSONS.get(i)) else {
        return html! { <p class="all-done">{say!(l, "contents.all_done")}</p> };
    };
    let begun = s.study.way().iter().any(|i| s.study.progress(*i).is_some_and(|p| p.finished));
    let what = say!(l, if begun { "contents.go_on" } else { "contents.begin" });
    html! {
        <a class="go-on" href={format!("#{}", next.slug)} onclick={leave(cx, next.slug)}>
            <span>{what}</span><b>{format!("{} {}", next.number, next.title(l))}</b><i aria-hidden="true">{"→"}</i>
        </a>
    }
}

fn way(cx: &Ctx, route: &Route) -> Html {
    let s = cx.get();
    let l = s.lang;
    html! {
        <>
            <div class="head">
                <h2>{route.title(l)}</h2>
                <p>{rich(route.about(l))}</p>
                {go_on(cx)}
            </div>
            <ol class="lessons route">{for route.lessons.iter().enumerate().map(|(i, x)| entry(cx, *x, Some(i + 1), None, &[]))}</ol>
        </>
    }
}

fn results(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let hits = lesson::search(&s.study.query, l);
    let terms = lesson::terms(&s.study.query);
    html! {
        <>
            <div class="head">
                <h2>{say!(l, "contents.results")}</h2>
                <p role="status">{if hits.is_empty() {
                    say!(l, "contents.none", what = s.study.query.trim())
                } else {
                    say!(l, "contents.found", n = hits.len(), what = s.study.query.trim())
                }}</p>
            </div>
            <ul class="lessons found">{for hits.iter().map(|h| entry(cx, h.lesson, None, Some(&h.excerpt), &terms))}</ul>
        </>
    }
}

/// Leaves for a lesson: the address does it, except where it already says so.
fn leave(cx: &Ctx, slug: &'static str) -> Callback<MouseEvent> {
    let cx = cx.clone();
    Callback::from(move |e: MouseEvent| {
        let open = cx.get().lesson.and_then(|i| LESSONS.get(i)).is_some_and(|l| l.slug == slug);
        if open {
            e.prevent_default();
            cx.act.emit(Action::Study(Learn::Page(None)));
        }
    })
}

fn entry(cx: &Ctx, i: usize, step: Option<usize>, excerpt: Option<&str>, terms: &[String]) -> Html {
    let s = cx.get();
    let l = s.lang;
    let lesson: &Lesson = &LESSONS[i];
    let words = lesson.words(l);
    let progress = s.study.progress(i);
    let (class, state) = match progress {
        Some(p) if p.finished => ("finished", "contents.state.finished"),
        Some(_) => ("visited", "contents.state.visited"),
        None => ("new", "contents.state.new"),
    };
    let asked = words.predictions.len();
    let right = progress.map_or(0, |p| p.right);
    let answered = progress.map_or(0, |p| p.answered);
    let here = s.lesson == Some(i);
    html! {
        <li key={lesson.slug}>
            <a href={format!("#{}", lesson.slug)} class={classes!("entry", class)} aria-current={here.then_some("page")} onclick={leave(cx, lesson.slug)}>
                if let Some(n) = step { <span class="step" aria-hidden="true">{n}</span> }
                <span class="name"><em>{lesson.number}</em><b>{found(words.title, terms)}</b></span>
                <span class="idea">{match excerpt { Some(text) => found(text, terms), None => rich(words.idea) }}</span>
                <span class="foot">
                    <i class="mark" aria-hidden="true"></i><span class={class}>{say!(l, state)}</span>
                    if let Some(fault) = words.fault { <span class="fault-tag">{say!(l, format!("contents.fault.{fault}"))}</span> }
                    <span class="asks" title={say!(l, "contents.asks", n = right.count_ones(), all = asked)}>
                        {for (0..asked).map(|n| {
                            let bit = 1_u32 << n;
                            let class = if right & bit != 0 { "yes" } else if answered & bit != 0 { "no" } else { "" };
                            html! { <i {class}></i> }
                        })}
                    </span>
                </span>
            </a>
        </li>
    }
}

fn words(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let terms = lesson::terms(&s.study.query);
    let first = lesson::first_lessons(l);
    let shown: Vec<(usize, &Term)> = Term::all()
        .iter()
        .enumerate()
        .filter(|(_, t)| {
            let all = [t.name(l), t.name(l.other()), t.means(l), t.means(l.other())].join(" ");
            let all = lesson::fold(&all);
            terms.iter().all(|q| all.contains(q.as_str()))
        })
        .collect();
    html! {
        <>
            <div class="head">
                <h2>{say!(l, "glossary.title")}</h2>
                <p role="status">{if terms.is_empty() { say!(l, "glossary.about") } else { say!(l, "glossary.found", n = shown.len()) }}</p>
            </div>
            <dl class="glossary">{for shown.iter().map(|(i, t)| {
                let at = first.get(*i).copied().flatten().and_then(|i| LESSONS.get(i));
                let other = if t.name(l) == t.name(l.other()) { "" } else { t.name(l.other()) };
                html! {
                    <div key={t.name(l)}>
                        <dt>{found(t.name(l), &terms)}
                            if !other.is_empty() { <span lang={l.other().tag()}>{other}</span> }
                        </dt>
                        <dd>{if terms.is_empty() { rich(t.means(l)) } else { found(&lesson::plain(t.means(l)), &terms) }}
                            if let Some(x) = at {
                                {" "}<a href={format!("#{}", x.slug)} onclick={leave(cx, x.slug)} title={x.title(l)}>{say!(l, "glossary.first", n = x.number)}</a>
                            }
                        </dd>
                    </div>
                }
            })}</dl>
        </>
    }
}
