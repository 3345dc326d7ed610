//! What is looked at: a goroutine with its stack, locals and why it waits, or an object with its
//! contents and history. Also what was left behind at the end.

use crate::app::Ctx;
use crate::components::rich;
use crate::i18n::time;
use crate::narrate::Narrator;
use crate::say;
use crate::scene::{class_of, touches};
use crate::state::{Action, State};
use playground::{Command, Missing, Player, Wish};
use trace::{End, EndKind, EventKind, GoId, GoState, ObjId, ObjKind, Then, WaitReason, WaitRole};
use yew::prelude::*;

/// Events before the cursor that are searched for an object's history.
const FAR: usize = 20_000;
/// Entries of a history.
const ENTRIES: usize = 12;
/// Frames of a stack, innermost first.
const FRAMES: usize = 12;

/// The panel below the machine; nothing if nothing is looked at.
pub fn inspector(cx: &Ctx) -> Html {
    let s = cx.get();
    let Some(p) = s.player.as_ref().filter(|p| !p.is_empty()) else { return html! {} };
    let n = s.narrator(p);
    let body = match (s.selected, s.object) {
        (Some(go), _) => goroutine(cx, &s, p, &n, go),
        (None, Some(obj)) => object(cx, p, &n, obj),
        (None, None) => faults(cx, p, &n),
    };
    body.map_or_else(|| html! {}, |body| frame(cx, &s, body))
}

#[inline(never)]
fn frame(cx: &Ctx, s: &State, body: Html) -> Html {
    let l = s.lang;
    html! {
        <aside class="inspector" aria-label={say!(l, "look.title")}>
            {body}
            if s.selected.is_some() || s.object.is_some() {
                <button type="button" class="x" aria-label={say!(l, "look.close")} title={say!(l, "look.close")}
                    onclick={cx.on(|| Action::LookAway)}>{"✕"}</button>
            }
        </aside>
    }
}

#[inline(never)]
fn goroutine(cx: &Ctx, s: &State, p: &Player, n: &Narrator<'_>, go: GoId) -> Option<Html> {
    let l = n.lang;
    let g = n.world.gos.get(&go)?;
    let class = class_of(g.state).css();
    let state = say!(l, format!("state.{class}"));
    let since = say!(l, "look.state", state = state, when = time(g.since));
    let made = g.parent.map(|by| say!(l, "look.made_by", go = n.go(by), line = g.line.to_string()));
    let woken = g.woken_by.filter(|w| *w != GoId::RUNTIME);
    let woken = woken.map(|by| say!(l, "look.woken_by", go = n.go(by)));
    let ready = g.queue.is_some() && !s.stale;
    let why = chain(p, n, go);
    let frames = g.frames.iter().rev().take(FRAMES);
    Some(html! {
        <>
            <header><span class={classes!("g", "small", class)}><i></i><span>{go.to_string()}</span></span>
                <h2>{n.trace.text(g.func).to_string()}</h2><span class="quiet">{since}</span>
                if ready {
                    <button type="button" class="tbtn slim" onclick={cx.on(move || Action::Pick(Wish::Run(go)))}>{say!(l, "look.run")}</button>
                }
            </header>
            <div class="look-cols three">
                <section><h3>{say!(l, "look.stack")}</h3>
                    <ol class="stack">{for frames.map(|f| {
                        let line = f.line;
                        html! { <li onmouseenter={cx.on(move || Action::Hover(Some(line)))} onmouseleave={cx.on(|| Action::Hover(None))}>
                            <code>{n.trace.text(f.func).to_string()}</code><b>{line}</b></li> }
                    })}</ol>
                    if let Some(text) = made { <p class="quiet">{text}</p> }
                    if let Some(text) = woken { <p class="quiet">{text}</p> }
                </section>
                <section><h3>{say!(l, "look.locals")}</h3>{locals(g, n)}</section>
                if !why.is_empty() {
                    <section><h3>{say!(l, "look.why")}</h3><ol class="why">{for why.iter().map(|w| html! { <li>{rich(w)}</li> })}</ol></section>
                } else {
                    <section><h3>{say!(l, "look.history")}</h3>{acts(cx, p, n, go)}</section>
                }
            </div>
        </>
    })
}

