//! Exact floats: rationals, and beyond their bounds a 512-bit binary float, as in `go/constant`.

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// Bits of mantissa of a [`BigFloat`].
const PRECISION: u64 = 512;
/// Rationals whose parts have more bits become [`BigFloat`]s.
const MAX_RATIO_BITS: u64 = 4 << 10;
/// Exponents beyond this are treated as infinite: such a constant is unknown, as for gc.
const MAX_EXP: i64 = 1 << 31;

/// `mant · 2^exp`, `mant` of at most 512 bits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BigFloat {
    pub(crate) mant: BigInt,
    pub(crate) exp: i64,
}

/// A float constant.
#[derive(Clone, Debug)]
pub enum Float {
    /// Exact.
    Ratio(BigRational),
    /// Very large, very small, or with too many digits.
    Big(BigFloat),
}

impl PartialEq for Float {
    fn eq(&self, other: &Float) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

/// `n / 2^shift` (or `· 2^-shift`) rounded to nearest even, given that `sticky` tells of
/// non-zero digits further down.
fn shift_round(n: &BigInt, shift: u64, sticky: bool) -> BigInt {
    if shift == 0 {
        return n.clone();
    }
    let mag = n.magnitude();
    let mut q = mag >> shift;
    let half = mag.bit(shift - 1);
    let low = sticky || mag.trailing_zeros().is_some_and(|z| z < shift - 1);
    if half && (low || q.bit(0)) {
        q += 1u32;
    }
    BigInt::from_biguint(n.sign(), q)
}

impl BigFloat {
    fn new(mant: BigInt, exp: i64, sticky: bool) -> Self {
        let bits = mant.bits();
        if bits > PRECISION {
            let shift = bits - PRECISION;
            BigFloat { mant: shift_round(&mant, shift, sticky), exp: exp + shift as i64 }
        } else {
            BigFloat { mant, exp }
        }
    }

    fn from_ratio(r: &BigRational) -> Self {
        Self::quotient(r.numer(), r.denom(), 0)
    }

    /// `n / d · 2^exp`
    fn quotient(n: &BigInt, d: &BigInt, exp: i64) -> Self {
        let want = PRECISION + 2 + d.bits();
        let shift = want.saturating_sub(n.bits());
        let n = n << shift;
        let q = &n / d;
        let exact = &q * d == n;
        // The quotient has more than 512 bits, so that the sticky bit always counts.
        BigFloat::new(q, exp - shift as i64, !exact)
    }

    /// Position of the leading bit: the value is in `[2^(e-1), 2^e)`.
    fn top(&self) -> i64 {
        self.exp + self.mant.bits() as i64
    }

    fn is_finite(&self) -> bool {
        self.top() <= MAX_EXP
    }
}

impl Float {
    /// An integer.
    pub fn from_int(i: BigInt) -> Float {
        Float::norm(BigRational::from_integer(i))
    }

    /// A finite machine float.
    pub fn from_f64(v: f64) -> Option<Float> {
        BigRational::from_float(v).map(Float::norm)
    }

    fn norm(r: BigRational) -> Float {
        if r.numer().bits() < MAX_RATIO_BITS && r.denom().bits() < MAX_RATIO_BITS {
            Float::Ratio(r)
        } else {
            Float::Big(BigFloat::from_ratio(&r))
        }
    }

    fn norm_big(b: BigFloat) -> Option<Float> {
        if b.mant.is_zero() {
            return Some(Float::Ratio(BigRational::zero()));
        }
        b.is_finite().then_some(Float::Big(b))
    }

    pub(crate) fn ratio(n: BigInt, d: BigInt) -> Option<Float> {
        (!d.is_zero()).then(|| Float::norm(BigRational::new(n, d)))
    }

