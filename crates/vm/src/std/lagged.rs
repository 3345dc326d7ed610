//! The state that `math/rand`'s sources mix their seed into: that of the additive lagged Fibonacci
//! generator `s[t] = s[t-607] + s[t-273]` after 7.8e12 steps, computed by a jump ahead:
//! x^n modulo the characteristic polynomial says how far states depend on the first one.

use crate::natives::{Cx, NativeFn, Next};
use program::layout::slice_meta;

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[("math/rand.cooked", native)];

const LEN: usize = 607;
const TAP: usize = 273;
const STEPS: u64 = 7_800_000_000_000;

type Poly = Vec<u64>;

/// Reduces modulo x^607 - x^334 - 1.
fn reduce(mut p: Poly) -> Poly {
    for i in (LEN..p.len()).rev() {
        let c = p[i];
        p[i - LEN] = p[i - LEN].wrapping_add(c);
        p[i - TAP] = p[i - TAP].wrapping_add(c);
    }
    p.truncate(LEN);
    p
}

fn square(p: &Poly) -> Poly {
    let mut out = vec![0u64; 2 * LEN - 1];
    for (i, a) in p.iter().enumerate() {
        for (o, b) in out.iter_mut().skip(i).zip(p) {
            *o = o.wrapping_add(a.wrapping_mul(*b));
        }
    }
    reduce(out)
}

fn times_x(p: &Poly) -> Poly {
    let mut out = Vec::with_capacity(LEN + 1);
    out.push(0);
    out.extend_from_slice(p);
    reduce(out)
}

/// The generator's array for seed 1, before any step.
fn first() -> Vec<u64> {
    let mut x = 1u64;
    let mut next = || {
        x = x * 48271 % 0x7FFF_FFFF;
        x
    };
    for _ in 0..20 {
        next();
    }
    (0..LEN).map(|_| next() << 20 ^ next() << 10 ^ next()).collect()
}

/// Where in the array the value of step `t` (from -607) lies, as offset from -607.
fn index(t: u64) -> usize {
    let n = LEN as u64;
    ((LEN - TAP - 1) as u64 + n - t % n) as usize % LEN
}

fn cooked() -> Vec<u64> {
    let init = first();
    let state: Vec<u64> = (0..LEN as u64).map(|t| init[index(t)]).collect();
    let mut p = vec![0u64; LEN];
    p[0] = 1;
    for bit in (0..64 - STEPS.leading_zeros()).rev() {
        p = square(&p);
        if STEPS >> bit & 1 == 1 {
            p = times_x(&p);
        }
    }
    let mut out = vec![0u64; LEN];
    for t in 0..LEN as u64 {
        let v = p.iter().zip(&state).fold(0u64, |v, (c, s)| v.wrapping_add(c.wrapping_mul(*s)));
        out[index(STEPS + t)] = v;
        p = times_x(&p);
    }
    out
}

fn native(cx: &mut Cx<'_>) -> Next {
    let n = LEN as u32;
    let ptr = cx.st.heap.adopt(cooked().into(), true);
    cx.set_slice(0, (ptr, slice_meta(n, n)));
    Next::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `rand.New(rand.NewSource(1))` in Go gives these numbers first.
    #[test]
    fn as_go() {
        let cooked = cooked();
        let mut x = 1u64;
        let mut next = || {
            x = x * 48271 % 0x7FFF_FFFF;
            x
        };
        for _ in 0..20 {
            next();
        }
        let mut vec: Vec<u64> =
            cooked.iter().map(|c| (next() << 40 ^ next() << 20 ^ next()) ^ c).collect();
        let (mut tap, mut feed, mut out) = (0, LEN - TAP, vec![]);
        for _ in 0..3 {
            tap = (tap + LEN - 1) % LEN;
            feed = (feed + LEN - 1) % LEN;
            vec[feed] = vec[feed].wrapping_add(vec[tap]);
            out.push(vec[feed] & (u64::MAX >> 1));
        }
        assert_eq!(out, [5577006791947779410, 8674665223082153551, 6129484611666145821]);
    }
}