fn locals(g: &trace::Goroutine, n: &Narrator<'_>) -> Html {
    let vars = g.frames.last().map_or(Vec::new(), |f| n.locals(f));
    if vars.is_empty() {
        return html! { <p class="quiet">{say!(n.lang, "stage.no_locals")}</p> };
    }
    html! {
        <dl class="locals">{for vars.iter().map(|(name, value)| html! {
            <><dt>{name.to_string()}</dt><dd title={value.clone()}>{value}</dd></>
        })}</dl>
    }
}

/// Why somebody waits, who could end that, why that one waits, and so on.
fn chain(p: &Player, n: &Narrator<'_>, go: GoId) -> Vec<String> {
    let l = n.lang;
    let (links, end) = trace::why(n.trace, p.cursor(), n.world, go);
    let mut lines = Vec::new();
    for link in &links {
        if let Some((title, text)) = n.why(link.go) {
            lines.push(format!("**{title}** {text}"));
        }
        let obj = format!("`{}`", link.on.map_or(String::new(), |o| n.obj(o)));
        lines.push(match &link.then {
            Then::Holder { go } => say!(l, "look.holds", obj = obj, go = n.go(*go)),
            Then::Gone { go } => say!(l, "look.gone", obj = obj, go = n.go(*go)),
            Then::Later { go, event } => {
                say!(l, "look.later", go = n.go(*go), at = (event + 1).to_string())
            }
            Then::Could { go } => say!(l, "look.could", go = n.go(*go)),
            Then::Timer { when } => say!(l, "look.timer", when = time(*when)),
            Then::Outside => say!(l, "look.outside"),
            Then::Nobody => say!(l, "look.nobody"),
        });
    }
    match end {
        End::Cycle { .. } => lines.push(say!(l, "look.circle")),
        End::Runs { go } if !links.is_empty() => lines.push(say!(l, "look.runs", go = n.go(go))),
        End::Runs { .. } | End::Open => {}
    }
    lines
}

/// Positions before the cursor at which `is` holds, latest first.
fn past(p: &Player, is: impl Fn(&trace::Event) -> bool) -> Vec<usize> {
    let from = p.cursor().saturating_sub(FAR);
    let events = p.recording().trace.events().get(from..p.cursor()).unwrap_or_default();
    let found = events.iter().enumerate().rev().filter(|(_, e)| is(e));
    found.take(ENTRIES).map(|(i, _)| from + i + 1).collect()
}

fn entries(cx: &Ctx, n: &Narrator<'_>, list: &[usize]) -> Html {
    if list.is_empty() {
        return html! { <p class="quiet">{say!(n.lang, "look.none")}</p> };
    }
    html! {
        <ol class="history">{for list.iter().map(|at| {
            let at = *at;
            let text = n.trace.events().get(at - 1).map(|e| n.event(e)).unwrap_or_default();
            html! { <li><button type="button" onclick={cx.on(move || Action::Go(Command::Seek(at)))}
                title={say!(n.lang, "look.at", at = at.to_string())}><b>{at}</b><span>{rich(&text)}</span></button></li> }
        })}</ol>
    }
}

fn acts(cx: &Ctx, p: &Player, n: &Narrator<'_>, go: GoId) -> Html {
    entries(cx, n, &past(p, |e| e.go == go && touches(&e.kind).is_some()))
}

#[inline(never)]
fn object(cx: &Ctx, p: &Player, n: &Narrator<'_>, obj: ObjId) -> Option<Html> {
    let l = n.lang;
    let o = n.world.objs.get(&obj)?;
    let made = say!(l, "stage.made", line = o.line.to_string());
    let waits: Vec<GoId> = o.sendq.iter().chain(&o.recvq).copied().collect();
    Some(html! {
        <>
            <header><h2><code>{n.obj(obj)}</code></h2><span class="quiet">{n.trace.text(o.typ).to_string()}</span>
                if o.line > 0 { <span class="quiet">{made}</span> }</header>
            <div class="look-cols">
                {now(n, o)}
                if !waits.is_empty() {
                    <section><h3>{say!(l, "look.why")}</h3><ol class="why">{for waits.iter().take(6).filter_map(|g| n.why(*g)).map(|(t, w)| html! {
                        <li>{rich(&format!("**{t}** {w}"))}</li> })}</ol></section>
                }
                <section class="wide"><h3>{say!(l, "look.history")}</h3>
                    {entries(cx, n, &past(p, |e| touches(&e.kind) == Some(obj)))}</section>
            </div>
        </>
    })
}

