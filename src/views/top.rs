//! The bar at the top, and a phone's tabs.

use super::side::names;
use crate::app::Ctx;
use crate::components::{Icon, icon, still};
use crate::lesson::{LESSONS, Learn, Page};
use crate::say;
use crate::state::Shown;
use crate::state::{Action, Theme, Zone};
use yew::prelude::*;

/// The bar at the top.
pub fn top(cx: &Ctx) -> Html {
    let s = cx.get();
    let l = s.lang;
    let (chapter, title) = match s.lesson.and_then(|i| LESSONS.get(i)) {
        Some(lesson) => {
            let words = lesson.words(l);
            (words.chapter.to_string(), format!("{} {}", lesson.number, words.title))
        }
        None => (String::new(), say!(l, "top.playground")),
    };
    let (other, theme, present) = (l.other(), s.theme, s.present);
    let next_theme = if theme == Theme::Dark { Theme::Light } else { Theme::Dark };
    let drawer = s.drawer;
    let contents = s.study.page.is_some();
    let zone = s.zone;
    let outputs = s.player.as_ref().map_or(0, |p| p.world().outputs);
    let halves = s.side.as_ref().map(|side| (side.half, names(&s, &side.against)));
    let cx = cx.clone();
    let shown = (
        l,
        chapter.clone(),
        title.clone(),
        theme,
        present,
        (drawer, contents, zone),
        outputs,
        halves.clone(),
    );
    still(shown, move || {
        let tab = |on: bool, text: String, action: Action| {
            let class = classes!("ztab", on.then_some("on"));
            html! {
                <button type="button" role="tab" aria-selected={on.to_string()} {class} onclick={cx.on(move || action.clone())}>
                    {text}
                </button>
            }
        };
        let zone_tab = |z: Zone, text: String| tab(z == zone, text, Action::Zone(z));
        let output = say!(l, "zone.output");
        let output = if outputs > 0 { format!("{output} {outputs}") } else { output };
        html! {
            <header class="top">
                <button type="button" class="tbtn only-tablet" aria-label={say!(l, "top.lesson")} aria-expanded={drawer.to_string()}
                    onclick={cx.on(move || Action::Drawer(!drawer))}>{icon(Icon::Menu)}</button>
                <div class="logo">{icon(Icon::Logo)}<span>{"Interleave"}</span></div>
                <button type="button" class="tbtn to-contents" aria-pressed={contents.to_string()} title={say!(l, "help.contents")} aria-label={say!(l, "top.contents")}
                    onclick={cx.on(move || Action::Study(Learn::Page((!contents).then_some(Page::Contents))))}>
                    {icon(Icon::List)}<span>{say!(l, "top.contents")}</span>
                </button>
                <div class="crumb">
                    if !chapter.is_empty() {
                        <span class="chapter">{&chapter}</span><span class="chapter" aria-hidden="true">{"›"}</span>
                    }
                    <h1>{&title}</h1>
                </div>
                <div class="sp"></div>
                <button type="button" class="tbtn share" title={say!(l, "top.share")} onclick={cx.on(|| Action::Share)}>{icon(Icon::Share)}<span>{say!(l, "top.share")}</span></button>
                <button type="button" class="tbtn" lang={other.tag()} aria-label={other.name()} onclick={cx.on(move || Action::Lang(other))}>
                    if other.code() == "zh" { {icon(Icon::Chinese)} } else { <><span class="long">{"English"}</span><span class="short">{"EN"}</span></> }
                </button>
                <button type="button" class="tbtn" aria-label={say!(l, "top.theme")} title={say!(l, "top.theme")}
                    onclick={cx.on(move || Action::Theme(next_theme))}>{icon(Icon::Theme)}</button>
                <button type="button" class="tbtn wide leave" aria-pressed={present.to_string()} onclick={cx.on(move || Action::Present(!present))}>
                    {say!(l, if present { "top.leave" } else { "top.present" })}
                </button>
                <button type="button" class="tbtn" aria-label={say!(l, "top.help")} title={say!(l, "top.help")}
                    onclick={cx.on(|| Action::Help(true))}>{"?"}</button>
                <nav class="ztabs" role="tablist" aria-label={say!(l, "top.zones")}>
                    if let Some((half, (first, second))) = &halves {
                        {tab(*half == Shown::First, first.clone(), Action::Half(Shown::First))}
                        {tab(*half == Shown::Second, second.clone(), Action::Half(Shown::Second))}
                    } else {
                        {zone_tab(Zone::Guide, say!(l, "zone.guide"))}
                        {zone_tab(Zone::Code, say!(l, "zone.code"))}
                        {zone_tab(Zone::Stage, say!(l, "zone.stage"))}
                        {zone_tab(Zone::Output, output)}
                    }
                </nav>
            </header>
        }
    })
}
