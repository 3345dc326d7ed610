//! Equality and hashing of Go values by their runtime type (Go spec, "Comparison operators").

use crate::heap::Heap;
use crate::map::{KeyKind, hash_bytes, hash_word};
use program::{Kind, Program, RType, RTypeId};

/// The dynamic type of an interface is not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Uncomparable(pub RTypeId);

/// How keys of this type are compared.
pub(crate) fn key_kind(t: &RType) -> KeyKind {
    match t.kind {
        Kind::String => KeyKind::Str,
        _ if t.plain && t.size == 1 => KeyKind::Word,
        _ => KeyKind::Other,
    }
}

/// Whether two values of type `ty` are equal. Go's rule for a panic on interfaces that hold
/// uncomparable values: only when the comparison gets there.
pub(crate) fn equal(
    p: &Program,
    h: &Heap,
    ty: RTypeId,
    a: &[u64],
    b: &[u64],
) -> Result<bool, Uncomparable> {
    let Some(t) = p.types.get(ty as usize) else { return Ok(a == b) };
    if t.plain {
        return Ok(a == b);
    }
    let (x, y) = (a.first().copied().unwrap_or(0), b.first().copied().unwrap_or(0));
    Ok(match t.kind {
        Kind::String => x == y || h.str(x) == h.str(y),
        Kind::Float32 | Kind::Float64 => f64::from_bits(x) == f64::from_bits(y),
        Kind::Complex64 | Kind::Complex128 => {
            a.iter().zip(b).all(|(x, y)| f64::from_bits(*x) == f64::from_bits(*y))
        }
        Kind::Interface => return equal_iface(p, h, a, b),
        Kind::Struct => {
            for f in &t.fields {
                if &*f.name == "_" {
                    continue;
                }
                let n = p.types.get(f.ty as usize).map_or(0, |t| t.size as usize);
                let r = f.offset as usize..f.offset as usize + n;
                let (a, b) = (a.get(r.clone()).unwrap_or(&[]), b.get(r).unwrap_or(&[]));
                if !equal(p, h, f.ty, a, b)? {
                    return Ok(false);
                }
            }
            true
        }
        Kind::Array => {
            let e = t.elem.unwrap_or(0);
            let n = p.types.get(e as usize).map_or(1, |t| t.size.max(1) as usize);
            for (a, b) in a.chunks(n).zip(b.chunks(n)) {
                if !equal(p, h, e, a, b)? {
                    return Ok(false);
                }
            }
            true
        }
        Kind::Slice | Kind::Map | Kind::Func => return Err(Uncomparable(ty)),
        _ => x == y,
    })
}

/// Whether two interfaces hold equal values of the same type.
pub(crate) fn equal_iface(
    p: &Program,
    h: &Heap,
    a: &[u64],
    b: &[u64],
) -> Result<bool, Uncomparable> {
    let (Some(&ta), Some(&tb)) = (a.first(), b.first()) else { return Ok(true) };
    if ta != tb {
        return Ok(false);
    }
    if ta == 0 {
        return Ok(true);
    }
    let ty = (ta - 1) as RTypeId;
    let Some(t) = p.types.get(ty as usize) else { return Ok(a == b) };
    if !t.comparable {
        return Err(Uncomparable(ty));
    }
    equal(p, h, ty, unboxed(p, h, a), unboxed(p, h, b))
}

/// The words of the value in an interface.
pub(crate) fn unboxed<'a>(p: &Program, h: &'a Heap, iface: &'a [u64]) -> &'a [u64] {
    let (Some(&t), Some(data)) = (iface.first(), iface.get(1..2)) else { return &[] };
    if t == 0 {
        return &[];
    }
    match p.types.get((t - 1) as usize).map_or(1, |t| t.size) {
        0 => &[],
        1 => data,
        n => h.range(data[0], n as usize).unwrap_or(&[]),
    }
}

/// Hash of a value of type `ty`; equal values have equal hashes.
pub(crate) fn hash(p: &Program, h: &Heap, ty: RTypeId, v: &[u64]) -> Result<u32, Uncomparable> {
    let Some(t) = p.types.get(ty as usize) else { return Ok(0) };
    let x = v.first().copied().unwrap_or(0);
    let mix = |a: u32, b: u32| hash_word(u64::from(a) << 32 | u64::from(b));
    Ok(match t.kind {
        Kind::String => hash_bytes(h.str(x)),
        Kind::Float32 | Kind::Float64 => hash_float(x),
        Kind::Complex64 | Kind::Complex128 => v.iter().fold(1, |a, &x| mix(a, hash_float(x))),
        Kind::Interface => {
            if x == 0 {
                return Ok(0);
            }
            let ty = (x - 1) as RTypeId;
            if p.types.get(ty as usize).is_some_and(|t| !t.comparable) {
                return Err(Uncomparable(ty));
            }
            mix(ty, hash(p, h, ty, unboxed(p, h, v))?)
        }
        Kind::Struct => {
            let mut a = 7;
            for f in &t.fields {
                if &*f.name == "_" {
                    continue;
                }
                let n = p.types.get(f.ty as usize).map_or(0, |t| t.size as usize);
                let r = f.offset as usize..f.offset as usize + n;
                a = mix(a, hash(p, h, f.ty, v.get(r).unwrap_or(&[]))?);
            }
            a
        }
        Kind::Array => {
            let e = t.elem.unwrap_or(0);
            let n = p.types.get(e as usize).map_or(1, |t| t.size.max(1) as usize);
            let mut a = 11;
            for v in v.chunks(n) {
                a = mix(a, hash(p, h, e, v)?);
            }
            a
        }
        Kind::Slice | Kind::Map | Kind::Func => return Err(Uncomparable(ty)),
        _ => hash_word(x),
    })
}

fn hash_float(bits: u64) -> u32 {
    // +0 and -0 are equal.
    hash_word(if f64::from_bits(bits) == 0.0 { 0 } else { bits })
}
