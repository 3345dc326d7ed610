//! Packages `sort` and `slices`: what works on slices of any type.

use crate::equal::unboxed;
use crate::heap::Heap;
use crate::natives::{Cx, NativeFn, Next};
use crate::trap::Trap;
use ::std::cmp::Ordering;
use program::layout::slice_len;
use program::{Kind, RTypeId};

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("slices.sortOrdered", sort_ordered), ("sort.length", length), ("sort.swapAt", swap_at)];

/// Pointer, length and size of elements of the slice in the interface at argument 0.
fn slice(cx: &Cx<'_>) -> Option<(u64, usize, usize)> {
    let p = &cx.m.program;
    let ty = cx.arg(0).checked_sub(1)? as RTypeId;
    let t = p.types.get(ty as usize).filter(|t| t.kind == Kind::Slice)?;
    let words = unboxed(p, &cx.st.heap, &[cx.arg(0), cx.arg(1)]).to_vec();
    let size = p.types.get(t.elem? as usize)?.size as usize;
    Some((words.first().copied()?, slice_len(words.get(1).copied()?) as usize, size))
}

fn length(cx: &mut Cx<'_>) -> Next {
    match slice(cx) {
        Some((_, n, _)) => {
            cx.set(0, n as u64);
            Next::Done
        }
        None => Trap::Text("reflect: call of Swapper on a value that is not a slice".into()).into(),
    }
}

fn swap_at(cx: &mut Cx<'_>) -> Next {
    let (i, j) = (cx.arg(2) as usize, cx.arg(3) as usize);
    if let Some((ptr, n, size)) = slice(cx)
        && i < n
        && j < n
        && i != j
        && let Some(words) = cx.st.heap.range_mut(ptr, n * size)
    {
        for k in 0..size {
            words.swap(i * size + k, j * size + k);
        }
    }
    Next::Done
}

/// Words in ascending order; as floats, NaNs come first.
fn order(h: &Heap, kind: Kind, a: u64, b: u64) -> Ordering {
    match kind {
        Kind::String => h.str(a).cmp(h.str(b)),
        Kind::Float32 | Kind::Float64 => {
            let (x, y) = (f64::from_bits(a), f64::from_bits(b));
            x.partial_cmp(&y).unwrap_or_else(|| y.is_nan().cmp(&x.is_nan()))
        }
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
            (a as i64).cmp(&(b as i64))
        }
        _ => a.cmp(&b),
    }
}

/// `sortOrdered[E cmp.Ordered](x []E)`
fn sort_ordered(cx: &mut Cx<'_>) -> Next {
    let (ptr, meta) = cx.slice(1);
    let kind = cx.m.program.types.get(cx.arg(0) as usize).map_or(Kind::Int, |t| t.kind);
    let n = slice_len(meta) as usize;
    let Some(mut words) = cx.st.heap.range(ptr, n).map(<[u64]>::to_vec) else { return Next::Done };
    words.sort_by(|a, b| order(&cx.st.heap, kind, *a, *b));
    if let Some(to) = cx.st.heap.range_mut(ptr, n) {
        to.copy_from_slice(&words);
    }
    Next::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        let h = Heap::new(1 << 20);
        let f = |x: f64, y: f64| order(&h, Kind::Float64, x.to_bits(), y.to_bits());
        assert_eq!(f(f64::NAN, -1.0), Ordering::Less);
        assert_eq!(f(2.0, -1.0), Ordering::Greater);
        assert_eq!(order(&h, Kind::Int, u64::MAX, 1), Ordering::Less);
        assert_eq!(order(&h, Kind::Uint, u64::MAX, 1), Ordering::Greater);
    }
}
