//! Constant values with exact arithmetic (Go spec, "Constants"), after Go's `go/constant`.

mod float;
mod literal;
mod ops;
#[cfg(test)]
mod tests;
mod text;

pub use float::{BigFloat, Float};
pub(crate) use literal::{from_literal, unquote_string};
pub(crate) use ops::{binary_op, compare, shift, unary_op};
pub(crate) use text::quote;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::rc::Rc;

/// A constant. The variant is a matter of representation: an untyped float constant with an
/// integral value may be an `Int`.
#[derive(Clone, PartialEq, Debug)]
pub enum ConstValue {
    /// A boolean.
    Bool(bool),
    /// A string: any bytes.
    Str(Rc<[u8]>),
    /// An integer.
    Int(BigInt),
    /// A float.
    Float(Float),
    /// A complex number, real and imaginary part.
    Complex(Float, Float),
}

impl ConstValue {
    /// An integer.
    pub fn int(v: i64) -> Self {
        ConstValue::Int(BigInt::from(v))
    }

    /// A string.
    pub fn str(s: &str) -> Self {
        ConstValue::Str(s.as_bytes().into())
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            ConstValue::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The string's bytes, if it is one.
    pub fn as_bytes(&self) -> Option<&Rc<[u8]>> {
        match self {
            ConstValue::Str(s) => Some(s),
            _ => None,
        }
    }

    /// The value as an integer, if it is integral.
    pub fn to_int(&self) -> Option<BigInt> {
        match self {
            ConstValue::Int(i) => Some(i.clone()),
            ConstValue::Float(f) => f.to_int(),
            ConstValue::Complex(re, im) if im.is_zero() => re.to_int(),
            _ => None,
        }
    }

    /// The value as a signed word, if it is integral and fits.
    pub fn to_i64(&self) -> Option<i64> {
        self.to_int()?.to_i64()
    }

    /// The value as an unsigned word, if it is integral and fits.
    pub fn to_u64(&self) -> Option<u64> {
        self.to_int()?.to_u64()
    }

    /// The low 64 bits of an integer, two's complement: what a machine word of either
    /// signedness holds.
    pub fn to_bits(&self) -> Option<u64> {
        let i = self.to_int()?;
        i.to_u64().or_else(|| i.to_i64().map(|v| v as u64))
    }

    /// The value as a float, exact.
    pub fn to_float(&self) -> Option<Float> {
        match self {
            ConstValue::Int(i) => Some(Float::from_int(i.clone())),
            ConstValue::Float(f) => Some(f.clone()),
            ConstValue::Complex(re, im) if im.is_zero() => Some(re.clone()),
            _ => None,
        }
    }

    /// The nearest `float64`, ties to even; infinite when it overflows.
    pub fn to_f64(&self) -> Option<f64> {
        Some(self.to_float()?.to_f64())
    }

    /// The nearest `float32`, ties to even; infinite when it overflows.
    pub fn to_f32(&self) -> Option<f32> {
        Some(self.to_float()?.to_f32())
    }

    /// Real and imaginary part, if it is a number.
    pub fn to_complex(&self) -> Option<(Float, Float)> {
        match self {
            ConstValue::Complex(re, im) => Some((re.clone(), im.clone())),
            _ => Some((self.to_float()?, Float::from_int(BigInt::ZERO))),
        }
    }

    /// Real and imaginary part as `float64`s.
    pub fn to_c128(&self) -> Option<(f64, f64)> {
        let (re, im) = self.to_complex()?;
        Some((re.to_f64(), im.to_f64()))
    }
}
