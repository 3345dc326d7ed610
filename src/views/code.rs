//! The code: a native text area over a highlighted layer.

use super::editor::{self, Key};
use super::gutter::{self, LINE};
use super::output::Output;
use crate::app::Props;
use crate::components::{still, use_width};
use crate::say;
use crate::state::{Action, State};
use playground::TokenKind;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement, MediaQueryList};
use yew::prelude::*;

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
    let width = use_width(&pane, "editor", 400.0);
    let s = cx.get();
    let l = s.lang;
    let source = s.source.clone();
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
        let (passing, act) = (passing.clone(), cx.act.clone());
        Callback::from(move |e: KeyboardEvent| {
            let key = e.key();
            match key.as_str() {
                "Tab" if *passing.borrow() == Passing::Through => return,
                "Shift" => return,
                "F9" => {
                    e.prevent_default();
                    let line = self::area(&e).map_or(1, |area| caret_line(&area));
                    return act.emit(Action::Break(line));
                }
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
    let rows = use_mut_ref(gutter::Rows::default);
    let here = s.line();
    {
        let pane = pane.clone();
        use_effect_with((here, s.moves), move |(line, _)| {
            if let (Some(pane), Some(line)) = (pane.cast::<HtmlElement>(), *line) {
                keep_in_sight(&pane, line);
            }
        });
    }
    {
        let (pane, area) = (pane.clone(), area.clone());
        // What does not compile is told below the code, which has less room then.
        use_effect_with(s.diagnostics.len(), move |_| {
            let area = area.cast::<HtmlTextAreaElement>().filter(|_| writing());
            if let (Some(pane), Some(area)) = (pane.cast::<HtmlElement>(), area) {
                let bottom = EDGE + (caret_line(&area) as i32 + 1) * LINE;
                let hidden = bottom - pane.client_height() - pane.scroll_top();
                if hidden > 0 {
                    pane.set_scroll_top(pane.scroll_top() + hidden);
                }
            }
        });
    }
    let point = {
        let cx = cx.clone();
        Callback::from(move |e: MouseEvent| {
            let at = e.target().and_then(|t| t.dyn_into::<Element>().ok());
            let sheet = at.and_then(|at| at.closest(".sheet-of-code").ok().flatten());
            let numbers = sheet.and_then(|s| s.query_selector(".nums").ok().flatten());
            let line = numbers.and_then(|n| gutter::line_at(&n, e.client_y(), lines));
            if cx.get().hover != line {
                cx.act.emit(Action::Hover(line));
            }
        })
    };
    let narrow = use_memo((), |()| {
        web_sys::window()
            .and_then(|w| w.match_media("(max-width: 740px), (max-height: 479px)").ok().flatten())
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
                    {gutter::gutter(cx, lines, width, &mut rows.borrow_mut())}
                    {still((source.clone(), whole), highlighted)}
                    <textarea ref={area} class="src" spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off"
                        aria-label={say!(l, "code.label")} readonly={locked} value={source.clone()}
                        {oninput} {onkeydown} {onkeyup} {onmousedown} {onblur} />
                </div>
            </div>
            if !s.diagnostics.is_empty() { {errors(&s)} }
            <Output cx={cx.clone()} />
        </section>
    }
}

/// What does not compile.
#[inline(never)]
fn errors(s: &State) -> Html {
    let title = if s.player.is_some() { "code.errors_stale" } else { "code.errors" };
    html! {
        <div class="errors" role="alert">
            <div class="kick">{say!(s.lang, title)}</div>
            {for s.diagnostics.iter().map(|d| html! {
                <pre><b>{format!("{}:{}", d.pos.line, d.pos.col)}</b>{format!(" {}", d.message)}</pre>
            })}
        </div>
    }
}

/// Scrolls the code only as far as needed to show a line, and not while somebody types.
fn keep_in_sight(pane: &HtmlElement, line: u32) {
    if writing() {
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

/// Space above the first line, CSS pixels.
const EDGE: i32 = 8;

/// The code of every key that an input method takes.
const COMPOSING: u32 = 229;

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

fn area(e: &KeyboardEvent) -> Option<HtmlTextAreaElement> {
    e.target()?.dyn_into().ok()
}

/// Whether somebody writes.
fn writing() -> bool {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    active.is_some_and(|a| a.tag_name() == "TEXTAREA")
}

/// The line of the code on which somebody writes.
fn caret_line(area: &HtmlTextAreaElement) -> u32 {
    let (text, unit) = (area.value(), area.selection_start().ok().flatten().unwrap_or_default());
    let before = text.get(..editor::to_byte(&text, unit as usize)).unwrap_or_default();
    before.matches('\n').count() as u32 + 1
}

fn keydown(e: &KeyboardEvent) {
    let Some(area) = area(e) else { return };
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
