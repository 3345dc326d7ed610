//! Packages `math/rand` and `math/rand/v2`: every random number is a choice of the schedule.

use crate::natives::{Cx, NativeFn, Next};
use executor::Choice;

pub(crate) const NATIVES: &[(&str, NativeFn)] =
    &[("math/rand.choose", choose), ("math/rand/v2.choose", choose)];

/// Uniform in `0..n`.
fn choose(cx: &mut Cx<'_>) -> Next {
    let n = cx.arg(0) as u32;
    let v = cx.m.handle.choose(Choice::Rand, n);
    cx.set(0, u64::from(v));
    Next::Done
}
