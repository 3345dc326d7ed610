//! The run as a strip of film: a lane for each goroutine, marks, a cursor that can be dragged, a
//! window that can be zoomed. What is painted changes only with the run and the window; the
//! cursor is a layer of its own, so that playing paints nothing anew.

use super::lanes::{self, CROWD, Frame, MARKS};
use crate::app::Ctx;
use crate::components::{still, use_width};
use crate::film::{self, Rows, Window};
use crate::fixed::{percent, px};
use crate::i18n::time;
use crate::say;
use crate::state::Shown;
use crate::state::{Action, Axis, Reel, State, Theme};
use gloo_events::{EventListener, EventListenerOptions};
use playground::Command;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, WheelEvent};
use yew::prelude::*;

/// How much closer one press of a key or a button comes.
const CLOSER: f64 = 1.6;
/// Pixels within which a click means a mark.
const NEAR: f64 = 6.0;
/// Pixels from tick to tick of the axis, about.
const TICK: f64 = 150.0;

/// What a timeline takes.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The state and the way to change it.
    pub cx: Ctx,
    /// Which run.
    pub which: Shown,
}

/// Height of the axis and its buttons, CSS pixels.
const SCALE: f64 = 24.0;

/// The timeline of a run. The first picture has its place alone, for its lanes are painted after that.
pub fn timeline(cx: &Ctx, which: Shown) -> Html {
    if cx.whole {
        return html! { <Timeline cx={cx.clone()} {which} /> };
    }
    let frame = Frame::new(lanes_of(&cx.get()), 0.0, 0.0);
    let height = frame.crowd + frame.room.round() + MARKS + SCALE;
    html! { <div class="tl" aria-busy="true"><div style={format!("height:{}", px(height))}></div></div> }
}

/// How many lanes there is room for: two timelines stand in line.
fn lanes_of(s: &State) -> usize {
    let reels = [Shown::First, Shown::Second].into_iter().filter_map(|which| s.reel(which));
    reels.map(|r| r.lanes()).max().unwrap_or(0)
}

