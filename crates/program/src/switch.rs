//! `switch` over values and types.

use crate::func::{Home, Label, Target};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use std::rc::Rc;
use syntax::{BinOp, CaseClause, Expr, ExprKind, SwitchStmt};
use types::{Basic, Mode, Type, TypeId};

impl Lower<'_> {
    pub fn switch(&mut self, sw: &SwitchStmt, name: Option<Rc<str>>) {
        let (mark, scope) = (self.f.next, self.f.scope());
        if let Some(s) = &sw.init {
            self.stmt(s);
            self.f.hoisted.clear();
        }
        let end = self.f.label();
        self.f.targets.push(Target { name, brk: end, cont: None });
        match sw.tag.as_ref().map(|t| &t.kind) {
            Some(ExprKind::TypeSwitchGuard { x, .. }) => self.type_switch(x, &sw.clauses, end),
            _ => self.value_switch(sw, end),
        }
        self.f.targets.pop();
        self.f.end_scope(scope);
        self.f.bind(end);
        self.f.release(mark);
    }

    fn value_switch(&mut self, sw: &SwitchStmt, end: Label) {
        let tag = sw.tag.as_ref().map(|t| {
            let ty = self.default_type(self.ty(t));
            (self.operand(t), ty)
        });
        let bodies: Vec<Label> = sw.clauses.iter().map(|_| self.f.label()).collect();
        let mut default = end;
        for (c, &l) in sw.clauses.iter().zip(&bodies) {
            let Some(cases) = &c.cases else {
                default = l;
                continue;
            };
            for e in cases {
                self.f.hoisted.clear();
                let mark = self.f.next;
                self.f.pos = e.pos;
                match tag {
                    None => self.cond_jump(e, l, true),
                    Some((r, ty)) => self.case_jump(r, ty, e, l),
                }
                self.f.release(mark);
            }
        }
        self.f.jmp(default);
        let saved = self.f.next_case;
        for (i, c) in sw.clauses.iter().enumerate() {
            self.f.bind(bodies[i]);
            self.f.next_case = bodies.get(i + 1).copied();
            self.stmts(&c.body);
            if !self.f.dead() {
                self.f.jmp(end);
            }
        }
        self.f.next_case = saved;
    }

    /// Jumps if the tag equals the value of a case.
    fn case_jump(&mut self, tag: Reg, ty: TypeId, e: &Expr, l: Label) {
        if self.mode(e) == Mode::Nil {
            self.f.jump(Op::JEqIK(tag, 0, 0), l);
            return;
        }
        let et = self.ty(e);
        if !self.is_iface(ty) && self.is_iface(et) {
            let t = self.f.alloc(3);
            self.convert_value(tag, ty, et, t);
            let v = self.operand(e);
            self.f.emit(Op::EqIface(t + 2, t, v));
            self.f.jump(Op::JTrue(t + 2, 0), l);
            return;
        }
        let word = match self.under(ty) {
            Type::Basic(_) => {
                self.basic(ty).is_some_and(|b| !b.is_float() && !b.is_complex() && !b.is_string())
            }
            Type::Pointer(_) | Type::Chan(..) => true,
            _ => false,
        };
        if word {
            if let Some(k) = self.small_const(e) {
                self.f.jump(Op::JEqIK(tag, k, 0), l);
            } else {
                let v = self.operand_as(e, ty);
                self.f.jump(Op::JEqI(tag, v, 0), l);
            }
        } else if self.basic(ty) == Some(Basic::String) {
            let v = self.operand_as(e, ty);
            self.f.jump(Op::JEqS(tag, v, 0), l);
        } else {
            let v = self.operand_as(e, ty);
            let t = self.f.alloc(1);
            self.compare(BinOp::Eql, ty, t, tag, v);
            self.f.jump(Op::JTrue(t, 0), l);
        }
    }

    fn type_switch(&mut self, x: &Expr, clauses: &[CaseClause], end: Label) {
        let from = self.ty(x);
        let i = self.operand(x);
        let mut default = None;
        for c in clauses {
            let Some(cases) = &c.cases else {
                default = Some(c);
                continue;
            };
            let (body, next) = (self.f.label(), self.f.label());
            let last = cases.len().saturating_sub(1);
            for (k, t) in cases.iter().enumerate() {
                self.f.pos = t.pos;
                // Falls through to the body after the last test, jumps there after the others.
                let miss = if k == last { next } else { self.f.label() };
                if self.mode(t) == Mode::Nil {
                    self.f.jump(Op::JNeIK(i, 0, 0), miss);
                } else {
                    let ty = self.ty(t);
                    let iface = self.is_iface(ty);
                    let rt = self.rtype16(ty);
                    self.f.jump(
                        if iface { Op::JNotImpl(i, rt, 0) } else { Op::JNotType(i, rt, 0) },
                        miss,
                    );
                }
                if k != last {
                    self.f.jmp(body);
                    self.f.bind(miss);
                }
            }
            self.f.bind(body);
            let single = match &cases[..] {
                [t] if self.mode(t) != Mode::Nil => Some(self.ty(t)),
                _ => None,
            };
            self.type_clause(c, i, from, single);
            if !self.f.dead() {
                self.f.jmp(end);
            }
            self.f.bind(next);
        }
        if let Some(c) = default {
            self.type_clause(c, i, from, None);
        }
    }

    /// The body of a clause, with its variable.
    fn type_clause(&mut self, c: &CaseClause, i: Reg, from: TypeId, single: Option<TypeId>) {
        let (mark, scope) = (self.f.next, self.f.scope());
        if let Some(&obj) = self.c.info.implicits.get(&c.id) {
            let ty = single.unwrap_or(from);
            if self.is_iface(ty) {
                if self.is_boxed(obj, ty) {
                    self.declare_value(obj, ty, i);
                } else {
                    // Nothing assigns to the operand's copy: it may be a variable, so copy.
                    let r = self.f.alloc(2);
                    self.emit_move(r, i, 2);
                    self.bind_var(obj, ty, Home::Reg(r), false);
                }
            } else {
                let n = self.size(ty);
                let rt = self.rtype16(ty);
                if self.is_boxed(obj, ty) {
                    let t = self.f.alloc(n);
                    self.f.emit(Op::Unbox(t, i, rt));
                    self.declare_value(obj, ty, t);
                } else {
                    let r = self.f.alloc(n);
                    self.f.emit(Op::Unbox(r, i, rt));
                    self.bind_var(obj, ty, Home::Reg(r), false);
                }
            }
        }
        self.stmts(&c.body);
        self.f.end_scope(scope);
        self.f.release(mark);
    }
}
