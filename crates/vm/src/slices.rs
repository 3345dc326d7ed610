//! Slices: making, slicing, appending.

use crate::heap::{Heap, ZERO_BASE};
use crate::trap::{Bound, Trap};
use program::layout::{slice_cap, slice_len, slice_meta};
use program::{Kind, Program, RTypeId};

/// Sizes of Go's small allocations (`runtime/sizeclasses.go`).
const CLASSES: [u16; 67] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728,
    10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
    32768,
];

/// What Go would really allocate for `size` bytes (`roundupsize`).
pub(crate) fn round_up(size: u64, plain: bool) -> u64 {
    const PAGE: u64 = 8192;
    if size == 0 {
        return 0;
    }
    if size <= 32768 - 8 {
        let header = if !plain && size > 512 { 8 } else { 0 };
        let want = size + header;
        let class = CLASSES.iter().map(|c| u64::from(*c)).find(|c| *c >= want).unwrap_or(want);
        return class - header;
    }
    size.div_ceil(PAGE).saturating_mul(PAGE)
}

/// Whether values of the type hold no references.
pub(crate) fn is_plain(p: &Program, ty: RTypeId) -> bool {
    let Some(t) = p.types.get(ty as usize) else { return false };
    match t.kind {
        Kind::String
        | Kind::UnsafePointer
        | Kind::Chan
        | Kind::Func
        | Kind::Interface
        | Kind::Map
        | Kind::Pointer
        | Kind::Slice => false,
        Kind::Array => t.len == 0 || t.elem.is_none_or(|e| is_plain(p, e)),
        Kind::Struct => t.fields.iter().all(|f| is_plain(p, f.ty)),
        _ => true,
    }
}

/// `s[lo:hi:max]`
pub(crate) fn slice(
    regs: &mut [u64],
    f: u8,
    d: usize,
    s: usize,
    a: usize,
    size: u32,
) -> Result<(), Trap> {
    let (ptr, meta) = (regs[s], regs[s + 1]);
    let (len, cap) = (u64::from(slice_len(meta)), u64::from(slice_cap(meta)));
    let array = f & 8 != 0;
    let lo = if f & 1 != 0 { regs[a] } else { 0 };
    let hi = if f & 2 != 0 { regs[a + 1] } else { len };
    let fail = |b, x: u64, y| Err(Trap::Bounds(b, x as i64, y));
    let mut max = cap;
    if f & 4 != 0 {
        max = regs[a + 2];
        if max > cap {
            return fail(if array { Bound::Slice3Len } else { Bound::Slice3Cap }, max, cap);
        }
        if hi > max {
            return fail(Bound::Slice3B, hi, max);
        }
        if lo > hi {
            return fail(Bound::Slice3C, lo, hi);
        }
    } else {
        if hi > cap {
            return fail(if array { Bound::SliceLen } else { Bound::SliceCap }, hi, cap);
        }
        if lo > hi {
            return fail(Bound::Slice, lo, hi);
        }
    }
    let cap = max - lo;
    regs[d] = if cap == 0 { ptr } else { ptr + lo * u64::from(size) };
    regs[d + 1] = slice_meta((hi - lo) as u32, cap as u32);
    Ok(())
}

/// `make([]E, len, cap)`
pub(crate) fn make(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    len: i64,
    cap: i64,
) -> Result<(u64, u64), Trap> {
    let t = p.types.get(ty as usize);
    let (size, bytes) = t.map_or((1, 8), |t| (u64::from(t.size), t.bytes));
    // Go's address space has 48 bits.
    let fits = |n: i64| n >= 0 && (n as u64).checked_mul(bytes.max(1)).is_some_and(|b| b < 1 << 48);
    if !fits(len) {
        return Err(Trap::Error("makeslice: len out of range".into()));
    }
    if !fits(cap) || cap < len {
        return Err(Trap::Error("makeslice: cap out of range".into()));
    }
    let words = (cap as u64).saturating_mul(size);
    if cap > i64::from(u32::MAX) {
        return Err(Trap::Memory(words.saturating_mul(8)));
    }
    h.fits(words)?;
    let plain = is_plain(p, ty);
    let ptr = if plain { h.plain(words as usize) } else { h.slots(words as usize) };
    Ok((ptr, slice_meta(len as u32, cap as u32)))
}

/// The capacity that `append` gives a slice that has to hold `need` elements (`growslice`).
fn next_cap(need: u64, old: u64, bytes: u64, plain: bool) -> u64 {
    if bytes == 0 {
        return need;
    }
    let mut cap = old;
    if need > 2 * old {
        cap = need;
    } else if old < 256 {
        cap = 2 * old;
    } else {
        while cap < need {
            cap += (cap + 3 * 256) / 4;
        }
    }
    round_up(cap.saturating_mul(bytes), plain) / bytes
}

