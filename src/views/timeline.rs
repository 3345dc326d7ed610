//! The run as a strip of film: a lane for each goroutine, marks, a cursor that can be dragged, a
//! window that can be zoomed. What is painted changes only with the run and the window; the
//! cursor is a layer of its own, so that playing paints nothing anew.

use super::lanes::{self, CROWD, Frame, MARKS};
use crate::app::{Ctx, Props};
use crate::film::{self, Window};
use crate::i18n::time;
use crate::say;
use crate::state::{Action, Axis, Theme};
use gloo_events::{EventListener, EventListenerOptions};
use playground::Command;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, ResizeObserver, WheelEvent};
use yew::prelude::*;

/// How much closer one press of a key or a button comes.
const CLOSER: f64 = 1.6;
/// Pixels within which a click means a mark.
const NEAR: f64 = 6.0;

/// The timeline.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let cx = &props.cx;
    let strip = use_node_ref();
    let (crowd, canvas, marks) = (use_node_ref(), use_node_ref(), use_node_ref());
    let width = use_state_eq(|| 0.0_f64);
    let top = use_state_eq(|| 0.0_f64);
    let pointer = use_state_eq(|| None::<(f64, f64)>);
    let fingers = use_mut_ref(Vec::<(i32, f64)>::new);
    let s = cx.get();
    let l = s.lang;
    let frame = Frame::new(s.plan.lanes.len(), *width, *top);
    let (axis, view) = (s.axis, s.view);
    use_width(&strip, &width);
    use_wheel(&strip, cx, frame);
    {
        let nodes = [crowd.clone(), canvas.clone(), marks.clone()];
        let cx = cx.clone();
        let run = Rc::as_ptr(&s.film) as usize;
        let seen = (
            run,
            axis,
            view.from.to_bits(),
            view.to.to_bits(),
            s.selected,
            s.horizon(),
            s.theme == Theme::Dark,
        );
        use_effect_with((seen, frame), move |(_, frame)| {
            let s = cx.get();
            let canvas = |i: usize| nodes[i].cast::<HtmlCanvasElement>();
            lanes::paint([canvas(0), canvas(1), canvas(2)], &s, frame);
        });
    }
    let down = {
        let (cx, strip, fingers) = (cx.clone(), strip.clone(), fingers.clone());
        Callback::from(move |e: PointerEvent| {
            let Some((x, y)) = inside(&strip, &e) else { return };
            if let Some(t) = strip.cast::<Element>() {
                let _ = t.set_pointer_capture(e.pointer_id());
            }
            fingers.borrow_mut().push((e.pointer_id(), x));
            if x < frame.left {
                let lane = frame.lane_at(y).and_then(|i| cx.get().plan.lanes.get(i).map(|l| l.go));
                lane.into_iter().for_each(|go| cx.act.emit(Action::Select(go)));
            } else if fingers.borrow().len() == 1 {
                let mark = frame.in_marks(y).then(|| near(&cx, frame, x)).flatten();
                seek(&cx, frame, x, mark);
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
                [one] if one.1 >= frame.left => seek(&cx, frame, x, None),
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
    let zoom = |factor: f64| {
        let cx = cx.clone();
        Callback::from(move |_: MouseEvent| cx.act.emit(Action::View(closer(&cx.get(), factor))))
    };
    let small = |key: &str, sign: &'static str, off: bool, onclick: Callback<MouseEvent>| {
        let name = say!(l, key);
        html! { <button type="button" class="zb" aria-label={name.clone()} title={name} disabled={off} {onclick}>{sign}</button> }
    };
    let (cursor, now) = s.player.as_ref().map_or((0, 0), |p| (p.cursor() as u32, p.world().now));
    let at = view.place(film::part(&s.plan, axis, cursor, now)).clamp(-0.01, 1.01);
    // An open question hides what comes after it, for that would answer it.
    let events = s.player.as_ref().map(|p| p.recording().trace.events()).unwrap_or_default();
    let horizon = s.horizon().map(|h| {
        let t = events.get(h).map_or(s.plan.end, |e| e.at);
        view.place(film::part(&s.plan, axis, h as u32, t)).clamp(0.0, 1.01) * 100.0
    });
    let other = if axis == Axis::Time { Axis::Steps } else { Axis::Time };
    let ticks = film::ticks(axis, film::length(&s.plan, axis), view, 8);
    let plot = format!("left:{:.0}px;right:{:.0}px", frame.left, lanes::RIGHT);
    let known = |p: &(f64, f64)| horizon.is_none_or(|h| frame.place(p.0) * 100.0 <= h);
    let told = (*pointer)
        .filter(|p| p.0 >= frame.left && known(p))
        .and_then(|(x, y)| tell(&s, frame, x, y));
    html! {
        <div class="tl">
            <div class="strip" ref={strip} onpointerdown={down} onpointermove={moved} onpointerup={up.clone()}
                onpointercancel={up} onpointerleave={leave}>
                if frame.crowd > 0.0 {
                    <canvas ref={crowd} class="crowd" style={format!("height:{CROWD:.0}px")} aria-hidden="true"></canvas>
                }
                <div class="lanes" style={format!("height:{:.0}px", frame.room)} onscroll={scrolled}
                    tabindex={(frame.total > frame.room).then_some("0")} role="group" aria-label={say!(l, "film.lanes")}>
                    <div style={format!("height:{:.0}px", frame.total)}>
                        <canvas ref={canvas} style={format!("width:{:.0}px;height:{:.0}px", *width, frame.room)} aria-hidden="true"></canvas>
                    </div>
                </div>
                <canvas ref={marks} class="marks" style={format!("height:{MARKS:.0}px")} aria-hidden="true"></canvas>
                <div class="plot" style={plot.clone()}>
                    if let Some(at) = horizon {
                        <div class="unknown" style={format!("transform:translateX({at:.3}%)")}>{"?"}</div>
                    }
                    <div class="later" style={format!("transform:translateX({:.3}%)", at * 100.0)}></div>
                    if let Some((place, text)) = told {
                        <div class={classes!("tip", (place > 0.5).then_some("west"))} style={format!("left:{:.3}%", place * 100.0)}>{text}</div>
                    }
                </div>
            </div>
            <div class="scale">
                <button type="button" class="axis" title={say!(l, "dock.axis")} onclick={cx.on(move || Action::Axis(other))}>
                    {say!(l, if axis == Axis::Time { "dock.axis_time" } else { "dock.axis_steps" })}
                </button>
                {small("film.farther", "−", view.is_all(), zoom(1.0 / CLOSER))}
                {small("film.closer", "+", s.plan.len == 0, zoom(CLOSER))}
                <div class="ticks" style={plot}>
                    if !view.is_all() {
                        <i style={format!("left:{:.2}%;width:{:.2}%", view.from * 100.0, view.width() * 100.0)}></i>
                    }
                    {for ticks.into_iter().map(|(place, text)| html! {
                        <span class={classes!((place > 0.97).then_some("last"))} style={format!("left:{:.3}%", place * 100.0)}>{text}</span>
                    })}
                </div>
            </div>
        </div>
    }
}

/// The window closer or farther around the cursor, if that is in sight, else around its middle.
pub fn closer(s: &crate::state::State, factor: f64) -> Window {
    let (cursor, now) = s.player.as_ref().map_or((0, 0), |p| (p.cursor() as u32, p.world().now));
    let place = s.view.place(film::part(&s.plan, s.axis, cursor, now));
    let place = if (0.0..=1.0).contains(&place) { place } else { 0.5 };
    s.view.zoom(place, factor, film::length(&s.plan, s.axis))
}

/// Where a pointer is in the strip.
fn inside(strip: &NodeRef, e: &MouseEvent) -> Option<(f64, f64)> {
    let rect = strip.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(e.client_x()) - rect.left(), f64::from(e.client_y()) - rect.top()))
}