/// What an object holds, or how it stands: nothing about what says it by who waits alone.
fn now(n: &Narrator<'_>, o: &trace::Object) -> Html {
    let l = n.lang;
    let text = match o.kind {
        ObjKind::Chan { .. } | ObjKind::Variable | ObjKind::Atomic => {
            let values = o.values.iter().take(64);
            return html! {
                <section><h3>{say!(l, "look.contents")}</h3>
                    if o.values.is_empty() { <p class="quiet">{say!(l, "look.none")}</p> }
                    else { <div class="vchips">{for values.map(|v| html! { <code class="vchip">{n.value(*v)}</code> })}</div> }
                    if o.closed { <p class="quiet">{say!(l, "look.closed")}</p> }
                </section>
            };
        }
        ObjKind::Mutex | ObjKind::RWMutex if o.holders.is_empty() => say!(l, "stage.unlocked"),
        ObjKind::Mutex | ObjKind::RWMutex => {
            let key = if o.shared { "look.held_shared" } else { "look.held" };
            say!(l, key, go = n.holder(o.id))
        }
        ObjKind::WaitGroup | ObjKind::Semaphore => say!(l, "look.count", n = o.count.to_string()),
        ObjKind::Once if o.closed => say!(l, "stage.once_done"),
        ObjKind::Once if !o.holders.is_empty() => say!(l, "look.runs_it", go = n.holder(o.id)),
        ObjKind::Context => n.context(o),
        ObjKind::Once
        | ObjKind::Cond
        | ObjKind::Timer
        | ObjKind::Ticker
        | ObjKind::Group
        | ObjKind::Pool
        | ObjKind::Map => String::new(),
    };
    if text.is_empty() {
        return html! {};
    }
    html! { <section><h3>{say!(l, "look.now")}</h3><p>{rich(&text)}</p></section> }
}

/// How the run ended, if not well; data races found so far; and who was left behind once the run is over.
fn faults(cx: &Ctx, p: &Player, n: &Narrator<'_>) -> Option<Html> {
    let r = p.recording();
    let over = p.cursor() == p.len();
    let fault = if over { ending(cx, n) } else { None };
    let leaks = if over { r.leaks.as_slice() } else { &[] };
    let races: Vec<_> = r.races.iter().filter(|x| x.second.event < p.cursor()).collect();
    let none = fault.is_none() && leaks.is_empty() && races.is_empty();
    if none { None } else { Some(found(cx, n, fault, leaks, &races)) }
}

#[inline(never)]
fn found(
    cx: &Ctx,
    n: &Narrator<'_>,
    fault: Option<Html>,
    leaks: &[playground::Leak],
    races: &[&playground::Race],
) -> Html {
    let l = n.lang;
    let access = |a: &playground::Access| {
        let key = if a.write { "look.writes" } else { "look.reads" };
        let (text, at) = (say!(l, key, go = n.go(a.go), line = a.line.to_string()), a.event + 1);
        html! { <button type="button" onclick={cx.on(move || Action::Go(Command::Seek(at)))}>
        <b>{at}</b><span>{rich(&text)}</span></button> }
    };
    html! {
        <div class="look-cols">
            {fault}
            {for races.iter().take(4).map(|x| html! {
                <section><h2 class="bad">{say!(l, "look.race", name = if x.name.is_empty() { x.typ.clone() } else { x.name.clone() })}</h2>
                    <div class="history">{access(&x.first)}{access(&x.second)}</div>
                    <p class="quiet">{missing(x, n)}</p></section>
            })}
            if !leaks.is_empty() {
                <section><h2 class="bad">{say!(l, "look.leaks")}</h2><ol class="history">{for leaks.iter().take(20).map(|leak| {
                    let reason = leak.reason.map_or("", |r| r.text());
                    stuck(cx, n, leak.go, &format!("{} · {reason}", leak.func), leak.line)
                })}</ol></section>
            }
        </div>
    }
}

