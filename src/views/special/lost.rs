//! 5.3: updates that are lost between the read and the write of `+=`, beside the atomic counter.

use super::figure;
use super::runs::ways;
use crate::app::Ctx;
use crate::fixed::percent;
use crate::say;
use playground::Settings;
use std::collections::BTreeMap;
use trace::{EventKind, GoId, ObjId, ObjKind, Trace, Value};
use yew::prelude::*;

/// A variable that goroutines add to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    /// Writes of one more than what was read.
    adds: i64,
    /// Value.
    value: i64,
}

/// The last write that threw others away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clash {
    go: GoId,
    read: i64,
    found: i64,
    by: GoId,
}

/// What is lost.
#[inline(never)]
pub fn updates(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let p = s.player.as_ref().filter(|_| !s.stale)?;
    // The run on stage does not tell of plain memory; the same run that does stands beside it, on the same clock.
    let settings = Settings { accesses: true, ..s.settings.clone() };
    let told = ways(vec![("special.5.3", s.source.clone(), settings)])?;
    let (counts, clash) = counted(&told.first()?.run.trace, p.cursor());
    let most = counts.iter().map(|c| c.1.adds).max().filter(|m| *m > 0)?;
    Some(html! {
        <>
            <div class="sums">{for counts.iter().map(|(name, c)| {
                let lost = (c.adds - c.value).max(0);
                let part = |n: i64| format!("width:{}", percent(n as f64 / most as f64 * 100.0));
                html! {
                    <div class="sum-row">
                        <code>{name}</code>
                        <div class="bar-of"><i class="kept" style={part(c.value)}></i><i class="lost" style={part(lost)}></i></div>
                        {figure(c.value.to_string(), say!(l, "special.lost.value"), "")}
                        {figure(lost.to_string(), say!(l, "special.lost.lost", all = c.adds), if lost > 0 { "bad" } else { "" })}
                    </div>
                }
            })}</div>
            if let Some(c) = clash {
                <p class="because">{crate::components::rich(&say!(l, "special.lost.how",
                    go = c.go, read = c.read, by = c.by, found = c.found, wrote = c.read + 1))}</p>
            }
        </>
    })
}

/// Whether an event is told only where plain memory is watched.
fn is_of_memory(kind: &EventKind) -> bool {
    if let EventKind::VarRead { atomic, .. } | EventKind::VarWrite { atomic, .. } = kind {
        return !atomic;
    }
    matches!(kind, EventKind::ObjNew { kind: ObjKind::Variable, .. })
}

/// The counters, and the last clash, up to a position of the run without accesses: this one has the same events, and
/// between them those of plain memory.
fn counted(trace: &Trace, cursor: usize) -> (Vec<(String, Count)>, Option<Clash>) {
    let mut names: BTreeMap<ObjId, &str> = BTreeMap::new();
    let mut counts: BTreeMap<ObjId, Count> = BTreeMap::new();
    let mut read: BTreeMap<(GoId, ObjId), i64> = BTreeMap::new();
    let mut by: BTreeMap<ObjId, GoId> = BTreeMap::new();
    let mut clash = None;
    let mut at = 0;
    for e in trace.events() {
        at += usize::from(!is_of_memory(&e.kind));
        if at > cursor {
            break;
        }
        if let EventKind::ObjNew { obj, name, .. } = &e.kind {
            names.insert(*obj, trace.text(*name));
        } else if let EventKind::VarRead { obj, value: Value::Int(v), atomic: false } = &e.kind {
            read.insert((e.go, *obj), *v);
        } else if let EventKind::VarWrite { obj, value: Value::Int(v), atomic } = &e.kind
            && e.go != GoId(1)
        {
            // What main does afterwards shows other operations and is no increment.
            let c = counts.entry(*obj).or_default();
            let from = if *atomic { Some(c.value) } else { read.remove(&(e.go, *obj)) };
            if let Some(r) = from.filter(|r| r + 1 == *v) {
                c.adds += 1;
                if let Some(other) = by.get(obj).filter(|g| r != c.value && **g != e.go) {
                    clash = Some(Clash { go: e.go, read: r, found: c.value, by: *other });
                }
            }
            c.value = *v;
            by.insert(*obj, e.go);
        }
    }
    // Names like `total` are the learner's; what has none, or another sort of name, is not counted here.
    let name = |obj: &ObjId| names.get(obj).copied().unwrap_or_default().to_string();
    let added = counts.iter().filter(|(_, c)| c.adds > 0);
    let named = added.map(|(o, c)| (name(o), *c)).filter(|(n, _)| !n.is_empty());
    (named.collect(), clash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::LESSONS;
    use playground::{Command, Player, Run, compile};

    fn end_of(source: &str) -> Vec<(String, Count)> {
        let settings = Settings { gomaxprocs: 2, accesses: true, ..Settings::default() };
        let told = ways(vec![("", source.to_string(), settings)]).unwrap();
        let trace = &told[0].run.trace;
        assert_eq!(counted(trace, 0).0, []);
        agrees_with_the_stage(source, trace);
        counted(&told[0].run.trace, usize::MAX).0
    }

    /// At each of many positions the atomic counter here is the one on the stage.
    fn agrees_with_the_stage(source: &str, told: &Trace) {
        let settings = Settings { gomaxprocs: 2, ..Settings::default() };
        let mut run = Run::start(&compile(source).unwrap(), &settings).unwrap();
        while !run.advance(1_000_000) {}
        let mut p = Player::new(std::rc::Rc::new(run.finish()));
        let mut seen = 0;
        for i in 1..=40 {
            let at = p.apply(Command::Seek(p.len() * i / 40));
            let trace = &p.recording().trace;
            let total = p.world().objs.values().find(|o| trace.text(o.name) == "total");
            // What main does with it in the end is no increment.
            let total = total.filter(|o| o.touched_by.is_some_and(|g| g != GoId(1)));
            let Some(Value::Int(n)) = total.and_then(|o| o.values.first()) else { continue };
            let here = counted(told, at).0;
            let here = here.iter().find(|c| c.0 == "total").map_or(0, |c| c.1.value);
            assert_eq!(here, *n, "at {at}");
            seen += 1;
        }
        assert!(seen > 10);
    }

    #[test]
    fn kept_and_lost_make_all_increments() {
        let lesson = LESSONS.iter().find(|l| l.number == "5.3").unwrap();
        let faulty = end_of(lesson.source);
        let of = |name: &str| faulty.iter().find(|c| c.0 == name).unwrap().1;
        assert_eq!(of("total"), Count { adds: 10_000, value: 10_000 });
        assert_eq!(of("plain").adds, 10_000);
        assert!(of("plain").value < 10_000);
        let fixed = end_of(lesson.fixed.unwrap());
        assert!(fixed.iter().all(|(_, c)| *c == Count { adds: 10_000, value: 10_000 }));
    }
}
