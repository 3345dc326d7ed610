//! Package `reflect`: types, deep equality, and `Select` over channels of any type.

use crate::chans::{Ready, cases, fault, word};
use crate::equal::unboxed;
use crate::goroutine::{AnySelect, Go, Wait};
use crate::heap::Heap;
use crate::machine::Machine;
use crate::maps;
use crate::natives::{Cx, NativeFn, Next};
use crate::objects::{ChanObj, Word};
use crate::slices::interfaces;
use crate::trap::{Trap, type_name};
use ::std::collections::BTreeSet;
use ::std::rc::Rc;
use ::sync::{Selected, Step};
use program::layout::slice_len;
use program::{Kind, Program, RTypeId};
use trace::{Value, WaitReason};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("reflect.DeepEqual", deep_equal),
    ("reflect.describe", describe),
    ("reflect.float", word_of),
    ("reflect.isNil", is_nil),
    ("reflect.selectAny", select_any),
    ("reflect.typeOf", type_of),
    ("reflect.word", word_of),
];

/// `reflect.SelectSend`.
const SEND: u64 = 1;

/// `reflect.Kind`'s numbers.
fn number(k: Kind) -> u64 {
    match k {
        Kind::Array => 17,
        Kind::Chan => 18,
        Kind::Func => 19,
        Kind::Interface => 20,
        Kind::Map => 21,
        Kind::Pointer => 22,
        Kind::Slice => 23,
        Kind::String => 24,
        Kind::Struct => 25,
        Kind::UnsafePointer => 26,
        basic => 1 + basic as u64,
    }
}

fn type_of(cx: &mut Cx<'_>) -> Next {
    cx.set(0, cx.arg(0).wrapping_sub(1));
    Next::Done
}

fn describe(cx: &mut Cx<'_>) -> Next {
    let id = cx.arg(0);
    let t = RTypeId::try_from(id).ok().and_then(|i| cx.m.program.types.get(i as usize));
    let (name, kind, named, elem) = t.map_or(("?", 0, false, None), |t| {
        let name = if &*t.name == "any" { "interface {}" } else { &t.name };
        (name, number(t.kind), t.named, t.elem)
    });
    let name = name.to_owned();
    cx.set_str(0, name.as_bytes());
    cx.set(1, kind);
    cx.set(2, u64::from(named));
    cx.set(3, elem.map_or(u64::MAX, u64::from));
    Next::Done
}

/// The words of the value in the interface at argument `i`.
fn value(cx: &Cx<'_>, i: usize) -> Vec<u64> {
    unboxed(&cx.m.program, &cx.st.heap, &[cx.arg(i), cx.arg(i + 1)]).to_vec()
}

fn word_of(cx: &mut Cx<'_>) -> Next {
    let w = value(cx, 0).first().copied().unwrap_or(0);
    let string = matches!(kind_of(&cx.m.program, cx.arg(0)), Some(Kind::String));
    cx.set(0, w);
    cx.set(1, if string { w } else { 0 });
    Next::Done
}

fn kind_of(p: &Program, slot: u64) -> Option<Kind> {
    let ty = RTypeId::try_from(slot.checked_sub(1)?).ok()?;
    p.types.get(ty as usize).map(|t| t.kind)
}

fn is_nil(cx: &mut Cx<'_>) -> Next {
    let nil = value(cx, 0).first().is_none_or(|w| *w == 0);
    cx.set(0, u64::from(nil));
    Next::Done
}

fn deep_equal(cx: &mut Cx<'_>) -> Next {
    let (a, b) = ([cx.arg(0), cx.arg(1)], [cx.arg(2), cx.arg(3)]);
    let mut deep = Deep { p: &cx.m.program, h: &cx.st.heap, seen: BTreeSet::new(), depth: 0 };
    let equal = deep.interfaces(&a, &b);
    cx.set(0, u64::from(equal));
    Next::Done
}

/// One comparison (`reflect/deepequal.go`).
struct Deep<'a> {
    p: &'a Program,
    h: &'a Heap,
    /// Pairs of references that are under comparison.
    seen: BTreeSet<(u64, u64, RTypeId)>,
    depth: u32,
}

