//! One machine: draws a scene. Everything travels by transform, keyed by what it is.

use crate::app::Ctx;
use crate::components::{still_item, use_width};
use crate::fixed::{fixed, px};
use crate::narrate::Narrator;
use crate::say;
use crate::scene::{
    self, Align, Card, Dial, Flight, Motion, Parts, Rect, StateClass, Style, Text, View, Way,
};
use crate::state::Shown;
use crate::state::{Action, State};
use gloo_timers::future::TimeoutFuture;
use playground::{Player, Wish};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Steps further than this snap instead of travelling.
const TRAVEL: usize = 400;
/// Narrower stages than this are a phone's, CSS pixels.
const PHONE: f64 = 560.0;
/// Space around what is brought in sight, CSS pixels.
const MARGIN: f64 = 12.0;
/// Strokes on a clock.
const TICKS: u32 = 10;

/// What a machine takes.
#[derive(Properties, PartialEq)]
pub struct MachineProps {
    /// The state and the way to change it.
    pub cx: Ctx,
    /// Which run.
    pub which: Shown,
}

/// The machine.
#[component]
pub fn Machine(props: &MachineProps) -> Html {
    let cx = &props.cx;
    let node = use_node_ref();
    let drawn = use_mut_ref(Drawn::default);
    let width = use_width(&node, "machine", 720.0);
    let s = cx.get();
    let first = props.which == Shown::First;
    {
        let (node, phone) = (node.clone(), width < PHONE);
        // The first picture begins at its top, unless a link leads farther.
        let still = s.playing || (s.moves < 2 && !s.stepped);
        use_effect_with((s.moves, still), move |(_, still)| {
            let Some(node) = node.cast::<HtmlElement>().filter(|_| !still) else { return };
            // Later, for it asks where things are: all that is written before is laid out once then.
            wasm_bindgen_futures::spawn_local(async move {
                TimeoutFuture::new(0).await;
                bring_in_sight(&node, phone);
            });
        });
    }
    let side = s.side.as_ref();
    let (player, plan, came_from) = match side {
        Some(x) if !first => (x.player.as_ref(), &x.plan, x.came_from),
        Some(_) | None => (s.player.as_ref(), &s.plan, s.came_from),
    };
    let Some(player) = player.filter(|p| !p.is_empty()) else {
        return html! { <div ref={node}></div> };
    };
    let recording = player.recording().clone();
    let (trace, world) = (&recording.trace, player.world());
    let scopes = s.scopes().filter(|_| first);
    let twins = Some(&plan.twins);
    let narrator = Narrator { lang: s.lang, trace, world, source: "", scopes, twins };
    let selected = s.selected.filter(|_| first);
    let (cursor, asked) = (player.cursor(), s.asked.is_some());
    let now = s.player.as_ref().filter(|_| !first).map(|p| p.world().now);
    let view = View { narrator, plan, width: width as f32, selected, cursor, asked, now };
    let now = scene::build(&view);
    let mut drawn = drawn.borrow_mut();
    let step = drawn.moves != s.moves;
    if step {
        let before = drawn.motion.scene();
        drawn.flights = scene::flights(&view, before, &now, came_from, player.cursor());
        drawn.moves = s.moves;
    }
    let far = player.cursor().abs_diff(came_from) > TRAVEL;
    drawn.motion.draw(&now, step.then_some(if far { Way::Jump } else { Way::Step }));
    let motion = &drawn.motion;
    let quick = s.playing && s.speed > 2.0;
    let class = classes!("machine", quick.then_some("quick"));
    let line = s.hover.and_then(|n| s.source.split('\n').nth((n as usize).checked_sub(1)?));
    let line = line.unwrap_or_default();
    html! {
        <div {class} ref={node}>
            <div class="canvas" style={format!("height:{}", px(now.height.round()))}>
                // Lists of their own: only in a list whose children all have keys does Yew find a child again by its
                // key; elsewhere a card that comes would make everything after it anew, and nothing would travel.
                <>{for now.cards.iter().zip(motion.cards()).map(|(c, parts)| card(cx, c, parts, motion, first && c.obj.is_some() && c.obj == s.object, first && named(c, line)))}</>
                <svg class="threads" width={width.to_string()} height={now.height.to_string()} aria-hidden="true">
                    {for now.threads.iter().map(thread)}
                </svg>
                <>{for now.values.iter().enumerate().map(|(i, v)| value(motion.values().at(i), v, motion))}</>
                <>{for now.gos.iter().enumerate().map(|(i, g)| token(cx, &s, player, first, motion.gos().at(i), g, motion))}</>
                <>{for drawn.flights.iter().map(flight)}</>
            </div>
        </div>
    }
}

