//! Untyped expressions taking on their final types, after types2's `expr.go`.

use super::constants::Misfit;
use super::expr::{is_comparison, is_shift};
use super::{Checker, Operand, Place};
use crate::info::Mode;
use crate::{Basic, ConstValue, Type, TypeId, Types};
use syntax::{Expr, ExprKind};

impl<'a> Checker<'a> {
    /// Gives an untyped expression and its operands the type `ty`.
    pub(super) fn update_expr_type(&mut self, e: &'a Expr, ty: TypeId, last: bool) {
        let Some((_, old)) = self.untyped.get(&e.id).cloned() else { return };
        // The operands of a constant expression stay as they are.
        let constant = old.mode == Mode::Const;
        match &e.kind {
            ExprKind::Paren(x) => self.update_expr_type(x, ty, last),
            ExprKind::Unary(_, x) if !constant => self.update_expr_type(x, ty, last),
            ExprKind::Binary(op, x, y) if !constant => {
                if is_comparison(*op) {
                    // The result's type does not depend on the operands.
                } else if is_shift(*op) {
                    self.update_expr_type(x, ty, last);
                } else {
                    self.update_expr_type(x, ty, last);
                    self.update_expr_type(y, ty, last);
                }
            }
            _ => {}
        }
        if !last && self.is_untyped(ty) {
            if let Some((_, info)) = self.untyped.get_mut(&e.id) {
                info.ty = self.types.underlying(ty);
            }
            return;
        }
        self.untyped.remove(&e.id);
        if old.is_lhs && !self.all_integer(ty) {
            let t = self.ts(ty);
            let text = format!(
                "invalid operation: shifted operand {} (type {t}) must be integer",
                syntax::show::expr(e)
            );
            self.error_at(e, text);
            return;
        }
        let mut val = old.val.clone();
        if constant {
            let mut c = Operand { mode: old.mode, place: Place::Expr(e), ty: old.ty, val: old.val };
            self.convert_untyped(&mut c, ty);
            if !c.is_valid() {
                return;
            }
            val = c.val;
        }
        self.record_tv(e.id, old.mode, ty, val);
    }

    pub(super) fn update_expr_val(&mut self, e: &'a Expr, val: &ConstValue) {
        if let Some((_, info)) = self.untyped.get_mut(&e.id) {
            info.val = Some(val.clone());
        }
    }

    /// The type that an untyped operand takes on where `target` is wanted, and the rounded value
    /// of a constant.
    pub(super) fn implicit_type(
        &mut self,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(TypeId, Option<ConstValue>), Misfit> {
        if !x.is_valid() || !self.is_untyped(x.ty) || !self.is_valid(target) {
            return Ok((x.ty, None));
        }
        if self.is_untyped(target) {
            return self.max_type(x.ty, target).map(|t| (t, None)).ok_or(Misfit::Other);
        }
        if x.is_nil() {
            return if self.has_nil(target) { Ok((target, None)) } else { Err(Misfit::Other) };
        }
        match self.types.under(target) {
            Type::Basic(b) => {
                if x.is_const() {
                    let v = self.representation(x, b)?;
                    return Ok((target, v));
                }
                let fits = match self.types.get(x.ty) {
                    Type::Basic(Basic::UntypedBool) => b.is_boolean(),
                    Type::Basic(Basic::UntypedString) => b.is_string(),
                    Type::Basic(_) => b.is_numeric(),
                    _ => false,
                };
                if fits { Ok((target, None)) } else { Err(Misfit::Other) }
            }
            Type::Interface(_) if self.is_tparam(target) => {
                let list = self.unders(target).ok_or(Misfit::Other)?;
                for (_, u) in list {
                    self.implicit_type(x, u).map_err(|_| Misfit::Other)?;
                }
                Ok((target, None))
            }
            Type::Interface(_) => {
                if self.types.type_set(target).is_all() {
                    Ok((self.default_type(x.ty), None))
                } else {
                    Err(Misfit::Other)
                }
            }
            _ => Err(Misfit::Other),
        }
    }

    /// Converts an untyped operand to the type `target`, or complains.
    pub(super) fn convert_untyped(&mut self, x: &mut Operand<'a>, target: TypeId) {
        match self.implicit_type(x, target) {
            Err(why) => {
                let t = if self.is_tparam(target) { target } else { self.types.underlying(target) };
                self.invalid_conversion(why, x, t);
                x.invalidate();
            }
            Ok((t, val)) => self.settle(x, t, val),
        }
    }

    /// Takes over type and value from [`Self::implicit_type`].
    pub(super) fn settle(&mut self, x: &mut Operand<'a>, t: TypeId, val: Option<ConstValue>) {
        if let Some(v) = val {
            if let Some(e) = x.expr() {
                self.update_expr_val(e, &v);
            }
            x.val = Some(v);
        }
        if t != x.ty {
            x.ty = t;
            if let Some(e) = x.expr() {
                self.update_expr_type(e, t, false);
            }
        }
    }

    /// Whether a type is the untyped nil.
    pub(super) fn is_untyped_nil(&self, t: TypeId) -> bool {
        t == Types::UNTYPED_NIL
    }
}
