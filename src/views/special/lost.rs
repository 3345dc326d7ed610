//! 5.3: updates that are lost between the read and the write of `+=`, beside the atomic counter.

use super::{figure, past};
use crate::app::Ctx;
use crate::say;
use playground::Player;
use std::collections::BTreeMap;
use trace::{EventKind, GoId, ObjId, Value};
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
pub fn updates(cx: &Ctx) -> Option<Html> {
    let s = cx.get();
    let l = s.lang;
    let (counts, clash) = counted(s.player.as_ref().filter(|_| !s.stale)?);
    let most = counts.iter().map(|c| c.1.adds).max().filter(|m| *m > 0)?;
    Some(html! {
        <>
            <div class="sums">{for counts.iter().map(|(name, c)| {
                let lost = (c.adds - c.value).max(0);
                let part = |n: i64| format!("width:{:.2}%", n as f64 / most as f64 * 100.0);
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

/// The counters, and the last clash.
fn counted(p: &Player) -> (Vec<(String, Count)>, Option<Clash>) {
    let trace = &p.recording().trace;
    let mut counts: BTreeMap<ObjId, Count> = BTreeMap::new();
    let mut read: BTreeMap<(GoId, ObjId), i64> = BTreeMap::new();
    let mut by: BTreeMap<ObjId, GoId> = BTreeMap::new();
    let mut clash = None;
    for e in past(p) {
        match &e.kind {
            EventKind::VarRead { obj, value: Value::Int(v), atomic: false } => {
                read.insert((e.go, *obj), *v);
            }
            EventKind::VarWrite { obj, value: Value::Int(v), atomic } => {
                let c = counts.entry(*obj).or_default();
                let from = if *atomic { Some(c.value) } else { read.remove(&(e.go, *obj)) };
                if let Some(r) = from.filter(|r| r + 1 == *v && e.go != GoId(1)) {
                    c.adds += 1;
                    if let Some(other) = by.get(obj).filter(|g| r != c.value && **g != e.go) {
                        clash = Some(Clash { go: e.go, read: r, found: c.value, by: *other });
                    }
                }
                // What main does afterwards shows other operations and is no increment.
                if e.go != GoId(1) {
                    c.value = *v;
                    by.insert(*obj, e.go);
                }
            }
            _ => {}
        }
    }
    let name = |obj: &ObjId| {
        let o = p.world().objs.get(obj);
        o.map_or_else(|| obj.to_string(), |o| trace.text(o.name).to_string())
    };
    let named = counts.iter().map(|(o, c)| (name(o), *c)).filter(|(n, _)| !n.is_empty());
    (named.collect(), clash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::LESSONS;
    use playground::{Command, Run, Settings, compile};

    fn end_of(source: &str) -> Vec<(String, Count)> {
        let settings = Settings { gomaxprocs: 2, ..Settings::default() };
        let mut run = Run::start(&compile(source).unwrap(), &settings).unwrap();
        while !run.advance(1_000_000) {}
        let mut p = Player::new(std::rc::Rc::new(run.finish()));
        p.apply(Command::Seek(usize::MAX));
        counted(&p).0
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