// What the first picture mostly has none of, in functions of its own.

#[inline(never)]
fn thread(t: &scene::Thread) -> Html {
    html! { <path class={t.lit.css()} d={path(&t.points)} /> }
}

#[inline(never)]
fn value(element: u32, v: &scene::ValueToken, motion: &Motion) -> Html {
    let class = classes!(
        "val",
        v.held.then_some("held"),
        v.small.then_some("small"),
        manner(motion, &v.key)
    );
    let style = place(&v.rect) + &centred(&v.rect, if v.held { 1.5 } else { 0.0 });
    html! { <div key={element} {class} {style}>{&v.text}</div> }
}

#[inline(never)]
fn flight(f: &Flight) -> Html {
    let (x, y) = (f.to.0 - 17.0, f.to.1 - 17.0);
    let way = (px(f.from.0 - f.to.0), px(f.from.1 - f.to.1));
    let style = format!("left:{};top:{};--dx:{};--dy:{}", px(x), px(y), way.0, way.1);
    html! { <div key={f.key.clone()} class="fly" aria-hidden="true" {style}>{&f.text}</div> }
}

/// What is drawn.
#[derive(Default)]
struct Drawn {
    /// The command that led there.
    moves: u32,
    flights: Vec<Flight>,
    motion: Motion,
}

/// How a card or a value came where it is, in the style sheets' words.
fn manner(motion: &Motion, key: &str) -> Option<&'static str> {
    let new = motion.is_new(key).then_some("new");
    new.or(motion.travels(key).then_some("go"))
}

/// What a step was about is brought in sight: to the top where little of the stage is seen, else just as far as needed.
fn bring_in_sight(node: &HtmlElement, phone: bool) {
    let find =
        || Some((node.closest(".stage-scroll").ok()??, node.query_selector(".panel.hot").ok()??));
    let Some((scroll, hot)) = find() else { return };
    let (room, card) = (scroll.get_bounding_client_rect(), hot.get_bounding_client_rect());
    let (above, below) = (card.top() - room.top() - MARGIN, card.bottom() - room.bottom() + MARGIN);
    let by = match (above < 0.0, below > 0.0) {
        (false, false) => return,
        (true, _) => above,
        (false, true) if phone => above,
        // Its head stays in sight.
        (false, true) => below.min(above),
    };
    scroll.set_scroll_top(scroll.scroll_top() + by as i32);
}

/// How far a thread's bends are round, CSS pixels.
const ROUND: f32 = 7.0;

/// A line through points, with round bends.
fn path(points: &[(f32, f32)]) -> String {
    let mut d = String::new();
    let towards = |a: (f32, f32), b: (f32, f32), most: f32| {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy).max(0.1);
        let part = most.min(length / 2.0) / length;
        (a.0 + dx * part, a.1 + dy * part)
    };
    for (i, p) in points.iter().enumerate() {
        match (i.checked_sub(1).and_then(|i| points.get(i)), points.get(i + 1)) {
            (None, _) => d += &format!("M{} {}", fixed(p.0, 1), fixed(p.1, 1)),
            (Some(_), None) => d += &format!(" L{} {}", fixed(p.0, 1), fixed(p.1, 1)),
            (Some(before), Some(after)) => {
                let (a, b) = (towards(*p, *before, ROUND), towards(*p, *after, ROUND));
                d += &format!(
                    " L{:.1} {:.1} Q{:.1} {:.1} {:.1} {:.1}",
                    a.0, a.1, p.0, p.1, b.0, b.1
                );
            }
        }
    }
    d
}

