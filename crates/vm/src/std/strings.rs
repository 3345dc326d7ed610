//! Package `strings`: searching, splitting, joining.

use super::{unicode, utf8};
use crate::natives::{Cx, NativeFn, Next};
use crate::slices;
use crate::strings::{decode, encode};
use crate::trap::Trap;
use program::layout::slice_len;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("strings.Count", |cx| number(cx, count)),
    ("strings.EqualFold", |cx| {
        let same = equal_fold(cx.bytes(0), cx.bytes(1));
        cx.set(0, u64::from(same));
        Next::Done
    }),
    ("strings.Index", |cx| number(cx, index)),
    ("strings.IndexAny", |cx| number(cx, index_any)),
    ("strings.IndexByte", |cx| index_byte(cx, false)),
    ("strings.Join", join),
    ("strings.LastIndex", |cx| number(cx, last_index)),
    ("strings.LastIndexByte", |cx| index_byte(cx, true)),
    ("strings.ToLower", |cx| convert(cx, 1)),
    ("strings.ToTitle", |cx| convert(cx, 2)),
    ("strings.ToUpper", |cx| convert(cx, 0)),
    ("strings.TrimSpace", trim_space),
    ("strings.fields", fields),
    ("strings.repeat", repeat),
    ("strings.replace", replace),
    ("strings.split", split),
];

/// Calls a function of two texts that gives an index, -1 if none.
fn number(cx: &mut Cx<'_>, f: impl Fn(&[u8], &[u8]) -> Option<usize>) -> Next {
    let n = f(cx.bytes(0), cx.bytes(1));
    cx.set(0, n.map_or(-1, |n| n as i64) as u64);
    Next::Done
}