fn seek(cx: &Ctx, frame: Frame, x: f64, mark: Option<u32>) {
    let s = cx.get();
    let Some(p) = &s.player else { return };
    let part = s.view.part(frame.place(x)).clamp(0.0, 1.0);
    let events = p.recording().trace.events();
    let to = mark.map_or_else(|| film::position(&s.plan, events, s.axis, part), |m| m as usize);
    if to != p.cursor() {
        drop(s);
        cx.act.emit(Action::Go(Command::Seek(to)));
    }
}

/// The mark near a pixel.
fn near(cx: &Ctx, frame: Frame, x: f64) -> Option<u32> {
    let s = cx.get();
    let far =
        |at: u32, t: u64| (frame.x(s.view.place(film::part(&s.plan, s.axis, at, t))) - x).abs();
    let marks = s.film.marks.iter().map(|m| (far(m.at, m.t), m.at));
    let best = marks.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(d, _)| *d < NEAR);
    best.map(|(_, at)| at)
}

/// Two fingers: what was under each stays under it.
fn pinch(cx: &Ctx, frame: Frame, from: (f64, f64), to: (f64, f64)) {
    let s = cx.get();
    let gap = |p: (f64, f64)| (p.0 - p.1).abs().max(20.0);
    let mid = |p: (f64, f64)| frame.place((p.0 + p.1) / 2.0);
    let length = film::length(&s.plan, s.axis);
    let view = s.view.zoom(mid(from), gap(to) / gap(from), length).pan(mid(from) - mid(to));
    drop(s);
    cx.act.emit(Action::View(view));
}

