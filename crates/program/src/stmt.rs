//! Statements.

use crate::func::{Exit, Home, Label, Target};
use crate::lower::Lower;
use crate::op::Op;
use crate::walk::{Node, walk};
use std::rc::Rc;
use syntax::{Block, BranchTok, Decl, Expr, ExprId, ExprKind, ForStmt, IfStmt, Stmt, StmtKind};
use types::{Mode, ObjId, Type};

impl Lower<'_> {
    pub fn block(&mut self, b: &Block) {
        self.stmts(&b.stmts);
    }

    pub fn stmts(&mut self, list: &[Stmt]) {
        let (mark, scope) = (self.f.next, self.f.scope());
        for s in list {
            self.stmt(s);
        }
        self.f.end_scope(scope);
        self.f.release(mark);
    }

    /// Makes labels for all labelled statements of a function's body.
    pub fn declare_labels(&mut self, body: &Block) {
        let mut names = Vec::new();
        walk(Node::Block(body), &mut |n| match n {
            Node::Expr(_) => false,
            Node::Stmt(s) => {
                if let StmtKind::Labeled(name, _) = &s.kind {
                    names.push(name.name.clone());
                }
                true
            }
            Node::Block(_) => true,
        });
        for n in names {
            let l = self.f.label();
            self.f.gotos.insert(n, l);
        }
    }

    pub fn stmt(&mut self, s: &Stmt) {
        let label = self.f.label_name.take();
        self.f.hoisted.clear();
        self.f.pos = s.pos;
        if !matches!(
            s.kind,
            StmtKind::Empty | StmtKind::Block(_) | StmtKind::Labeled(..) | StmtKind::Decl(_)
        ) {
            self.f.statement(s.start);
        }
        let mark = self.f.next;
        match &s.kind {
            StmtKind::Empty => {}
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send(c, v) => self.send(c, v),
            StmtKind::Assign { lhs, rhs } => self.assign(lhs, rhs),
            StmtKind::Define { lhs, rhs } => {
                // Its variables stay.
                self.define(lhs, rhs);
                return;
            }
            StmtKind::AssignOp(op, l, r) => self.assign_op(*op, l, r),
            StmtKind::IncDec(l, inc) => self.inc_dec(l, *inc),
            StmtKind::Call(tok, e) => self.go_or_defer(*tok, e),
            StmtKind::Return(list) => self.return_stmt(list),
            StmtKind::Branch(tok, l) => self.branch(*tok, l.as_ref().map(|l| l.name.clone())),
            StmtKind::Block(b) => self.block(b),
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(sw) => self.switch(sw, label),
            StmtKind::Select(clauses, _) => self.select(clauses, label),
            StmtKind::For(f) => self.for_stmt(f, label),
            StmtKind::Range(r) => self.range(r, label),
            StmtKind::Labeled(name, inner) => {
                if let Some(&l) = self.f.gotos.get(&name.name) {
                    self.f.bind(l);
                }
                self.f.label_name = Some(name.name.clone());
                self.stmt(inner);
                self.f.label_name = None;
                if matches!(inner.kind, StmtKind::Define { .. } | StmtKind::Decl(_)) {
                    return;
                }
            }
            StmtKind::Decl(decls) => {
                for d in decls {
                    if let Decl::Var(v) = d {
                        self.f.pos = v.pos;
                        self.f.statement(v.names.first().map_or(v.pos, |n| n.pos));
                        self.var_decl(v);
                    }
                }
                return;
            }
        }
        self.f.release(mark);
    }

    fn expr_stmt(&mut self, e: &Expr) {
        let x = e.unparen();
        match &x.kind {
            ExprKind::Call { fun, args, dots, .. }
                if matches!(self.mode(fun), Mode::Builtin(_)) =>
            {
                if let Mode::Builtin(b) = self.mode(fun) {
                    let d = self.f.alloc(2);
                    self.builtin_into(x, b, args, *dots, d);
                }
            }
            _ => self.discard(e),
        }
    }

    fn send(&mut self, c: &Expr, v: &Expr) {
        let Type::Chan(_, elem) = self.under(self.ty(c)) else { return };
        self.hoist(&[c, v]);
        let pos = self.f.pos;
        let ch = self.operand(c);
        let elem = self.canon(elem);
        let val = self.operand_as(v, elem);
        self.f.pos = pos;
        self.f.emit(Op::Send(ch, val));
        self.note_expr(c);
    }

    fn if_stmt(&mut self, i: &IfStmt) {
        let (mark, scope) = (self.f.next, self.f.scope());
        if let Some(s) = &i.init {
            self.stmt(s);
            self.f.hoisted.clear();
        }
        let els = self.f.label();
        self.cond_jump(&i.cond, els, false);
        self.block(&i.then);
        match &i.els {
            Some(s) => {
                let end = self.f.label();
                if !self.f.dead() {
                    self.f.jmp(end);
                }
                self.f.bind(els);
                self.stmt(s);
                self.f.bind(end);
            }
            None => self.f.bind(els),
        }
        self.f.end_scope(scope);
        self.f.release(mark);
    }

    /// Whether a condition may well be lowered twice.
    fn is_simple(&self, e: &Expr) -> bool {
        let mut n = 0;
        let mut simple = true;
        walk(Node::Expr(e), &mut |x| {
            n += 1;
            if let Node::Expr(x) = x {
                simple &= !matches!(
                    x.kind,
                    ExprKind::FuncLit { .. }
                        | ExprKind::CompositeLit { .. }
                        | ExprKind::Unary(syntax::UnOp::Recv, _)
                );
                if let ExprKind::Call { fun, .. } = &x.kind {
                    simple &= matches!(self.mode(fun), Mode::Builtin(_) | Mode::TypeExpr);
                }
            }
            simple && n < 12
        });
        simple && n < 12
    }

    fn for_stmt(&mut self, f: &ForStmt, name: Option<Rc<str>>) {
        let (mark, scope) = (self.f.next, self.f.scope());
        let mut per_iteration: Vec<ObjId> = Vec::new();
        if let Some(init) = &f.init {
            self.stmt(init);
            if let StmtKind::Define { lhs, .. } = &init.kind
                && !self.f.old_loops
            {
                per_iteration = lhs.iter().filter_map(|l| self.declares(l)).collect();
                per_iteration
                    .retain(|o| matches!(self.find_var(*o).map(|v| v.home), Some(Home::Heap(_))));
            }
        }
        let (body, cont, end, check) =
            (self.f.label(), self.f.label(), self.f.label(), self.f.label());
        let twice = f.cond.as_ref().is_some_and(|c| self.is_simple(c));
        let limit = f.cond.as_ref().and_then(|c| self.pin_limit(c));
        match &f.cond {
            Some(c) if twice => {
                self.f.hoisted.clear();
                self.f.hoisted.extend(limit);
                self.cond_jump(c, end, false);
            }
            Some(_) => self.f.jmp(check),
            None => {}
        }
        self.f.bind(body);
        self.f.targets.push(Target { name, brk: end, cont: Some(cont) });
        self.block(&f.body);
        self.f.targets.pop();
        self.f.bind(cont);
        for o in per_iteration {
            self.copy_box(o);
        }
        if let Some(post) = &f.post {
            self.stmt(post);
        }
        self.f.hoisted.clear();
        self.f.hoisted.extend(limit);
        if !twice {
            self.f.bind(check);
        }
        match &f.cond {
            Some(c) => {
                if f.post.is_none() || !twice {
                    self.f.statement(c.start());
                }
                self.cond_jump(c, body, true);
            }
            None => self.f.jmp(body),
        }
        self.f.end_scope(scope);
        self.f.bind(end);
        self.f.release(mark);
    }

    /// Keeps a constant that a loop's condition compares with in a register, if no instruction has room for it.
    fn pin_limit(&mut self, cond: &Expr) -> Option<(ExprId, u16)> {
        let ExprKind::Binary(_, _, y) = &cond.kind else { return None };
        let ty = self.ty(y);
        self.c.info.tv(y.id).value.as_ref()?;
        if self.small_const(y).is_some()
            || self.size(ty) != 1
            || self.c.info.tv(cond.id).value.is_some()
        {
            return None;
        }
        Some((y.id, self.push(y)))
    }

    /// Gives a loop variable a new object with the same value, for the next iteration.
    fn copy_box(&mut self, obj: ObjId) {
        let Some(v) = self.find_var(obj) else { return };
        let Home::Heap(r) = v.home else { return };
        let mark = self.f.next;
        let n = self.size(v.ty);
        let t = self.f.alloc(n);
        if n > 0 {
            self.load_mem(t, r, 0, n);
        }
        let rt = self.rtype(v.ty);
        self.f.emit(Op::New(r, rt));
        if n > 0 {
            self.store_mem(r, 0, t, n);
        }
        self.f.release(mark);
    }

    pub fn branch(&mut self, tok: BranchTok, name: Option<Rc<str>>) {
        match tok {
            BranchTok::Fallthrough => {
                if let Some(l) = self.f.next_case {
                    self.f.jmp(l);
                }
            }
            BranchTok::Goto => {
                let Some(name) = name else { return };
                match self.f.gotos.get(&name) {
                    Some(&l) => self.f.jmp(l),
                    None => self.range_exit(Exit::Goto(name)),
                }
            }
            BranchTok::Break | BranchTok::Continue => {
                let brk = tok == BranchTok::Break;
                match self.find_target(brk, name.as_ref()) {
                    Some(l) => self.f.jmp(l),
                    None if brk => self.range_exit(Exit::Break(name)),
                    None => self.range_exit(Exit::Continue(name)),
                }
            }
        }
    }

    fn find_target(&self, brk: bool, name: Option<&Rc<str>>) -> Option<Label> {
        self.f.targets.iter().rev().find_map(|t| {
            let named = name.is_none() || t.name.as_ref() == name;
            match (named, brk) {
                (false, _) => None,
                (true, true) => Some(t.brk),
                (true, false) => t.cont,
            }
        })
    }

    fn return_stmt(&mut self, list: &[Expr]) {
        if self.f.range_body.is_some() {
            return self.range_return(list);
        }
        self.set_results(list);
        self.leave();
    }

    /// Evaluates the operands of `return` into the results.
    fn set_results(&mut self, list: &[Expr]) {
        let results = self.f.results.clone();
        match list {
            [] => {}
            [e] if results.len() == 1 => {
                let r = results[0];
                match r.home {
                    Home::Reg(reg) => {
                        let fresh = !self.f.named_results && !self.f.has_defer;
                        self.eval_as(e, r.ty, reg, fresh);
                    }
                    Home::Heap(p) => {
                        let n = self.size(r.ty);
                        let v = self.operand_as(e, r.ty);
                        if n > 0 {
                            self.store_mem(p, 0, v, n);
                        }
                    }
                }
            }
            [e] => {
                let (mut v, types) = self.multi(e);
                for (r, t) in results.iter().zip(types) {
                    self.set_result(r.home, r.ty, v, t);
                    v += self.size(t) as u16;
                }
            }
            list => {
                let all: Vec<&Expr> = list.iter().collect();
                self.hoist(&all);
                let direct = !self.f.named_results
                    && !self.f.has_defer
                    && results.iter().all(|r| matches!(r.home, Home::Reg(_)));
                if direct {
                    for (r, e) in results.iter().zip(list) {
                        self.eval_as(e, r.ty, r.reg, true);
                    }
                    return;
                }
                let mut values = Vec::new();
                for (r, e) in results.iter().zip(list) {
                    let v = match self.reg_of(e) {
                        Some(_) => self.push_as(e, r.ty),
                        None => self.operand_as(e, r.ty),
                    };
                    values.push(v);
                }
                for (r, v) in results.iter().zip(values) {
                    self.set_result(r.home, r.ty, v, r.ty);
                }
            }
        }
        if self.f.named_results {
            for r in &results {
                if let Some(o) = r.obj {
                    self.f.assigns(o);
                }
            }
        }
    }

    /// Stores a value of type `from` in a result of type `ty`.
    pub fn set_result(&mut self, home: Home, ty: types::TypeId, v: u16, from: types::TypeId) {
        let n = self.size(ty);
        match home {
            Home::Reg(r) => self.convert_value(v, from, ty, r),
            Home::Heap(p) => {
                let mark = self.f.next;
                let mut s = v;
                if ty != from {
                    s = self.f.alloc(n);
                    self.convert_value(v, from, ty, s);
                }
                if n > 0 {
                    self.store_mem(p, 0, s, n);
                }
                self.f.release(mark);
            }
        }
    }
}