impl Deep<'_> {
    /// Values that are nested deeper count as equal: the native stack has an end.
    const DEPTH: u32 = 400;

    fn interfaces(&mut self, a: &[u64], b: &[u64]) -> bool {
        let (ta, tb) = (a.first().copied().unwrap_or(0), b.first().copied().unwrap_or(0));
        if ta == 0 || ta != tb {
            return ta == tb;
        }
        let (p, h) = (self.p, self.h);
        self.values((ta - 1) as RTypeId, unboxed(p, h, a), unboxed(p, h, b))
    }

    fn values(&mut self, ty: RTypeId, a: &[u64], b: &[u64]) -> bool {
        if self.depth >= Self::DEPTH {
            return true;
        }
        self.depth += 1;
        let equal = self.inner(ty, a, b);
        self.depth -= 1;
        equal
    }

    fn each(&mut self, ty: RTypeId, a: &[u64], b: &[u64]) -> bool {
        let n = self.p.types.get(ty as usize).map_or(1, |t| t.size as usize).max(1);
        a.len() == b.len() && a.chunks(n).zip(b.chunks(n)).all(|(a, b)| self.values(ty, a, b))
    }

    fn inner(&mut self, ty: RTypeId, a: &[u64], b: &[u64]) -> bool {
        let Some(t) = self.p.types.get(ty as usize) else { return a == b };
        let (x, y) = (a.first().copied().unwrap_or(0), b.first().copied().unwrap_or(0));
        let reference = matches!(t.kind, Kind::Pointer | Kind::Map | Kind::Slice);
        // Whatever is compared already is taken to be equal.
        if reference && x != 0 && y != 0 && a != b && !self.seen.insert((x, y, ty)) {
            return true;
        }
        let elem = t.elem.unwrap_or(0);
        match t.kind {
            Kind::String => self.h.str(x) == self.h.str(y),
            Kind::Float32 | Kind::Float64 => f64::from_bits(x) == f64::from_bits(y),
            Kind::Complex64 | Kind::Complex128 => {
                a.iter().zip(b).all(|(a, b)| f64::from_bits(*a) == f64::from_bits(*b))
            }
            Kind::Func => x == 0 && y == 0,
            Kind::Interface => self.interfaces(a, b),
            Kind::Array => self.each(elem, a, b),
            Kind::Struct => t.fields.iter().all(|f| {
                let n = self.p.types.get(f.ty as usize).map_or(0, |t| t.size as usize);
                let r = f.offset as usize..f.offset as usize + n;
                self.values(f.ty, a.get(r.clone()).unwrap_or(&[]), b.get(r).unwrap_or(&[]))
            }),
            _ if x == 0 || y == 0 => x == y,
            Kind::Pointer => {
                let n = self.p.types.get(elem as usize).map_or(0, |t| t.size as usize);
                x == y
                    || self.values(
                        elem,
                        self.h.range(x, n).unwrap_or(&[]),
                        self.h.range(y, n).unwrap_or(&[]),
                    )
            }
            Kind::Slice => {
                let len = |s: &[u64]| slice_len(s.get(1).copied().unwrap_or(0)) as usize;
                let n = self.p.types.get(elem as usize).map_or(1, |t| t.size as usize);
                len(a) == len(b)
                    && (x == y
                        || self.each(
                            elem,
                            self.h.range(x, n * len(a)).unwrap_or(&[]),
                            self.h.range(y, n * len(b)).unwrap_or(&[]),
                        ))
            }
            Kind::Map => x == y || self.maps(elem, x, y),
            _ => a == b,
        }
    }

    fn maps(&mut self, elem: RTypeId, x: u64, y: u64) -> bool {
        let (Some(m), Some(other)) = (self.h.get_map(x), self.h.get_map(y)) else { return false };
        m.len() == other.len()
            && m.entries().all(|e| {
                maps::lookup(self.p, self.h, y, m.key(e))
                    .is_some_and(|v| self.values(elem, m.value(e), v))
            })
    }
}