/// The timeline of a run.
#[component]
fn Timeline(props: &TimelineProps) -> Html {
    let which = props.which;
    let cx = &props.cx;
    let strip = use_node_ref();
    let (crowd, canvas, marks) = (use_node_ref(), use_node_ref(), use_node_ref());
    let top = use_state_eq(|| 0.0_f64);
    let pointer = use_state_eq(|| None::<(f64, f64)>);
    let fingers = use_mut_ref(Vec::<(i32, f64)>::new);
    let s = cx.get();
    let l = s.lang;
    let reel = s.reel(which);
    let width = use_width(&strip, "strip", 0.0);
    let frame = Frame::new(lanes_of(&s), width, *top);
    use_wheel(&strip, cx, frame);
    {
        let nodes = [crowd.clone(), canvas.clone(), marks.clone()];
        let cx = cx.clone();
        let dark = s.theme == Theme::Dark;
        let seen = reel.as_ref().map(|r| {
            let run = std::ptr::from_ref(r.film) as usize;
            (run, (r.axis, r.rows), r.view, r.extent, r.selected, r.horizon, dark)
        });
        use_effect_with((seen, frame.sheet()), move |(_, frame)| {
            let s = cx.get();
            let canvas = |i: usize| nodes[i].cast::<HtmlCanvasElement>();
            if let Some(reel) = s.reel(which) {
                lanes::paint([canvas(0), canvas(1), canvas(2)], &reel, frame);
            }
        });
    }
    {
        // The lane of whoever acts is in sight, while nothing plays.
        let acts = reel.as_ref().filter(|_| !s.playing).and_then(Reel::acting);
        let strip = strip.clone();
        use_effect_with((acts, s.moves), move |(acts, _)| {
            let find = || strip.cast::<Element>()?.query_selector(".lanes").ok()?;
            if let (Some(lane), Some(lanes)) = (*acts, find()) {
                // As far as is known they are scrolled: to ask would be to lay out the page.
                let at = lane as f64 * frame.lane;
                if at < frame.top || at + frame.lane > frame.top + frame.room {
                    lanes.set_scroll_top((at - frame.room / 2.0).max(0.0) as i32);
                }
            }
        });
    }
    let Some(reel) = reel else { return html! {} };
    let down = {
        let (cx, strip, fingers) = (cx.clone(), strip.clone(), fingers.clone());
        Callback::from(move |e: PointerEvent| {
            let Some((x, y)) = inside(&strip, &e) else { return };
            if let Some(t) = strip.cast::<Element>() {
                let _ = t.set_pointer_capture(e.pointer_id());
            }
            fingers.borrow_mut().push((e.pointer_id(), x));
            if x < frame.left && which == Shown::First {
                let s = cx.get();
                let lane = frame.lane_at(y).filter(|_| s.rows() == Rows::Goroutines);
                let lane = lane.and_then(|i| s.plan.lanes.get(i).map(|l| l.go));
                drop(s);
                lane.into_iter().for_each(|go| cx.act.emit(Action::Select(go)));
            } else if x >= frame.left && fingers.borrow().len() == 1 {
                seek(&cx, which, frame, x, frame.in_marks(y));
            }
        })
    };
    let moved = {
        let (cx, strip, fingers, pointer) =
            (cx.clone(), strip.clone(), fingers.clone(), pointer.clone());
        Callback::from(move |e: PointerEvent| {
            let Some((x, y)) = inside(&strip, &e) else { return };
            pointer.set(Some((x, y)));
            let before = fingers.borrow().clone();
            if let Some(f) = fingers.borrow_mut().iter_mut().find(|f| f.0 == e.pointer_id()) {
                f.1 = x;
            }
            match before.as_slice() {
                [one] if one.1 >= frame.left => seek(&cx, which, frame, x, false),
                [a, b] => pinch(
                    &cx,
                    frame,
                    (a.1, b.1),
                    if a.0 == e.pointer_id() { (x, b.1) } else { (a.1, x) },
                ),
                _ => {}
            }
        })
    };
    let up = {
        let fingers = fingers.clone();
        Callback::from(move |e: PointerEvent| {
            fingers.borrow_mut().retain(|f| f.0 != e.pointer_id())
        })
    };
    let leave = {
        let pointer = pointer.clone();
        Callback::from(move |_: PointerEvent| pointer.set(None))
    };
    let scrolled = {
        let top = top.clone();
        Callback::from(move |e: Event| {
            if let Some(t) = e.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
                top.set(f64::from(t.scroll_top()));
            }
        })
    };
    let at = reel.cursor().clamp(-0.01, 1.01);
    // An open question hides what comes after it, for that would answer it.
    let horizon = reel.horizon.map(|h| reel.place(h as u32, reel.time(h)).clamp(0.0, 1.01) * 100.0);
    let plot = plot(frame);
    let known = |p: &(f64, f64)| horizon.is_none_or(|h| frame.place(p.0) * 100.0 <= h);
    let told = (*pointer)
        .filter(|p| p.0 >= frame.left && known(p))
        .and_then(|(x, y)| tell(&reel, frame, x, y));
    html! {
        <div class="tl">
            <div class="strip" ref={strip} onpointerdown={down} onpointermove={moved} onpointerup={up.clone()}
                onpointercancel={up} onpointerleave={leave}>
                if frame.crowd > 0.0 {
                    <canvas ref={crowd} class="crowd" style={format!("height:{}", px(CROWD))} aria-hidden="true"></canvas>
                }
                <div class="lanes" style={format!("height:{}", px(frame.room.round()))} onscroll={scrolled}
                    tabindex={(frame.total > frame.room).then_some("0")} role="group" aria-label={say!(l, if reel.rows == Rows::Processors { "film.lanes_procs" } else { "film.lanes" })}>
                    <div style={format!("height:{}", px(frame.total.round()))}>
                        <canvas ref={canvas} style={format!("width:{};height:{}", px(width.round()), px(frame.sheet().room.round()))} aria-hidden="true"></canvas>
                    </div>
                </div>
                <canvas ref={marks} class="marks" style={format!("height:{}", px(MARKS))} aria-hidden="true"></canvas>
                <div class="plot" style={plot}>
                    if let Some(at) = horizon {
                        <div class="unknown" style={format!("transform:translateX({})", percent(at))}>{"?"}</div>
                    }
                    <div class="later" style={format!("transform:translateX({})", percent(at * 100.0))}></div>
                    if let Some((place, text)) = told {
                        <div class={classes!("tip", (place > 0.5).then_some("west"))} style={format!("left:{}", percent(place * 100.0))}>{text}</div>
                    }
                </div>
            </div>
            {scale(cx, &reel, frame)}
        </div>
    }
}

