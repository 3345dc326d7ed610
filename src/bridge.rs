//! `window.interleave`: the page driven from outside, for teachers' scripts and tests.
//!
//! Positions count events: `length()` is the last one, `seek(n)` goes to the world after the
//! first `n` events, `step()` and `stepBack()` move by one. `beats()` lists where a lesson has
//! something to say. `run()` answers with a promise.

use crate::app::Shared;
use crate::lesson::LESSONS;
use crate::link;
use crate::state;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use playground::{Budgets, Command, Run, Settings, json};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlTemplateElement;
use yew::Callback;

thread_local! {
    /// Resolves `ready`; the only state here that is not the app's.
    static READY: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Instructions before the page gets a breath.
const SLICE: u64 = 2_000_000;

/// What a build calls before it stores the page's memory, see [`state::prepare`](crate::state::prepare). Returns how many
/// events the run has that the page then begins with.
#[wasm_bindgen]
pub fn prepare() -> usize {
    state::prepare()
}

/// How many events the run has that was prepared; none if none was, or if it is taken.
#[wasm_bindgen]
pub fn prepared() -> usize {
    state::prepared()
}

/// Puts `interleave` on the window. `refresh` draws the page after a change.
pub fn install(state: Shared, refresh: Callback<()>) {
    let api = Object::new();
    let ready = Promise::new(&mut |resolve, _| READY.set(Some(resolve)));
    put(&api, "ready", &ready);

    let go = {
        let (state, refresh) = (state.clone(), refresh.clone());
        move |command| {
            state.borrow_mut().playing = false;
            state.borrow_mut().go(command);
            refresh.emit(());
            position(&state)
        }
    };
    let seek = go.clone();
    method1(&api, "seek", move |n| {
        let n = n.as_f64().filter(|n| *n >= 0.0).unwrap_or(0.0);
        seek(Command::Seek(n as usize))
    });
    let step = go.clone();
    method0(&api, "step", move || step(Command::Step));
    method0(&api, "stepBack", move || go(Command::Back));

    let (s, r) = (state.clone(), refresh.clone());
    method1(&api, "load", move |source| {
        let mut state = s.borrow_mut();
        let source = source.as_string().unwrap_or_default();
        let lesson = LESSONS.iter().position(|l| l.source == source);
        state.choose(lesson);
        state.source = source;
        state.borrowed = true;
        state.stale = true;
        state.work.begin(None);
        state.diagnostics = playground::check(&state.source);
        let clean = state.diagnostics.is_empty();
        drop(state);
        r.emit(());
        JsValue::from_bool(clean)
    });
    let (s, r) = (state.clone(), refresh.clone());
    method1(&api, "settings", {
        let state = state.clone();
        move |given| settings(&mut state.borrow_mut().settings, &given)
    });
    method0(&api, "run", move || run(s.clone(), r.clone()).into());

    method1(&api, "time", |source| {
        let text = time(&source.as_string().unwrap_or_default());
        js_sys::JSON::parse(&text).unwrap_or(JsValue::NULL)
    });

    let s = state.clone();
    method0(&api, "length", move || {
        JsValue::from_f64(s.borrow().player.as_ref().map_or(0.0, |p| p.len() as f64))
    });
    let s = state.clone();
    method0(&api, "beats", move || {
        let at = |(at, _): &(usize, usize)| JsValue::from_f64(*at as f64);
        s.borrow().cues.beats.iter().map(at).collect::<js_sys::Array>().into()
    });
    let s = state.clone();
    method0(&api, "world", move || {
        let s = s.borrow();
        let text = s.player.as_ref().map(|p| json::world(&p.recording().trace, p.world()));
        value(text.as_deref().unwrap_or("null"))
    });
    let s = state.clone();
    method0(&api, "output", move || {
        let s = s.borrow();
        JsValue::from_str(
            &s.player.as_ref().map_or(String::new(), |p| p.recording().outcome.stdout.clone()),
        )
    });
    let s = state.clone();
    method0(&api, "outcome", move || {
        let s = s.borrow();
        let text = s.player.as_ref().map(|p| json::outcome(&p.recording().outcome));
        value(text.as_deref().unwrap_or("null"))
    });
    let s = state.clone();
    method0(&api, "trace", move || {
        let s = s.borrow();
        JsValue::from_str(
            &s.player.as_ref().map_or(String::new(), |p| json::trace(&p.recording().trace)),
        )
    });
    method0(&api, "diagnostics", move || value(&json::diagnostics(&state.borrow().diagnostics)));
    if let Some(w) = web_sys::window() {
        put(&w, "interleave", &api);
    }
}

/// What resolves `interleave.ready`, once.
pub fn take_ready() -> Option<Function> {
    READY.take()
}

/// Has the browser read the style sheets of what the first picture does without. They take the place that the page keeps
/// for them, so that later ones stand above them.
pub fn late_styles() {
    let late = web_sys::window().and_then(|w| w.document()?.get_element_by_id("late"));
    if let Some(late) = late.and_then(|t| t.dyn_into::<HtmlTemplateElement>().ok()) {
        let _ = late.replace_with_with_node_1(&late.content());
    }
}

/// Waits until the second file of the wasm has come, if the build has made one.
///
/// # Errors
/// It has not come. It is asked for once more when something needs it.
pub async fn rest() -> Result<(), JsValue> {
    let window = web_sys::window().map_or(JsValue::NULL, JsValue::from);
    let load = Reflect::get(&window, &JsValue::from_str("loadRest"))?;
    match load.dyn_into::<Function>() {
        Ok(load) => {
            let comes = Promise::resolve(&load.call0(&window)?);
            wasm_bindgen_futures::JsFuture::from(comes).await.map(drop)
        }
        Err(_) => Ok(()),
    }
}

/// The settings of the next run; those that `given` names are changed first.
fn settings(s: &mut Settings, given: &JsValue) -> JsValue {
    let get = |name: &str| Reflect::get(given, &JsValue::from_str(name)).ok();
    if given.is_object() {
        s.picks.clear();
        let number = |name: &str, least: f64, most: f64| {
            get(name)?.as_f64().filter(|n| n.fract() == 0.0 && (least..=most).contains(n))
        };
        if let Some(n) = number("gomaxprocs", 1.0, 64.0) {
            s.gomaxprocs = n as u16;
        }
        if let Some(n) = number("seed", 0.0, 9_007_199_254_740_991.0) {
            s.seed = n as u64;
        }
        if let Some(n) = number("instructionNs", 1.0, 1e6) {
            s.instruction_ns = n as u32;
        }
        if let Some(name) = get("strategy").and_then(|v| v.as_string()) {
            s.strategy = link::strategy_of(&name);
        }
    }
    let out = Object::new();
    let strategy = link::strategy_name(&s.strategy);
    put(&out, "strategy", &JsValue::from_str(strategy));
    put(&out, "seed", &JsValue::from_f64(s.seed as f64));
    put(&out, "gomaxprocs", &JsValue::from_f64(f64::from(s.gomaxprocs)));
    put(&out, "instructionNs", &JsValue::from_f64(f64::from(s.instruction_ns)));
    out.into()
}

fn position(state: &Shared) -> JsValue {
    JsValue::from_f64(state.borrow().player.as_ref().map_or(0.0, |p| p.cursor() as f64))
}

/// Runs a program without recording it, on one processor, and tells how long it took.
fn time(source: &str) -> String {
    let compiled = match playground::compile(source) {
        Ok(compiled) => compiled,
        Err(errors) => return json::diagnostics(&errors),
    };
    let budgets = Budgets { steps: u64::MAX, ..Budgets::default() };
    let settings = Settings { tracing: false, gomaxprocs: 1, budgets, ..Settings::default() };
    let Ok(mut run) = Run::start(&compiled, &settings) else { return "null".into() };
    let clock = || web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now());
    let start = clock();
    while !run.advance(u64::MAX) {}
    let ms = clock() - start;
    let outcome = run.finish().outcome;
    serde_json::json!({ "ms": ms, "kind": outcome.kind.text(), "stderr": outcome.stderr })
        .to_string()
}

