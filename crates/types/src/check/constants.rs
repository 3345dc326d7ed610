//! Constants and the types they fit, after types2's `const.go`.

use super::{Checker, Operand};
use crate::constant::Float;
use crate::{Basic, ConstValue, TypeId};
use num_bigint::{BigInt, Sign};
use syntax::Pos;

/// Bits of precision that untyped integers may have.
const MAX_BITS: u64 = 512;

/// Why a value does not fit a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Misfit {
    Truncated,
    Overflow,
    Other,
}

fn round64(f: &Float) -> Option<Float> {
    Float::from_f64(f.to_f64())
}

fn round32(f: &Float) -> Option<Float> {
    Float::from_f64(f64::from(f.to_f32()))
}

/// The value as a value of type `b`, rounded; none when it does not fit.
pub(super) fn represent(v: &ConstValue, b: Basic) -> Option<ConstValue> {
    if b.is_integer() {
        let i = v.to_int()?;
        let fits = match b.canon() {
            Basic::UntypedInt | Basic::UntypedRune => true,
            u if u.is_unsigned() => {
                i.sign() != Sign::Minus && i.bits() <= u64::from(u.bits().unwrap_or(64))
            }
            s => {
                let bits = u64::from(s.bits().unwrap_or(64));
                let min = -(BigInt::from(1) << (bits - 1));
                i.bits() < bits || i == min
            }
        };
        return fits.then_some(ConstValue::Int(i));
    }
    if b.is_float() {
        let f = v.to_float()?;
        return Some(ConstValue::Float(match b {
            Basic::Float32 => round32(&f)?,
            Basic::Float64 => round64(&f)?,
            // An untyped float that is an integer stays one.
            _ => {
                return Some(if matches!(v, ConstValue::Complex(..)) {
                    ConstValue::Float(f)
                } else {
                    v.clone()
                });
            }
        }));
    }
    if b.is_complex() {
        let (re, im) = v.to_complex()?;
        return Some(match b {
            Basic::Complex64 => ConstValue::Complex(round32(&re)?, round32(&im)?),
            Basic::Complex128 => ConstValue::Complex(round64(&re)?, round64(&im)?),
            _ => v.clone(),
        });
    }
    let same = b.is_string() && matches!(v, ConstValue::Str(_))
        || b.is_boolean() && matches!(v, ConstValue::Bool(_));
    same.then(|| v.clone())
}

impl<'a> Checker<'a> {
    /// Complains when a constant result does not fit its type.
    pub(super) fn overflow(&mut self, x: &mut Operand<'a>, op_pos: Pos) {
        let Some(val) = &x.val else {
            self.error(op_pos, "constant result is not representable");
            return;
        };
        if !self.is_untyped(x.ty) {
            if let Some(b) = self.basic(x.ty) {
                self.representable(x, b);
            }
            return;
        }
        if let ConstValue::Int(i) = val
            && i.bits() > MAX_BITS
        {
            let op = x.expr().map_or("", super::expr::op_name);
            self.error(op_pos, format!("constant {op}overflow"));
            x.val = None;
        }
    }

    /// Rounds a constant operand to a type, or complains.
    pub(super) fn representable(&mut self, x: &mut Operand<'a>, b: Basic) {
        match self.representation(x, b) {
            Ok(v) => x.val = v,
            Err(why) => {
                self.invalid_conversion(why, x, b.id());
                x.invalidate();
            }
        }
    }

    /// The value of a constant operand as one of type `b`. An unknown value fits every type.
    pub(super) fn representation(
        &self,
        x: &Operand<'a>,
        b: Basic,
    ) -> Result<Option<ConstValue>, Misfit> {
        let Some(v) = &x.val else { return Ok(None) };
        if let Some(v) = represent(v, b) {
            return Ok(Some(v));
        }
        if self.is_numeric(x.ty) && b.is_numeric() {
            if !self.is_integer(x.ty) && b.is_integer() {
                return Err(Misfit::Truncated);
            }
            return Err(Misfit::Overflow);
        }
        Err(Misfit::Other)
    }

    pub(super) fn invalid_conversion(&mut self, why: Misfit, x: &Operand<'a>, target: TypeId) {
        let (s, t) = (self.os(x), self.ts(target));
        let text = match why {
            Misfit::Truncated => format!("{s} truncated to {t}"),
            Misfit::Overflow => format!("{s} overflows {t}"),
            Misfit::Other => format!("cannot convert {s} to type {t}"),
        };
        self.error(x.pos(), text);
    }
}
