//! Arithmetic on floats where Go and Rust differ.

/// Go's `min`: NaN if either is, and -0 is below +0.
pub(crate) fn min(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else if a == 0.0 && b == 0.0 {
        if a.is_sign_negative() { a } else { b }
    } else if a < b {
        a
    } else {
        b
    }
}

/// Go's `max`.
pub(crate) fn max(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else if a == 0.0 && b == 0.0 {
        if a.is_sign_negative() { b } else { a }
    } else if a > b {
        a
    } else {
        b
    }
}

/// Conversion as amd64's `CVTTSD2SQ`: what does not fit becomes `1 << 63`.
pub(crate) fn to_i64(x: f64) -> i64 {
    const TOP: f64 = 9_223_372_036_854_775_808.0;
    if (-TOP..TOP).contains(&x) { x as i64 } else { i64::MIN }
}

/// Conversion to uint64 as gc compiles it on amd64.
pub(crate) fn to_u64(x: f64) -> u64 {
    const TOP: f64 = 9_223_372_036_854_775_808.0;
    if x < TOP { to_i64(x) as u64 } else { to_i64(x - TOP) as u64 ^ 1 << 63 }
}

/// Complex quotient, as `complex128div` in `runtime/complex.go` (Smith's algorithm, and C99 Annex G
/// for infinities).
pub(crate) fn div_complex(n: (f64, f64), m: (f64, f64)) -> (f64, f64) {
    let ((mut a, mut b), (mut c, mut d)) = (n, m);
    let (mut e, mut f);
    if c.abs() >= d.abs() {
        let ratio = d / c;
        let denom = c + ratio * d;
        e = (a + b * ratio) / denom;
        f = (b - a * ratio) / denom;
    } else {
        let ratio = c / d;
        let denom = d + ratio * c;
        e = (a * ratio + b) / denom;
        f = (b * ratio - a) / denom;
    }
    if e.is_nan() && f.is_nan() {
        let one = |x: f64| f64::copysign(if x.is_infinite() { 1.0 } else { 0.0 }, x);
        if c == 0.0 && d == 0.0 && !(a.is_nan() && b.is_nan()) {
            e = f64::INFINITY.copysign(c) * a;
            f = f64::INFINITY.copysign(c) * b;
        } else if (a.is_infinite() || b.is_infinite()) && c.is_finite() && d.is_finite() {
            (a, b) = (one(a), one(b));
            e = f64::INFINITY * (a * c + b * d);
            f = f64::INFINITY * (b * c - a * d);
        } else if (c.is_infinite() || d.is_infinite()) && a.is_finite() && b.is_finite() {
            (c, d) = (one(c), one(d));
            e = 0.0 * (a * c + b * d);
            f = 0.0 * (b * c - a * d);
        }
    }
    (e, f)
}