/// Makes room for `n` more elements behind `s`; the new slice, whose last `n` elements are to be set.
#[inline]
pub(crate) fn extend(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    s: (u64, u64),
    n: usize,
) -> Result<(u64, u64), Trap> {
    let (len, cap) = (slice_len(s.1), slice_cap(s.1));
    let need = u64::from(len) + n as u64;
    if need <= u64::from(cap) {
        return Ok((s.0, slice_meta(need as u32, cap)));
    }
    grow(p, h, ty, s, need)
}

#[inline(never)]
fn grow(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    s: (u64, u64),
    need: u64,
) -> Result<(u64, u64), Trap> {
    let (len, cap) = (slice_len(s.1), slice_cap(s.1));
    let t = p.types.get(ty as usize);
    let (size, bytes) = t.map_or((1, 8), |t| (t.size as usize, t.bytes));
    let plain = is_plain(p, ty);
    let cap = next_cap(need, u64::from(cap), bytes, plain);
    let words = cap.saturating_mul(size as u64);
    if cap > u64::from(u32::MAX) {
        return Err(Trap::Memory(words.saturating_mul(8)));
    }
    h.fits(words)?;
    let ptr = if plain { h.plain(words as usize) } else { h.slots(words as usize) };
    h.copy(ptr, s.0, len as usize * size);
    Ok((ptr, slice_meta(need as u32, cap as u32)))
}

/// `append(s, t...)`
pub(crate) fn append_slice(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    s: (u64, u64),
    t: (u64, u64),
) -> Result<(u64, u64), Trap> {
    let n = slice_len(t.1) as usize;
    if n == 0 {
        return Ok(s);
    }
    let size = p.types.get(ty as usize).map_or(1, |t| t.size as usize);
    let (ptr, meta) = extend(p, h, ty, s, n)?;
    h.copy(ptr + u64::from(slice_len(s.1)) * size as u64, t.0, n * size);
    Ok((ptr, meta))
}

/// `append(s, str...)` of bytes.
pub(crate) fn append_str(
    p: &Program,
    h: &mut Heap,
    s: (u64, u64),
    t: u64,
) -> Result<(u64, u64), Trap> {
    let n = h.str_len(t);
    if n == 0 {
        return Ok(s);
    }
    let byte = p.known.basic.get(7).copied().unwrap_or(0);
    let (ptr, meta) = extend(p, h, byte, s, n)?;
    copy_str(h, (ptr + u64::from(slice_len(s.1)), slice_meta(n as u32, n as u32)), t);
    Ok((ptr, meta))
}

/// `copy(a, str)` of bytes; how many.
pub(crate) fn copy_str(h: &mut Heap, a: (u64, u64), t: u64) -> u64 {
    let n = (slice_len(a.1) as usize).min(h.str_len(t));
    let bytes: Vec<u64> = h.str(t).iter().take(n).map(|b| u64::from(*b)).collect();
    if let Some(to) = h.range_mut(a.0, n)
        && n > 0
    {
        to.copy_from_slice(&bytes);
    }
    n as u64
}

/// What a slice of interfaces, or of something else of two words, holds.
pub(crate) fn interfaces(h: &Heap, (ptr, meta): (u64, u64)) -> Vec<[u64; 2]> {
    let words = h.range(ptr, 2 * slice_len(meta) as usize).unwrap_or(&[]);
    words.as_chunks::<2>().0.to_vec()
}

/// The bytes of a `[]byte`.
pub(crate) fn bytes(h: &Heap, s: (u64, u64)) -> Vec<u8> {
    let words = h.range(s.0, slice_len(s.1) as usize).unwrap_or(&[]);
    words.iter().map(|w| *w as u8).collect()
}

/// A new slice of one-slot elements that may be references.
pub(crate) fn from_words(h: &mut Heap, w: &[u64]) -> (u64, u64) {
    let n = w.len() as u32;
    (if w.is_empty() { ZERO_BASE } else { h.boxed(w) }, slice_meta(n, n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacities_grow_as_in_go() {
        // `for i := 0; i < 2000; i++ { s = append(s, i) }` of ints, as Go 1.27 prints it.
        let (mut cap, mut caps) = (0, vec![]);
        for need in 1..=2000 {
            if need > cap {
                cap = next_cap(need, cap, 8, true);
                caps.push(cap);
            }
        }
        assert_eq!(caps, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560]);
        assert_eq!(next_cap(5, 3, 1, true), 8);
        assert_eq!(next_cap(3, 0, 8, true), 3);
        assert_eq!(next_cap(5, 4, 16, false), 8);
        assert_eq!(next_cap(1, 0, 0, true), 1);
    }
}
