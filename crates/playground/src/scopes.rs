//! Which local variables are in scope at a line: what a frame still remembers may be long out of sight.

use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{
    Block, CaseClause, CommClause, Decl, Expr, ExprKind, Field, FuncType, Stmt, StmtKind,
};

/// Where the local variables of a file can be seen (Go spec, "Declarations and scope"), by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes {
    /// Name, first and last line.
    list: Vec<(Rc<str>, u32, u32)>,
    names: BTreeSet<Rc<str>>,
}

impl Scopes {
    /// The scopes of a source, as far as it can be parsed.
    ///
    /// ```
    /// let scopes = playground::Scopes::of("package main\n\nfunc main() {\n\tx := 1\n\tprintln(x)\n}\n");
    /// assert!(!scopes.shows("x", 4) && scopes.shows("x", 5));
    /// ```
    pub fn of(source: &str) -> Scopes {
        let (file, _) = syntax::parse(source);
        let mut s = Scopes::default();
        for decl in &file.decls {
            match decl {
                Decl::Func(f) => {
                    let Some(body) = &f.body else { continue };
                    s.fields(f.recv.as_slice(), f.keyword.line, body);
                    s.function(&f.typ, f.keyword.line, body);
                }
                Decl::Var(v) => s.exprs(&v.values),
                Decl::Import(_) | Decl::Const(_) | Decl::Type(_) => {}
            }
        }
        s
    }

    /// Whether a variable is worth showing to somebody who is about to run a line: it has been declared by then. Of
    /// names that are declared nowhere in the file nothing is known, and they are shown.
    pub fn shows(&self, name: &str, line: u32) -> bool {
        let covers =
            |(n, from, to): &(Rc<str>, u32, u32)| &**n == name && (*from..=*to).contains(&line);
        !self.names.contains(name) || self.list.iter().any(covers)
    }

    fn add(&mut self, name: &Rc<str>, from: u32, to: u32) {
        self.names.insert(name.clone());
        self.list.push((name.clone(), from, to));
    }

    fn fields(&mut self, fields: &[Field], from: u32, body: &Block) {
        for name in fields.iter().filter_map(|f| f.name.as_ref()) {
            self.add(&name.name, from, body.rbrace.line);
        }
    }

    fn function(&mut self, typ: &FuncType, from: u32, body: &Block) {
        self.fields(&typ.params, from, body);
        self.fields(&typ.results, from, body);
        self.block(body);
    }

    fn block(&mut self, b: &Block) {
        self.stmts(&b.stmts, b.rbrace.line);
    }

    fn stmts(&mut self, list: &[Stmt], end: u32) {
        for s in list {
            self.stmt(s, s.end.line + 1, end);
        }
    }

    /// A statement, whose variables are seen from one line to another.
    fn stmt(&mut self, s: &Stmt, from: u32, end: u32) {
        match &s.kind {
            StmtKind::Empty | StmtKind::Branch(..) => {}
            StmtKind::Expr(x) | StmtKind::IncDec(x, _) | StmtKind::Call(_, x) => self.expr(x),
            StmtKind::Send(x, y) | StmtKind::AssignOp(_, x, y) => {
                self.expr(x);
                self.expr(y);
            }
            StmtKind::Assign { lhs, rhs } => {
                self.exprs(lhs);
                self.exprs(rhs);
            }
            StmtKind::Define { lhs, rhs } => {
                self.exprs(rhs);
                self.define(lhs, from, end);
            }
            StmtKind::Return(list) => self.exprs(list),
            StmtKind::Block(b) => self.block(b),
            StmtKind::If(i) => {
                let last = s.end.line;
                i.init.iter().for_each(|init| self.stmt(init, i.then.lbrace.line + 1, last));
                self.expr(&i.cond);
                self.block(&i.then);
                i.els.iter().for_each(|els| self.stmt(els, from, end));
            }
            StmtKind::For(f) => {
                // The header is run again and again.
                let last = f.body.rbrace.line;
                let parts = [&f.init, &f.post].into_iter().flatten();
                parts.for_each(|part| self.stmt(part, s.start.line, last));
                f.cond.iter().for_each(|c| self.expr(c));
                self.block(&f.body);
            }
            StmtKind::Range(r) => {
                self.expr(&r.x);
                if r.def {
                    self.define(&r.lhs, s.start.line, r.body.rbrace.line);
                }
                self.block(&r.body);
            }
            StmtKind::Switch(w) => {
                let (first, last) = (w.lbrace.line + 1, w.rbrace.line);
                w.init.iter().for_each(|init| self.stmt(init, first, last));
                if let Some(tag) = &w.tag {
                    if let ExprKind::TypeSwitchGuard { lhs: Some(name), .. } = &tag.kind {
                        self.add(&name.name, first, last);
                    }
                    self.expr(tag);
                }
                self.cases(&w.clauses, last);
            }
            StmtKind::Select(clauses, _) => self.comms(clauses, s.end.line),
            StmtKind::Labeled(_, inner) => self.stmt(inner, from, end),
            StmtKind::Decl(decls) => {
                for d in decls {
                    if let Decl::Var(v) = d {
                        self.exprs(&v.values);
                        v.names.iter().for_each(|n| self.add(&n.name, from, end));
                    }
                }
            }
        }
    }

    fn cases(&mut self, clauses: &[CaseClause], last: u32) {
        for (i, c) in clauses.iter().enumerate() {
            self.exprs(c.cases.as_deref().unwrap_or_default());
            let end = clauses.get(i + 1).map_or(last, |next| next.pos.line.max(1) - 1);
            self.stmts(&c.body, end);
        }
    }

    fn comms(&mut self, clauses: &[CommClause], last: u32) {
        for (i, c) in clauses.iter().enumerate() {
            let end = clauses.get(i + 1).map_or(last, |next| next.pos.line.max(1) - 1);
            c.comm.iter().for_each(|comm| self.stmt(comm, c.colon.line + 1, end));
            self.stmts(&c.body, end);
        }
    }

    fn define(&mut self, lhs: &[Expr], from: u32, to: u32) {
        for e in lhs {
            if let ExprKind::Name(name) = &e.kind {
                self.add(name, from, to);
            }
        }
    }

    fn exprs(&mut self, list: &[Expr]) {
        list.iter().for_each(|e| self.expr(e));
    }

    /// Function literals have variables of their own.
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::FuncLit { typ, body } => self.function(typ, typ.pos.line, body),
            ExprKind::CompositeLit { elems, .. } => self.exprs(elems),
            ExprKind::KeyValue(x, y) | ExprKind::Binary(_, x, y) => {
                self.expr(x);
                self.expr(y);
            }
            ExprKind::Paren(x)
            | ExprKind::Selector(x, _)
            | ExprKind::Assert(x, _)
            | ExprKind::TypeSwitchGuard { x, .. }
            | ExprKind::Unary(_, x)
            | ExprKind::Star(x) => self.expr(x),
            ExprKind::Index { x, indices } => {
                self.expr(x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, index, .. } => {
                self.expr(x);
                index.iter().flatten().for_each(|i| self.expr(i));
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(fun);
                self.exprs(args);
            }
            ExprKind::Bad
            | ExprKind::Name(_)
            | ExprKind::BasicLit { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType { .. }
            | ExprKind::InterfaceType { .. }
            | ExprKind::FuncType(_)
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..) => {}
        }
    }
}
