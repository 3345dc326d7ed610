//! The order in which maps are printed, after `internal/fmtsort`.

use crate::equal::unboxed;
use crate::heap::Heap;
use program::{Kind, Program, RTypeId};
use std::cmp::Ordering;

/// Compares two keys of a type.
pub(crate) fn compare(p: &Program, h: &Heap, ty: RTypeId, a: &[u64], b: &[u64]) -> Ordering {
    let Some(t) = p.types.get(ty as usize) else { return a.cmp(b) };
    let (x, y) = (a.first().copied().unwrap_or(0), b.first().copied().unwrap_or(0));
    match t.kind {
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
            (x as i64).cmp(&(y as i64))
        }
        Kind::String => h.str(x).cmp(h.str(y)),
        Kind::Float32 | Kind::Float64 => float(x, y),
        Kind::Complex64 | Kind::Complex128 => {
            let im = |v: &[u64]| v.get(1).copied().unwrap_or(0);
            float(x, y).then_with(|| float(im(a), im(b)))
        }
        Kind::Struct => {
            for f in &t.fields {
                let n = p.types.get(f.ty as usize).map_or(0, |t| t.size as usize);
                let r = f.offset as usize..f.offset as usize + n;
                let (a, b) = (a.get(r.clone()).unwrap_or(&[]), b.get(r).unwrap_or(&[]));
                match compare(p, h, f.ty, a, b) {
                    Ordering::Equal => {}
                    o => return o,
                }
            }
            Ordering::Equal
        }
        Kind::Array => {
            let e = t.elem.unwrap_or(0);
            let n = p.types.get(e as usize).map_or(1, |t| t.size.max(1) as usize);
            a.chunks(n)
                .zip(b.chunks(n))
                .map(|(a, b)| compare(p, h, e, a, b))
                .find(|o| *o != Ordering::Equal)
                .unwrap_or(Ordering::Equal)
        }
        Kind::Interface => match (x, y) {
            (0, _) | (_, 0) => x.cmp(&y),
            _ if x != y => x.cmp(&y),
            _ => {
                let ty = (x - 1) as RTypeId;
                compare(p, h, ty, unboxed(p, h, a), unboxed(p, h, b))
            }
        },
        _ => x.cmp(&y),
    }
}

/// NaN comes first.
fn float(x: u64, y: u64) -> Ordering {
    let (x, y) = (f64::from_bits(x), f64::from_bits(y));
    x.partial_cmp(&y).unwrap_or_else(|| y.is_nan().cmp(&x.is_nan()))
}
