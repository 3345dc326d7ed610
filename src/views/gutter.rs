//! Beside the code: the numbers of its lines, breakpoints, and a mark for every goroutine on its line.

use crate::app::Ctx;
use crate::components::{still, still_item};
use crate::fixed::px;
use crate::say;
use crate::scene::{Alike, Elements, Order, class_in};
use crate::state::Action;
use std::collections::BTreeMap;
use trace::{GoId, GoState};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Height of a line, CSS pixels.
pub const LINE: i32 = 22;

/// Characters of the values that stand behind a line.
const HINT: usize = 40;

/// Letters that fit beside a line number, in two chips.
const ROOM: usize = 5;

/// What stands on a line.
#[derive(Clone, Default, PartialEq)]
struct Mark {
    chips: Vec<(GoId, &'static str)>,
    class: Option<&'static str>,
    passed: bool,
    hover: bool,
    bad: bool,
    hint: String,
    /// Whose values the hint tells.
    of: Option<GoId>,
    /// The column at which the hint begins.
    column: usize,
}

/// Which element stands on which line.
#[derive(Default)]
pub struct Rows {
    lines: Vec<u32>,
    elements: Elements,
}

/// A line keeps its element; one on which something stands from now on takes that of one which is left.
const LINES: [Alike<'_, u32>; 2] = [&|a, b| a == b, &|_, _| true];

/// The numbers are one text, and only lines on which something stands have elements of their own: a long program costs
/// a step no more than a short one. `width` is that of the part of the code in sight: for `cqw` the browser would style
/// the whole code in a turn of its own, at each step.
pub fn gutter(cx: &Ctx, lines: usize, width: f64, rows: &mut Rows) -> Html {
    let s = cx.get();
    let l = s.lang;
    let stop = cx.act.clone();
    let numbers = move || {
        let stop = stop.clone();
        let click = Callback::from(move |e: MouseEvent| {
            let numbers = e.target().and_then(|t| t.dyn_into::<Element>().ok());
            let line = numbers.and_then(|n| line_at(&n, e.client_y(), lines));
            line.iter().for_each(|n| stop.emit(Action::Break(*n)));
        });
        let text: String = (1..=lines).map(|n| format!("{n:>4}\n")).collect();
        html! { <div class="nums" aria-hidden="true" title={say!(l, "code.numbers")} onclick={click}>{text}</div> }
    };
    let all = marks(cx);
    let marked: Vec<u32> = all.keys().copied().collect();
    rows.elements.assign(&rows.lines, &marked, &LINES, Order::Kept);
    rows.lines = marked;
    let marks = all.into_iter().enumerate().map(|(i, (n, mark))| {
        let cx = cx.clone();
        still_item(rows.elements.at(i), (n, mark.clone()), move || draw(&cx, n, &mark))
    });
    let stops = s.breaks.iter().map(|&n| {
        let label = say!(l, "code.break", line = n.to_string());
        let undo = cx.on(move || Action::Break(n));
        html! { <button type="button" key={n} class="brk" tabindex="-1" style={at(n)} aria-pressed="true" aria-label={label.clone()} title={label} onclick={undo}>{number(n)}</button> }
    });
    html! {
        <div class="gutter" style={format!("--sight:{}", px(width.round()))}>
            {still((l, lines), numbers)}
            <>{for marks}</>
            <>{for stops}</>
        </div>
    }
}

/// The line of the code at a height of the page, by the element that holds the numbers: in the classroom all is larger.
pub fn line_at(numbers: &Element, y: i32, lines: usize) -> Option<u32> {
    let place = numbers.get_bounding_client_rect();
    let line = (f64::from(y) - place.top()) / place.height() * lines as f64;
    u32::try_from(line.floor() as i64 + 1).ok().filter(|n| (1..=lines as u32).contains(n))
}

fn draw(cx: &Ctx, n: u32, mark: &Mark) -> Html {
    let class = classes!(
        "l",
        mark.class,
        mark.passed.then_some("passed"),
        mark.bad.then_some("bad"),
        mark.hover.then_some("hover")
    );
    html! {
        <div {class} style={at(n)}>
            {number(n)}
            if !mark.chips.is_empty() {
                <span class="m">{for chips(&mark.chips, cx)}</span>
            }
            if !mark.hint.is_empty() {
                <span class="hint" style={format!("--at:{}ch", mark.column)}>{&mark.hint}</span>
            }
        </div>
    }
}

/// As in the text of all numbers, on which it lies.
fn number(n: u32) -> String {
    format!("{n:>4}")
}

fn at(n: u32) -> String {
    format!("top:{}px", (i64::from(n) - 1) * i64::from(LINE))
}

fn columns(line: &str) -> usize {
    line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn chips(list: &[(GoId, &'static str)], cx: &Ctx) -> Vec<Html> {
    let chip = |&(g, class): &(GoId, &'static str)| {
        html! { <button type="button" tabindex="-1" class={classes!("chip", class)} onclick={cx.on(move || Action::Select(g))}>{g.to_string()}</button> }
    };
    let more = |text: String, class: Option<&'static str>| {
        let names: Vec<_> = list.iter().take(40).map(|(g, _)| g.to_string()).collect();
        html! { <span class={classes!("chip", "more", class)} title={names.join(" ")}>{text}</span> }
    };
    let length = |g: GoId| g.to_string().len();
    match list {
        [one] => vec![chip(one)],
        [a, b] if length(a.0) + length(b.0) <= ROOM => vec![chip(a), chip(b)],
        [a, rest @ ..] => {
            let others = format!("+{}", rest.len());
            if length(a.0) + others.len() <= ROOM {
                vec![chip(a), more(others, None)]
            } else {
                // The colour of the busiest; who they are is told on hovering and on the stage.
                let busiest = list.iter().find(|(_, class)| *class == "running").unwrap_or(a);
                vec![more(format!("×{}", list.len()), Some(busiest.1))]
            }
        }
        [] => Vec::new(),
    }
}

/// What stands on the lines: where every goroutine is, strong on the line it runs next, pale on the one it just ran.
fn marks(cx: &Ctx) -> BTreeMap<u32, Mark> {
    let s = cx.get();
    let mut marks: BTreeMap<u32, Mark> = BTreeMap::new();
    for d in &s.diagnostics {
        marks.entry(d.pos.line).or_default().bad = true;
    }
    if let Some(n) = s.hover {
        marks.entry(n).or_default().hover = true;
    }
    let Some(p) = s.player.as_ref().filter(|_| !s.stale) else { return marks };
    let world = p.world();
    let narrator = s.narrator(p);
    let last = p.last_event().map(|e| e.go);
    for g in world.gos.values().filter(|g| g.state != GoState::Dead) {
        let Some(f) = g.frames.last().filter(|f| f.line > 0) else { continue };
        let class = class_in(world, g.state).css();
        let mark = marks.entry(f.line).or_default();
        mark.chips.push((g.id, class));
        if mark.class.is_none() || class == "running" {
            mark.class = Some(class);
        }
        let source_line = s.source.split('\n').nth(f.line as usize - 1).unwrap_or("");
        if (s.selected.or(last)) == Some(g.id) || mark.hint.is_empty() {
            let locals = narrator.locals(f);
            let named = locals.iter().rev().filter(|(name, _)| has_word(source_line, name));
            // An object that is called as its variable is tells nothing here.
            let same = |name: &str| {
                let own = |v: &(u16, trace::Sym, trace::Value)| {
                    narrator.trace.text(v.1) == name && narrator.held(v.2) == name
                };
                f.vars.iter().any(own)
            };
            let told = named.filter(|(name, _)| !same(name));
            let shown = told.map(|(name, value)| format!("{name} = {value}"));
            let mut shown: Vec<_> = shown.take(3).collect();
            while shown.len() > 1
                && shown.iter().map(|t| t.chars().count() + 2).sum::<usize>() > HINT
            {
                shown.pop();
            }
            mark.hint = crate::scene::cut(&shown.join("  "), HINT);
            mark.of = Some(g.id);
            mark.column = columns(source_line) + 1;
        }
        if Some(g.id) == last && f.prev > 0 && f.prev != f.line {
            marks.entry(f.prev).or_default().passed = true;
        }
    }
    for mark in marks.values_mut() {
        // Who acts, or is looked at, is seen by name.
        let first = s.selected.or(last);
        mark.chips.sort_by_key(|(g, class)| (Some(*g) != first, *class != "running", *g));
        if let (Some(of), true) = (mark.of, mark.chips.len() > 1 && !mark.hint.is_empty()) {
            mark.hint = format!("{of}: {}", mark.hint);
        }
    }
    marks
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == word)
}
