//! Packages `math` and `math/bits`.
//!
//! Results must be the same on every machine, so nothing here asks the system's own library.

use crate::natives::{Cx, NativeFn, Next};

fn one(cx: &mut Cx<'_>, f: impl Fn(f64) -> f64) -> Next {
    let x = cx.float(0);
    cx.set_float(0, f(x));
    Next::Done
}

fn two(cx: &mut Cx<'_>, f: impl Fn(f64, f64) -> f64) -> Next {
    let (x, y) = (cx.float(0), cx.float(1));
    cx.set_float(0, f(x, y));
    Next::Done
}

fn word(cx: &mut Cx<'_>, f: impl Fn(u64) -> u64) -> Next {
    let x = cx.arg(0);
    cx.set(0, f(x));
    Next::Done
}

macro_rules! natives {
    (one: $($a:literal $f:expr,)* two: $($b:literal $g:expr,)* other: $($c:literal $h:expr,)*) => {
        pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
            $((concat!("math.", $a), |cx| one(cx, $f)),)*
            $((concat!("math.", $b), |cx| two(cx, $g)),)*
            $(($c, $h),)*
        ];
    };
}

natives! {
    one:
    "Abs" f64::abs,
    "Acos" libm::acos,
    "Acosh" libm::acosh,
    "Asin" libm::asin,
    "Asinh" libm::asinh,
    "Atan" libm::atan,
    "Atanh" libm::atanh,
    "Cbrt" libm::cbrt,
    "Ceil" libm::ceil,
    "Cos" libm::cos,
    "Cosh" libm::cosh,
    "Erf" libm::erf,
    "Erfc" libm::erfc,
    "Exp" libm::exp,
    "Exp2" libm::exp2,
    "Expm1" libm::expm1,
    "Floor" libm::floor,
    "Gamma" gamma,
    "J0" libm::j0,
    "J1" libm::j1,
    "Log" libm::log,
    "Log10" libm::log10,
    "Log1p" libm::log1p,
    "Log2" log2,
    "Round" libm::round,
    "RoundToEven" libm::rint,
    "Sin" libm::sin,
    "Sinh" libm::sinh,
    "Sqrt" libm::sqrt,
    "Tan" libm::tan,
    "Tanh" libm::tanh,
    "Trunc" libm::trunc,
    "Y0" libm::y0,
    "Y1" libm::y1,
    two:
    "Atan2" libm::atan2,
    "Hypot" libm::hypot,
    "Mod" libm::fmod,
    "Pow" libm::pow,
    "Remainder" libm::remainder,
    other:
    "math.FMA" |cx| {
        let r = libm::fma(cx.float(0), cx.float(1), cx.float(2));
        cx.set_float(0, r);
        Next::Done
    },
    "math.Float32bits" |cx| word(cx, |x| u64::from((f64::from_bits(x) as f32).to_bits())),
    "math.Float32frombits" |cx| word(cx, |x| f64::from(f32::from_bits(x as u32)).to_bits()),
    "math.Float64bits" |_| Next::Done,
    "math.Float64frombits" |_| Next::Done,
    "math.Frexp" |cx| {
        let (f, e) = frexp(cx.float(0));
        cx.set_float(0, f);
        cx.set(1, e as u64);
        Next::Done
    },
    "math.Jn" |cx| bessel(cx, libm::jn),
    "math.Ldexp" |cx| {
        let e = cx.int(1).clamp(-5000, 5000) as i32;
        let r = libm::ldexp(cx.float(0), e);
        cx.set_float(0, r);
        Next::Done
    },
    "math.Lgamma" |cx| {
        let (l, sign) = lgamma(cx.float(0));
        cx.set_float(0, l);
        cx.set(1, sign as u64);
        Next::Done
    },
    "math.Yn" |cx| bessel(cx, libm::yn),
    "math/bits.Len64" |cx| word(cx, |x| u64::from(64 - x.leading_zeros())),
    "math/bits.OnesCount64" |cx| word(cx, |x| u64::from(x.count_ones())),
    "math/bits.Reverse64" |cx| word(cx, u64::reverse_bits),
    "math/bits.ReverseBytes64" |cx| word(cx, u64::swap_bytes),
    "math/bits.TrailingZeros64" |cx| word(cx, |x| u64::from(x.trailing_zeros())),
}

fn bessel(cx: &mut Cx<'_>, f: impl Fn(i32, f64) -> f64) -> Next {
    let n = cx.int(0).clamp(i64::from(-i32::MAX), i64::from(i32::MAX)) as i32;
    let x = cx.float(1);
    cx.set_float(0, f(n, x));
    Next::Done
}

fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || x.is_nan() || x.is_infinite() {
        return (x, 0);
    }
    let (f, e) = libm::frexp(x);
    (f, i64::from(e))
}

/// Exact for powers of two.
fn log2(x: f64) -> f64 {
    let (f, e) = frexp(x);
    if f == 0.5 {
        return (e - 1) as f64;
    }
    libm::log(f) * (1.0 / ::std::f64::consts::LN_2) + e as f64
}

fn gamma(x: f64) -> f64 {
    if x == f64::NEG_INFINITY || x < 0.0 && x == libm::floor(x) {
        return f64::NAN;
    }
    libm::tgamma(x)
}

fn lgamma(x: f64) -> (f64, i64) {
    if x == f64::NEG_INFINITY {
        return (x, 1);
    }
    let (l, sign) = libm::lgamma_r(x);
    (l, if sign < 0 { -1 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        assert_eq!(frexp(8.0), (0.5, 4));
        assert_eq!(frexp(-0.75), (-0.75, 0));
        assert_eq!(log2(8.0), 3.0);
        assert_eq!(log2(f64::from_bits(1)), -1074.0);
        assert_eq!(lgamma(-0.5).1, -1);
    }
}
