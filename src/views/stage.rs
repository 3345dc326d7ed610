//! The machine: draws the scene. Everything travels by transform, keyed by what it is.

use crate::app::Props;
use crate::components::rich;
use crate::narrate::Narrator;
use crate::say;
use crate::scene::{self, Align, Card, Flight, Rect, Scene, StateClass, Style, Text, View};
use crate::state::Action;
use gloo_events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Steps further than this snap instead of travelling.
const TRAVEL: usize = 400;

/// The stage.
#[component]
pub fn Stage(props: &Props) -> Html {
    let cx = &props.cx;
    let node = use_node_ref();
    let width = use_state_eq(|| 720.0_f32);
    let before = use_mut_ref(|| (0_u32, Scene::default(), Vec::<Flight>::new()));
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect(move || {
            if let Some(e) = node.cast::<HtmlElement>().filter(|e| e.client_width() > 0) {
                width.set(e.client_width() as f32);
            }
        });
    }
    use_resize();
    let s = cx.get();
    let l = s.lang;
    let Some(player) = s.player.as_ref().filter(|p| !p.is_empty()) else {
        return html! {
            <section class="col stage" ref={node} aria-label={say!(l, "zone.stage")}>
                <p class="stage-empty">{say!(l, if s.is_running() { "stage.recording" } else { "stage.empty" })}</p>
            </section>
        };
    };
    let recording = player.recording().clone();
    let narrator = Narrator { lang: l, trace: &recording.trace, world: player.world() };
    let view = View {
        narrator,
        plan: &s.plan,
        width: *width,
        selected: s.selected,
        cursor: player.cursor(),
    };
    let now = scene::build(&view);
    let flights = {
        let mut last = before.borrow_mut();
        if last.0 != s.moves {
            let flights = scene::flights(&view, &last.1, &now, s.came_from, player.cursor());
            *last = (s.moves, now.clone(), flights);
        } else {
            last.1 = now.clone();
        }
        last.2.clone()
    };
    let far = player.cursor().abs_diff(s.came_from) > TRAVEL;
    let quick = s.playing && s.speed > 2.0;
    let class = classes!(
        "col",
        "stage",
        far.then_some("snap"),
        quick.then_some("quick"),
        s.stale.then_some("stale")
    );
    html! {
        <section {class} ref={node} tabindex="0" aria-label={say!(l, "zone.stage")}>
            <super::special::Special cx={cx.clone()} />
            <div class="canvas" style={format!("height:{:.0}px", now.height)}>
                {for now.cards.iter().map(card)}
                <svg class="threads" width={width.to_string()} height={now.height.to_string()} aria-hidden="true">
                    {for now.threads.iter().map(|t| html! {
                        <path d={format!("M{:.1} {:.1} C {:.1} {:.1}, {:.1} {:.1}, {:.1} {:.1}",
                            t.from.0, t.from.1, t.from.0, (t.from.1 + t.to.1) / 2.0, t.to.0, (t.from.1 + t.to.1) / 2.0, t.to.0, t.to.1)} />
                    })}
                </svg>
                {for now.values.iter().map(|v| html! {
                    <div key={v.key.clone()} class={classes!("val", v.held.then_some("held"))} style={place(&v.rect)}>{&v.text}</div>
                })}
                {for now.gos.iter().map(|g| {
                    let id = g.id;
                    let line = player.world().gos.get(&id).and_then(|g| g.frames.last()).map(|f| f.line);
                    let lit = s.hover.is_some() && s.hover == line && g.class != StateClass::Dead;
                    let class = classes!("g", lit.then_some("lit"), g.class.css(), g.selected.then_some("sel"), (g.rect.h < 30.0).then_some("small"));
                    let label = format!("{id} {}: {}", g.func, say!(l, format!("state.{}", g.class.css())));
                    html! {
                        <button type="button" key={format!("g{}", id.0)} {class} style={place(&g.rect)} aria-label={label}
                            onmouseenter={cx.on(move || Action::Hover(line))} onmouseleave={cx.on(|| Action::Hover(None))}
                            onclick={cx.on(move || Action::Select(id))}><i></i><span>{id.to_string()}</span>
                            if !g.func.is_empty() { {" "}<em>{&g.func}</em> }
                        </button>
                    }
                })}
                {for flights.iter().map(|f| html! {
                    <div key={f.key.clone()} class="fly" aria-hidden="true"
                        style={format!("left:{:.1}px;top:{:.1}px;--dx:{:.1}px;--dy:{:.1}px", f.to.0 - 17.0, f.to.1 - 17.0, f.from.0 - f.to.0, f.from.1 - f.to.1)}>
                        {&f.text}
                    </div>
                })}
            </div>
        </section>
    }
}

/// Draws anew when the window changes its size.
#[hook]
fn use_resize() {
    let force = use_force_update();
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|w| EventListener::new(&w, "resize", move |_| force.force_update()));
        move || drop(listener)
    });
}

fn place(r: &Rect) -> String {
    format!("transform:translate({:.1}px,{:.1}px);width:{:.1}px;height:{:.1}px", r.x, r.y, r.w, r.h)
}

fn card(c: &Card) -> Html {
    let class = classes!(
        "panel",
        c.hot.then_some("hot"),
        c.closed.then_some("closed"),
        c.ghost.then_some("ghost")
    );
    html! {
        <div key={c.key.clone()} {class} style={place(&c.rect)}>
            {for c.frames.iter().map(|(r, dim)| html! { <div class={classes!("frame", dim.then_some("dim"))} style={inside(c, r)}></div> })}
            {for c.slots.iter().map(|r| html! { <div class="slot" style={inside(c, r)}></div> })}
            {for c.texts.iter().map(|t| text(c, t))}
        </div>
    }
}

fn inside(c: &Card, r: &Rect) -> String {
    // A panel has a border of one pixel, from whose inner edge positions count.
    let (x, y) = (r.x - c.rect.x - 1.0, r.y - c.rect.y - 1.0);
    format!("left:{x:.1}px;top:{y:.1}px;width:{:.1}px;height:{:.1}px", r.w, r.h)
}

fn text(c: &Card, t: &Text) -> Html {
    let style = match t.style {
        Style::Title => "t-title",
        Style::Code => "t-code",
        Style::Sub => "t-sub",
        Style::Meta => "t-meta",
        Style::Label => "t-label",
        Style::Mono => "t-mono",
        Style::Big => "t-big",
        Style::Why => "t-why",
        Style::Tag => "t-tag",
        Style::Proc => "t-proc",
    };
    let align = match t.align {
        Align::Left => "",
        Align::Middle => "mid",
        Align::Right => "right",
    };
    let body = if t.style == Style::Why {
        html! { <p>{rich(&t.text)}</p> }
    } else {
        html! { {&t.text} }
    };
    html! { <div class={classes!("t", style, align)} style={inside(c, &t.rect)}>{body}</div> }
}