/// From where to where it is drawn.
fn plot(frame: Frame) -> String {
    format!("left:{};right:{}", px(frame.left.round()), px(lanes::RIGHT))
}

/// The axis below the lanes, and what can be done with it.
fn scale(cx: &Ctx, reel: &Reel<'_>, frame: Frame) -> Html {
    let (l, axis, rows, view, extent) = (reel.lang, reel.axis, reel.rows, reel.view, reel.extent);
    let horizon = reel.horizon.map(|h| reel.place(h as u32, reel.time(h)));
    let empty = reel.plan.len == 0;
    let cx = cx.clone();
    still((l, axis, rows, view, extent, horizon, (frame.left, frame.width, empty)), move || {
        let zoom = |factor: f64| {
            let cx = cx.clone();
            Callback::from(move |_: MouseEvent| {
                cx.act.emit(Action::View(closer(&cx.get(), factor)))
            })
        };
        let small = |key: &str, sign: &'static str, off: bool, onclick: Callback<MouseEvent>| {
            let name = say!(l, key);
            html! { <button type="button" class="zb" aria-label={name.clone()} title={name} disabled={off} {onclick}>{sign}</button> }
        };
        let other = if axis == Axis::Time { Axis::Steps } else { Axis::Time };
        let ticks = film::ticks(axis, extent.length(axis), view, (frame.plot() / TICK) as usize);
        let ticks = ticks.into_iter().filter(|t| horizon.is_none_or(|h| t.0 <= h));
        html! {
            <div class="scale">
                <button type="button" class="axis" title={say!(l, "dock.axis")} onclick={cx.on(move || Action::Axis(other))}>
                    {say!(l, if axis == Axis::Time { "dock.axis_time" } else { "dock.axis_steps" })}
                </button>
                <button type="button" class="zb" title={say!(l, "film.rows")} aria-label={say!(l, "film.rows")} onclick={cx.on(move || Action::Rows(rows.other()))}>
                    {if rows == Rows::Processors { "P" } else { "G" }}
                </button>
                {small("film.farther", "−", view.is_all(), zoom(1.0 / CLOSER))}
                {small("film.closer", "+", empty, zoom(CLOSER))}
                <div class="ticks" style={plot(frame)}>
                    if !view.is_all() {
                        <i style={format!("left:{};width:{}", percent(view.from * 100.0), percent(view.width() * 100.0))}></i>
                    }
                    {for ticks.map(|(place, text)| html! {
                        <span class={classes!((place > 0.97).then_some("last"))} style={format!("left:{}", percent(place * 100.0))}>{text}</span>
                    })}
                </div>
            </div>
        }
    })
}

/// The window closer or farther around the cursor, if that is in sight, else around its middle.
pub fn closer(s: &State, factor: f64) -> Window {
    let Some(reel) = s.reel(Shown::First) else { return s.view };
    let place = Some(reel.cursor()).filter(|p| (0.0..=1.0).contains(p)).unwrap_or(0.5);
    s.view.zoom(place, factor, reel.length())
}

/// Where a pointer is in the strip.
fn inside(strip: &NodeRef, e: &MouseEvent) -> Option<(f64, f64)> {
    let rect = strip.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(e.client_x()) - rect.left(), f64::from(e.client_y()) - rect.top()))
}

/// Goes to a pixel, or to the mark near it.
fn seek(cx: &Ctx, which: Shown, frame: Frame, x: f64, marks: bool) {
    let s = cx.get();
    let (Some(reel), Some(p)) = (s.reel(which), &s.player) else { return };
    let mark = if marks { near(&reel, frame, x) } else { None };
    let to = mark.map_or_else(|| reel.position(frame.place(x)), |m| m as usize);
    let to = match which {
        Shown::First => to,
        // The second run follows the first one's clock.
        Shown::Second if to == 0 => 0,
        Shown::Second => {
            let t = reel.time(to - 1);
            p.recording().trace.events().partition_point(|e| e.at <= t)
        }
    };
    if to != p.cursor() {
        drop(s);
        cx.act.emit(Action::Go(Command::Seek(to)));
    }
}

