//! Statements.

use super::Parser;
use super::decl::unparen;
use crate::Pos;
use crate::ast::*;
use crate::scanner::Semi;
use crate::show;
use crate::token::{Op, Tok};

/// A simple statement, or the clause of a `for … range`.
enum Simple {
    Stmt(Stmt),
    Range(RangeClause),
}

struct RangeClause {
    pos: Pos,
    def: bool,
    lhs: Vec<Expr>,
    x: Expr,
}

/// What stands between a keyword and its `{`.
#[derive(Default)]
struct Header {
    init: Option<Stmt>,
    cond: Option<Expr>,
    post: Option<Stmt>,
    range: Option<RangeClause>,
}

impl Parser<'_> {
    /// A block; without its `{`, `context` tells after what it was missing.
    pub(super) fn block(&mut self, context: &str) -> Block {
        let lbrace = self.pos();
        if !self.got(Tok::Lbrace) {
            self.syntax_error(&format!("expected {{ after {context}"));
            self.advance(&[Tok::Name, Tok::Rbrace]);
            let rbrace = self.pos();
            if self.got(Tok::Rbrace) {
                return Block { lbrace, stmts: Vec::new(), rbrace };
            }
        }
        let stmts = self.stmt_list();
        let rbrace = self.pos();
        self.want(Tok::Rbrace);
        Block { lbrace, stmts, rbrace }
    }

    fn stmt_list(&mut self) -> Vec<Stmt> {
        let mut list = Vec::new();
        while !matches!(self.tok(), Tok::Eof | Tok::Rbrace | Tok::Case | Tok::Default) {
            let Some(s) = self.stmt_or_nil() else { break };
            list.push(s);
            if !self.got(Tok::Semi) && !self.at(Tok::Rbrace) {
                self.syntax_error("at end of statement");
                self.advance(&[Tok::Semi, Tok::Rbrace, Tok::Case, Tok::Default]);
                self.got(Tok::Semi);
            }
        }
        list
    }

    fn stmt_or_nil(&mut self) -> Option<Stmt> {
        let s = if self.enter() { self.stmt_or_nil_inner() } else { None };
        self.leave();
        s
    }

    fn stmt_or_nil_inner(&mut self) -> Option<Stmt> {
        let pos = self.pos();
        if self.at(Tok::Name) {
            let mut lhs = self.expr_list();
            if self.at(Tok::Colon)
                && let [Expr { kind: ExprKind::Name(_), .. }] = lhs.as_slice()
            {
                return lhs.pop().and_then(|l| self.labeled_stmt(l));
            }
            return Some(self.plain_stmt(Some(lhs)));
        }
        Some(match self.tok() {
            Tok::Var | Tok::Const | Tok::Type => {
                let mut decls = Vec::new();
                self.group(&mut decls);
                self.stmt(pos, StmtKind::Decl(decls))
            }
            Tok::Lbrace => {
                let b = self.block("");
                self.stmt(pos, StmtKind::Block(b))
            }
            Tok::Operator | Tok::Star => match self.scanner.op {
                Op::Not
                | Op::Bin(BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::And | BinOp::Xor) => {
                    self.plain_stmt(None)
                }
                _ => return None,
            },
            Tok::Literal
            | Tok::Func
            | Tok::Lparen
            | Tok::Lbrack
            | Tok::Struct
            | Tok::Map
            | Tok::Chan
            | Tok::Interface
            | Tok::Arrow => self.plain_stmt(None),
            Tok::For => self.for_stmt(),
            Tok::Switch => self.switch_stmt(),
            Tok::Select => self.select_stmt(),
            Tok::If => self.if_stmt(),
            Tok::Fallthrough => {
                self.next();
                self.stmt(pos, StmtKind::Branch(BranchTok::Fallthrough, None))
            }
            Tok::Break | Tok::Continue => {
                let tok = if self.at(Tok::Break) { BranchTok::Break } else { BranchTok::Continue };
                self.next();
                let label = if self.at(Tok::Name) { Some(self.name()) } else { None };
                self.stmt(pos, StmtKind::Branch(tok, label))
            }
            Tok::Go | Tok::Defer => self.call_stmt(),
            Tok::Goto => {
                self.next();
                let label = self.name();
                self.stmt(pos, StmtKind::Branch(BranchTok::Goto, Some(label)))
            }
            Tok::Return => {
                self.next();
                let results = if matches!(self.tok(), Tok::Semi | Tok::Rbrace) {
                    Vec::new()
                } else {
                    self.expr_list()
                };
                self.stmt(pos, StmtKind::Return(results))
            }
            Tok::Semi => Stmt { pos, start: pos, end: pos, kind: StmtKind::Empty },
            _ => return None,
        })
    }

    /// A statement that starts at `start`, where gc has its position too.
    fn stmt(&self, start: Pos, kind: StmtKind) -> Stmt {
        Stmt { pos: start, start, end: self.prev_end, kind }
    }

    fn expr_stmt(&self, start: Pos, x: Expr) -> Stmt {
        Stmt { pos: x.pos, start, end: self.prev_end, kind: StmtKind::Expr(x) }
    }

    fn plain_stmt(&mut self, lhs: Option<Vec<Expr>>) -> Stmt {
        match self.simple_stmt(lhs, None) {
            Simple::Stmt(s) => s,
            // Only asked for with the keyword `for`.
            Simple::Range(r) => self.expr_stmt(r.pos, r.x),
        }
    }

    /// A simple statement whose left side may have been read. `keyword` is that of the header
    /// it stands in.
    fn simple_stmt(&mut self, lhs: Option<Vec<Expr>>, keyword: Option<Tok>) -> Simple {
        let ranging = keyword == Some(Tok::For);
        let mut start = self.pos();
        if ranging && self.at(Tok::Range) {
            return Simple::Range(self.range_clause(Vec::new(), false));
        }
        let mut lhs = match lhs {
            Some(l) => {
                start = l.first().map_or(start, Expr::first);
                l
            }
            None => self.expr_list(),
        };
        let pos = self.pos();
        if !matches!(self.tok(), Tok::Assign | Tok::Define)
            && lhs.len() == 1
            && let Some(x) = lhs.pop()
        {
            return Simple::Stmt(match self.tok() {
                Tok::AssignOp | Tok::IncOp => {
                    let Op::Bin(op) = self.scanner.op else {
                        return Simple::Stmt(self.expr_stmt(start, x));
                    };
                    let inc = self.at(Tok::IncOp);
                    self.next();
                    let kind = if inc {
                        StmtKind::IncDec(x, op == BinOp::Add)
                    } else {
                        StmtKind::AssignOp(op, x, self.expr())
                    };
                    Stmt { pos, start, end: self.prev_end, kind }
                }
                Tok::Arrow => {
                    self.next();
                    let kind = StmtKind::Send(x, self.expr());
                    Stmt { pos, start, end: self.prev_end, kind }
                }
                _ => self.expr_stmt(start, x),
            });
        }
        if !matches!(self.tok(), Tok::Assign | Tok::Define) {
            self.syntax_error("expected := or = or comma");
            self.advance(&[Tok::Semi, Tok::Rbrace]);
            lhs.truncate(1);
            let x = lhs.pop().unwrap_or_else(|| self.bad());
            return Simple::Stmt(self.expr_stmt(start, x));
        }
        let def = self.at(Tok::Define);
        self.next();
        if ranging && self.at(Tok::Range) {
            return Simple::Range(self.range_clause(lhs, def));
        }
        let mut rhs = self.expr_list();
        if def
            && keyword == Some(Tok::Switch)
            && let [Expr { kind: ExprKind::Name(name), id, pos, .. }] = lhs.as_slice()
            && let [Expr { kind: ExprKind::TypeSwitchGuard { lhs: var, .. }, .. }] =
                rhs.as_mut_slice()
        {
            *var = Some(Ident { id: *id, pos: *pos, name: name.clone() });
            if let Some(x) = rhs.pop() {
                return Simple::Stmt(self.expr_stmt(start, x));
            }
        }
        let kind = if def { StmtKind::Define { lhs, rhs } } else { StmtKind::Assign { lhs, rhs } };
        Simple::Stmt(Stmt { pos, start, end: self.prev_end, kind })
    }

    fn range_clause(&mut self, lhs: Vec<Expr>, def: bool) -> RangeClause {
        let pos = self.pos();
        self.next();
        RangeClause { pos, def, lhs, x: self.expr() }
    }

    fn labeled_stmt(&mut self, label: Expr) -> Option<Stmt> {
        let start = label.pos;
        let ExprKind::Name(name) = label.kind else { return None };
        let label = Ident { id: label.id, pos: label.pos, name };
        let pos = self.pos();
        self.want(Tok::Colon);
        let inner = if self.at(Tok::Rbrace) {
            let at = self.pos();
            Stmt { pos: at, start: at, end: at, kind: StmtKind::Empty }
        } else if let Some(s) = self.stmt_or_nil() {
            s
        } else {
            self.syntax_error_at(pos, "missing statement after label");
            return None;
        };
        let kind = StmtKind::Labeled(label, Box::new(inner));
        Some(Stmt { pos, start, end: self.prev_end, kind })
    }

    fn call_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        let (tok, word) =
            if self.at(Tok::Go) { (CallTok::Go, "go") } else { (CallTok::Defer, "defer") };
        self.next();
        let parens = self.at(Tok::Lparen);
        let mut x = self.pexpr(None, parens);
        if matches!(x.kind, ExprKind::Paren(_)) {
            self.error_at(x.pos, format!("expression in {word} must not be parenthesized"));
            x = unparen(x);
        }
        self.stmt(pos, StmtKind::Call(tok, x))
    }

    /// What stands between `keyword` and `{`: at most an init statement, a condition or tag,
    /// and for loops a post statement or a range clause.
    fn header(&mut self, keyword: Tok) -> Header {
        self.want(keyword);
        let mut h = Header::default();
        if self.at(Tok::Lbrace) {
            if keyword == Tok::If {
                self.syntax_error("missing condition in if statement");
                h.cond = Some(self.bad());
            }
            return h;
        }
        let outer = std::mem::replace(&mut self.xnest, -1);
        self.header_clauses(keyword, &mut h);
        self.xnest = outer;
        h
    }

    fn header_clauses(&mut self, keyword: Tok, h: &mut Header) {
        if !self.at(Tok::Semi) {
            if self.got(Tok::Var) {
                let word = keyword.text();
                self.syntax_error(&format!("var declaration not allowed in {word} initializer"));
            }
            match self.simple_stmt(None, Some(keyword)) {
                Simple::Stmt(s) => h.init = Some(s),
                Simple::Range(r) => {
                    h.range = Some(r);
                    return;
                }
            }
        }
        let mut cond = None;
        let mut semi: Option<(Pos, Semi)> = None;
        if self.at(Tok::Lbrace) {
            cond = h.init.take();
        } else {
            if self.at(Tok::Semi) {
                semi = Some((self.pos(), self.semi_text()));
                self.next();
            } else {
                // To ask for `{` rather than `;` makes the better message.
                self.want(Tok::Lbrace);
                if !self.at(Tok::Lbrace) {
                    self.advance(&[Tok::Lbrace, Tok::Rbrace]);
                }
            }
            if keyword != Tok::For {
                if !self.at(Tok::Lbrace) {
                    cond = match self.simple_stmt(None, Some(keyword)) {
                        Simple::Stmt(s) => Some(s),
                        Simple::Range(_) => None,
                    };
                }
            } else if self.at(Tok::Lbrace) {
                self.syntax_error("expected for loop condition");
            } else {
                if !self.at(Tok::Semi) {
                    cond = Some(self.plain_stmt(None));
                }
                self.want(Tok::Semi);
                if !self.at(Tok::Lbrace) {
                    let post = self.plain_stmt(None);
                    if matches!(post.kind, StmtKind::Define { .. }) {
                        let message = "cannot declare in post statement of for loop";
                        self.syntax_error_at(post.pos, message);
                    }
                    h.post = Some(post);
                }
            }
        }
        self.condition(keyword, h, cond, semi);
    }

    /// Takes the expression out of the statement that stands where a condition should.
    fn condition(
        &mut self,
        keyword: Tok,
        h: &mut Header,
        cond: Option<Stmt>,
        semi: Option<(Pos, Semi)>,
    ) {
        match (cond, semi) {
            (Some(Stmt { kind: StmtKind::Expr(x), .. }), _) => h.cond = Some(x),
            (Some(s), _) => {
                let shown = match &s.kind {
                    // `=` for `==` is a common mistake: make the `=` stand out.
                    StmtKind::Assign { lhs, rhs } => {
                        format!("assignment {} = {}", show::emphasized(lhs), show::emphasized(rhs))
                    }
                    _ => show::stmt(&s),
                };
                self.syntax_error_at(s.pos, &format!("cannot use {shown} as value"));
            }
            (None, Some((pos, semi))) if keyword == Tok::If => {
                if semi == Semi::Semicolon {
                    self.syntax_error_at(pos, "missing condition in if statement");
                } else {
                    let text = semi.text();
                    self.syntax_error_at(
                        pos,
                        &format!("unexpected {text}, expected {{ after if clause"),
                    );
                }
                h.cond = Some(self.bad_at(pos));
            }
            (None, _) => {}
        }
    }

    fn if_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        if !self.enter() {
            self.leave();
            return self.stmt(pos, StmtKind::Empty);
        }
        let h = self.header(Tok::If);
        let cond = match h.cond {
            Some(c) => c,
            None => self.bad(),
        };
        let then = self.block("if clause");
        let mut els = None;
        if self.got(Tok::Else) {
            let at = self.pos();
            match self.tok() {
                Tok::If => els = Some(self.if_stmt()),
                Tok::Lbrace => {
                    let b = self.block("");
                    els = Some(self.stmt(at, StmtKind::Block(b)));
                }
                _ => {
                    self.syntax_error("else must be followed by if or statement block");
                    self.advance(&[Tok::Name, Tok::Rbrace]);
                }
            }
        }
        self.leave();
        self.stmt(pos, StmtKind::If(Box::new(IfStmt { init: h.init, cond, then, els })))
    }

    fn for_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        let h = self.header(Tok::For);
        let body = self.block("for clause");
        let kind = match h.range {
            Some(RangeClause { pos, def, lhs, x }) => {
                StmtKind::Range(Box::new(RangeStmt { pos, def, lhs, x, body }))
            }
            None => {
                let (init, cond, post) = (h.init, h.cond, h.post);
                StmtKind::For(Box::new(ForStmt { init, cond, post, body }))
            }
        };
        self.stmt(pos, kind)
    }

    fn switch_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        let h = self.header(Tok::Switch);
        let lbrace = self.clauses_start("switch");
        let mut clauses = Vec::new();
        while !matches!(self.tok(), Tok::Eof | Tok::Rbrace) {
            let pos = self.pos();
            let id = self.new_id(0);
            let mut cases = None;
            if self.got(Tok::Case) {
                cases = Some(self.expr_list());
            } else {
                self.default_clause();
            }
            let colon = self.pos();
            self.want(Tok::Colon);
            let body = self.stmt_list();
            clauses.push(CaseClause { pos, id, cases, body, colon });
        }
        let rbrace = self.pos();
        self.want(Tok::Rbrace);
        let s = SwitchStmt { init: h.init, tag: h.cond, clauses, lbrace, rbrace };
        self.stmt(pos, StmtKind::Switch(Box::new(s)))
    }

    fn select_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        self.next();
        self.clauses_start("select");
        let mut clauses = Vec::new();
        while !matches!(self.tok(), Tok::Eof | Tok::Rbrace) {
            let pos = self.pos();
            let mut comm = None;
            if self.got(Tok::Case) {
                comm = Some(self.plain_stmt(None));
            } else {
                self.default_clause();
            }
            let colon = self.pos();
            self.want(Tok::Colon);
            let body = self.stmt_list();
            clauses.push(CommClause { pos, comm, body, colon });
        }
        let rbrace = self.pos();
        self.want(Tok::Rbrace);
        self.stmt(pos, StmtKind::Select(clauses, rbrace))
    }

    fn clauses_start(&mut self, keyword: &str) -> Pos {
        let lbrace = self.pos();
        if !self.got(Tok::Lbrace) {
            self.syntax_error(&format!("missing {{ after {keyword} clause"));
            self.advance(&[Tok::Case, Tok::Default, Tok::Rbrace]);
        }
        lbrace
    }

    fn default_clause(&mut self) {
        if !self.got(Tok::Default) {
            self.syntax_error("expected case or default or }");
            self.advance(&[Tok::Colon, Tok::Case, Tok::Default, Tok::Rbrace]);
        }
    }
}
