//! Comparisons, after types2's `expr.go`.

use super::{Checker, Operand};
use crate::constant::compare;
use crate::info::Mode;
use crate::{Basic, ConstValue, Type, TypeId, Types};
use syntax::BinOp;

impl<'a> Checker<'a> {
    /// `x op y`; with `switch_case`, `x` is a case of a switch on `y`.
    pub(super) fn comparison(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
        op: BinOp,
        switch_case: bool,
    ) {
        if !self.is_valid(x.ty) || !self.is_valid(y.ty) {
            return x.invalidate();
        }
        let op = if switch_case { BinOp::Eql } else { op };
        match self.comparable_operands(x, y, op) {
            Ok(()) => {
                if x.is_const() && y.is_const() {
                    x.val = match (&x.val, &y.val) {
                        (Some(a), Some(b)) => compare(a, op, b).map(ConstValue::Bool),
                        _ => None,
                    };
                } else {
                    x.mode = Mode::Value;
                    for o in [&*x, &*y] {
                        if let Some(e) = o.expr() {
                            let t = self.default_type(o.ty);
                            self.update_expr_type(e, t, true);
                        }
                    }
                }
                x.ty = Types::UNTYPED_BOOL;
            }
            Err((at_y, cause)) => {
                let param = cause.is_none() && (self.is_tparam(x.ty) || self.is_tparam(y.ty));
                let at_y = at_y || param && !self.is_tparam(x.ty);
                let cause = cause.unwrap_or_else(|| self.undefined_comparison(x, y, at_y, op));
                let (xs, ys) = (x.text(), y.text());
                if switch_case {
                    let text = format!("invalid case {xs} in switch on {ys} ({cause})");
                    self.error(x.pos(), text);
                } else {
                    let text = format!("invalid operation: {xs} {} {ys} ({cause})", op.text());
                    self.error(if at_y { y.pos() } else { x.pos() }, text);
                }
                x.invalidate();
            }
        }
    }

    /// Whether two operands can be compared; otherwise whether it is the second one's fault,
    /// and why.
    fn comparable_operands(
        &mut self,
        x: &Operand<'a>,
        y: &Operand<'a>,
        op: BinOp,
    ) -> Result<(), (bool, Option<String>)> {
        let mut none = String::new();
        if !self.assignable(x, y.ty, &mut none) && !self.assignable(y, x.ty, &mut none) {
            let (xt, yt) = (self.ts(x.ty), self.ts(y.ty));
            return Err((true, Some(format!("mismatched types {xt} and {yt}"))));
        }
        if matches!(op, BinOp::Eql | BinOp::Neq) {
            if x.is_nil() || y.is_nil() {
                let t = if x.is_nil() { y.ty } else { x.ty };
                return if self.has_nil(t) { Ok(()) } else { Err((true, None)) };
            }
            if !self.types.is_comparable(x.ty, true) {
                return Err((false, Some(self.incomparable_cause(x.ty)).filter(|c| !c.is_empty())));
            }
            if !self.types.is_comparable(y.ty, true) {
                return Err((true, Some(self.incomparable_cause(y.ty)).filter(|c| !c.is_empty())));
            }
            return Ok(());
        }
        if !self.all_basic(x.ty, Basic::is_ordered) {
            return Err((false, None));
        }
        if !self.all_basic(y.ty, Basic::is_ordered) {
            return Err((true, None));
        }
        Ok(())
    }

    fn undefined_comparison(
        &mut self,
        x: &Operand<'a>,
        y: &Operand<'a>,
        at_y: bool,
        op: BinOp,
    ) -> String {
        let mut t = if at_y { y.ty } else { x.ty };
        if self.is_tparam(x.ty) || self.is_tparam(y.ty) {
            if !self.is_tparam(x.ty) {
                t = y.ty;
            }
            return format!("type parameter {} cannot use operator {}", self.ts(t), op.text());
        }
        let mut what = self.composite_kind(t).to_string();
        if what.is_empty() {
            what = self.ts(t);
        }
        format!("operator {} not defined on {what}", op.text())
    }

    /// Why values of a type cannot be compared.
    pub(super) fn incomparable_cause(&mut self, t: TypeId) -> String {
        if let Type::Slice(_) | Type::Func(_) | Type::Map(..) = self.types.under(t) {
            return format!("{} can only be compared to nil", self.composite_kind(t));
        }
        match self.types.incomparable(t, true, &mut Vec::new()) {
            Some((text, t)) if text.contains("%s") => text.replace("%s", &self.ts(t)),
            Some((text, _)) => text.into(),
            None => String::new(),
        }
    }
}
