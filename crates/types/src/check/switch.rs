//! Switches, after types2's `stmt.go`.

use super::literals::const_key;
use super::{Checker, Operand, Place};
use crate::info::Mode;
use crate::{ConstValue, Object, ObjectKind, TypeId, Types, VarKind};
use std::collections::BTreeMap;
use syntax::{Expr, ExprKind, Pos, SwitchStmt};

impl<'a> Checker<'a> {
    pub(super) fn switch_stmt(&mut self, s: &'a SwitchStmt) {
        self.open_scope();
        if let Some(init) = &s.init {
            self.stmt(init);
        }
        match &s.tag {
            Some(Expr { kind: ExprKind::TypeSwitchGuard { lhs, x }, .. }) => {
                self.type_switch(s, lhs.as_ref(), x);
            }
            tag => self.value_switch(s, tag.as_ref()),
        }
        self.close_scope();
    }

    fn multiple_defaults(&mut self, s: &'a SwitchStmt) {
        let mut first: Option<Pos> = None;
        for c in s.clauses.iter().filter(|c| c.cases.is_none()) {
            match first {
                Some(pos) => {
                    let at = self.pos_text(pos);
                    self.error(c.pos, format!("multiple defaults (first at {at})"));
                }
                None => first = Some(c.pos),
            }
        }
    }

    fn value_switch(&mut self, s: &'a SwitchStmt, tag: Option<&'a Expr>) {
        let mut x = Operand::invalid();
        if let Some(tag) = tag {
            self.expr(None, &mut x, tag);
            self.assignment(&mut x, None, "switch expression");
            if x.is_valid() && !self.types.is_comparable(x.ty, true) && !self.has_nil(x.ty) {
                let (xs, t) = (self.os(&x), self.ts(x.ty));
                self.error(x.pos(), format!("cannot switch on {xs} ({t} is not comparable)"));
                x.invalidate();
            }
        } else {
            let pos = s.clauses.first().map_or(s.rbrace, |c| c.pos);
            x = Operand {
                mode: Mode::Const,
                place: Place::Dummy(pos, "true".into()),
                ty: Types::BOOL,
                val: Some(ConstValue::Bool(true)),
            };
        }
        self.multiple_defaults(s);
        let mut seen: BTreeMap<(String, TypeId), Pos> = BTreeMap::new();
        for c in &s.clauses {
            for e in c.cases.iter().flatten() {
                self.case_value(&x, e, &mut seen);
            }
            self.open_scope();
            self.stmt_list(&c.body);
            self.close_scope();
        }
    }

    fn case_value(
        &mut self,
        x: &Operand<'a>,
        e: &'a Expr,
        seen: &mut BTreeMap<(String, TypeId), Pos>,
    ) {
        let mut v = Operand::invalid();
        self.expr(None, &mut v, e);
        if !x.is_valid() || !v.is_valid() {
            return;
        }
        self.convert_untyped(&mut v, x.ty);
        if !v.is_valid() {
            return;
        }
        let (mut res, mut tag) = (v.clone(), x.clone());
        self.comparison(&mut res, &mut tag, syntax::BinOp::Eql, true);
        if !res.is_valid() || !v.is_const() {
            return;
        }
        // Booleans may well occur twice, says gc.
        let Some(val) = v.val.as_ref().filter(|v| !matches!(v, ConstValue::Bool(_))) else {
            return;
        };
        let key = (const_key(val), self.types.canon(v.ty));
        if let Some(&previous) = seen.get(&key) {
            let mut err = self.new_error();
            let text = format!("duplicate case {} in expression switch", self.os(&v));
            err.add(v.pos(), text);
            err.add(previous, "previous case");
            self.report(err);
            return;
        }
        // gc gives the position of the node here, not that of its start.
        seen.insert(key, e.pos);
    }

    fn type_switch(&mut self, s: &'a SwitchStmt, lhs: Option<&'a syntax::Ident>, guard: &'a Expr) {
        let mut lhs = lhs;
        if let Some(l) = lhs.filter(|l| l.name.as_ref() == "_") {
            self.error(l.pos, "no new variable on left side of :=");
            lhs = None;
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, guard);
        let mut tag = None;
        if x.is_valid() {
            if self.is_tparam(x.ty) {
                let text =
                    format!("cannot use type switch on type parameter value {}", self.os(&x));
                self.error(x.pos(), text);
            } else if self.is_interface(x.ty) {
                tag = Some(x);
            } else {
                let text = format!("{} is not an interface", self.os(&x));
                self.error(x.pos(), text);
            }
        }
        self.multiple_defaults(s);
        let mut vars = Vec::new();
        let mut seen: Vec<(Option<TypeId>, &'a Expr)> = Vec::new();
        for c in &s.clauses {
            let t =
                self.case_types(tag.as_ref(), c.cases.as_deref().unwrap_or_default(), &mut seen);
            self.open_scope();
            if let Some(l) = lhs {
                let kind = ObjectKind::Var(VarKind::Local);
                let obj = self.new_obj(Object::new(l.name.clone(), kind, t, l.pos, Some(self.pkg)));
                self.declare(self.env.scope, None, obj);
                self.info.implicits.insert(c.id, obj);
                vars.push(obj);
            }
            self.stmt_list(&c.body);
            self.close_scope();
        }
        if let Some(l) = lhs {
            // Literals in the clauses are checked at the end of each statement: all uses are in.
            let used = vars.iter().any(|&v| self.objs[v].used);
            for v in vars {
                self.objs[v].used = true;
            }
            if !used {
                self.error(l.pos, format!("{} declared and not used", l.name));
            }
        }
    }

    /// Checks the types of a clause; gives the type of its variable.
    fn case_types(
        &mut self,
        x: Option<&Operand<'a>>,
        list: &'a [Expr],
        seen: &mut Vec<(Option<TypeId>, &'a Expr)>,
    ) -> TypeId {
        let mut last: Option<TypeId> = None;
        for e in list {
            if self.is_nil_name(e) {
                last = None;
                let mut dummy = Operand::invalid();
                self.expr(None, &mut dummy, e);
            } else {
                let t = self.var_type(e);
                last = Some(t);
                if !self.is_valid(t) {
                    continue;
                }
            }
            let same = |t: Option<TypeId>| match (t, last) {
                (None, None) => true,
                (Some(a), Some(b)) => self.types.identical(a, b),
                _ => false,
            };
            if let Some(&(_, other)) = seen.iter().find(|(t, _)| same(*t)) {
                let text = match last {
                    None => "nil".into(),
                    Some(t) => self.ts(t),
                };
                let mut err = self.new_error();
                err.add(e.start(), format!("duplicate case {text} in type switch"));
                err.add(other.start(), "previous case");
                self.report(err);
                continue;
            }
            seen.push((last, e));
            if let (Some(x), Some(t)) = (x, last) {
                self.type_assertion(e, x, t, true);
            }
        }
        match last {
            Some(t) if list.len() == 1 => t,
            _ => x.map_or(Types::INVALID, |x| x.ty),
        }
    }
}
