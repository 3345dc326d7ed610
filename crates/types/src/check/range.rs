//! `for … range`, after types2's `range.go`.

use super::{Checker, Operand, Place};
use crate::{ObjectKind, Type, TypeId, Types, VarKind};
use syntax::{ChanDir, Expr, ExprKind, Ident, Pos, RangeStmt};

impl<'a> Checker<'a> {
    pub(super) fn range_stmt(&mut self, pos: Pos, r: &'a RangeStmt) {
        let mut x = Operand::invalid();
        self.env.has_call_or_recv = false;
        self.expr(None, &mut x, &r.x);
        let (key_lhs, val_lhs, extra) = (r.lhs.first(), r.lhs.get(1), r.lhs.get(2));
        if x.is_valid() && val_lhs.is_none() && !self.env.has_call_or_recv {
            // Only the length matters: the operand need not be evaluated.
            let u = self.array_deref(self.types.underlying(x.ty));
            if let Type::Array(_, n) = self.types.get(u) {
                self.info.array_ranges.insert(r.x.unparen().id, n);
            }
        }
        let (mut key, mut val) = (None, None);
        if x.is_valid() {
            match self.range_key_val(x.ty) {
                Err(cause) => {
                    let mut text = format!("cannot range over {}", self.os(&x));
                    if !cause.is_empty() {
                        text = format!("{text}: {cause}");
                    }
                    self.error(x.pos(), text);
                    (key, val) = (Some(Types::INVALID), Some(Types::INVALID));
                }
                Ok((k, v)) => {
                    if let (None, Some(e)) = (k, key_lhs) {
                        let s = self.os(&x);
                        self.error_at(e, format!("range over {s} permits no iteration variables"));
                    } else if let (None, Some(e)) = (v, val_lhs) {
                        let s = self.os(&x);
                        self.error_at(
                            e,
                            format!("range over {s} permits only one iteration variable"),
                        );
                    } else if let Some(e) = extra {
                        self.error_at(e, "range clause permits at most two iteration variables");
                    }
                    (key, val) = (k, v);
                }
            }
        }
        self.open_scope();
        let over_int = self.is_integer(x.ty);
        let sides = [(key_lhs, key), (val_lhs, val)];
        if r.def {
            self.range_define(pos, &mut x, sides, over_int);
        } else if key_lhs.is_some() {
            for (lhs, ty) in sides {
                let (Some(lhs), Some(ty)) = (lhs, ty) else { continue };
                if !self.is_valid(ty) {
                    continue;
                }
                if over_int {
                    self.assign_var(lhs, &mut x, "range clause");
                    if x.is_valid() && !self.is_integer(x.ty) {
                        let t = self.ts(x.ty);
                        self.error_at(lhs, format!("cannot use iteration variable of type {t}"));
                    }
                } else {
                    let mut y = Operand::value(Place::Expr(lhs), ty);
                    self.assign_var(lhs, &mut y, "assignment");
                }
            }
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        if let Some(e) = x.expr().filter(|_| x.is_valid()) {
            // A constant string keeps its kind otherwise.
            let t = self.default_type(x.ty);
            self.update_expr_type(e, t, true);
        }
        self.block(&r.body);
        self.close_scope();
    }

    fn range_define(
        &mut self,
        pos: Pos,
        x: &mut Operand<'a>,
        sides: [(Option<&'a Expr>, Option<TypeId>); 2],
        over_int: bool,
    ) {
        let mut vars = Vec::new();
        for (lhs, ty) in sides {
            let Some(lhs) = lhs else { continue };
            let (name, at) = match &lhs.kind {
                ExprKind::Name(n) => (n.clone(), lhs.pos),
                _ => {
                    let text =
                        format!("invalid syntax tree: cannot declare {}", syntax::show::expr(lhs));
                    self.error_at(lhs, text);
                    ("_".into(), lhs.start())
                }
            };
            let ident = Ident { id: lhs.id, pos: at, name };
            let obj = self.local_obj(&ident, ObjectKind::Var(VarKind::Local));
            self.record_object(lhs.id, obj);
            if ident.name.as_ref() != "_" {
                vars.push(obj);
            }
            let Some(ty) = ty.filter(|&t| self.is_valid(t)) else {
                self.objs[obj].ty = Types::INVALID;
                self.objs[obj].used = true;
                continue;
            };
            if over_int {
                self.init_var(obj, x, "range clause");
            } else {
                let mut y = Operand::value(Place::Expr(lhs), ty);
                self.init_var(obj, &mut y, "assignment");
            }
        }
        if vars.is_empty() {
            self.error(pos, "no new variables on left side of :=");
            return;
        }
        for obj in vars {
            self.declare(self.env.scope, None, obj);
        }
    }

    /// Types of the iteration values of a range over `t`, or why there are none.
    pub(super) fn range_key_val(
        &mut self,
        t: TypeId,
    ) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let u = self.common_under(t, |c, t, u| match u.map(|u| c.types.get(u)) {
            Some(Type::Chan(ChanDir::SendOnly, _)) => {
                Err(format!("receive from send-only channel {}", c.ts(t)))
            }
            _ => Ok(()),
        })?;
        match self.types.get(self.array_deref(u)) {
            Type::Basic(b) if b.is_string() => Ok((Some(Types::INT), Some(Types::RUNE))),
            Type::Basic(b) if b.is_integer() => {
                if !self.allow((1, 22)) {
                    return Err("requires go1.22 or later".into());
                }
                Ok((Some(t), None))
            }
            Type::Array(e, _) | Type::Slice(e) => Ok((Some(Types::INT), Some(e))),
            Type::Map(k, v) => Ok((Some(k), Some(v))),
            Type::Chan(_, e) => Ok((Some(e), None)),
            Type::Func(s) => {
                if !self.allow((1, 23)) {
                    return Err("requires go1.23 or later".into());
                }
                const MUST: &str = "func must be func(yield func(...) bool): ";
                let [yield_param] = &s.params[..] else {
                    return Err(format!("{MUST}wrong argument count"));
                };
                if !s.results.is_empty() {
                    return Err(format!("{MUST}unexpected results"));
                }
                let cb = match self.common_under(yield_param.ty, |_, _, _| Ok(())) {
                    Ok(u) => u,
                    Err(e) => return Err(format!("{MUST}in yield type, {e}")),
                };
                let Type::Func(f) = self.types.get(cb) else {
                    return Err(format!("{MUST}argument is not func"));
                };
                if f.params.len() > 2 {
                    return Err(format!("{MUST}yield func has too many parameters"));
                }
                match &f.results[..] {
                    [r] if self.types.identical(r.ty, Types::BOOL) => {}
                    [r] if self.is_boolean(r.ty) => {
                        let why = "yield func returns user-defined boolean, not bool";
                        return Err(format!("{MUST}{why}"));
                    }
                    _ => return Err(format!("{MUST}yield func does not return bool")),
                }
                if f.variadic {
                    return Err(format!("yield func of type {} cannot be variadic", self.ts(cb)));
                }
                let nth = |i: usize| f.params.get(i).map(|p| p.ty);
                Ok((nth(0), nth(1)))
            }
            _ => Err(String::new()),
        }
    }
}
