//! Strings and runes.

use crate::heap::{Heap, OutOfMemory};
use crate::slices;
use program::layout::{slice_len, slice_meta};

/// The replacement character.
pub(crate) const RUNE_ERROR: u32 = 0xFFFD;

/// `a == b`
#[inline]
pub(crate) fn same(h: &Heap, a: u64, b: u64) -> bool {
    a == b || h.str(a) == h.str(b)
}

/// Whether the concatenation fits into the heap.
pub(crate) fn fits(h: &Heap, parts: &[u64]) -> Result<(), OutOfMemory> {
    let n: u64 = parts.iter().map(|s| h.str_len(*s) as u64).sum();
    h.fits(n / 8)
}

/// Concatenation of many.
pub(crate) fn concat(h: &mut Heap, parts: &[u64]) -> u64 {
    let mut full = parts.iter().filter(|s| **s != 0);
    if let (Some(&one), None) = (full.next(), full.next()) {
        return one;
    }
    let mut v = Vec::with_capacity(parts.iter().map(|s| h.str_len(*s)).sum());
    for s in parts {
        v.extend_from_slice(h.str(*s));
    }
    h.string(&v)
}

/// The first rune and its width; U+FFFD and 1 if it is not valid UTF-8. None at the end.
pub(crate) fn decode(s: &[u8]) -> Option<(u32, usize)> {
    let &a = s.first()?;
    if a < 0x80 {
        return Some((u32::from(a), 1));
    }
    let bad = Some((RUNE_ERROR, 1));
    let at = |i: usize| s.get(i).filter(|c| **c & 0xC0 == 0x80).map(|c| u32::from(c & 0x3F));
    let (c, n) = match a {
        0xC2..=0xDF => {
            let Some(b) = at(1) else { return bad };
            (u32::from(a & 0x1F) << 6 | b, 2)
        }
        0xE0..=0xEF => {
            let (Some(b), Some(c)) = (at(1), at(2)) else { return bad };
            (u32::from(a & 0x0F) << 12 | b << 6 | c, 3)
        }
        0xF0..=0xF4 => {
            let (Some(b), Some(c), Some(d)) = (at(1), at(2), at(3)) else { return bad };
            (u32::from(a & 0x07) << 18 | b << 12 | c << 6 | d, 4)
        }
        _ => return bad,
    };
    let shortest = match n {
        2 => 0x80,
        3 => 0x800,
        _ => 0x10000,
    };
    if c < shortest || char::from_u32(c).is_none() { bad } else { Some((c, n)) }
}

/// Appends a rune as UTF-8; what is not a valid one as U+FFFD.
pub(crate) fn encode(out: &mut Vec<u8>, r: i64) {
    let c = u32::try_from(r).ok().and_then(char::from_u32).unwrap_or('\u{FFFD}');
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// `string(rune)`
pub(crate) fn from_rune(h: &mut Heap, r: i64) -> u64 {
    let mut v = Vec::with_capacity(4);
    encode(&mut v, r);
    h.string(&v)
}

/// `string([]rune)`
pub(crate) fn from_runes(h: &mut Heap, s: (u64, u64)) -> u64 {
    let mut v = Vec::new();
    for &r in h.range(s.0, slice_len(s.1) as usize).unwrap_or(&[]) {
        encode(&mut v, r as i64);
    }
    h.string(&v)
}

/// `[]byte(string)`
pub(crate) fn to_bytes(h: &mut Heap, s: u64) -> Result<(u64, u64), OutOfMemory> {
    let n = h.str_len(s);
    let cap = slices::round_up(n as u64, true);
    h.fits(cap)?;
    let mut w: Vec<u64> = h.str(s).iter().map(|b| u64::from(*b)).collect();
    w.resize(cap as usize, 0);
    Ok((h.adopt(w.into(), true), slice_meta(n as u32, cap as u32)))
}

/// `[]rune(string)`
pub(crate) fn to_runes(h: &mut Heap, s: u64) -> Result<(u64, u64), OutOfMemory> {
    h.fits(h.str_len(s) as u64)?;
    let (mut w, mut rest) = (Vec::new(), h.str(s));
    while let Some((c, n)) = decode(rest) {
        w.push(u64::from(c));
        rest = rest.get(n..).unwrap_or(&[]);
    }
    let n = w.len();
    let cap = slices::round_up(4 * n as u64, true) / 4;
    w.resize(cap as usize, 0);
    Ok((h.adopt(w.into(), true), slice_meta(n as u32, cap as u32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_as_go() {
        assert_eq!(decode("é".as_bytes()), Some((0xE9, 2)));
        assert_eq!(decode("世".as_bytes()), Some((0x4E16, 3)));
        assert_eq!(decode("😀!".as_bytes()), Some((0x1F600, 4)));
        for bad in [&b"\xff"[..], b"\xc0\x80", b"\xed\xa0\x80", b"\xe4\xb8", b"\xf4\x90\x80\x80"] {
            assert_eq!(decode(bad), Some((RUNE_ERROR, 1)), "{bad:x?}");
        }
        assert_eq!(decode(b""), None);
    }
}