/// Where `t` first occurs in `s`.
pub(crate) fn index(s: &[u8], t: &[u8]) -> Option<usize> {
    let Some(&first) = t.first() else { return Some(0) };
    let last = s.len().checked_sub(t.len())?;
    let mut at = 0;
    while at <= last {
        at += s.get(at..=last)?.iter().position(|b| *b == first)?;
        if s.get(at..at + t.len()) == Some(t) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn last_index(s: &[u8], t: &[u8]) -> Option<usize> {
    let last = s.len().checked_sub(t.len())?;
    (0..=last).rev().find(|&i| s.get(i..i + t.len()) == Some(t))
}

/// How often `t` occurs in `s`, not overlapping.
fn count(s: &[u8], t: &[u8]) -> Option<usize> {
    if t.is_empty() {
        return Some(utf8::rune_count(s) + 1);
    }
    let (mut n, mut rest) = (0, s);
    while let Some(i) = index(rest, t) {
        n += 1;
        rest = rest.get(i + t.len()..).unwrap_or(&[]);
    }
    Some(n)
}

/// The runes of a text, with their bytes.
fn runes(s: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = s;
    ::std::iter::from_fn(move || {
        let (r, n) = decode(rest)?;
        let (head, tail) = rest.split_at(n);
        rest = tail;
        Some((r, head))
    })
}

fn index_any(s: &[u8], chars: &[u8]) -> Option<usize> {
    let set: Vec<u32> = runes(chars).map(|(r, _)| r).collect();
    let mut at = 0;
    for (r, bytes) in runes(s) {
        if set.contains(&r) {
            return Some(at);
        }
        at += bytes.len();
    }
    None
}

fn index_byte(cx: &mut Cx<'_>, last: bool) -> Next {
    let (s, c) = (cx.bytes(0), cx.arg(1) as u8);
    let i = if last { s.iter().rposition(|b| *b == c) } else { s.iter().position(|b| *b == c) };
    cx.set(0, i.map_or(-1, |n| n as i64) as u64);
    Next::Done
}

/// Whether two texts are the same but for case.
fn equal_fold(s: &[u8], t: &[u8]) -> bool {
    let (mut a, mut b) = (runes(s), runes(t));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some((x, _)), Some((y, _))) => {
                if x == y {
                    continue;
                }
                let mut r = unicode::simple_fold(x);
                while r != x && r != y {
                    r = unicode::simple_fold(r);
                }
                if r != y {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

fn convert(cx: &mut Cx<'_>, case: usize) -> Next {
    let s = cx.bytes(0);
    let mut out = Vec::with_capacity(s.len());
    for (r, _) in runes(s) {
        encode(&mut out, i64::from(unicode::to_case(case, r)));
    }
    if out != s {
        cx.set_str(0, &out);
    }
    Next::Done
}

fn trim_space(cx: &mut Cx<'_>) -> Next {
    let h = cx.arg(0);
    let s = cx.bytes(0);
    let mut from = 0;
    for (r, bytes) in runes(s) {
        if !unicode::is_space(r) {
            break;
        }
        from += bytes.len();
    }
    let mut to = s.len();
    while to > from {
        match utf8::decode_last(s.get(..to).unwrap_or(&[])) {
            Some((r, n)) if unicode::is_space(r) => to -= n,
            _ => break,
        }
    }
    let t = cx.st.heap.substring(h, from, to);
    cx.set(0, t);
    Next::Done
}

/// Makes a slice of parts of the text in an argument.
fn parts(cx: &mut Cx<'_>, text: u64, ends: &[(usize, usize)]) -> Next {
    let words: Vec<u64> =
        ends.iter().map(|(from, to)| cx.st.heap.substring(text, *from, *to)).collect();
    let s = slices::from_words(&mut cx.st.heap, &words);
    cx.set_slice(0, s);
    Next::Done
}

fn fields(cx: &mut Cx<'_>) -> Next {
    let (mut ends, mut at, mut start) = (Vec::new(), 0, None);
    for (r, bytes) in runes(cx.bytes(0)) {
        match (unicode::is_space(r), start) {
            (true, Some(from)) => {
                ends.push((from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
        at += bytes.len();
    }
    if let Some(from) = start {
        ends.push((from, at));
    }
    let text = cx.arg(0);
    parts(cx, text, &ends)
}

/// `split(s, sep string, keep, n int) []string`: at most `n` parts unless it is negative, each with
/// `keep` bytes of the separator behind it. Without separator, the runes.
fn split(cx: &mut Cx<'_>) -> Next {
    let (s, sep) = (cx.bytes(0), cx.bytes(1));
    let (keep, limit) = (cx.int(2) as usize, usize::try_from(cx.int(3)).unwrap_or(usize::MAX));
    let (mut ends, mut at) = (Vec::new(), 0);
    if sep.is_empty() {
        while let Some((_, n)) = decode(s.get(at..).unwrap_or(&[])) {
            let to = if ends.len() + 1 == limit { s.len() } else { at + n };
            ends.push((at, to));
            at = to;
        }
    } else {
        while ends.len() + 1 < limit
            && let Some(i) = index(s.get(at..).unwrap_or(&[]), sep)
        {
            ends.push((at, at + i + keep));
            at += i + sep.len();
        }
        ends.push((at, s.len()));
    }
    let text = cx.arg(0);
    parts(cx, text, &ends)
}

fn join(cx: &mut Cx<'_>) -> Next {
    let (ptr, meta) = cx.slice(0);
    let sep = cx.bytes(2);
    let h = &cx.st.heap;
    let elems = h.range(ptr, slice_len(meta) as usize).unwrap_or(&[]);
    if let [one] = elems {
        let one = *one;
        cx.set(0, one);
        return Next::Done;
    }
    let n: usize = elems.iter().map(|e| h.str_len(*e)).sum::<usize>()
        + sep.len().saturating_mul(elems.len().saturating_sub(1));
    if let Err(e) = h.fits(n as u64 / 8) {
        return Trap::from(e).into();
    }
    let mut out = Vec::with_capacity(n);
    for (i, e) in elems.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(sep);
        }
        out.extend_from_slice(h.str(*e));
    }
    cx.set_str(0, &out);
    Next::Done
}

/// `repeat(s string, count int) string`; the count is not negative.
fn repeat(cx: &mut Cx<'_>) -> Next {
    let n = u64::try_from(cx.int(1)).unwrap_or(0);
    let Some(bytes) = (cx.bytes(0).len() as u64).checked_mul(n).filter(|n| *n < 1 << 63) else {
        return Trap::Text("strings: Repeat output length overflow".into()).into();
    };
    if let Err(e) = cx.st.heap.fits(bytes / 8) {
        return Trap::from(e).into();
    }
    let out = if bytes == 0 { Vec::new() } else { cx.bytes(0).repeat(n as usize) };
    cx.set_str(0, &out);
    Next::Done
}

/// `replace(s, old, new string, n int) string`: at most `n` times.
fn replace(cx: &mut Cx<'_>) -> Next {
    let (s, old, new) = (cx.bytes(0), cx.bytes(1), cx.bytes(2));
    let n = usize::try_from(cx.int(3)).unwrap_or(0);
    let bytes = s.len() as u64 + (new.len() as u64).saturating_mul(n as u64);
    if let Err(e) = cx.st.heap.fits(bytes / 8) {
        return Trap::from(e).into();
    }
    let (mut out, mut at) = (Vec::with_capacity(s.len()), 0);
    for i in 0..n {
        let rest = s.get(at..).unwrap_or(&[]);
        let skip = match old.is_empty() {
            true if i == 0 => 0,
            true => decode(rest).map_or(0, |(_, w)| w),
            false => index(rest, old).unwrap_or(rest.len()),
        };
        out.extend_from_slice(rest.get(..skip).unwrap_or(&[]));
        out.extend_from_slice(new);
        at += skip + old.len();
    }
    out.extend_from_slice(s.get(at..).unwrap_or(&[]));
    cx.set_str(0, &out);
    Next::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searching() {
        assert_eq!(index(b"abcabd", b"abd"), Some(3));
        assert_eq!(index(b"abc", b""), Some(0));
        assert_eq!(index(b"ab", b"abc"), None);
        assert_eq!(last_index(b"go gopher", b"go"), Some(3));
        assert_eq!(last_index(b"ab", b""), Some(2));
        assert_eq!(count(b"cheese", b"e"), Some(3));
        assert_eq!(count("five世".as_bytes(), b""), Some(6));
        assert_eq!(count(b"aaaa", b"aa"), Some(2));
        assert_eq!(index_any(b"golang", b"gy"), Some(0));
        assert_eq!(index_any("é世".as_bytes(), "世x".as_bytes()), Some(2));
    }

    #[test]
    fn folding() {
        assert!(equal_fold("Straße K".as_bytes(), "sTRAßE \u{212A}".as_bytes()));
        assert!(!equal_fold(b"Go", b"Goo") && !equal_fold(b"a", b"b"));
    }
}
