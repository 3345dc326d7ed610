//! The code: a native text area over a highlighted layer, with a mark for every goroutine on its line.

use super::editor::{self, Key};
use super::output::Output;
use crate::app::{Ctx, Props};
use crate::components::{still, still_item};
use crate::i18n::Lang;
use crate::narrate::Narrator;
use crate::say;
use crate::scene::class_in;
use crate::state::Action;
use playground::TokenKind;
use std::collections::BTreeMap;
use trace::{GoId, GoState};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement, MediaQueryList};
use yew::prelude::*;

/// What stands on a line.
#[derive(Default)]
struct Mark {
    chips: Vec<(GoId, &'static str)>,
    class: Option<&'static str>,
    passed: bool,
    hint: String,
    /// Whose values the hint tells.
    of: Option<GoId>,
}

/// A line's number, and what stands on the line.
#[derive(Clone, PartialEq)]
struct Line {
    n: u32,
    class: String,
    chips: Vec<(GoId, &'static str)>,
    /// Values behind the line, and the column at which they begin.
    hint: Option<(usize, String)>,
    /// Whether it has a breakpoint.
    set: bool,
    lang: Lang,
}

impl Line {
    fn draw(&self, cx: &Ctx) -> Html {
        let n = self.n;
        let stop = cx.on(move || Action::Break(n));
        html! {
            <div class={self.class.clone()}>
                <button type="button" class="n" tabindex="-1" aria-pressed={self.set.to_string()}
                    title={say!(self.lang, "code.break", line = n.to_string())} onclick={stop}>{n}</button>
                if !self.chips.is_empty() {
                    <span class="m">{for chips(&self.chips, cx)}</span>
                }
                if let Some((column, hint)) = &self.hint {
                    <span class="hint" style={format!("--at:{column}ch")}>{hint}</span>
                }
            </div>
        }
    }
}

/// How the focus came into the editor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Passing {
    /// It is elsewhere.
    Away,
    /// By Tab, and nothing was done yet.
    Through,
    /// To write.
    Writing,
}

/// The code with the output below it.
#[component]
pub fn Code(props: &Props) -> Html {
    let cx = &props.cx;
    let area = use_node_ref();
    let pane = use_node_ref();
    let s = cx.get();
    let l = s.lang;
    let source = s.source.clone();
    let marks = marks(cx);
    let errors: BTreeMap<u32, &str> =
        s.diagnostics.iter().rev().map(|d| (d.pos.line, d.message.as_str())).collect();
    let lines = source.split('\n').count();
    let (program, whole) = (source.clone(), cx.whole);
    let highlighted = move || {
        // Its colours come after the first picture: they are a third of the elements of the code.
        let text = if whole {
            highlight(&program)
        } else {
            html! { {format!("{program}\n")} }
        };
        html! { <pre class="hl" aria-hidden="true">{text}</pre> }
    };
    let current = s.hover;
    let format = {
        let (area, cx) = (area.clone(), cx.clone());
        Callback::from(move |_: MouseEvent| {
            let formatted = playground::format(&cx.get().source);
            if let (Ok(text), Some(a)) = (formatted, area.cast::<HtmlTextAreaElement>()) {
                replace(&a, 0, a.value().encode_utf16().count(), &text);
            }
        })
    };
    let edit = {
        let (area, cx) = (area.clone(), cx.clone());
        Callback::from(move |_: MouseEvent| {
            cx.act.emit(Action::Editing(true));
            if let Some(a) = area.cast::<HtmlTextAreaElement>() {
                a.set_read_only(false);
                let _ = a.focus();
            }
        })
    };
    let oninput = cx.act.reform(|e: InputEvent| {
        Action::Edit(e.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    // Who comes by Tab goes on by Tab, until a key or a click tells that they came to write.
    let passing = use_mut_ref(|| Passing::Away);
    let onkeydown = {
        let passing = passing.clone();
        Callback::from(move |e: KeyboardEvent| {
            let key = e.key();
            match key.as_str() {
                "Tab" if *passing.borrow() == Passing::Through => return,
                "Shift" => return,
                _ => *passing.borrow_mut() = Passing::Writing,
            }
            keydown(&e);
        })
    };
    let onkeyup = {
        let passing = passing.clone();
        Callback::from(move |e: KeyboardEvent| {
            let mut passing = passing.borrow_mut();
            if *passing == Passing::Away && e.key() == "Tab" {
                *passing = Passing::Through;
            }
        })
    };
    let onmousedown = {
        let passing = passing.clone();
        Callback::from(move |_: MouseEvent| *passing.borrow_mut() = Passing::Writing)
    };
    let onblur = Callback::from(move |_: FocusEvent| *passing.borrow_mut() = Passing::Away);
    let gutter = source.split('\n').zip(1..).map(|(text, n)| {
        let mark = marks.get(&n);
        let class = classes!(
            "l",
            mark.and_then(|m| m.class),
            mark.is_some_and(|m| m.passed).then_some("passed"),
            errors.contains_key(&n).then_some("bad"),
            (current == Some(n)).then_some("hover"),
            s.breaks.contains(&n).then_some("brk")
        );
        let hint = mark.map(|m| m.hint.clone()).filter(|hint| !hint.is_empty());
        let line = Line {
            n,
            class: class.to_string(),
            chips: mark.map_or(Vec::new(), |m| m.chips.clone()),
            hint: hint.map(|hint| (1 + columns(text), hint)),
            set: s.breaks.contains(&n),
            lang: l,
        };
        let cx = cx.clone();
        still_item(n, line.clone(), move || line.draw(&cx))
    });
    let here = s.player.as_ref().filter(|_| !s.stale).and_then(|p| {
        // The runtime, and a goroutine that has not begun, have no line: then whoever acted before.
        let line = |go: GoId| {
            let line = p.world().gos.get(&go)?.frames.last()?.line;
            (line > 0).then_some(line)
        };
        let past = p.recording().trace.events().get(..p.cursor())?;
        s.selected.and_then(line).or_else(|| past.iter().rev().take(BACK).find_map(|e| line(e.go)))
    });
    {
        let pane = pane.clone();
        use_effect_with((here, s.moves), move |(line, _)| {
            if let (Some(pane), Some(line)) = (pane.cast::<HtmlElement>(), *line) {
                keep_in_sight(&pane, line);
            }
        });
    }
    let point = {
        let cx = cx.clone();
        Callback::from(move |e: MouseEvent| {
            let sheet = e.current_target().and_then(|t| t.dyn_into::<HtmlElement>().ok());
            // As the first line lies now: in the classroom all is larger.
            let first = sheet.and_then(|s| s.query_selector(".l").ok().flatten());
            let Some(first) = first.map(|f| f.get_bounding_client_rect()) else { return };
            let line =
                ((f64::from(e.client_y()) - first.top()) / first.height()).floor() as i64 + 1;
            let line = u32::try_from(line).ok().filter(|n| (1..=lines as u32).contains(n));
            if cx.get().hover != line {
                cx.act.emit(Action::Hover(line));
            }
        })
    };
    let narrow = use_memo((), |()| {
        web_sys::window().and_then(|w| w.match_media("(max-width: 740px)").ok().flatten())
    });
    let locked = !s.editing && narrow.as_ref().as_ref().is_some_and(MediaQueryList::matches);
    html! {
        <section class="col code" aria-label={say!(l, "zone.code")}>
            <div class="tabs">
                <span class="tab on">{"main.go"}</span>
                <div class="sp"></div>
                if s.is_running() {
                    <button type="button" class="tab stop" onclick={cx.on(|| Action::Stop)}>{say!(l, "code.stop")}</button>
                }
                <button type="button" class="tab" onclick={edit}>{say!(l, "code.edit")}</button>
                <button type="button" class="tab" onclick={format}>{say!(l, "code.format")}</button>
                if s.lesson.is_some() {
                    <button type="button" class="tab" onclick={cx.on(|| Action::Reset)}>{say!(l, "code.reset")}</button>
                }
                if s.earlier().is_some() {
                    <button type="button" class="tab" title={say!(l, "code.bring_back.title")} onclick={cx.on(|| Action::BringBack)}>{say!(l, "code.bring_back")}</button>
                }
            </div>
            <div class="editor" ref={pane}>
                <div class="sheet-of-code" onmousemove={point} onmouseleave={cx.on(|| Action::Hover(None))} style={format!("height:{}px", lines * 22 + 24)}>
                    <div class="gutter">{for gutter}</div>
                    {still((source.clone(), whole), highlighted)}
                    <textarea ref={area} class="src" spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off"
                        aria-label={say!(l, "code.label")} readonly={locked} value={source.clone()}
                        {oninput} {onkeydown} {onkeyup} {onmousedown} {onblur} />
                </div>
            </div>
            if !s.diagnostics.is_empty() {
                <div class="errors" role="alert">
                    <div class="kick">{if s.player.is_some() { say!(l, "code.errors_stale") } else { say!(l, "code.errors") }}</div>
                    {for s.diagnostics.iter().map(|d| html! {
                        <pre><b>{format!("{}:{}", d.pos.line, d.pos.col)}</b>{format!(" {}", d.message)}</pre>
                    })}
                </div>
            }
            <Output cx={cx.clone()} />
        </section>
    }
}

/// Scrolls the code only as far as needed to show a line, and not while somebody types.
fn keep_in_sight(pane: &HtmlElement, line: u32) {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    if active.is_some_and(|a| a.tag_name() == "TEXTAREA") {
        return;
    }
    let (top, room) = (EDGE + (line as i32 - 1) * LINE, pane.client_height());
    let seen = pane.scroll_top();
    if top < seen + LINE || top + 2 * LINE > seen + room {
        // Whole lines only: above the first there is the sheet's edge.
        let lines = (top - room / 3 - EDGE) / LINE;
        pane.set_scroll_top(if lines > 0 { EDGE + lines * LINE } else { 0 });
    }
}

fn columns(line: &str) -> usize {
    line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// Height of a line, CSS pixels.
const LINE: i32 = 22;

/// Space above the first line, CSS pixels.
const EDGE: i32 = 8;

/// Events before the cursor among which the line to show is looked for.
const BACK: usize = 64;

/// The code of every key that an input method takes.
const COMPOSING: u32 = 229;

/// Characters of the values that stand behind a line.
const HINT: usize = 40;

/// Letters that fit beside a line number, in two chips.
const ROOM: usize = 5;

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

/// Where every goroutine stands: strong on the line it runs next, pale on the one it just ran.
fn marks(cx: &Ctx) -> BTreeMap<u32, Mark> {
    let s = cx.get();
    let mut marks: BTreeMap<u32, Mark> = BTreeMap::new();
    let Some(p) = s.player.as_ref().filter(|_| !s.stale) else { return marks };
    let world = p.world();
    let narrator = Narrator {
        lang: s.lang,
        trace: &p.recording().trace,
        world,
        source: "",
        scopes: s.scopes(),
    };
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

/// The program with its colours.
fn highlight(source: &str) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut at = 0;
    for t in playground::tokens(source) {
        let (a, b) = (t.start as usize, t.end as usize);
        let class = match t.kind {
            TokenKind::Keyword => "k",
            TokenKind::Type => "ty",
            TokenKind::Builtin | TokenKind::Function => "f",
            TokenKind::String => "s",
            TokenKind::Number => "d",
            TokenKind::Comment => "c",
            TokenKind::Operator | TokenKind::Identifier => continue,
        };
        let (Some(plain), Some(word)) = (source.get(at..a), source.get(a..b)) else { continue };
        out.push(html! { <>{plain}<span {class}>{word}</span></> });
        at = b;
    }
    out.push(html! { {source.get(at..).unwrap_or("")} });
    out.push(html! { {"\n"} });
    out.into_iter().collect()
}

fn keydown(e: &KeyboardEvent) {
    let Some(area) = e.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    // Until its word is done, all keys are the input method's. Safari tells by the code alone.
    if e.is_composing() || e.key_code() == COMPOSING {
        return;
    }
    let command = e.ctrl_key() || e.meta_key();
    let name = e.key();
    let key = match name.as_str() {
        "Escape" => {
            let _ = area.blur(); // the way out for those who move by Tab
            return;
        }
        "Tab" => Key::Tab(e.shift_key()),
        "/" if command => Key::Comment,
        _ if command || e.alt_key() => return,
        "Enter" => Key::Enter,
        "Backspace" => Key::Backspace,
        other => match (other.chars().next(), other.chars().nth(1)) {
            (Some(c), None) => Key::Char(c),
            _ => return,
        },
    };
    let text = area.value();
    let unit = |v: Result<Option<u32>, _>| v.ok().flatten().unwrap_or(0) as usize;
    let sel = (
        editor::to_byte(&text, unit(area.selection_start())),
        editor::to_byte(&text, unit(area.selection_end())),
    );
    let Some(edit) = editor::edit(&text, sel, key) else { return };
    e.prevent_default();
    let units = |b| editor::to_unit(&text, b);
    replace(&area, units(edit.range.0), units(edit.range.1), &edit.with);
    let new = area.value();
    let ends =
        (editor::to_unit(&new, edit.select.0) as u32, editor::to_unit(&new, edit.select.1) as u32);
    let _ = area.set_selection_range(ends.0, ends.1);
}

/// Replaces a range as if typed, so that the browser's own undo knows of it.
fn replace(area: &HtmlTextAreaElement, from: usize, to: usize, with: &str) {
    let _ = area.focus();
    let _ = area.set_selection_range(from as u32, to as u32);
    let document = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    let Some(d) = document else { return };
    let command = if with.is_empty() { "delete" } else { "insertText" };
    if from != to || !with.is_empty() {
        let _ = d.exec_command_with_show_ui_and_value(command, false, with);
    }
}