    /// `mant · base^exp`; none when infinite.
    pub(crate) fn scaled(mant: BigInt, base: u32, exp: i64) -> Option<Float> {
        if mant.is_zero() {
            return Some(Float::Ratio(BigRational::zero()));
        }
        if base == 2 {
            if exp.unsigned_abs() < MAX_RATIO_BITS {
                let p = BigInt::one() << exp.unsigned_abs();
                return if exp < 0 {
                    Float::ratio(mant, p)
                } else {
                    Some(Float::from_int(mant * p))
                };
            }
            return Float::norm_big(BigFloat::new(mant, exp, false));
        }
        if exp.unsigned_abs() < 1200 {
            let p = BigInt::from(base).pow(exp.unsigned_abs() as u32);
            return if exp < 0 { Float::ratio(mant, p) } else { Some(Float::from_int(mant * p)) };
        }
        if exp.unsigned_abs() > MAX_EXP as u64 {
            return (exp < 0).then(|| Float::Ratio(BigRational::zero()));
        }
        // Powers by repeated squaring at 512 bits.
        let mut result = BigFloat::new(mant, 0, false);
        let mut square = BigFloat { mant: BigInt::from(base), exp: 0 };
        let mut power = BigFloat { mant: BigInt::one(), exp: 0 };
        let mut e = exp.unsigned_abs();
        while e > 0 {
            if e & 1 == 1 {
                power = mul(&power, &square);
            }
            square = mul(&square, &square);
            e >>= 1;
        }
        result = if exp < 0 { quo(&result, &power) } else { mul(&result, &power) };
        if result.top() < -MAX_EXP {
            return Some(Float::Ratio(BigRational::zero()));
        }
        Float::norm_big(result)
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.sign() == 0
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        let s = match self {
            Float::Ratio(r) => r.numer().sign(),
            Float::Big(b) => b.mant.sign(),
        };
        match s {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        }
    }

    pub(crate) fn is_integer(&self) -> bool {
        match self {
            Float::Ratio(r) => r.is_integer(),
            Float::Big(b) => {
                b.exp >= 0
                    || b.mant.trailing_zeros().is_none_or(|zeros| zeros >= b.exp.unsigned_abs())
            }
        }
    }

    pub(crate) fn big(&self) -> BigFloat {
        match self {
            Float::Ratio(r) => BigFloat::from_ratio(r),
            Float::Big(b) => b.clone(),
        }
    }

    /// The value as an integer, if it is integral (and not astronomically large).
    pub fn to_int(&self) -> Option<BigInt> {
        match self {
            Float::Ratio(r) => r.is_integer().then(|| r.numer().clone()),
            Float::Big(b) => {
                if b.exp >= 0 {
                    (b.top() <= 1 << 16).then(|| &b.mant << b.exp)
                } else {
                    let shift = b.exp.unsigned_abs();
                    let zeros = b.mant.trailing_zeros().unwrap_or(0);
                    (zeros >= shift).then(|| &b.mant >> shift)
                }
            }
        }
    }

    pub(crate) fn neg(&self) -> Float {
        match self {
            Float::Ratio(r) => Float::Ratio(-r),
            Float::Big(b) => Float::Big(BigFloat { mant: -&b.mant, exp: b.exp }),
        }
    }

    pub(crate) fn add(&self, o: &Float) -> Option<Float> {
        if let (Float::Ratio(a), Float::Ratio(b)) = (self, o) {
            return Some(Float::norm(a + b));
        }
        if o.is_zero() {
            return Some(self.clone());
        }
        if self.is_zero() {
            return Some(o.clone());
        }
        let (a, b) = (self.big(), o.big());
        let (hi, lo) = if a.top() >= b.top() { (a, b) } else { (b, a) };
        // What is far below the last bit only rounds.
        if hi.top() - lo.top() > 2 * PRECISION as i64 {
            return Float::norm_big(hi);
        }
        let exp = hi.exp.min(lo.exp);
        let mant = (hi.mant << (hi.exp - exp)) + (lo.mant << (lo.exp - exp));
        Float::norm_big(BigFloat::new(mant, exp, false))
    }

    pub(crate) fn sub(&self, o: &Float) -> Option<Float> {
        self.add(&o.neg())
    }

