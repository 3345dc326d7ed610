//! Operations on constants. Operands are matched to the larger representation first.

use super::{ConstValue, Float};
use ConstValue::{Bool, Complex, Int, Str};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;
use syntax::{BinOp, UnOp};

/// `op x`; for `^` on an unsigned type, `bits` is its width. None when it is not defined.
pub(crate) fn unary_op(op: UnOp, x: &ConstValue, bits: Option<u32>) -> Option<ConstValue> {
    Some(match (op, x) {
        (UnOp::Plus, Int(_) | ConstValue::Float(_) | Complex(..)) => x.clone(),
        (UnOp::Minus, Int(i)) => Int(-i),
        (UnOp::Minus, ConstValue::Float(f)) => ConstValue::Float(f.neg()),
        (UnOp::Minus, Complex(re, im)) => Complex(re.neg(), im.neg()),
        (UnOp::Xor, Int(i)) => {
            let not = -(i + BigInt::from(1));
            Int(match bits {
                Some(n) => not & ((BigInt::from(1) << n) - 1),
                None => not,
            })
        }
        (UnOp::Not, Bool(b)) => Bool(!b),
        _ => return None,
    })
}

enum Pair {
    Int(BigInt, BigInt),
    Float(Float, Float),
    Complex((Float, Float), (Float, Float)),
}

fn matched(x: &ConstValue, y: &ConstValue) -> Option<Pair> {
    if let (Int(a), Int(b)) = (x, y) {
        return Some(Pair::Int(a.clone(), b.clone()));
    }
    if matches!(x, Complex(..)) || matches!(y, Complex(..)) {
        return Some(Pair::Complex(x.to_complex()?, y.to_complex()?));
    }
    Some(Pair::Float(x.to_float()?, y.to_float()?))
}

/// `x op y` for operators other than comparisons and shifts. `int_div` asks for truncated
/// integer division. None when it is not defined, divides by zero, or overflows all bounds.
pub(crate) fn binary_op(
    x: &ConstValue,
    op: BinOp,
    y: &ConstValue,
    int_div: bool,
) -> Option<ConstValue> {
    match (x, y) {
        (Bool(a), Bool(b)) => {
            return match op {
                BinOp::AndAnd => Some(Bool(*a && *b)),
                BinOp::OrOr => Some(Bool(*a || *b)),
                _ => None,
            };
        }
        (Str(a), Str(b)) => {
            return (op == BinOp::Add).then(|| Str([&a[..], &b[..]].concat().into()));
        }
        _ => {}
    }
    match matched(x, y)? {
        Pair::Int(a, b) => Some(Int(match op {
            BinOp::Add => a + b,
            BinOp::Sub => a - b,
            BinOp::Mul => a * b,
            BinOp::Div if b.is_zero() => return None,
            BinOp::Div if int_div => a / b,
            BinOp::Div => return Float::ratio(a, b).map(ConstValue::Float),
            BinOp::Rem if b.is_zero() => return None,
            BinOp::Rem => a % b,
            BinOp::And => a & b,
            BinOp::Or => a | b,
            BinOp::Xor => a ^ b,
            BinOp::AndNot => a & !b,
            _ => return None,
        })),
        Pair::Float(a, b) => Some(ConstValue::Float(match op {
            BinOp::Add => a.add(&b)?,
            BinOp::Sub => a.sub(&b)?,
            BinOp::Mul => a.mul(&b)?,
            BinOp::Div => a.quo(&b)?,
            _ => return None,
        })),
        Pair::Complex((a, b), (c, d)) => {
            let (re, im) = match op {
                BinOp::Add => (a.add(&c)?, b.add(&d)?),
                BinOp::Sub => (a.sub(&c)?, b.sub(&d)?),
                BinOp::Mul => (a.mul(&c)?.sub(&b.mul(&d)?)?, b.mul(&c)?.add(&a.mul(&d)?)?),
                BinOp::Div => {
                    let s = c.mul(&c)?.add(&d.mul(&d)?)?;
                    let re = a.mul(&c)?.add(&b.mul(&d)?)?.quo(&s)?;
                    (re, b.mul(&c)?.sub(&a.mul(&d)?)?.quo(&s)?)
                }
                _ => return None,
            };
            Some(Complex(re, im))
        }
    }
}

/// `x << n` or `x >> n`
pub(crate) fn shift(x: &BigInt, op: BinOp, n: u32) -> BigInt {
    if op == BinOp::Shl {
        return x << n;
    }
    // Arithmetic: towards negative infinity.
    if x.is_negative() && u64::from(n) > x.bits() { BigInt::from(-1) } else { x >> n }
}

/// `x op y` for a comparison.
pub(crate) fn compare(x: &ConstValue, op: BinOp, y: &ConstValue) -> Option<bool> {
    let by = |o: Ordering| {
        Some(match op {
            BinOp::Eql => o.is_eq(),
            BinOp::Neq => o.is_ne(),
            BinOp::Lss => o.is_lt(),
            BinOp::Leq => o.is_le(),
            BinOp::Gtr => o.is_gt(),
            BinOp::Geq => o.is_ge(),
            _ => return None,
        })
    };
    match (x, y) {
        (Bool(a), Bool(b)) => by(a.cmp(b)),
        (Str(a), Str(b)) => by(a.cmp(b)),
        _ => match matched(x, y)? {
            Pair::Int(a, b) => by(a.cmp(&b)),
            Pair::Float(a, b) => by(a.cmp(&b)),
            Pair::Complex(a, b) => by((a != b).cmp(&false)),
        },
    }
}