/// What is under the pointer, in words, and where.
fn tell(s: &crate::state::State, frame: Frame, x: f64, y: f64) -> Option<(f64, String)> {
    let l = s.lang;
    let place = frame.place(x).clamp(0.0, 1.0);
    let unit = s.view.part(place) * film::length(&s.plan, s.axis);
    if frame.in_marks(y) {
        let close = |m: &&film::Mark| {
            let at = s.view.place(film::part(&s.plan, s.axis, m.at, m.t));
            (frame.x(at) - x).abs() < NEAR
        };
        let mark = s.film.marks.iter().find(close)?;
        let who = if mark.go == trace::GoId::RUNTIME {
            String::new()
        } else {
            format!("{} · ", mark.go)
        };
        return Some((place, format!("{who}{}", say!(l, format!("film.{}", mark.kind.name())))));
    }
    let i = frame.lane_at(y)?;
    let lane = s.plan.lanes.get(i)?;
    let span = s.film.strips(&s.plan, s.axis).get(i)?.at(&lane.spans, unit)?;
    let state = say!(l, format!("state.{}", span.class.css()));
    Some((place, format!("{} · {state} · {} – {}", lane.go, time(span.t0), time(span.t1))))
}

/// Keeps the width of the strip in a state.
#[hook]
fn use_width(strip: &NodeRef, width: &UseStateHandle<f64>) {
    let (strip, width) = (strip.clone(), width.clone());
    use_effect_with((), move |()| {
        let node = strip.cast::<Element>();
        let seen = node.clone();
        let update = Closure::<dyn FnMut()>::new(move || {
            width.set(seen.as_ref().map_or(0.0, |n| f64::from(n.client_width())));
        });
        let observer = ResizeObserver::new(update.as_ref().unchecked_ref()).ok();
        if let (Some(o), Some(n)) = (&observer, &node) {
            o.observe(n);
        }
        move || {
            observer.iter().for_each(ResizeObserver::disconnect);
            drop(update);
        }
    });
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
                    s.view.zoom(
                        frame.place(x).clamp(0.0, 1.0),
                        factor,
                        film::length(&s.plan, s.axis),
                    )
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
