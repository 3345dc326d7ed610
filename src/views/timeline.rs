//! A lane for each goroutine in the colours of its states, drawn on a canvas so that long runs
//! stay smooth; stretches narrower than a pixel merge instead of vanishing.

use crate::app::Props;
use crate::i18n::time;
use crate::say;
use crate::scene::{Mark, Plan, StateClass};
use crate::state::{Action, Axis};
use playground::Command;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d as Context, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

/// Height of a lane when there is room.
const LANE: f64 = 20.0;
/// Height of a lane when there are very many.
const THIN: f64 = 3.0;
/// Lanes lower than this have no name beside them.
const NAMED: f64 = 11.0;
const NAMES: f64 = 116.0;
/// Height of the marks below the lanes.
const MARKS: f64 = 7.0;
/// Height of all lanes that are visible at once.
const ROOM: f64 = 100.0;
/// At most so many wake-up edges are drawn.
const EDGES: usize = 2_000;

/// The timeline.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let cx = &props.cx;
    let canvas = use_node_ref();
    let s = cx.get();
    let l = s.lang;
    let lane = lane_height(s.plan.lanes.len());
    let height = s.plan.lanes.len().max(1) as f64 * lane + MARKS;
    {
        let (canvas, cx) = (canvas.clone(), cx.clone());
        use_effect(move || {
            if let Some(c) = canvas.cast::<HtmlCanvasElement>() {
                draw(&c, &cx, lane, height);
            }
        });
    }
    let seek = {
        let (canvas, cx) = (canvas.clone(), cx.clone());
        move |x: i32| {
            let Some(c) = canvas.cast::<HtmlElement>() else { return };
            let rect = c.get_bounding_client_rect();
            let s = cx.get();
            let part = ((f64::from(x) - rect.left() - names(rect.width()))
                / (rect.width() - names(rect.width()) - 8.0))
                .clamp(0.0, 1.0);
            let to = position(
                &s.plan,
                s.player.as_ref().map(|p| p.recording().trace.events()),
                s.axis,
                part,
            );
            drop(s);
            cx.act.emit(Action::Go(Command::Seek(to)));
        }
    };
    let down = {
        let seek = seek.clone();
        Callback::from(move |e: PointerEvent| {
            if let Some(t) = e.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
                let _ = t.set_pointer_capture(e.pointer_id());
            }
            seek(e.client_x());
        })
    };
    let drag = Callback::from(move |e: PointerEvent| {
        if e.buttons() & 1 == 1 {
            seek(e.client_x());
        }
    });
    let axis = s.axis;
    let other = if axis == Axis::Time { Axis::Steps } else { Axis::Time };
    let total = if axis == Axis::Time { s.plan.end } else { u64::from(s.plan.len) };
    let mark = |part: u64| {
        let at = total * part / 8;
        if axis == Axis::Time { time(at) } else { at.to_string() }
    };
    html! {
        <div class="tl">
            <div class="lanes" style={format!("height:{:.0}px", height.min(ROOM + MARKS))}>
                <canvas ref={canvas} style={format!("height:{height:.0}px")} onpointerdown={down} onpointermove={drag} aria-hidden="true"></canvas>
            </div>
            <div class="scale">
                <button type="button" class="axis" title={say!(l, "dock.axis")} onclick={cx.on(move || Action::Axis(other))}>
                    {say!(l, if axis == Axis::Time { "dock.axis_time" } else { "dock.axis_steps" })}
                </button>
                <div class="ticks">{for (0..=8).map(|part| html! { <span>{mark(part)}</span> })}</div>
            </div>
        </div>
    }
}

/// All lanes share the room there is, down to a limit; then they scroll.
fn lane_height(lanes: usize) -> f64 {
    (ROOM / lanes.max(1) as f64).clamp(THIN, LANE)
}

fn names(width: f64) -> f64 {
    if width < 600.0 { 72.0 } else { NAMES }
}

/// The position that a part (0 to 1) of the axis stands for.
fn position(plan: &Plan, events: Option<&[trace::Event]>, axis: Axis, part: f64) -> usize {
    match axis {
        Axis::Steps => (part * f64::from(plan.len)).round() as usize,
        Axis::Time => {
            let t = (part * plan.end as f64) as u64;
            events.map_or(0, |e| e.partition_point(|e| e.at <= t))
        }
    }
}

/// Colours come from the style sheets; none is written here.
struct Ink {
    states: [String; 6],
    text: String,
    quiet: String,
    edge: String,
    font: String,
}

impl Ink {
    fn of(canvas: &HtmlCanvasElement) -> Option<Ink> {
        let style = web_sys::window()?.get_computed_style(canvas).ok()??;
        let get =
            |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_string();
        Some(Ink {
            states: [
                "--running",
                "--lane-runnable",
                "--lane-waiting",
                "--lane-sleeping",
                "--syscall",
                "--dead",
            ]
            .map(get),
            text: get("--text"),
            quiet: get("--text-2"),
            edge: get("--value"),
            font: get("--mono"),
        })
    }

    fn state(&self, class: StateClass) -> &str {
        &self.states[match class {
            StateClass::Running => 0,
            StateClass::Runnable => 1,
            StateClass::Waiting => 2,
            StateClass::Sleeping => 3,
            StateClass::Syscall => 4,
            StateClass::Dead => 5,
        }]
    }
}

