//! Side by side: two machines on one clock, with their figures below.

use super::machine::Machine;
use crate::app::{Ctx, Props};
use crate::i18n::{count, time};
use crate::lesson::LESSONS;
use crate::say;
use crate::scene::class_in;
use crate::state::{Action, State};
use crate::state::{Against, Figures, Shown, Tally};
use playground::Player;
use std::collections::BTreeMap;
use trace::GoState;
use yew::prelude::*;

/// Lines of code shown around the one in play.
const AROUND: usize = 3;

/// Both runs.
#[component]
pub fn SideBySide(props: &Props) -> Html {
    let cx = &props.cx;
    let s = cx.get();
    let l = s.lang;
    let Some(side) = &s.side else { return html! {} };
    let (left, right) = names(&s, &side.against);
    let trace = s.player.as_ref().map(|p| p.recording().clone());
    // A trace is read once for its figures, not at every step.
    let tally = use_memo_of(trace);
    // Both figure on one clock.
    let now = s.player.as_ref().map_or(0, |p| p.world().now);
    let half = |name: String,
                which: Shown,
                player: Option<&Player>,
                source: &str,
                tally: &Tally| {
        let ended = player.map(|p| p.recording().trace.events().last().map_or(0, |e| e.at));
        html! {
            <section class="half" aria-label={name.clone()}>
                <h2>{name}</h2>
                if let Some(p) = player.filter(|p| !p.is_empty()) {
                    {code(p, source)}
                    <Machine cx={cx.clone()} {which} />
                    {figures(cx, tally.at(p.cursor()).until(now.min(ended.unwrap_or(0))), ended)}
                } else {
                    <p class="stage-empty">{say!(l, "side.wait")}</p>
                }
            </section>
        }
    };
    html! {
        <div class={classes!("beside", if side.half == Shown::First { "left" } else { "right" })}>
            {half(left, Shown::First, s.player.as_ref(), &s.source, &tally)}
            {half(right, Shown::Second, side.player.as_ref(), &side.source, &side.tally)}
            <button type="button" class="tbtn close" onclick={cx.on(|| Action::Compare(None))}>
                {say!(l, "side.close")}{" "}<kbd>{"Esc"}</kbd></button>
        </div>
    }
}

#[hook]
fn use_memo_of(recording: Option<std::rc::Rc<playground::Recording>>) -> std::rc::Rc<Tally> {
    let key = recording.as_ref().map_or(0, |r| std::rc::Rc::as_ptr(r) as usize);
    use_memo(key, |_| recording.map_or_else(Tally::default, |r| Tally::of(&r.trace)))
}

/// Names of the left and the right run.
pub fn names(s: &State, against: &Against) -> (String, String) {
    let l = s.lang;
    let procs = |n: u16| say!(l, "side.procs", n = n.to_string());
    let judged = s.lesson.and_then(|i| LESSONS.get(i)).is_some_and(|l| l.number == "8.5");
    match against {
        // Neither of the two is at fault there.
        Against::Other if judged && s.fixed => (say!(l, "side.channel"), say!(l, "side.mutex")),
        Against::Other if judged => (say!(l, "side.mutex"), say!(l, "side.channel")),
        Against::Other if s.fixed => (say!(l, "side.fixed"), say!(l, "side.faulty")),
        Against::Other => (say!(l, "side.faulty"), say!(l, "side.fixed")),
        Against::Procs(n) => (procs(s.settings.gomaxprocs), procs(*n)),
        Against::Strategy(to) => (sched(s, &s.settings.strategy), sched(s, to)),
        Against::Fork(i) => (super::tools::run_name(s, s.forks.at), super::tools::run_name(s, *i)),
        Against::MutexOrChannel => (say!(l, "side.mutex"), say!(l, "side.channel")),
    }
}

fn sched(s: &State, strategy: &playground::Strategy) -> String {
    let key = match strategy {
        playground::Strategy::Model | playground::Strategy::Fifo => "sched.model",
        playground::Strategy::OneThread => "sched.one_thread",
        playground::Strategy::Threads => "sched.threads",
        playground::Strategy::Random => "sched.random",
        playground::Strategy::Replay(_) => "side.this_run",
    };
    say!(s.lang, key)
}

/// The lines around the one in play, with who stands where.
fn code(p: &Player, source: &str) -> Html {
    let world = p.world();
    let mut stands: BTreeMap<usize, Vec<(trace::GoId, &str)>> = BTreeMap::new();
    for g in world.gos.values().filter(|g| g.state != GoState::Dead) {
        if let Some(f) = g.frames.last().filter(|f| f.line > 0) {
            stands.entry(f.line as usize).or_default().push((g.id, class_in(world, g.state).css()));
        }
    }
    let past = p.recording().trace.events().get(..p.cursor()).unwrap_or_default();
    let last = past.iter().rev().take(200).find(|e| e.go != trace::GoId::RUNTIME);
    let acted = last.and_then(|e| world.gos.get(&e.go)?.frames.last()).map(|f| f.line);
    let lines: Vec<&str> = source.lines().collect();
    let middle = acted.map_or(1, |l| l as usize).clamp(1, lines.len().max(1));
    let shown = 2 * AROUND + 1;
    let first = middle.saturating_sub(AROUND).clamp(1, lines.len().saturating_sub(shown).max(1));
    html! {
        <ol class="peek">{for (first..first + shown).filter_map(|n| Some((n, lines.get(n - 1)?))).map(|(n, line)| {
            let here = stands.get(&n);
            let class = here.map(|h| h.iter().find(|x| x.1 == "running").unwrap_or(&h[0]).1);
            html! {
                <li class={classes!("peek-line", class)}>
                    <b>{n}</b>
                    <span class="m">{for here.into_iter().flatten().take(3).map(|(g, c)| html! { <i class={classes!("chip", *c)}>{g.to_string()}</i> })}</span>
                    <code>{line.replace('\t', "    ")}</code>
                </li>
            }
        })}</ol>
    }
}

fn figures(cx: &Ctx, f: Figures, ended: Option<u64>) -> Html {
    let l = cx.get().lang;
    let list = [
        ("side.waited", time(f.waited)),
        ("side.waiting", f.waiting.to_string()),
        ("side.switches", count(f.switches.into())),
        ("side.operations", count(f.operations.into())),
        ("side.rate", count(f.rate().round() as u64)),
        ("side.time", ended.map_or(String::new(), time)),
    ];
    html! {
        <dl class="side-figures">{for list.iter().map(|(key, value)| html! {
            <div><dt>{say!(l, *key)}</dt><dd>{value}</dd></div>
        })}</dl>
    }
}