/// A goroutine, which can be looked at, and in the learner's hand also picked.
#[inline(never)]
fn token(
    cx: &Ctx,
    s: &State,
    player: &Player,
    first: bool,
    element: u32,
    g: &scene::GoToken,
    motion: &Motion,
) -> Html {
    let (id, l, key) = (g.id, s.lang, g.key());
    let go = player.world().gos.get(&id);
    let line = go.and_then(|g| g.frames.last()).map(|f| f.line).filter(|_| first);
    let lit = s.hover.is_some() && s.hover == line && g.class != StateClass::Dead;
    let ready = first && s.forks.on && !s.stale && go.is_some_and(|g| g.queue.is_some());
    let ended = g.class == StateClass::Dead && player.last_event().is_some_and(|e| e.go == id);
    let class = classes!(
        "g",
        lit.then_some("lit"),
        g.class.css(),
        motion.travels(&key).then_some("go"),
        g.selected.then_some("sel"),
        ready.then_some("ready"),
        ended.then_some("ended"),
        (g.rect.h < 30.0).then_some("small")
    );
    let state = say!(l, format!("state.{}", g.class.css()));
    let name = format!("{id} {}", g.func);
    let name = name.trim_end();
    let label = if ready {
        format!("{name}: {}", say!(l, "hand.go", go = id.to_string()))
    } else {
        format!("{name}: {state}")
    };
    let act = move || if ready { Action::Pick(Wish::Run(id)) } else { Action::Select(id) };
    html! {
        <button type="button" key={element} {class} style={place(&g.rect)} aria-label={label} disabled={!first}
            onmouseenter={cx.on(move || Action::Hover(line))} onmouseleave={cx.on(|| Action::Hover(None))}
            onclick={cx.on(act)}><i></i><span>{id.to_string()}</span>
            {" "}<em>{&g.func}</em>
        </button>
    }
}

fn place(r: &Rect) -> String {
    format!("transform:translate({},{});width:{};height:{}", px(r.x), px(r.y), px(r.w), px(r.h))
}

/// Line where an object was made.
fn made(cx: &Ctx, obj: trace::ObjId) -> Option<u32> {
    let s = cx.get();
    let line = s.player.as_ref()?.world().objs.get(&obj)?.line;
    Some(line).filter(|l| *l > 0)
}

/// Whether a line of the source names the object of a card.
fn named(c: &Card, line: &str) -> bool {
    let name = c.texts.first().filter(|_| c.obj.is_some()).map_or("", |t| t.text.as_str());
    let word = |w: &str| line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|x| x == w);
    let name = name.split(' ').next().unwrap_or_default();
    name.split('.').next_back().is_some_and(|n| !n.is_empty() && word(n))
}

