//! Shifts, after types2's `expr.go`.

use super::expr::op_pos;
use super::{Checker, Operand, Place};
use crate::constant::shift;
use crate::info::Mode;
use crate::{Basic, Types};
use num_bigint::Sign;
use syntax::{BinOp, Expr};

impl<'a> Checker<'a> {
    pub(super) fn shift(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
        e: Option<&'a Expr>,
        op: BinOp,
    ) {
        let xval = if x.is_const() { x.val.as_ref().and_then(|v| v.to_int()) } else { None };
        let known = !x.is_const() || x.val.is_some();
        if !(self.all_integer(x.ty) || self.is_untyped(x.ty) && (xval.is_some() || !known)) {
            return self.shifted_operand(x);
        }
        let mut yval = None;
        if y.is_const() {
            yval = y.val.as_ref().and_then(|v| v.to_int());
            if yval.as_ref().is_some_and(|v| v.sign() == Sign::Minus) {
                let text = format!("invalid operation: negative shift count {}", self.os(y));
                self.error(y.pos(), text);
                return x.invalidate();
            }
            if self.is_untyped(y.ty) {
                self.representable(y, Basic::Uint);
                if !y.is_valid() {
                    return x.invalidate();
                }
            }
        }
        if !y.is_const() || !self.is_untyped(y.ty) {
            if self.all_integer(y.ty) {
            } else if self.is_untyped(y.ty) {
                self.convert_untyped(y, Types::UINT);
                if !y.is_valid() {
                    return x.invalidate();
                }
            } else if !y.is_const() {
                let text = format!("invalid operation: shift count {} must be integer", self.os(y));
                self.error(y.pos(), text);
                return x.invalidate();
            }
        }
        if x.is_const() {
            if y.is_const() {
                if x.val.is_none() || y.val.is_none() {
                    x.val = None;
                    if !self.is_integer(x.ty) {
                        x.ty = Types::UNTYPED_INT;
                    }
                    return;
                }
                // So that the smallest float64 can be expressed.
                const BOUND: u32 = 1023 - 1 + 52;
                let count = yval.and_then(|v| u32::try_from(v).ok()).filter(|&s| s <= BOUND);
                let Some(count) = count else {
                    let text = format!("invalid operation: invalid shift count {}", self.os(y));
                    self.error(y.pos(), text);
                    return x.invalidate();
                };
                if !self.is_integer(x.ty) {
                    x.ty = Types::UNTYPED_INT;
                }
                x.val = xval.map(|v| crate::ConstValue::Int(shift(&v, op, count)));
                if let Some(e) = e {
                    x.place = Place::Expr(e);
                }
                let pos = x.expr().map_or(x.pos(), op_pos);
                self.overflow(x, pos);
                return;
            }
            if self.is_untyped(x.ty) {
                // Its type is that which the shift takes on in its context.
                if let Some((_, info)) = x.expr().and_then(|e| self.untyped.get_mut(&e.id)) {
                    info.is_lhs = true;
                }
                x.mode = Mode::Value;
                return;
            }
        }
        if !self.all_integer(x.ty) {
            return self.shifted_operand(x);
        }
        x.mode = Mode::Value;
    }

    fn shifted_operand(&mut self, x: &mut Operand<'a>) {
        let text = format!("invalid operation: shifted operand {} must be integer", self.os(x));
        self.error(x.pos(), text);
        x.invalidate();
    }
}
