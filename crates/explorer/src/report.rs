//! From two accesses to what a reader wants to know about them.

use crate::memory::{Site, Touch};
use crate::race::{Access, Frame, Known, Missing, Place, Race};
use crate::stack::Stack;
use crate::threads::Threads;
use std::collections::BTreeMap;
use trace::{GoId, ObjId, Sym, Trace};

/// A race as it was found.
pub(crate) struct Found {
    pub what: Place,
    pub addr: u64,
    pub name: String,
    pub typ: String,
    pub name_sym: Sym,
    pub typ_sym: Sym,
    pub line: u32,
    first: Side,
    second: Side,
    missing: Lack,
    known: Option<Known>,
}

/// One access and its goroutine as they were when the race was found.
struct Side {
    touch: Touch,
    ended: bool,
    created: (Stack, u32),
}

/// [`Missing`], locks not yet spelled.
enum Lack {
    Plain(Missing),
    OneLocked(ObjId, GoId),
    OtherLock(ObjId, ObjId),
    SharedLock(ObjId),
}

impl Found {
    pub fn new(what: Place, addr: u64, first: Touch, second: Touch, threads: &Threads) -> Found {
        let side = |touch: Touch| {
            let t = threads.get(touch.site.go);
            Side {
                touch,
                ended: t.is_none_or(|t| t.ended),
                created: t.map(|t| t.created.clone()).unwrap_or_default(),
            }
        };
        let (a, b) = (first.site.go, second.site.go);
        let knows = threads.get(b).map_or(0, |t| t.clock.get(first.slot));
        let known = threads.known(a, knows);
        let missing = missing(what, &first, &second, threads);
        Found {
            what,
            addr,
            name: String::new(),
            typ: String::new(),
            name_sym: Sym(0),
            typ_sym: Sym(0),
            line: 0,
            first: side(first),
            second: side(second),
            missing,
            known,
        }
    }
}

fn missing(what: Place, first: &Touch, second: &Touch, threads: &Threads) -> Lack {
    match what {
        Place::Channel => return Lack::Plain(Missing::Close),
        Place::WaitGroup => return Lack::Plain(Missing::AddWait),
        Place::Memory | Place::Map => {}
    }
    if first.atomic != second.atomic {
        return Lack::Plain(Missing::Atomic);
    }
    let (a, b) = (&first.site, &second.site);
    let common = a.locks.iter().find(|l| b.locks.iter().any(|m| m.0 == l.0));
    match (common, a.locks.last(), b.locks.last()) {
        (Some((l, _)), ..) => return Lack::SharedLock(*l),
        (None, Some((l, _)), Some((m, _))) => return Lack::OtherLock(*l, *m),
        (None, Some((l, _)), None) => return Lack::OneLocked(*l, b.go),
        (None, None, Some((l, _))) => return Lack::OneLocked(*l, a.go),
        (None, None, None) => {}
    }
    // Who started whom, directly or not.
    let started = |by: GoId, go: GoId| {
        let mut at = go;
        while let Some(t) = threads.get(at) {
            if t.parent == by {
                return Some(t.created.1);
            }
            at = t.parent;
        }
        None
    };
    Lack::Plain(if started(b.go, a.go).is_some() {
        Missing::NotAwaited
    } else if let Some(line) = started(a.go, b.go) {
        Missing::AfterGo { line }
    } else {
        Missing::Apart
    })
}

/// In full.
pub(crate) fn spell(
    f: &Found,
    threads: &Threads,
    names: &BTreeMap<ObjId, (Sym, Sym, u32)>,
    t: &Trace,
) -> Race {
    let lock = |obj: &ObjId| {
        let (name, typ, _) = names.get(obj).copied().unwrap_or_default();
        match t.text(name) {
            "" => format!("a {}", t.text(typ)),
            name => name.to_string(),
        }
    };
    let access = |s: &Side| {
        let Site { go, line, event, stack, locks } = &s.touch.site;
        let ended = s.ended || threads.get(*go).is_none_or(|t| t.ended);
        Access {
            go: *go,
            write: s.touch.write,
            atomic: s.touch.atomic,
            line: *line,
            event: *event,
            stack: frames(stack, *line, t),
            locks: locks.iter().map(|(l, _)| lock(l)).collect(),
            ended: s.ended && ended,
            created: frames(&s.created.0, s.created.1, t),
        }
    };
    let either =
        |text: &String, sym| if text.is_empty() { t.text(sym).to_string() } else { text.clone() };
    Race {
        what: f.what,
        name: either(&f.name, f.name_sym),
        typ: either(&f.typ, f.typ_sym),
        line: f.line,
        addr: f.addr,
        first: access(&f.first),
        second: access(&f.second),
        missing: match &f.missing {
            Lack::Plain(m) => m.clone(),
            Lack::OneLocked(l, without) => Missing::OneLocked { lock: lock(l), without: *without },
            Lack::OtherLock(a, b) => Missing::OtherLock { first: lock(a), second: lock(b) },
            Lack::SharedLock(l) => Missing::SharedLock { lock: lock(l) },
        },
        known: f.known.clone(),
    }
}

/// Names as Go has them: those of the trace leave `main` away.
fn frames(stack: &Stack, line: u32, t: &Trace) -> Vec<Frame> {
    let full = |name: &str| {
        let literal =
            name.strip_prefix("func").is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()));
        if literal { format!("main.main.{name}") } else { format!("main.{name}") }
    };
    stack
        .frames(line)
        .into_iter()
        .map(|(func, line)| Frame { func: full(t.text(func)), line })
        .collect()
}
