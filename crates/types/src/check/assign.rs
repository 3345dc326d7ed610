//! Assignments and initialisations, after types2's `assignments.go`.

use super::constants::Misfit;
use super::{Checker, Operand, Place, UNSET};
use crate::info::Mode;
use crate::{ObjId, ObjectKind, Type, TypeId, Types, VarKind};
use syntax::{Expr, ExprKind, Ident, Pos, show};

impl<'a> Checker<'a> {
    /// Checks that `x` may be assigned to a variable of type `t` (of its own type if none), and
    /// settles the type of an untyped one. `context` says where.
    pub(super) fn assignment(&mut self, x: &mut Operand<'a>, t: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            Mode::Invalid => return,
            Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => {
                let s = self.os(x);
                let ts = t.map(|t| self.ts(t)).unwrap_or_default();
                self.error(x.pos(), format!("cannot assign {s} to {ts} in {context}"));
                return x.invalidate();
            }
            _ => {}
        }
        if self.is_untyped(x.ty) {
            let target = match t {
                None if x.is_nil() => {
                    self.error(x.pos(), format!("use of untyped nil in {context}"));
                    return x.invalidate();
                }
                None => self.default_type(x.ty),
                Some(t) if !x.is_nil() && self.is_non_tparam_interface(t) => {
                    self.default_type(x.ty)
                }
                Some(t) => t,
            };
            match self.implicit_type(x, target) {
                Ok((t, val)) => self.settle(x, t, val),
                Err(why) => {
                    let (s, ts) = (self.os(x), self.ts(target));
                    let note = match why {
                        Misfit::Truncated => " (truncated)",
                        Misfit::Overflow => " (overflows)",
                        Misfit::Other => "",
                    };
                    self.error(x.pos(), format!("cannot use {s} as {ts} value in {context}{note}"));
                    return x.invalidate();
                }
            }
        }
        let target = t.and_then(|t| self.new_target(t, context));
        self.non_generic(target.as_ref(), x);
        if !x.is_valid() {
            return;
        }
        let Some(t) = t else { return };
        let mut cause = String::new();
        if !self.assignable(x, t, &mut cause) {
            let (s, ts) = (self.os(x), self.ts(t));
            let mut text = format!("cannot use {s} as {ts} value in {context}");
            if !cause.is_empty() {
                text.push_str(": ");
                text.push_str(&cause);
            }
            self.error(x.pos(), text);
            x.invalidate();
        }
    }

    pub(super) fn init_const(&mut self, lhs: ObjId, x: &mut Operand<'a>) {
        let ty = self.objs[lhs].ty;
        if !x.is_valid() || !self.is_valid(x.ty) || ty != UNSET && !self.is_valid(ty) {
            if ty == UNSET {
                self.objs[lhs].ty = Types::INVALID;
            }
            return;
        }
        if !x.is_const() {
            let text = format!("{} is not constant", self.os(x));
            self.error(x.pos(), text);
            if ty == UNSET {
                self.objs[lhs].ty = Types::INVALID;
            }
            return;
        }
        if ty == UNSET {
            self.objs[lhs].ty = x.ty;
        }
        let ty = self.objs[lhs].ty;
        self.assignment(x, Some(ty), "constant declaration");
        if x.is_valid() {
            self.objs[lhs].kind = ObjectKind::Const(x.val.clone());
        }
    }

    /// Initialises a variable, which takes its type from `x` if it has none.
    pub(super) fn init_var(&mut self, lhs: ObjId, x: &mut Operand<'a>, context: &str) {
        let ty = self.objs[lhs].ty;
        if !x.is_valid() || !self.is_valid(x.ty) || ty != UNSET && !self.is_valid(ty) {
            if ty == UNSET {
                self.objs[lhs].ty = Types::INVALID;
            }
            return x.invalidate();
        }
        if ty == UNSET {
            let mut t = x.ty;
            if self.is_untyped(t) {
                if self.is_untyped_nil(t) {
                    self.error(x.pos(), format!("use of untyped nil in {context}"));
                    self.objs[lhs].ty = Types::INVALID;
                    return x.invalidate();
                }
                t = self.default_type(t);
            }
            self.objs[lhs].ty = t;
        }
        let ty = self.objs[lhs].ty;
        self.assignment(x, Some(ty), context);
    }

    /// The variable that a left-hand side names by itself.
    fn lhs_name(&self, e: &Expr) -> Option<ObjId> {
        let ExprKind::Name(name) = &e.unparen().kind else { return None };
        let obj = self.lookup(name)?;
        let o = &self.objs[obj];
        (matches!(o.kind, ObjectKind::Var(_)) && o.pkg == Some(self.pkg)).then_some(obj)
    }

    /// Type of a left-hand side; none for `_`, invalid when it cannot be assigned to.
    fn lhs_var(&mut self, lhs: &'a Expr) -> Option<TypeId> {
        if let ExprKind::Name(name) = &lhs.unparen().kind
            && name.as_ref() == "_"
        {
            return None;
        }
        // Assigning to a variable is not using it.
        let v = self.lhs_name(lhs);
        let used = v.map(|v| self.objs[v].used);
        let mut x = Operand::invalid();
        self.expr(None, &mut x, lhs);
        if let (Some(v), Some(used)) = (v, used) {
            self.objs[v].used = used;
            self.objs[v].assignments = self.objs[v].assignments.saturating_add(1);
        } else {
            self.note_assignment(lhs);
        }
        if !x.is_valid() || !self.is_valid(x.ty) {
            return Some(Types::INVALID);
        }
        if !matches!(x.mode, Mode::Variable | Mode::MapIndex) {
            let text = x.text();
            if let Place::Expr(Expr { kind: ExprKind::Selector(base, _), .. }) = x.place {
                let mut op = Operand::invalid();
                self.expr(None, &mut op, base);
                if op.mode == Mode::MapIndex {
                    self.error(x.pos(), format!("cannot assign to struct field {text} in map"));
                    return Some(Types::INVALID);
                }
            }
            self.error(
                x.pos(),
                format!("cannot assign to {text} (neither addressable nor a map index expression)"),
            );
            return Some(Types::INVALID);
        }
        Some(x.ty)
    }

    /// Assigns an expression to a left-hand side.
    fn assign_expr(&mut self, lhs: &'a Expr, rhs: &'a Expr, context: &str) {
        let t = self.lhs_var(lhs);
        if t.is_some_and(|t| !self.is_valid(t)) {
            self.use_exprs(std::slice::from_ref(rhs));
            return;
        }
        let target = match t {
            Some(t) if matches!(self.types.under(t), Type::Func(_)) => {
                self.new_target(t, &show::expr(lhs))
            }
            _ => None,
        };
        let mut x = Operand::invalid();
        self.expr(target.as_ref(), &mut x, rhs);
        self.assign_to(t, &mut x, context);
    }

    fn assign_to(&mut self, t: Option<TypeId>, x: &mut Operand<'a>, context: &str) {
        let blank = t.is_none() && context == "assignment";
        self.assignment(x, t, if blank { "assignment to _ identifier" } else { context });
    }

    /// Assigns an operand to a left-hand side.
    pub(super) fn assign_var(&mut self, lhs: &'a Expr, x: &mut Operand<'a>, context: &str) {
        let t = self.lhs_var(lhs);
        if t.is_some_and(|t| !self.is_valid(t)) {
            return x.invalidate();
        }
        self.assign_to(t, x, context);
    }

    fn assign_error(&mut self, rhs: &'a [Expr], l: usize, r: usize) {
        let vars = Self::measure(l, "variable");
        let vals = Self::measure(r, "value");
        let Some(first) = rhs.first() else { return };
        let mut text = format!("assignment mismatch: {vars} but {vals}");
        if let ([e], ExprKind::Call { fun, .. }) = (rhs, &first.unparen().kind) {
            let _ = e;
            text = format!("assignment mismatch: {vars} but {} returns {vals}", show::expr(fun));
        }
        self.error_at(first, text);
    }

    fn return_error(&mut self, at: Pos, lhs: &[ObjId], rhs: &[Operand<'a>]) {
        let (l, r) = (lhs.len(), rhs.len());
        let (at, what) = if r > l {
            (rhs[l].pos(), "too many")
        } else if r > 0 {
            (rhs[r - 1].pos(), "not enough")
        } else {
            (at, "not enough")
        };
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs.iter().map(|&o| self.objs[o].ty).collect();
        let mut err = self.new_error();
        err.add(at, format!("{what} return values"));
        let have = self.types_summary(&have, false, false);
        let want = self.types_summary(&want, false, false);
        err.add(Pos::NONE, format!("have {have}"));
        err.add(Pos::NONE, format!("want {want}"));
        self.report(err);
    }

    /// Initialises variables with expressions; with `return_pos`, those are the results of a
    /// return statement.
    pub(super) fn init_vars(&mut self, lhs: &[ObjId], rhs: &'a [Expr], return_pos: Option<Pos>) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if return_pos.is_some() {
            "return statement"
        } else if l > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        let is_call = matches!(rhs, [e] if matches!(e.unparen().kind, ExprKind::Call { .. }));
        if l == r && !is_call {
            for (&obj, e) in lhs.iter().zip(rhs) {
                let mut desc = self.objs[obj].name.clone();
                if return_pos.is_some() && desc.is_empty() {
                    desc = "result variable".into();
                }
                let target = self.new_target(self.objs[obj].ty, &desc);
                let mut x = Operand::invalid();
                self.expr(target.as_ref(), &mut x, e);
                self.init_var(obj, &mut x, context);
            }
            return;
        }
        if r != 1 {
            if self.use_exprs(rhs) {
                if let Some(pos) = return_pos {
                    let list = self.expr_list(rhs);
                    self.return_error(pos, lhs, &list);
                } else {
                    self.assign_error(rhs, l, r);
                }
            }
            return self.invalidate_vars(lhs);
        }
        let (mut list, comma_ok) = self.multi_expr(&rhs[0], l == 2 && return_pos.is_none());
        if list.len() == l {
            for (&obj, x) in lhs.iter().zip(&mut list) {
                self.init_var(obj, x, context);
            }
            if comma_ok {
                self.record_comma_ok(&rhs[0]);
            }
            return;
        }
        if list.first().is_some_and(|x| x.is_valid()) || list.is_empty() {
            match return_pos {
                Some(pos) => self.return_error(pos, lhs, &list),
                None => self.assign_error(rhs, l, list.len()),
            }
        }
        self.invalidate_vars(lhs);
    }

    fn invalidate_vars(&mut self, lhs: &[ObjId]) {
        for &obj in lhs {
            if self.objs[obj].ty == UNSET {
                self.objs[obj].ty = Types::INVALID;
            }
        }
    }

    pub(super) fn assign_vars(&mut self, lhs: &'a [Expr], rhs: &'a [Expr]) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if l > 1 { "multiple assignment" } else { "assignment" };
        let is_call = matches!(rhs, [e] if matches!(e.unparen().kind, ExprKind::Call { .. }));
        if l == r && !is_call {
            for (a, b) in lhs.iter().zip(rhs) {
                self.assign_expr(a, b, context);
            }
            return;
        }
        if r != 1 {
            let left = self.use_lhs(lhs);
            let right = self.use_exprs(rhs);
            if left && right {
                self.assign_error(rhs, l, r);
            }
            return;
        }
        let (mut list, comma_ok) = self.multi_expr(&rhs[0], l == 2);
        if list.len() == l {
            for (a, x) in lhs.iter().zip(&mut list) {
                self.assign_var(a, x, context);
            }
            if comma_ok {
                self.record_comma_ok(&rhs[0]);
            }
            return;
        }
        if list.first().is_some_and(|x| x.is_valid()) || list.is_empty() {
            self.assign_error(rhs, l, list.len());
        }
        self.use_lhs(lhs);
    }

    pub(super) fn short_var_decl(&mut self, pos: Pos, lhs: &'a [Expr], rhs: &'a [Expr]) {
        let top = self.delayed.len();
        let scope = self.env.scope;
        let mut seen: Vec<&str> = Vec::new();
        let mut vars: Vec<Option<ObjId>> = vec![None; lhs.len()];
        let mut new_vars = Vec::new();
        let mut failed = false;
        for (i, e) in lhs.iter().enumerate() {
            let ExprKind::Name(name) = &e.kind else {
                self.use_lhs(std::slice::from_ref(e));
                let text = format!("non-name {} on left side of :=", show::expr(e));
                self.error_at(e, text);
                failed = true;
                continue;
            };
            if name.as_ref() != "_" {
                if seen.contains(&name.as_ref()) {
                    self.error_at(e, format!("{name} repeated on left side of :="));
                    failed = true;
                    continue;
                }
                seen.push(name);
            }
            if let Some(alt) = self.lookup_in(scope, name) {
                self.record_object(e.id, alt);
                if matches!(self.objs[alt].kind, ObjectKind::Var(_)) {
                    vars[i] = Some(alt);
                    self.objs[alt].assignments = self.objs[alt].assignments.saturating_add(1);
                    self.note_use(alt);
                } else {
                    self.error_at(e, format!("cannot assign to {name}"));
                    failed = true;
                }
                continue;
            }
            let ident = Ident { id: e.id, pos: e.pos, name: name.clone() };
            let obj = self.local_obj(&ident, ObjectKind::Var(VarKind::Local));
            vars[i] = Some(obj);
            if name.as_ref() != "_" {
                new_vars.push(obj);
            }
            self.record_object(e.id, obj);
        }
        let mut objs = Vec::new();
        for (v, e) in vars.into_iter().zip(lhs) {
            objs.push(match v {
                Some(v) => v,
                None => {
                    let ident = Ident { id: e.id, pos: e.start(), name: "_".into() };
                    self.local_obj(&ident, ObjectKind::Var(VarKind::Local))
                }
            });
        }
        self.init_vars(&objs, rhs, None);
        self.process_delayed(top);
        if new_vars.is_empty() && !failed {
            self.error(pos, "no new variables on left side of :=");
            return;
        }
        for obj in new_vars {
            self.declare(scope, None, obj);
        }
    }

    /// Checks expressions whose values do not matter; tells whether all are valid.
    pub(super) fn use_exprs(&mut self, list: &'a [Expr]) -> bool {
        let mut ok = true;
        for e in list {
            ok &= self.use1(e, false);
        }
        ok
    }

    /// [`Self::use_exprs`] for left-hand sides.
    pub(super) fn use_lhs(&mut self, list: &'a [Expr]) -> bool {
        let mut ok = true;
        for e in list {
            ok &= self.use1(e, true);
        }
        ok
    }

    fn use1(&mut self, e: &'a Expr, lhs: bool) -> bool {
        let mut x = Operand::invalid();
        x.mode = Mode::Value;
        let inner = e.unparen();
        match &inner.kind {
            ExprKind::Name(name) => {
                if name.as_ref() != "_" {
                    let v = if lhs { self.lhs_name(inner) } else { None };
                    let used = v.map(|v| self.objs[v].used);
                    self.expr_or_type(&mut x, inner, true);
                    if let (Some(v), Some(used)) = (v, used) {
                        self.objs[v].used = used;
                    }
                }
            }
            _ => {
                self.raw_expr(None, &mut x, e, None, true);
            }
        }
        x.is_valid()
    }
}