/// The mark near a pixel.
fn near(reel: &Reel<'_>, frame: Frame, x: f64) -> Option<u32> {
    let marks = reel.film.marks.iter().filter(|m| m.at <= reel.known());
    let marks = marks.map(|m| ((frame.x(reel.place(m.at, m.t)) - x).abs(), m.at));
    let best = marks.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(d, _)| *d < NEAR);
    best.map(|(_, at)| at)
}

/// Two fingers: what was under each stays under it.
fn pinch(cx: &Ctx, frame: Frame, from: (f64, f64), to: (f64, f64)) {
    let s = cx.get();
    let gap = |p: (f64, f64)| (p.0 - p.1).abs().max(20.0);
    let mid = |p: (f64, f64)| frame.place((p.0 + p.1) / 2.0);
    let length = s.extent().length(s.axis);
    let view = s.view.zoom(mid(from), gap(to) / gap(from), length).pan(mid(from) - mid(to));
    drop(s);
    cx.act.emit(Action::View(view));
}

/// What is under the pointer, in words, and where.
fn tell(s: &Reel<'_>, frame: Frame, x: f64, y: f64) -> Option<(f64, String)> {
    let l = s.lang;
    let place = frame.place(x).clamp(0.0, 1.0);
    let unit = s.view.part(place) * s.length();
    if frame.in_marks(y) {
        let close = |m: &&film::Mark| (frame.x(s.place(m.at, m.t)) - x).abs() < NEAR;
        let mark = s.film.marks.iter().find(close)?;
        let who = if mark.go == trace::GoId::RUNTIME {
            String::new()
        } else {
            format!("{} · ", mark.go)
        };
        return Some((place, format!("{who}{}", say!(l, format!("film.{}", mark.kind.name())))));
    }
    let i = frame.lane_at(y)?;
    let spans = s.rows.spans(s.plan, i);
    let (n, span) = s.film.strips(s.plan, s.rows, s.axis).get(i)?.at(spans, unit)?;
    let what = match (s.rows, s.who(i, n)) {
        (Rows::Processors, Some(who)) => who.to_string(),
        (Rows::Processors, None) => say!(l, "film.idle"),
        (Rows::Goroutines, _) => say!(l, format!("state.{}", span.class.css())),
    };
    let name = s.name(i).0;
    let name = name.split(' ').next().unwrap_or_default();
    Some((place, format!("{name} · {what} · {} – {}", time(span.t0), time(span.t1))))
}

/// The wheel zooms and pans; where lanes can be scrolled, it scrolls them unless Ctrl is held
/// (which is also what a pinch on a touch pad says).
#[hook]
fn use_wheel(strip: &NodeRef, cx: &Ctx, frame: Frame) {
    let (strip, cx) = (strip.clone(), cx.clone());
    use_effect_with(frame, move |frame| {
        let frame = *frame;
        // Not through Yew: its listeners cannot keep the browser from zooming the whole page.
        let options = EventListenerOptions::enable_prevent_default();
        let listener = strip.cast::<Element>().map(|node| {
            let strip = strip.clone();
            EventListener::new_with_options(&node, "wheel", options, move |e| {
                let Some(e) = e.dyn_ref::<WheelEvent>() else { return };
                let Some((x, _)) = inside(&strip, e) else { return };
                let s = cx.get();
                let (dx, dy) = (e.delta_x(), e.delta_y());
                let view = if e.shift_key() || dx.abs() > dy.abs() {
                    s.view.pan((if dx == 0.0 { dy } else { dx }) / frame.plot())
                } else if e.ctrl_key() || frame.total <= frame.room {
                    // A notch of a wheel is 100 or so, a pinch sends small steps.
                    let factor = (-dy * if e.ctrl_key() { 0.01 } else { 0.0025 }).exp();
                    let length = s.extent().length(s.axis);
                    s.view.zoom(frame.place(x).clamp(0.0, 1.0), factor, length)
                } else {
                    return;
                };
                let changed = view != s.view;
                drop(s);
                e.prevent_default();
                if changed {
                    cx.act.emit(Action::View(view));
                }
            })
        });
        move || drop(listener)
    });
}
