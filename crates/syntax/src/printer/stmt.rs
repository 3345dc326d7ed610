//! Statements.

use super::list::{Elem, ListMode};
use super::parens::strip_parens;
use super::place::Place;
use super::{FAR, Printer, Ws};
use crate::ast::*;
use crate::token::Tok;

/// What stands in a block: statements, or the clauses of a `switch` or `select`.
#[derive(Clone, Copy)]
enum Item<'s> {
    Stmt(&'s Stmt),
    Case(&'s CaseClause),
    Comm(&'s CommClause),
}

impl Item<'_> {
    fn pos(self) -> Place {
        match self {
            Item::Stmt(s) => s.start.into(),
            Item::Case(c) => c.pos.into(),
            Item::Comm(c) => c.pos.into(),
        }
    }
}

fn items(stmts: &[Stmt]) -> Vec<Item<'_>> {
    stmts.iter().map(Item::Stmt).collect()
}

impl Printer<'_> {
    /// Prints statements on lines of their own, the next token being `}` or not. Clauses are
    /// not indented, and each starts a section.
    fn items(&mut self, list: &[Item<'_>], indent: bool, before_rbrace: bool) {
        if indent {
            self.ws(Ws::Indent);
        }
        let slot = self.line_slot();
        let mut first = true;
        for (i, &item) in list.iter().enumerate() {
            if matches!(item, Item::Stmt(Stmt { kind: StmtKind::Empty, .. })) {
                continue;
            }
            let section = first || !indent || self.lines_from(slot) > 0;
            self.linebreak(item.pos().line, 1, Ws::Ignore, section);
            self.record_line(slot);
            let last = before_rbrace && i + 1 == list.len();
            match item {
                Item::Stmt(s) => {
                    self.stmt(s, last);
                    // Labels stand on lines of their own; the statement counts.
                    let mut s = s;
                    while let StmtKind::Labeled(_, inner) = &s.kind {
                        if let Some(line) = self.lines.get_mut(slot) {
                            *line += 1;
                        }
                        s = inner;
                    }
                }
                Item::Case(c) => self.case_clause(c, last),
                Item::Comm(c) => self.comm_clause(c, last),
            }
            first = false;
        }
        if indent {
            self.ws(Ws::Unindent);
        }
    }

    fn case_clause(&mut self, c: &CaseClause, last: bool) {
        let pos = Place::from(c.pos);
        self.set_pos(pos);
        match &c.cases {
            Some(list) => {
                self.tok("case");
                self.blank();
                self.expr_list(pos, list, 1, ListMode::default(), c.colon.into());
            }
            None => self.tok("default"),
        }
        self.tok_at(c.colon, ":");
        self.items(&items(&c.body), true, last);
    }

    fn comm_clause(&mut self, c: &CommClause, last: bool) {
        self.set_pos(c.pos.into());
        match &c.comm {
            Some(s) => {
                self.tok("case");
                self.blank();
                self.stmt(s, false);
            }
            None => self.tok("default"),
        }
        self.tok_at(c.colon, ":");
        self.items(&items(&c.body), true, last);
    }

    /// A block on at least two lines.
    fn block_of(&mut self, list: &[Item<'_>], indent: bool, lbrace: Place, rbrace: Place) {
        self.tok_at(lbrace, "{");
        self.items(list, indent, true);
        self.linebreak(rbrace.line, 1, Ws::Ignore, true);
        self.tok_at(rbrace, "}");
    }

    fn block(&mut self, b: &Block) {
        self.block_of(&items(&b.stmts), true, b.lbrace.into(), b.rbrace.into());
    }

    fn stmt_size(&mut self, s: &Stmt, max: usize) -> usize {
        let key = Place::from(s.start);
        if let Some(&size) = self.sizes.stmts.get(&key) {
            return size;
        }
        self.sizes.stmts.insert(key, max + 1);
        let size = self.measure(max, |p| {
            if matches!(s.kind, StmtKind::Labeled(..)) {
                p.indent = 1;
            }
            p.stmt(s, false);
        });
        self.sizes.stmts.insert(key, size);
        size
    }

    fn body_size(&mut self, b: &Block, max: usize) -> usize {
        const MAX_STATEMENTS: usize = 5;
        if b.lbrace.line != b.rbrace.line || b.stmts.len() > MAX_STATEMENTS {
            return max + 1;
        }
        let mut size = self.comment_size_before(b.rbrace.into());
        for (i, s) in b.stmts.iter().enumerate() {
            if size > max {
                break;
            }
            size += if i > 0 { 2 } else { 0 };
            size += self.stmt_size(s, max);
        }
        size
    }

    /// How many columns were printed since `column`, where what stood at `start` was printed;
    /// very many if the line has changed.
    pub(super) fn distance_from(&self, start: Place, column: i32) -> usize {
        if start.line == self.pos.line {
            usize::try_from(self.at.col - column).unwrap_or(0)
        } else {
            FAR
        }
    }

    /// A function's body, on one line with the header if it is small. `sep` goes between.
    pub(super) fn func_body(&mut self, header: usize, sep: Ws, b: &Block) {
        const MAX: usize = 100;
        let level = std::mem::take(&mut self.level);
        if header + self.body_size(b, MAX) <= MAX {
            self.ws(sep);
            self.tok_at(b.lbrace, "{");
            if !b.stmts.is_empty() {
                self.blank();
                for (i, s) in b.stmts.iter().enumerate() {
                    if i > 0 {
                        self.tok(";");
                        self.blank();
                    }
                    self.stmt(s, i + 1 == b.stmts.len());
                }
                self.blank();
            }
            self.no_extra_linebreak ^= true;
            self.tok_at(b.rbrace, "}");
            self.no_extra_linebreak ^= true;
        } else {
            self.blank();
            self.block(b);
        }
        self.level = level;
    }

    /// What stands between a keyword and `{`.
    fn control(
        &mut self,
        is_for: bool,
        init: Option<&Stmt>,
        x: Option<&Expr>,
        post: Option<&Stmt>,
    ) {
        self.blank();
        let mut needs_blank = false;
        let plain = init.is_none() && post.is_none();
        if let Some(s) = init {
            self.stmt(s, false);
        }
        if !plain {
            self.tok(";");
            self.blank();
        }
        if let Some(x) = x {
            self.expr(strip_parens(x));
            needs_blank = true;
        }
        if is_for && !plain {
            self.tok(";");
            self.blank();
            needs_blank = false;
            if let Some(s) = post {
                self.stmt(s, false);
                needs_blank = true;
            }
        }
        if needs_blank {
            self.blank();
        }
    }

    pub(super) fn stmt(&mut self, s: &Stmt, before_rbrace: bool) {
        let start = Place::from(s.start);
        let pos = Place::from(s.pos);
        self.set_pos(start);
        match &s.kind {
            StmtKind::Empty => {}
            StmtKind::Decl(decls) => self.local_decl(decls, start),
            StmtKind::Labeled(label, inner) => self.labeled(label, pos, inner, before_rbrace),
            StmtKind::Expr(x) => self.expr0(x, 1),
            StmtKind::Send(c, v) => {
                self.expr0(c, 1);
                self.blank();
                self.tok_at(pos, "<-");
                self.blank();
                self.expr0(v, 1);
            }
            StmtKind::IncDec(x, inc) => {
                self.expr0(x, 2);
                self.tok_at(pos, if *inc { "++" } else { "--" });
            }
            StmtKind::Assign { lhs, rhs } => self.assign(start, pos, lhs, "=", rhs),
            StmtKind::Define { lhs, rhs } => self.assign(start, pos, lhs, ":=", rhs),
            StmtKind::AssignOp(op, x, y) => {
                let one = std::slice::from_ref;
                self.assign(start, pos, one(x), assign_op(*op), one(y));
            }
            StmtKind::Call(tok, x) => {
                self.tok(if *tok == CallTok::Go { "go" } else { "defer" });
                self.blank();
                self.expr(x);
            }
            StmtKind::Return(results) => self.return_stmt(results),
            StmtKind::Branch(tok, label) => {
                self.tok(match tok {
                    BranchTok::Break => "break",
                    BranchTok::Continue => "continue",
                    BranchTok::Goto => "goto",
                    BranchTok::Fallthrough => "fallthrough",
                });
                if let Some(l) = label {
                    self.blank();
                    self.name(l);
                }
            }
            StmtKind::Block(b) => self.block(b),
            StmtKind::If(i) => {
                self.tok("if");
                self.control(false, i.init.as_ref(), Some(&i.cond), None);
                self.block(&i.then);
                if let Some(e) = &i.els {
                    self.blank();
                    self.tok("else");
                    self.blank();
                    self.stmt(e, before_rbrace);
                }
            }
            StmtKind::Switch(sw) => self.switch(sw),
            StmtKind::Select(clauses, rbrace) => {
                self.tok("select");
                self.blank();
                let lbrace = self.source.after(start).map_or(start, |t| t.pos);
                let rbrace = Place::from(*rbrace);
                if clauses.is_empty() && !self.comment_before(rbrace) {
                    self.tok_at(lbrace, "{");
                    self.tok_at(rbrace, "}");
                } else {
                    let list: Vec<Item<'_>> = clauses.iter().map(Item::Comm).collect();
                    self.block_of(&list, false, lbrace, rbrace);
                }
            }
            StmtKind::For(f) => {
                self.tok("for");
                self.control(true, f.init.as_ref(), f.cond.as_ref(), f.post.as_ref());
                self.block(&f.body);
            }
            StmtKind::Range(r) => self.range(r),
        }
    }

    fn labeled(&mut self, label: &Ident, colon: Place, inner: &Stmt, before_rbrace: bool) {
        // With the line break before, this puts the label one level to the left.
        self.ws(Ws::Unindent);
        self.name(label);
        self.tok_at(colon, ":");
        self.ws(Ws::Indent);
        if !matches!(inner.kind, StmtKind::Empty) {
            self.linebreak(Place::from(inner.start).line, 1, Ws::Ignore, true);
        } else if !before_rbrace {
            self.ws(Ws::Newline);
            self.tok_at(inner.start, ";");
            return;
        }
        self.stmt(inner, before_rbrace);
    }

    fn assign(&mut self, start: Place, op: Place, lhs: &[Expr], text: &'static str, rhs: &[Expr]) {
        let depth = if lhs.len() > 1 && rhs.len() > 1 { 2 } else { 1 };
        self.expr_list(start, lhs, depth, ListMode::default(), op);
        self.blank();
        self.tok_at(op, text);
        self.blank();
        self.expr_list(op, rhs, depth, ListMode::default(), Place::NONE);
    }

    fn return_stmt(&mut self, results: &[Expr]) {
        self.tok("return");
        if results.is_empty() {
            return;
        }
        self.blank();
        let indented = self.better_indented(results);
        if indented {
            self.ws(Ws::Indent);
        }
        let mode = ListMode { comma: false, flush: indented };
        self.expr_list(Place::NONE, results, 1, mode, Place::NONE);
        if indented {
            self.ws(Ws::Unindent);
        }
    }

    /// Whether results look better indented as a whole: several of them span lines, composite
    /// literals aside, or one does not start on the line where the one before ended.
    fn better_indented(&self, list: &[Expr]) -> bool {
        let [first, .., last] = list else { return false };
        let mut line = self.start(first).line;
        if line >= Place::from(last.end).line {
            return false;
        }
        let mut long = 0;
        for x in list {
            let start = self.start(x).line;
            let end = Place::from(x.end).line;
            if line < start {
                return true;
            }
            if start < end && !is_composite_like(x) {
                long += 1;
            }
            line = end;
        }
        long > 1
    }

    fn switch(&mut self, s: &SwitchStmt) {
        self.tok("switch");
        match &s.tag {
            Some(tag @ Expr { kind: ExprKind::TypeSwitchGuard { lhs, .. }, .. }) => {
                if let Some(init) = &s.init {
                    self.blank();
                    self.stmt(init, false);
                    self.tok(";");
                }
                self.blank();
                if let Some(l) = lhs {
                    self.name(l);
                    self.blank();
                    let op = self.source.after(l.pos.into()).map_or(Place::NONE, |t| t.pos);
                    self.tok_at(op, ":=");
                    self.blank();
                    self.list(op, &[Elem::Guard(tag)], 1, ListMode::default(), Place::NONE);
                } else {
                    self.guard(tag);
                }
                self.blank();
            }
            tag => self.control(false, s.init.as_ref(), tag.as_ref(), None),
        }
        let list: Vec<Item<'_>> = s.clauses.iter().map(Item::Case).collect();
        self.block_of(&list, false, s.lbrace.into(), s.rbrace.into());
    }

    fn range(&mut self, r: &RangeStmt) {
        self.tok("for");
        self.blank();
        for (i, x) in r.lhs.iter().enumerate() {
            if i > 0 {
                self.tok_at(self.start(x), ",");
                self.blank();
            }
            self.expr(x);
        }
        if !r.lhs.is_empty() {
            self.blank();
            let op = self.source.before(r.pos.into());
            let op = op.filter(|t| matches!(t.tok, Tok::Assign | Tok::Define));
            self.set_pos(op.map_or(Place::NONE, |t| t.pos));
            self.tok(if r.def { ":=" } else { "=" });
            self.blank();
        }
        self.tok("range");
        self.blank();
        self.expr(strip_parens(&r.x));
        self.blank();
        self.block(&r.body);
    }
}

fn assign_op(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+=",
        BinOp::Sub => "-=",
        BinOp::Or => "|=",
        BinOp::Xor => "^=",
        BinOp::Mul => "*=",
        BinOp::Div => "/=",
        BinOp::Rem => "%=",
        BinOp::And => "&=",
        BinOp::AndNot => "&^=",
        BinOp::Shl => "<<=",
        BinOp::Shr => ">>=",
        // No assignments with these.
        BinOp::OrOr
        | BinOp::AndAnd
        | BinOp::Eql
        | BinOp::Neq
        | BinOp::Lss
        | BinOp::Leq
        | BinOp::Gtr
        | BinOp::Geq => "=",
    }
}

fn is_composite_like(x: &Expr) -> bool {
    match &x.unparen().kind {
        ExprKind::CompositeLit { .. } => true,
        ExprKind::Unary(UnOp::Addr, x) => {
            matches!(x.unparen().kind, ExprKind::CompositeLit { .. })
        }
        _ => false,
    }
}