/// A value to be sent as a channel's element type wants it.
fn fit(p: &Program, h: &Heap, v: [u64; 2], elem: RTypeId) -> Result<Vec<u64>, Trap> {
    let ty = v[0].wrapping_sub(1) as RTypeId;
    let interface = p.types.get(elem as usize).is_some_and(|t| t.kind == Kind::Interface);
    let fits = match interface {
        true => p.implements(ty, elem).is_ok(),
        false => ty == elem,
    };
    if !fits {
        let (have, want) = (type_name(p, ty), type_name(p, elem));
        let text = format!("reflect.Select: value of type {have} is not assignable to type {want}");
        return Err(Trap::Text(text));
    }
    Ok(if interface { v.to_vec() } else { unboxed(p, h, &v).to_vec() })
}

fn select_any(cx: &mut Cx<'_>) -> Next {
    let (chans, sends) =
        (interfaces(&cx.st.heap, cx.slice(0)), interfaces(&cx.st.heap, cx.slice(2)));
    let (ptr, meta) = cx.slice(4);
    let dirs = cx.st.heap.range(ptr, slice_len(meta) as usize).unwrap_or(&[]).to_vec();
    let default = cx.arg(6) != 0;
    let p = &cx.m.program;
    let mut list: Vec<Ready> = Vec::with_capacity(chans.len());
    let mut keep = Vec::new();
    for ((c, v), dir) in chans.iter().zip(&sends).zip(&dirs) {
        let sending = *dir == SEND;
        let ty = p.types.get(c[0].wrapping_sub(1) as usize);
        let way = if sending { ("Send", "recv", 2) } else { ("Recv", "send", 1) };
        if ty.is_some_and(|t| t.dir == way.2) {
            let text = format!("reflect.Select: {}Dir case using {}-only channel", way.0, way.1);
            return Trap::Text(text).into();
        }
        let chan = cx.st.heap.get_chan(c[1]).cloned();
        keep.push(c[1]);
        list.push(match &chan {
            _ if !sending => (chan, None),
            None => (None, Some(Word { bits: 0, shown: Value::Unit })),
            Some(o) => {
                let words = match fit(p, &cx.st.heap, *v, o.elem) {
                    Ok(w) => w,
                    Err(t) => return t.into(),
                };
                let w = word(cx.m, &mut cx.st.heap, o.elem, o.size as usize, &words);
                keep.push(w.bits);
                (chan, Some(w))
            }
        });
    }
    let cases = cases(&list);
    let step = ::sync::select(&cx.m.handle, cx.waker, &cases, default);
    drop(cases);
    match step {
        Ok(Step::Done(s)) => {
            let chans: Vec<_> = list.into_iter().map(|(c, _)| c).collect();
            selected(cx.m, &mut cx.st.heap, cx.go, &chans, cx.b, s);
            Next::Done
        }
        Ok(Step::Parked(_)) if list.is_empty() => {
            Next::Wait(Box::new(Wait::Forever(WaitReason::SelectNoCases)))
        }
        Ok(Step::Parked(ticket)) => {
            let chans = list.into_iter().map(|(c, _)| c).collect();
            let any = AnySelect { chans, at: cx.b, keep: keep.into() };
            Next::Wait(Box::new(Wait::SelectAny(ticket, Box::new(any))))
        }
        Err(f) => fault(f).into(),
    }
}

/// Puts the results of `selectAny` to the stack at `at`.
pub(crate) fn selected(
    m: &Machine,
    h: &mut Heap,
    go: &mut Go,
    chans: &[Option<Rc<ChanObj>>],
    at: usize,
    s: Selected<Word>,
) {
    let chan = s.index.and_then(|i| chans.get(i)).and_then(|c| c.as_ref());
    let ok = s.value.is_some();
    let mut value = [0, 0];
    if let Some(c) = chan {
        let n = c.size as usize;
        let mut words = vec![0; n + 1];
        crate::chans::unpack(m, h, c, s.value, &mut words, 0);
        let t = m.program.types.get(c.elem as usize);
        value = match (t.map(|t| t.kind), n) {
            (Some(Kind::Interface), _) => [words[0], words[1]],
            (_, 0 | 1) => [u64::from(c.elem) + 1, words[0]],
            _ => [u64::from(c.elem) + 1, h.boxed(&words[..n])],
        };
    }
    let index = s.index.map_or(u64::MAX, |i| i as u64);
    let results = [index, value[0], value[1], u64::from(ok)];
    if let Some(to) = go.stack.get_mut(at..at + 4) {
        to.copy_from_slice(&results);
    }
}
