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
        if let [CommClause { comm: Some(comm), body, .. }] = clauses {
            return self.only_case(comm, body, name);
        }
        let mark = self.f.next;
        // With one case beside the default it is an attempt at that case, as gc compiles it.
        let attempt = match clauses {
            [a, b] => [a, b]
                .into_iter()
                .find(|c| c.comm.is_some())
                .filter(|_| a.comm.is_none() || b.comm.is_none()),
            _ => None,
        };
        let pos = attempt.map_or(self.f.pos, |c| c.pos);
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

    /// A `select` of one case is that case's operation, as gc compiles it: who waits there waits in no `select`.
    fn only_case(&mut self, comm: &Stmt, body: &[Stmt], name: Option<Rc<str>>) {
        let (mark, scope) = (self.f.next, self.f.scope());
        let end = self.f.label();
        self.f.targets.push(Target { name, brk: end, cont: None });
        self.stmt(comm);
        self.stmts(body);
        self.f.targets.pop();
        self.f.end_scope(scope);
        self.f.bind(end);
        self.f.release(mark);
    }

    fn comm_body(&mut self, c: &CommClause, got: Option<(Reg, TypeId)>, end: Label) {
        let (mark, scope) = (self.f.next, self.f.scope());
        if let (Some(comm), Some((value, elem))) = (&c.comm, got) {
            let ok = value + self.size(elem) as Reg;
            match &comm.kind {
                StmtKind::Define { lhs, .. } | StmtKind::Assign { lhs, .. } => {
                    let define = matches!(comm.kind, StmtKind::Define { .. });
                    self.f.statement(comm.start);
                    let values = [(value, elem), (ok, Types::BOOL)];
                    if define {
                        for (l, (r, ty)) in lhs.iter().zip(values) {
                            self.set_received(l, r, ty);
                        }
                    } else {
                        self.assign_values(lhs, &values);
                    }
                }
                _ => {}
            }
        }
        self.stmts(&c.body);
        self.f.end_scope(scope);
        if !self.f.dead() {
            self.f.jmp(end);
        }
        self.f.release(mark);
    }

    /// A received value to the variable that is declared for it.
    fn set_received(&mut self, l: &Expr, r: Reg, ty: TypeId) {
        match self.declares(l) {
            Some(obj) if self.obj(obj).name.as_ref() != "_" => {
                let t = self.var_type(obj);
                self.declare_value(obj, t, r);
            }
            // In `v, ok := <-c` of a clause all names are new; one that is not is assigned.
            _ => self.assign_values(std::slice::from_ref(l), &[(r, ty)]),
        }
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
