//! Maps of the program: keys and values in registers.

use crate::equal::{equal, hash, key_kind};
use crate::heap::Heap;
use crate::map::{Cursor, GROUP, KeyKind, Map, hash_bytes, hash_word};
use crate::objects::IterObj;
use crate::trap::{Trap, unhashable_in_empty};
use executor::{Choice, Handle, Rng};
use program::{Program, RTypeId};
use std::cell::Cell;
use std::rc::Rc;

fn size(p: &Program, ty: Option<RTypeId>) -> usize {
    ty.and_then(|t| p.types.get(t as usize)).map_or(0, |t| t.size as usize)
}

/// `make(map[K]V)`
pub(crate) fn make(p: &Program, h: &mut Heap, ty: RTypeId) -> u64 {
    let Some(t) = p.types.get(ty as usize) else { return 0 };
    let key = t.key.unwrap_or(0);
    let kind = p.types.get(key as usize).map_or(KeyKind::Word, key_kind);
    h.map(Map::new(kind, key, size(p, t.key), size(p, t.elem)))
}

/// Where a key is, and its hash.
#[inline]
fn find(p: &Program, h: &Heap, map: u64, key: &[u64]) -> Result<(Option<usize>, u32), Trap> {
    let Some(m) = h.get_map(map) else { return Ok((None, 0)) };
    let x = key.first().copied().unwrap_or(0);
    Ok(match m.kind {
        KeyKind::Word => (m.find_word(x), hash_word(x)),
        KeyKind::Str => {
            let s = h.str(x);
            let hash = hash_bytes(s);
            (m.find(hash, |k| k.first().is_some_and(|k| *k == x || h.str(*k) == s)), hash)
        }
        KeyKind::Other => {
            let code = hash(p, h, m.key_type, key).map_err(|e| Trap::unhashable(p, e))?;
            let eq = |k: &[u64]| matches!(equal(p, h, m.key_type, k, key), Ok(true));
            (m.find(code, eq), code)
        }
    })
}

/// The value of a key that can be hashed.
pub(crate) fn lookup<'a>(p: &Program, h: &'a Heap, map: u64, key: &[u64]) -> Option<&'a [u64]> {
    let e = find(p, h, map, key).ok()?.0?;
    h.get_map(map).map(|m| m.value(e))
}

/// `m[k]`: value to `regs[d..]`, zero if absent. Whether it was there, and the size of values.
#[inline]
pub(crate) fn get(
    p: &Program,
    h: &Heap,
    ty: RTypeId,
    map: u64,
    regs: &mut [u64],
    k: usize,
    d: usize,
) -> Result<(bool, usize), Trap> {
    let Some(m) = h.get_map(map) else {
        // Even a nil map does not take every key.
        let t = p.types.get(ty as usize);
        let (key, n) = (t.and_then(|t| t.key), size(p, t.and_then(|t| t.elem)));
        let ks = size(p, key);
        if let Some(key) = key {
            hash(p, h, key, &regs[k..k + ks]).map_err(|e| unhashable_in_empty(p, e))?;
        }
        regs[d..d + n].fill(0);
        return Ok((false, n));
    };
    let (ks, vs) = m.sizes();
    if m.len() == 0 && m.kind == KeyKind::Other {
        hash(p, h, m.key_type, &regs[k..k + ks]).map_err(|e| unhashable_in_empty(p, e))?;
    }
    match find(p, h, map, &regs[k..k + ks])?.0 {
        Some(e) => {
            regs[d..d + vs].copy_from_slice(m.value(e));
            Ok((true, vs))
        }
        None => {
            regs[d..d + vs].fill(0);
            Ok((false, vs))
        }
    }
}

/// `m[k] = v`
pub(crate) fn set(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    map: u64,
    regs: &[u64],
    k: usize,
    v: usize,
) -> Result<(), Trap> {
    let t = p.types.get(ty as usize);
    let (ks, vs) = (size(p, t.and_then(|t| t.key)), size(p, t.and_then(|t| t.elem)));
    put(p, h, map, &regs[k..k + ks], &regs[v..v + vs])
}

