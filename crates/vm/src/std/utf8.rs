//! Package `unicode/utf8`: what loops over whole texts.

use crate::natives::{Cx, NativeFn, Next};
use crate::strings::decode;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("unicode/utf8.DecodeLastRuneInString", last),
    ("unicode/utf8.DecodeRuneInString", first),
    ("unicode/utf8.RuneCountInString", count),
    ("unicode/utf8.ValidString", valid),
];

fn pair(cx: &mut Cx<'_>, r: Option<(u32, usize)>) -> Next {
    let (r, n) = r.unwrap_or((crate::strings::RUNE_ERROR, 0));
    cx.set(0, u64::from(r));
    cx.set(1, n as u64);
    Next::Done
}

fn first(cx: &mut Cx<'_>) -> Next {
    let r = decode(cx.bytes(0));
    pair(cx, r)
}

/// The last rune of a text and its width.
pub(crate) fn decode_last(s: &[u8]) -> Option<(u32, usize)> {
    for n in 1..=s.len().min(4) {
        let tail = s.get(s.len() - n..).unwrap_or(&[]);
        if tail.first().is_some_and(|b| b & 0xC0 != 0x80) {
            return match decode(tail) {
                Some((r, m)) if m == n => Some((r, n)),
                _ => Some((crate::strings::RUNE_ERROR, 1)),
            };
        }
    }
    (!s.is_empty()).then_some((crate::strings::RUNE_ERROR, 1))
}

fn last(cx: &mut Cx<'_>) -> Next {
    let r = decode_last(cx.bytes(0));
    pair(cx, r)
}

/// How many runes a text has, bytes that are not UTF-8 counted singly.
pub(crate) fn rune_count(mut s: &[u8]) -> usize {
    if let Ok(s) = str::from_utf8(s) {
        return s.chars().count();
    }
    let mut n = 0;
    while let Some((_, w)) = decode(s) {
        n += 1;
        s = s.get(w..).unwrap_or(&[]);
    }
    n
}

fn count(cx: &mut Cx<'_>) -> Next {
    let n = rune_count(cx.bytes(0));
    cx.set(0, n as u64);
    Next::Done
}

fn valid(cx: &mut Cx<'_>) -> Next {
    let ok = str::from_utf8(cx.bytes(0)).is_ok();
    cx.set(0, u64::from(ok));
    Next::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_end() {
        assert_eq!(decode_last("aé".as_bytes()), Some((0xE9, 2)));
        assert_eq!(decode_last(b"a\xA9"), Some((0xFFFD, 1)));
        assert_eq!(decode_last(b"\xE4\xB8\x96\x96"), Some((0xFFFD, 1)));
        assert_eq!(decode_last(b""), None);
        assert_eq!(rune_count(b"a\xFF\xC3\xA9"), 3);
    }
}