    pub(crate) fn mul(&self, o: &Float) -> Option<Float> {
        if let (Float::Ratio(a), Float::Ratio(b)) = (self, o) {
            return Some(Float::norm(a * b));
        }
        Float::norm_big(mul(&self.big(), &o.big()))
    }

    /// None when dividing by zero.
    pub(crate) fn quo(&self, o: &Float) -> Option<Float> {
        if o.is_zero() {
            return None;
        }
        if let (Float::Ratio(a), Float::Ratio(b)) = (self, o) {
            return Some(Float::norm(a / b));
        }
        Float::norm_big(quo(&self.big(), &o.big()))
    }

    pub(crate) fn cmp(&self, o: &Float) -> Ordering {
        if let (Float::Ratio(a), Float::Ratio(b)) = (self, o) {
            return a.cmp(b);
        }
        match self.sub(o) {
            Some(d) => d.sign().cmp(&0),
            None => self.sign().cmp(&o.sign()),
        }
    }

    /// The nearest float with `bits` of mantissa whose smallest exponent is `min_exp` and whose
    /// values are below `2^max_exp`, as `(mantissa, exponent)`; none when infinite.
    fn round(&self, bits: i64, min_exp: i64, max_exp: i64) -> Option<(BigInt, i64)> {
        let b = self.big();
        if b.mant.is_zero() {
            return Some((BigInt::ZERO, 0));
        }
        // To round once only, keep the exact quotient of a ratio.
        let (num, den) = match self {
            Float::Ratio(r) => (r.numer().abs(), r.denom().clone()),
            Float::Big(_) => (b.mant.abs(), BigInt::one()),
        };
        let base = if matches!(self, Float::Big(_)) { b.exp } else { 0 };
        let exp = (b.top() - bits).max(min_exp);
        let shift = base - exp;
        if shift > 1 << 14 {
            return None;
        }
        let (n, d) = if shift >= 0 {
            (num << shift, den)
        } else if shift < -(1 << 14) {
            return Some((BigInt::ZERO, 0));
        } else {
            (num, den << -shift)
        };
        let mut q = &n / &d;
        let twice: BigInt = (&n - &q * &d) * 2;
        match twice.cmp(&d) {
            Ordering::Greater => q += 1,
            Ordering::Equal if q.bit(0) => q += 1,
            _ => {}
        }
        if exp + q.bits() as i64 > max_exp {
            return None;
        }
        Some((if self.sign() < 0 { -q } else { q }, exp))
    }

    /// The nearest `float64`, ties to even.
    pub fn to_f64(&self) -> f64 {
        match self.round(53, -1074, 1024) {
            None => f64::INFINITY * f64::from(self.sign()),
            Some((m, e)) => {
                let m = m.to_i64().unwrap_or_default() as f64;
                // Two steps, for subnormals: powers below 2^-1022 are not normal themselves.
                if e < -1000 {
                    m * f64::powi(2.0, -1000) * f64::powi(2.0, (e + 1000) as i32)
                } else if e > 900 {
                    m * f64::powi(2.0, 900) * f64::powi(2.0, (e - 900) as i32)
                } else {
                    m * f64::powi(2.0, e as i32)
                }
            }
        }
    }

    /// The nearest `float32`, ties to even.
    pub fn to_f32(&self) -> f32 {
        match self.round(24, -149, 128) {
            None => f32::INFINITY * self.sign() as f32,
            Some((m, e)) => {
                let m = m.to_i64().unwrap_or_default() as f64;
                (m * f64::powi(2.0, e as i32)) as f32
            }
        }
    }
}

fn mul(a: &BigFloat, b: &BigFloat) -> BigFloat {
    BigFloat::new(&a.mant * &b.mant, a.exp.saturating_add(b.exp), false)
}

fn quo(a: &BigFloat, b: &BigFloat) -> BigFloat {
    let (n, d) =
        if b.mant.is_negative() { (-&a.mant, -&b.mant) } else { (a.mant.clone(), b.mant.clone()) };
    BigFloat::quotient(&n, &d, a.exp.saturating_sub(b.exp))
}