/// The panic, or who waits in a deadlock; a click leads to the cause.
#[inline(never)]
fn ending(cx: &Ctx, n: &Narrator<'_>) -> Option<Html> {
    let l = n.lang;
    let events = n.trace.events();
    // Behind the end there may still be who dies of it.
    let ends = |e: &trace::Event| matches!(e.kind, EventKind::End { .. });
    let end = events.iter().rev().take(4).find(|e| ends(e))?;
    let EventKind::End { kind } = end.kind else { return None };
    match kind {
        EndKind::Exit(_) | EndKind::Budget => None,
        EndKind::Panic => {
            let panics = |e: &trace::Event| matches!(e.kind, EventKind::GoPanic { .. });
            let at = events.iter().rposition(panics)?;
            let text = n.event(events.get(at)?);
            Some(html! {
                <section><h2 class="bad">{"panic"}</h2>
                    <div class="history"><button type="button" onclick={cx.on(move || Action::Go(Command::Seek(at + 1)))}>
                        <b>{at + 1}</b><span>{rich(&text)}</span></button></div></section>
            })
        }
        EndKind::Deadlock => {
            let waits = n.world.gos.values().filter_map(|g| match g.state {
                GoState::Waiting(reason) => Some((g, reason)),
                GoState::Running(_) | GoState::Runnable | GoState::Syscall | GoState::Dead => None,
            });
            Some(html! {
                <section><h2 class="bad">{say!(l, "look.deadlock")}</h2>
                    <ol class="history">{for waits.take(20).map(|(g, reason)| {
                        let what = format!("{} · {}", n.trace.text(g.func), waits_for(n, g, reason));
                        stuck(cx, n, g.id, &what, g.frames.last().map_or(0, |f| f.line))
                    })}</ol>
                </section>
            })
        }
    }
}

/// One who waits for good, with the place; a click tells why.
fn stuck(cx: &Ctx, n: &Narrator<'_>, go: GoId, what: &str, line: u32) -> Html {
    let state = n.world.gos.get(&go).map_or(GoState::Dead, |g| g.state);
    html! {
        <li><button type="button" onclick={cx.on(move || Action::Select(go))}>
            <span class={classes!("chip", class_of(state).css())}>{go.to_string()}</span>
            <span>{rich(what)}{" · "}{say!(n.lang, "look.line", line = line.to_string())}</span></button></li>
    }
}

/// What somebody waits for: a lock and who has it, or the object and why.
fn waits_for(n: &Narrator<'_>, g: &trace::Goroutine, reason: WaitReason) -> String {
    match g.waits.as_slice() {
        [(obj, WaitRole::Lock | WaitRole::RLock)] => {
            say!(n.lang, "look.waits_lock", obj = n.obj(*obj), holder = n.holder(*obj))
        }
        [] => reason.text().to_string(),
        list => {
            let names: Vec<_> = list.iter().map(|(obj, _)| n.obj(*obj)).collect();
            say!(n.lang, "look.waits_on", reason = reason.text(), obj = names.join("`, `"))
        }
    }
}

/// What is missing between two accesses, in a sentence.
fn missing(race: &playground::Race, n: &Narrator<'_>) -> String {
    let l = n.lang;
    let (a, b) = (race.first.go.to_string(), race.second.go.to_string());
    match &race.missing {
        Missing::Atomic => say!(l, "race.atomic"),
        Missing::OneLocked { lock, without } => {
            say!(l, "race.one_locked", lock = lock, go = without.to_string())
        }
        Missing::OtherLock { first, second } => {
            say!(l, "race.other_lock", a = a, b = b, first = first, second = second)
        }
        Missing::SharedLock { lock } => say!(l, "race.shared_lock", lock = lock),
        Missing::NotAwaited => say!(l, "race.not_awaited", a = a, b = b),
        Missing::AfterGo { line } => {
            say!(l, "race.after_go", a = a, b = b, line = line.to_string())
        }
        Missing::Close => say!(l, "race.close"),
        Missing::AddWait => say!(l, "race.add_wait"),
        Missing::Apart => say!(l, "race.apart", a = a, b = b),
    }
}