/// `m[key] = value`
pub(crate) fn put(
    p: &Program,
    h: &mut Heap,
    map: u64,
    key: &[u64],
    value: &[u64],
) -> Result<(), Trap> {
    let (e, code) = find(p, h, map, key)?;
    if e.is_none() {
        h.fits((key.len() + value.len()) as u64 + 4)?;
    }
    let Some(m) = h.get_map_mut(map) else {
        return Err(Trap::Plain("assignment to entry in nil map".into()));
    };
    let mut grew = 0;
    let e = match e {
        Some(e) => e,
        None => {
            let (e, bytes) = m.insert(code, key);
            grew = bytes;
            e
        }
    };
    m.value_mut(e).copy_from_slice(value);
    h.grew(grew);
    Ok(())
}

/// `delete(m, k)`
pub(crate) fn delete(
    p: &Program,
    h: &mut Heap,
    ty: RTypeId,
    map: u64,
    regs: &[u64],
    k: usize,
) -> Result<(), Trap> {
    let key = p.types.get(ty as usize).and_then(|t| t.key);
    let ks = size(p, key);
    if h.get_map(map).is_none_or(|m| m.len() == 0)
        && let Some(key) = key
    {
        hash(p, h, key, &regs[k..k + ks]).map_err(|e| unhashable_in_empty(p, e))?;
    }
    if let Some(e) = find(p, h, map, &regs[k..k + ks])?.0
        && let Some(m) = h.get_map_mut(map)
    {
        m.remove(e);
    }
    Ok(())
}

/// Maps of up to this many entries are iterated in any order that there is; larger ones go round from
/// anywhere.
const SHUFFLED: usize = 4096;

/// Orders of a map that is larger than a group, of which the schedule chooses one; the first is the
/// order of insertion.
const ORDERS: u32 = 1 << 16;

/// An iterator; its order is chosen by the schedule.
pub(crate) fn iter(handle: &Handle, h: &mut Heap, map: u64) -> u64 {
    let (mut cursor, mut order) = (Cursor::default(), Vec::new());
    match h.get_map(map) {
        Some(m) if (GROUP + 1..=SHUFFLED).contains(&m.len()) => {
            let seed = handle.choose(Choice::MapOrder, ORDERS);
            order = m.numbers();
            if seed > 0 {
                shuffle(&mut order, &mut Rng::new(seed.into()));
            }
        }
        Some(m) => cursor = m.cursor(handle.choose(Choice::MapOrder, m.len() as u32) as usize),
        None => {}
    }
    let bytes = 48 + 4 * order.len() as u64;
    h.native(Rc::new(IterObj { map, cursor: Cell::new(cursor), order: order.into() }), bytes)
}

/// Fisher and Yates' shuffle.
fn shuffle(list: &mut [u32], rng: &mut Rng) {
    for i in (1..list.len()).rev() {
        list.swap(i, rng.below(i as u32 + 1) as usize);
    }
}

/// The next entry of an iteration to `out`: key, then value. False at the end.
pub(crate) fn next(handle: &Handle, h: &Heap, iter: u64, out: &mut [u64]) -> bool {
    let Some(it) = h.get_native::<IterObj>(iter) else { return false };
    let Some(m) = h.get_map(it.map) else { return false };
    let mut c = it.cursor.get();
    let e = match it.order.is_empty() {
        true => m.next(&mut c, || handle.choose(Choice::MapOrder, 2) == 1),
        false => m.next_of(&it.order, &mut c),
    };
    it.cursor.set(c);
    let Some(e) = e else { return false };
    let (ks, vs) = m.sizes();
    out[..ks].copy_from_slice(m.key(e));
    out[ks..ks + vs].copy_from_slice(m.value(e));
    true
}