fn card(cx: &Ctx, c: &Card, parts: &Parts, motion: &Motion, looked_at: bool, lit: bool) -> Html {
    let l = cx.get().lang;
    let look = c.obj.filter(|_| !c.ghost).map(|obj| (obj, made(cx, obj)));
    let manner = manner(motion, &c.key);
    let turns = c.dial.is_some() && motion.turns();
    let (cx, c, parts) = (cx.clone(), c.clone(), parts.clone());
    let on = (l, (c.clone(), parts.clone()), (manner, turns), look, looked_at, lit);
    still_item(c.key.clone(), on, move || {
        let c = &c;
        let class = classes!(
            "panel",
            c.hot.then_some("hot"),
            c.closed.then_some("closed"),
            c.ghost.then_some("ghost"),
            c.over.then_some("over"),
            manner,
            looked_at.then_some("sel"),
            lit.then_some("lit")
        );
        let look = look.map(|(obj, made)| {
            let title = c.texts.first().map_or(String::new(), |t| t.text.clone());
            let label = say!(l, "look.history") + ": " + &title;
            html! {
                <button type="button" class="look" aria-label={label.clone()} title={label}
                    onmouseenter={cx.on(move || Action::Hover(made))} onmouseleave={cx.on(|| Action::Hover(None))}
                    onclick={cx.on(move || Action::Look(obj))}></button>
            }
        });
        html! {
            <div {class} style={place(&c.rect)}>
                // By their numbers, for without keys Yew pairs the last with the last: one more at the end, and it
                // would change all.
                <>{for c.frames.iter().enumerate().map(|(i, (r, dim))| html! { <div key={i} class={classes!("frame", dim.then_some("dim"))} style={inside(c, r)}></div> })}</>
                <>{for c.slots.iter().enumerate().map(|(i, r)| html! { <div key={parts.slots.at(i)} class="slot" style={inside(c, r)}></div> })}</>
                <>{for c.seats.iter().enumerate().map(|(i, (r, g))| html! { <div key={i} class="seat" style={inside(c, r) + &centred(r, 1.5)}>{g.to_string()}</div> })}</>
                <>{for c.dial.iter().map(|d| dial(c, d, turns))}</>
                <>{for c.texts.iter().enumerate().map(|(i, t)| text(c, parts.texts.at(i), t))}</>
                {look}
            </div>
        }
    })
}

fn inside(c: &Card, r: &Rect) -> String {
    // A panel has a border of one pixel, from whose inner edge positions count.
    let (x, y) = (r.x - c.rect.x - 1.0, r.y - c.rect.y - 1.0);
    format!("left:{};top:{};width:{};height:{}", px(x), px(y), px(r.w), px(r.h))
}

/// A clock: its hand turns to the deadlines, which stand still.
fn dial(c: &Card, d: &Dial, turns: bool) -> Html {
    let turn = |by: f64| format!("transform:rotate({}turn)", fixed(by, 3));
    html! {
        <div class={classes!("dial", turns.then_some("go"))} style={inside(c, &d.rect)} aria-hidden="true">
            {for (0..TICKS).map(|i| html! { <s style={turn(f64::from(i) / f64::from(TICKS))}></s> })}
            <b style={turn(d.hand)}></b>
            {for d.due.iter().enumerate().map(|(i, (obj, at))| html! {
                <u key={obj.0} class={classes!((i == 0).then_some("next"))} style={turn(*at)}></u>
            })}
        </div>
    }
}

fn text(c: &Card, key: u32, t: &Text) -> Html {
    let style = match t.style {
        Style::Title => "t-title",
        Style::Code => "t-code",
        Style::Sub => "t-sub",
        Style::Meta => "t-meta",
        Style::Label => "t-label",
        Style::Mono => "t-mono",
        Style::Big => "t-big",
        Style::Value => "t-big t-value",
        Style::Why => "t-why",
        Style::Tag => "t-tag",
        Style::Proc => "t-proc",
        Style::Note => "t-note",
        Style::Next => "t-meta t-next",
        Style::Hint => "t-why t-hint",
    };
    let align = match t.align {
        Align::Left => "",
        Align::Middle => "mid",
        Align::Right => "right",
    };
    let class = classes!("t", style, align);
    if t.is_sentence() {
        let body = crate::components::rich(&t.text);
        return html! { <div {key} {class} style={inside(c, &t.rect)}><p>{body}</p></div> };
    }
    let border = if t.style == Style::Tag { 1.0 } else { 0.0 };
    html! { <div {key} {class} style={inside(c, &t.rect) + &centred(&t.rect, border)}>{&t.text}</div> }
}

/// One line of text in the middle of its box, which has a border so wide. Laying out a box within the box would cost more.
fn centred(r: &Rect, border: f32) -> String {
    format!(";line-height:{}", px(r.h - 2.0 * border))
}