fn draw(canvas: &HtmlCanvasElement, cx: &crate::app::Ctx, lane_h: f64, height: f64) {
    let width = f64::from(canvas.client_width());
    let ratio = web_sys::window().map_or(1.0, |w| w.device_pixel_ratio());
    let (pw, ph) = ((width * ratio) as u32, (height * ratio) as u32);
    if canvas.width() != pw || canvas.height() != ph {
        canvas.set_width(pw);
        canvas.set_height(ph);
    }
    let context =
        canvas.get_context("2d").ok().flatten().and_then(|c| c.dyn_into::<Context>().ok());
    let (Some(c), Some(ink)) = (context, Ink::of(canvas)) else { return };
    let s = cx.get();
    let plan = &s.plan;
    let left = names(width);
    let room = (width - left - 8.0).max(1.0);
    let by_time = s.axis == Axis::Time;
    let total = if by_time { plan.end } else { u64::from(plan.len) }.max(1) as f64;
    let x = |step: u32, t: u64| {
        left + room * (if by_time { t as f64 } else { f64::from(step) }) / total
    };
    let _ = c.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    c.clear_rect(0.0, 0.0, width, height);
    c.set_font(&format!("500 {:.0}px {}", lane_h.min(12.0), ink.font));
    c.set_text_baseline("middle");
    let cursor = s.player.as_ref().map_or(0, |p| p.cursor() as u32);
    let now = s.player.as_ref().map_or(0, |p| p.world().now);
    let chars = ((left - 8.0) / 7.3) as usize;
    // An open question hides what comes after it, for that would answer it.
    let horizon = s.horizon().map(|at| at as u32);
    let limit = horizon.map(|at| {
        let events = s.player.as_ref().map(|p| p.recording().trace.events());
        x(at, events.and_then(|e| e.get(at as usize)).map_or(plan.end, |e| e.at))
    });
    let hidden = |step: u32| horizon.is_some_and(|h| step > h);
    for (i, lane) in plan.lanes.iter().enumerate() {
        let y = i as f64 * lane_h;
        if lane_h >= NAMED {
            c.set_fill_style_str(if s.selected == Some(lane.go) { &ink.text } else { &ink.quiet });
            let name = crate::scene::cut(&format!("{} {}", lane.go, lane.func), chars);
            let _ = c.fill_text(&name, 0.0, y + lane_h / 2.0);
        }
        let mut merged: Option<(f64, f64, StateClass)> = None;
        let paint = |(a, b, class): (f64, f64, StateClass)| {
            c.set_fill_style_str(ink.state(class));
            c.begin_path();
            let w = (b - a - 1.0).max(0.8);
            let bar = if lane_h >= NAMED { lane_h / 2.0 } else { lane_h - 1.0 };
            let _ = c.round_rect_with_f64(
                a,
                y + (lane_h - bar) / 2.0,
                w,
                bar,
                (w / 2.0).min(bar / 3.0),
            );
            c.fill();
        };
        for span in lane.spans.iter().filter(|s| !hidden(s.from)) {
            let (a, b) = (x(span.from, span.t0), x(span.to, span.t1));
            let b = limit.map_or(b, |l| b.min(l));
            merged = Some(match merged {
                // Too narrow to be seen alone: the busier state of the two wins.
                Some((ma, mb, mc)) if mb - ma < 2.0 || b - a < 0.5 => {
                    (ma, b.max(mb), mc.min(span.class))
                }
                Some(m) => {
                    paint(m);
                    (a, b, span.class)
                }
                None => (a, b, span.class),
            });
        }
        if let Some(m) = merged {
            paint(m);
        }
    }
    let row = |g: trace::GoId| {
        plan.lanes.binary_search_by_key(&g, |l| l.go).ok().map(|i| (i as f64 + 0.5) * lane_h)
    };
    c.set_stroke_style_str(&ink.edge);
    c.set_global_alpha(0.8);
    c.begin_path();
    for (step, t, from, to) in plan.wakes.iter().filter(|w| !hidden(w.0)).take(EDGES) {
        if let (Some(a), Some(b)) = (row(*from), row(*to)) {
            let at = x(*step, *t);
            c.move_to(at, a);
            c.bezier_curve_to(at + 4.0, a, at - 4.0, b, at, b);
        }
    }
    c.stroke();
    c.set_global_alpha(1.0);
    for (step, t, mark) in plan.marks.iter().filter(|m| !hidden(m.0)) {
        let (color, h) = match mark {
            Mark::Output => (&ink.quiet, 4.0),
            Mark::Fault => (&ink.states[2], MARKS),
        };
        c.set_fill_style_str(color);
        c.fill_rect(x(*step, *t) - 1.0, height - MARKS, 2.0, h);
    }
    if let Some(at) = limit {
        c.set_fill_style_str(&ink.quiet);
        c.set_font(&format!("600 14px {}", ink.font));
        let _ = c.fill_text("?", at + 8.0, (height - MARKS) / 2.0);
    }
    let at = x(cursor, now);
    c.set_fill_style_str(&ink.text);
    c.fill_rect(at - 0.5, 0.0, 1.5, height);
}
