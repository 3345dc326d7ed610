//! `select`.

use crate::func::{Label, Target};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::{SelectCase, SelectTable};
use std::rc::Rc;
use syntax::{CommClause, Expr, ExprKind, Stmt, StmtKind, UnOp};
use types::{Type, TypeId, Types};

impl Lower<'_> {
    pub fn select(&mut self, clauses: &[CommClause], name: Option<Rc<str>>) {
        let mark = self.f.next;
        let pos = self.f.pos;
        let mut cases = Vec::new();
        // Where a received value arrives, and its type.
        let mut received: Vec<Option<(Reg, TypeId)>> = Vec::new();
        for c in clauses {
            let mut got = None;
            if let Some(comm) = &c.comm {
                match &comm.kind {
                    StmtKind::Send(ch, v) => {
                        let Type::Chan(_, elem) = self.under(self.ty(ch)) else { continue };
                        let elem = self.canon(elem);
                        self.hoist(&[ch, v]);
                        let ch = self.push(ch);
                        let value = self.push_as(v, elem);
                        cases.push(SelectCase::Send { ch, value });
                    }
                    _ => {
                        let Some(x) = received_from(comm) else { continue };
                        let Type::Chan(_, elem) = self.under(self.ty(x)) else { continue };
                        let elem = self.canon(elem);
                        let ch = self.push(x);
                        let n = self.size(elem);
                        let value = self.f.alloc(n + 1);
                        cases.push(SelectCase::Recv { ch, value });
                        got = Some((value, elem));
                    }
                }
            }
            received.push(got);
        }
        let default = clauses.iter().any(|c| c.comm.is_none());
        let d = self.f.alloc(1);
        self.f.pos = pos;
        let t = self.f.func.selects.len() as u32;
        self.f.func.selects.push(SelectTable { cases, default });
        self.f.emit(Op::Select(d, t));
        self.f.hoisted.clear();
        let end = self.f.label();
        self.f.targets.push(Target { name, brk: end, cont: None });
        let mut index = 0i16;
        let mut default_body = None;
        for (c, got) in clauses.iter().zip(received) {
            if c.comm.is_none() {
                default_body = Some(c);
                continue;
            }
            let next = self.f.label();
            self.f.pos = c.pos;
            self.f.jump(Op::JNeIK(d, index, 0), next);
            index = index.saturating_add(1);
            self.comm_body(c, got, end);
            self.f.bind(next);
        }
        if let Some(c) = default_body {
            self.stmts(&c.body);
        }
        self.f.targets.pop();
        self.f.bind(end);
        self.f.release(mark);
    }

    fn comm_body(&mut self, c: &CommClause, got: Option<(Reg, TypeId)>, end: Label) {
        let mark = self.f.next;
        if let (Some(comm), Some((value, elem))) = (&c.comm, got) {
            let ok = value + self.size(elem) as Reg;
            match &comm.kind {
                StmtKind::Define { lhs, .. } | StmtKind::Assign { lhs, .. } => {
                    let define = matches!(comm.kind, StmtKind::Define { .. });
                    self.f.statement(comm.start);
                    for (l, (r, ty)) in lhs.iter().zip([(value, elem), (ok, Types::BOOL)]) {
                        self.set_received(l, r, ty, define);
                    }
                }
                _ => {}
            }
        }
        self.stmts(&c.body);
        if !self.f.dead() {
            self.f.jmp(end);
        }
        self.f.release(mark);
    }

    /// A received value to the variable or place on the left.
    pub fn set_received(&mut self, l: &Expr, r: Reg, ty: TypeId, define: bool) {
        if matches!(&l.unparen().kind, ExprKind::Name(n) if &**n == "_") {
            return;
        }
        if define && let Some(obj) = self.declares(l) {
            let t = self.var_type(obj);
            self.declare_value(obj, t, r);
            return;
        }
        let mark = self.f.next;
        let t = self.ty(l);
        let p = self.place(l);
        let n = self.size(t);
        let v = if t == ty || self.is_iface(ty) {
            r
        } else {
            let v = self.f.alloc(n);
            self.convert_value(r, ty, t, v);
            v
        };
        self.store(p, t, v);
        self.assigned(l);
        self.f.release(mark);
    }
}

/// The channel that a communication clause receives from.
fn received_from(comm: &Stmt) -> Option<&Expr> {
    let e = match &comm.kind {
        StmtKind::Expr(e) => e,
        StmtKind::Define { rhs, .. } | StmtKind::Assign { rhs, .. } => rhs.first()?,
        _ => return None,
    };
    match &e.unparen().kind {
        ExprKind::Unary(UnOp::Recv, x) => Some(x),
        _ => None,
    }
}
