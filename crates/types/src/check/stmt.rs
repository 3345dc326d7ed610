//! Statements, after types2's `stmt.go`.

use super::expr::Kind;
use super::scope::ScopeId;
use super::{Checker, DeclId, Env, FuncId, MAX_DEPTH, Operand};
use crate::info::Mode;
use crate::{ObjId, ObjectKind, TypeId};
use std::rc::Rc;
use syntax::{Block, CallTok, CommClause, Expr, ExprKind, IfStmt, Pos, Stmt, StmtKind, UnOp, show};

impl<'a> Checker<'a> {
    /// Checks the body of a function or function literal.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn func_body(
        &mut self,
        decl: Option<DeclId>,
        func: FuncId,
        scope: ScopeId,
        results: Rc<[ObjId]>,
        tparams: Rc<[TypeId]>,
        body: &'a Block,
        iota: Option<i64>,
    ) {
        let has_results = !results.is_empty();
        let env = Env {
            decl,
            scope,
            version: self.env.version,
            iota,
            errpos: Pos::NONE,
            in_tparam_list: false,
            results: Some(results),
            has_call_or_recv: false,
            func: Some(func),
            tparams,
        };
        let saved = std::mem::replace(&mut self.env, env);
        self.stmt_list(&body.stmts);
        if has_results && !self.is_terminating_list(&body.stmts) {
            self.error(body.rbrace, "missing return");
        }
        self.usage(scope);
        self.env = saved;
    }

    pub(super) fn stmt_list(&mut self, list: &'a [Stmt]) {
        for s in list {
            self.stmt(s);
        }
    }

    /// Checks a statement and the function literals in it.
    pub(super) fn stmt(&mut self, s: &'a Stmt) {
        if self.depth >= MAX_DEPTH {
            return self.too_deep(s.start);
        }
        self.depth += 1;
        let top = self.delayed.len();
        self.stmt_inner(s);
        self.process_delayed(top);
        self.depth -= 1;
    }

    fn stmt_inner(&mut self, s: &'a Stmt) {
        match &s.kind {
            StmtKind::Empty | StmtKind::Branch(..) => {}
            StmtKind::Decl(list) => self.decl_stmt(list),
            StmtKind::Labeled(_, inner) => self.stmt(inner),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send(ch, val) => {
                let mut c = Operand::invalid();
                let mut v = Operand::invalid();
                self.expr(None, &mut c, ch);
                self.generic_expr(&mut v, val, None);
                if c.is_valid()
                    && v.is_valid()
                    && let Some(elem) = self.chan_elem(s.start, &c, false)
                {
                    self.assignment(&mut v, Some(elem), "send");
                }
            }
            StmtKind::IncDec(e, inc) => {
                let mut x = Operand::invalid();
                self.expr(None, &mut x, e);
                if !x.is_valid() {
                    return;
                }
                if !self.all_numeric(x.ty) {
                    let op = if *inc { "++" } else { "--" };
                    let t = self.ts(x.ty);
                    let text =
                        format!("invalid operation: {}{op} (non-numeric type {t})", show::expr(e));
                    self.error_at(e, text);
                    return;
                }
                self.assign_var(e, &mut x, "assignment");
            }
            StmtKind::Assign { lhs, rhs } => self.assign_vars(lhs, rhs),
            StmtKind::Define { lhs, rhs } => self.short_var_decl(s.pos, lhs, rhs),
            StmtKind::AssignOp(op, lhs, rhs) => {
                let mut x = Operand::invalid();
                self.binary(&mut x, None, lhs, rhs, *op);
                self.assign_var(lhs, &mut x, "assignment");
            }
            StmtKind::Call(tok, e) => {
                self.suspended_call(if *tok == CallTok::Go { "go" } else { "defer" }, e);
            }
            StmtKind::Return(list) => self.return_stmt(s, list),
            StmtKind::Block(b) => self.block(b),
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(sw) => self.switch_stmt(sw),
            StmtKind::Select(clauses, _) => self.select_stmt(clauses),
            StmtKind::For(f) => {
                self.open_scope();
                if let Some(init) = &f.init {
                    self.stmt(init);
                }
                if let Some(cond) = &f.cond {
                    self.condition(cond, "for");
                }
                if let Some(post) = &f.post {
                    self.stmt(post);
                    // Reported by the parser.
                    if let StmtKind::Define { lhs, .. } = &post.kind {
                        self.use_exprs(lhs);
                    }
                }
                self.block(&f.body);
                self.close_scope();
            }
            StmtKind::Range(r) => self.range_stmt(s.start, r),
        }
    }

    pub(super) fn block(&mut self, b: &'a Block) {
        let top = self.delayed.len();
        self.open_scope();
        self.stmt_list(&b.stmts);
        self.close_scope();
        self.process_delayed(top);
    }

    fn condition(&mut self, e: &'a Expr, what: &str) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if x.is_valid() && !self.all_boolean(x.ty) {
            self.error_at(e, format!("non-boolean condition in {what} statement"));
        }
    }

    fn if_stmt(&mut self, i: &'a IfStmt) {
        self.open_scope();
        if let Some(init) = &i.init {
            self.stmt(init);
        }
        self.condition(&i.cond, "if");
        self.block(&i.then);
        if let Some(els) = &i.els {
            self.stmt(els);
        }
        self.close_scope();
    }

    fn expr_stmt(&mut self, e: &'a Expr) {
        let mut x = Operand::invalid();
        let kind = self.raw_expr(None, &mut x, e, None, false);
        let text = match x.mode {
            Mode::Builtin(_) => "must be called",
            Mode::TypeExpr => "is not an expression",
            _ if kind == Kind::Statement => return,
            _ => "is not used",
        };
        let text = format!("{} {text}", self.os(&x));
        self.error(x.pos(), text);
    }

    fn suspended_call(&mut self, keyword: &str, e: &'a Expr) {
        if !matches!(e.kind, ExprKind::Call { .. }) {
            self.error_at(e, format!("expression in {keyword} must be function call"));
            self.use_exprs(std::slice::from_ref(e));
            return;
        }
        let mut x = Operand::invalid();
        let text = match self.raw_expr(None, &mut x, e, None, false) {
            Kind::Conversion => "requires function call, not conversion",
            Kind::Expression => "discards result of",
            Kind::Statement => return,
        };
        let text = format!("{keyword} {text} {}", self.os(&x));
        self.error(x.pos(), text);
    }

    fn return_stmt(&mut self, s: &'a Stmt, list: &'a [Expr]) {
        let Some(results) = self.env.results.clone() else { return };
        let named = results.first().is_some_and(|&r| !self.objs[r].name.is_empty());
        if !list.is_empty() || !named {
            if !results.is_empty() || !list.is_empty() {
                self.init_vars_return(&results, list, s.start);
            }
            return;
        }
        for &r in results.iter() {
            let name = self.name_of(r);
            let Some(alt) = self.lookup(&name).filter(|&alt| alt != r) else { continue };
            let mut err = self.new_error();
            err.add(s.start, format!("result parameter {name} not in scope at return"));
            let o = self.objs[r].clone();
            let t = self.ts(o.ty);
            err.add(self.objs[alt].pos, format!("inner declaration of var {name} {t}"));
            self.report(err);
        }
    }

    fn init_vars_return(&mut self, results: &[ObjId], list: &'a [Expr], pos: Pos) {
        // With a first result the count is checked there too.
        self.init_vars(results, list, Some(pos));
    }

    fn select_stmt(&mut self, clauses: &'a [CommClause]) {
        let mut first: Option<Pos> = None;
        for c in clauses.iter().filter(|c| c.comm.is_none()) {
            match first {
                Some(pos) => {
                    let at = self.pos_text(pos);
                    self.error(c.pos, format!("multiple defaults (first at {at})"));
                }
                None => first = Some(c.pos),
            }
        }
        for c in clauses {
            let receives = |e: &Expr| matches!(e.unparen().kind, ExprKind::Unary(UnOp::Recv, _));
            let valid = match c.comm.as_ref().map(|s| &s.kind) {
                None | Some(StmtKind::Send(..)) => true,
                Some(StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. }) => {
                    matches!(&rhs[..], [e] if receives(e))
                }
                Some(StmtKind::AssignOp(_, _, e) | StmtKind::Expr(e)) => receives(e),
                _ => false,
            };
            if !valid {
                let pos = c.comm.as_ref().map_or(c.pos, |s| match &s.kind {
                    StmtKind::Expr(e) => e.pos,
                    _ => s.start,
                });
                self.error(pos, "select case must be send or receive (possibly with assignment)");
                continue;
            }
            self.open_scope();
            if let Some(comm) = &c.comm {
                self.stmt(comm);
            }
            self.stmt_list(&c.body);
            self.close_scope();
        }
    }

    /// Whether a name denotes the predeclared nil.
    pub(super) fn is_nil_name(&self, e: &Expr) -> bool {
        match &e.unparen().kind {
            ExprKind::Name(n) => {
                self.lookup(n).is_some_and(|o| matches!(self.objs[o].kind, ObjectKind::Nil))
            }
            _ => false,
        }
    }
}