/// Compiles and runs; resolves with whether it compiled, when the recording is complete.
fn run(state: Shared, refresh: Callback<()>) -> Promise {
    let started = state.borrow_mut().start();
    let mut done = !started || state.borrow_mut().advance(SLICE);
    refresh.emit(());
    wasm_bindgen_futures::future_to_promise(async move {
        while !done {
            TimeoutFuture::new(0).await;
            done = state.borrow_mut().advance(SLICE / 8);
            refresh.emit(());
        }
        Ok(JsValue::from_bool(started))
    })
}

/// JSON as the value that it stands for. Its `toString` gives JSON again, so that scripts may take it either way.
fn value(text: &str) -> JsValue {
    let parsed = js_sys::JSON::parse(text).unwrap_or(JsValue::NULL);
    if let Some(object) = parsed.dyn_ref::<Object>() {
        let json = Reflect::get(&js_sys::global(), &JsValue::from_str("JSON")).unwrap_or_default();
        let stringify = Reflect::get(&json, &JsValue::from_str("stringify")).unwrap_or_default();
        if let Ok(stringify) = stringify.dyn_into::<Function>() {
            // Not enumerable: neither copies nor listings of the value show it.
            let descriptor = Object::new();
            put(&descriptor, "value", &stringify.bind1(&json, object));
            Object::define_property(object, &JsValue::from_str("toString"), &descriptor);
        }
    }
    parsed
}

fn put(target: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(target, &JsValue::from_str(name), value);
}

fn method0(api: &Object, name: &str, f: impl Fn() -> JsValue + 'static) {
    let f = Closure::<dyn Fn() -> JsValue>::new(f);
    put(api, name, f.as_ref());
    f.forget(); // lives as long as the page
}

fn method1(api: &Object, name: &str, f: impl Fn(JsValue) -> JsValue + 'static) {
    let f = Closure::<dyn Fn(JsValue) -> JsValue>::new(f);
    put(api, name, f.as_ref());
    f.forget(); // lives as long as the page
}
