//! `complex`, `real` and `imag`, after types2's `builtins.go`.

use super::call::Call;
use super::operand::builtin_name;
use super::{Checker, Operand};
use crate::constant::Float;
use crate::info::Mode;
use crate::{Basic, BuiltinId, ConstValue, Type, TypeId, Types};
use num_bigint::BigInt;
use syntax::show;

impl<'a> Checker<'a> {
    pub(super) fn builtin_complex(
        &mut self,
        x: &mut Operand<'a>,
        args: Vec<Operand<'a>>,
        call: Call<'a>,
    ) -> bool {
        let mut y = args[1].clone();
        match (self.is_untyped(x.ty), self.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(&mut y, x.ty),
            (true, true) => {
                if x.is_const() && y.is_const() {
                    for o in [&mut *x, &mut y] {
                        let real = o.val.as_ref().is_some_and(|v| v.to_float().is_some());
                        if self.is_numeric(o.ty) && real {
                            o.ty = Types::UNTYPED_FLOAT;
                        }
                    }
                } else {
                    self.convert_untyped(x, Types::FLOAT64);
                    self.convert_untyped(&mut y, Types::FLOAT64);
                }
            }
        }
        if !x.is_valid() || !y.is_valid() {
            return false;
        }
        if !self.types.identical(x.ty, y.ty) {
            let (xt, yt) = (self.ts(x.ty), self.ts(y.ty));
            let text = format!(
                "invalid operation: {} (mismatched types {xt} and {yt})",
                show::expr(call.expr)
            );
            self.error(x.pos(), text);
            return false;
        }
        let result = match self.float_or_complex(x, BuiltinId::Complex) {
            Some(Basic::Float32) => Types::COMPLEX64,
            Some(Basic::Float64) => Types::COMPLEX128,
            Some(Basic::UntypedFloat) => Types::UNTYPED_COMPLEX,
            None if self.is_tparam(x.ty) => return false,
            _ => {
                let text = format!(
                    "invalid argument: arguments have type {}, expected floating-point",
                    self.ts(x.ty)
                );
                self.error(x.pos(), text);
                return false;
            }
        };
        if x.is_const() && y.is_const() {
            let parts = (
                x.val.as_ref().and_then(|v| v.to_float()),
                y.val.as_ref().and_then(|v| v.to_float()),
            );
            x.val = match parts {
                (Some(re), Some(im)) => Some(ConstValue::Complex(re, im)),
                _ => None,
            };
        } else {
            x.mode = Mode::Value;
        }
        x.ty = result;
        true
    }

    /// `real(x)`, `imag(x)`
    pub(super) fn builtin_part(&mut self, x: &mut Operand<'a>, id: BuiltinId) -> bool {
        if self.is_untyped(x.ty) {
            if x.is_const() {
                if self.is_numeric(x.ty) {
                    x.ty = Types::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(x, Types::COMPLEX128);
                if !x.is_valid() {
                    return false;
                }
            }
        }
        let result: TypeId = match self.float_or_complex(x, id) {
            Some(Basic::Complex64) => Types::FLOAT32,
            Some(Basic::Complex128) => Types::FLOAT64,
            Some(Basic::UntypedComplex) => Types::UNTYPED_FLOAT,
            None if self.is_tparam(x.ty) => return false,
            _ => {
                let text = format!(
                    "invalid argument: argument has type {}, expected complex type",
                    self.ts(x.ty)
                );
                self.error(x.pos(), text);
                return false;
            }
        };
        if x.is_const() {
            let zero = || Float::from_int(BigInt::ZERO);
            x.val = x.val.as_ref().and_then(|v| v.to_complex()).map(|(re, im)| {
                let part = if id == BuiltinId::Real { re } else { im };
                ConstValue::Float(if part.is_zero() { zero() } else { part })
            });
        } else {
            x.mode = Mode::Value;
        }
        x.ty = result;
        true
    }

    /// The basic type of an operand; type parameters are not supported by gc either.
    fn float_or_complex(&mut self, x: &Operand<'a>, id: BuiltinId) -> Option<Basic> {
        if self.is_tparam(x.ty) {
            let text = format!(
                "{} not supported as argument to built-in {} for go1.18 (see go.dev/issue/50937)",
                self.os(x),
                builtin_name(id)
            );
            self.error(x.pos(), text);
            return None;
        }
        match self.types.under(x.ty) {
            Type::Basic(b) => Some(b),
            _ => None,
        }
    }
}
