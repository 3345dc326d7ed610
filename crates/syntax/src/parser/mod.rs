//! The parser, modelled on gc's `cmd/compile/internal/syntax`: same grammar, same messages,
//! same positions, same recovery. It never fails: what is broken becomes `Bad`.

mod decl;
mod expr;
mod stmt;
mod types;

use crate::ast::*;
use crate::branches;
use crate::build_tag;
use crate::scanner::{Scanner, Semi};
use crate::token::{Op, Tok, TokSet};
use crate::{Diagnostic, Pos};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How deep parentheses, blocks, types … may nest: bounds the parser's stack.
pub(crate) const MAX_NESTING: u16 = 150;

/// How high the tree of an expression may become, operators in a row and the bodies of function
/// literals included: bounds the stack that walking or dropping the tree takes.
pub(crate) const MAX_HEIGHT: u16 = 300;

/// Parses the learner's file. See [`parse_file`].
pub fn parse(src: &str) -> (File, Vec<Diagnostic>) {
    parse_file(src, 0, 0)
}

/// As [`parse`], for a file of this name: some messages mention it.
pub fn parse_named(src: &str, name: &str) -> (File, Vec<Diagnostic>) {
    let mut p = Parser::new(src, 0, 0);
    p.scanner.errors.file_name = Some(name.into());
    let f = p.file();
    (f, p.scanner.errors.finish())
}

/// Parses a source text whatever it is. The tree is whole only when there are no errors whose
/// message starts with `syntax error`; gc goes on to check types after other ones
/// ([`Diagnostic::is_syntax`]). At most ten errors are returned, sorted by position, one syntax
/// error a line; like gc, the caller should say "too many errors" after ten.
///
/// `file` goes into every position; expressions are numbered from `first_id`.
pub fn parse_file(src: &str, file: u16, first_id: u32) -> (File, Vec<Diagnostic>) {
    let mut p = Parser::new(src, file, first_id);
    let f = p.file();
    (f, p.scanner.errors.finish())
}

/// A group `()` without declarations, which leaves no trace in the tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EmptyGroup {
    pub(crate) tok: Tok,
    pub(crate) group: Group,
}

/// What the formatter needs beyond the tree.
pub(crate) struct Details {
    pub(crate) empty_groups: Vec<EmptyGroup>,
}

/// Parses and keeps what gc's tree drops: parentheses in types, empty groups.
pub(crate) fn parse_detailed(src: &str) -> (File, Details, Vec<Diagnostic>) {
    let mut p = Parser::new(src, 0, 0);
    p.keep_parens = true;
    let f = p.file();
    (f, Details { empty_groups: p.empty_groups }, p.scanner.errors.finish())
}

/// Tokens that start a statement: where to resume after an error.
const STOP_SET: TokSet = TokSet::of(&[
    Tok::Break,
    Tok::Const,
    Tok::Continue,
    Tok::Defer,
    Tok::Fallthrough,
    Tok::For,
    Tok::Go,
    Tok::Goto,
    Tok::If,
    Tok::Return,
    Tok::Select,
    Tok::Switch,
    Tok::Type,
    Tok::Var,
]);

pub(crate) struct Parser<'a> {
    scanner: Scanner<'a>,
    names: BTreeSet<Rc<str>>,
    first_id: u32,
    next_id: u32,
    /// Height of the tree under every expression, by id.
    heights: Vec<u16>,
    /// Greatest height in the function literal that is being parsed.
    tallest: u16,
    /// How deep the parser's recursion is.
    depth: u16,
    /// Function nesting, for recovery.
    fnest: u32,
    /// Expression nesting: negative in the header of a statement, where `{` opens a block.
    xnest: i32,
    /// End of the token before the current one.
    prev_end: Pos,
    keep_parens: bool,
    empty_groups: Vec<EmptyGroup>,
}

impl<'a> Parser<'a> {
    fn new(src: &'a str, file: u16, first_id: u32) -> Self {
        Parser {
            scanner: Scanner::new(src, file),
            names: BTreeSet::new(),
            first_id,
            next_id: first_id,
            heights: Vec::new(),
            tallest: 0,
            depth: 0,
            fnest: 0,
            xnest: 0,
            prev_end: Pos::NONE,
            keep_parens: false,
            empty_groups: Vec::new(),
        }
    }

    // Tokens.

    fn tok(&self) -> Tok {
        self.scanner.tok
    }

    fn pos(&self) -> Pos {
        self.scanner.pos
    }

    fn next(&mut self) {
        self.prev_end = self.scanner.end;
        self.scanner.next();
    }

    fn at(&self, tok: Tok) -> bool {
        self.scanner.tok == tok
    }

    fn at_op(&self, op: Op) -> bool {
        self.scanner.tok == Tok::Operator && self.scanner.op == op
    }

    fn got(&mut self, tok: Tok) -> bool {
        let yes = self.at(tok);
        if yes {
            self.next();
        }
        yes
    }

    fn want(&mut self, tok: Tok) {
        if !self.got(tok) {
            self.syntax_error(&format!("expected {}", tok.describe()));
            self.advance(&[]);
        }
    }

    /// Accepts `=`, and `:=` with a complaint.
    fn got_assign(&mut self) -> bool {
        match self.tok() {
            Tok::Define => {
                self.syntax_error("expected =");
                self.next();
                true
            }
            Tok::Assign => {
                self.next();
                true
            }
            _ => false,
        }
    }

    // Errors.

    fn error_at(&mut self, pos: Pos, message: impl Into<String>) {
        let end = if pos == self.pos() && self.scanner.end.line == pos.line {
            self.scanner.end.col
        } else {
            0
        };
        self.scanner.errors.report(pos, end, message.into());
    }

    fn error(&mut self, message: impl Into<String>) {
        self.error_at(self.pos(), message);
    }

    fn syntax_error(&mut self, message: &str) {
        self.syntax_error_at(self.pos(), message);
    }

    /// Reports a syntax error. A message that begins with `expected`, `in`, `at` or `after` is
    /// preceded by the current token, which was not expected.
    fn syntax_error_at(&mut self, pos: Pos, message: &str) {
        if self.at(Tok::Eof) && self.scanner.errors.count > 0 {
            return; // only a consequence of what was reported before
        }
        let starts = |s: &str| message.starts_with(s);
        let rest = if starts("in ") || starts("at ") || starts("after ") {
            format!(" {message}")
        } else if starts("expected ") {
            format!(", {message}")
        } else {
            self.error_at(pos, format!("syntax error: {message}"));
            return;
        };
        let s = &self.scanner;
        let tok = match s.tok {
            Tok::Name => format!("name {}", s.lit),
            Tok::Semi => s.semi.text().into(),
            Tok::Literal => format!("literal {}", s.lit),
            Tok::Operator | Tok::Star => s.op.text().into(),
            Tok::AssignOp => format!("{}=", s.op.text()),
            Tok::IncOp => s.op.text().repeat(2),
            t => t.describe(),
        };
        self.error_at(pos, format!("syntax error: unexpected {tok}{rest}"));
    }

    /// Skips to a token of `follow` or, inside functions, one that starts a statement.
    /// With an empty `follow` skips exactly one token.
    fn advance(&mut self, follow: &[Tok]) {
        let mut set = TokSet::of(&[Tok::Eof]);
        if !follow.is_empty() {
            if self.fnest > 0 {
                set = set.or(STOP_SET);
            }
            set = set.or(TokSet::of(follow));
        }
        while !set.has(self.tok()) {
            self.next();
            if follow.is_empty() {
                break;
            }
        }
    }

    // Depth.

    /// Enters a level of recursion; false when there are too many. Pair with `leave`.
    fn enter(&mut self) -> bool {
        self.depth += 1;
        self.tallest = self.tallest.max(self.depth);
        if self.depth > MAX_NESTING {
            self.too_deep();
            return false;
        }
        true
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Reports that the tree would become too deep and ends the text.
    fn too_deep(&mut self) {
        self.error("nesting depth limit exceeded");
        self.scanner.errors.close();
        self.next();
    }

    // Nodes.

    fn new_id(&mut self, height: u16) -> ExprId {
        let id = ExprId(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        self.heights.push(height);
        id
    }

    fn height(&self, e: &Expr) -> u16 {
        self.height_of(e.id)
    }

    fn height_of(&self, id: ExprId) -> u16 {
        let i = id.0.saturating_sub(self.first_id) as usize;
        self.heights.get(i).copied().unwrap_or(0)
    }

    fn fields_height(&self, fields: &[Field]) -> u16 {
        fields.iter().map(|f| self.height(&f.typ)).max().unwrap_or(0)
    }

    fn signature_height(&self, t: &FuncType) -> u16 {
        self.fields_height(&t.params).max(self.fields_height(&t.results))
    }

    fn children_height(&self, kind: &ExprKind) -> u16 {
        let list = |l: &[Expr]| l.iter().map(|e| self.height(e)).max().unwrap_or(0);
        let opt = |o: &Option<Box<Expr>>| o.as_ref().map_or(0, |e| self.height(e));
        match kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::BasicLit { .. } => 0,
            ExprKind::CompositeLit { typ, elems, .. } => opt(typ).max(list(elems)),
            ExprKind::KeyValue(x, y)
            | ExprKind::Assert(x, y)
            | ExprKind::Binary(_, x, y)
            | ExprKind::MapType(x, y) => self.height(x).max(self.height(y)),
            ExprKind::FuncLit { typ, .. } => self.signature_height(typ).max(self.tallest),
            ExprKind::Paren(x)
            | ExprKind::Selector(x, _)
            | ExprKind::TypeSwitchGuard { x, .. }
            | ExprKind::Unary(_, x)
            | ExprKind::Star(x)
            | ExprKind::SliceType(x)
            | ExprKind::DotsType(x)
            | ExprKind::ChanType(_, x) => self.height(x),
            ExprKind::Index { x, indices } => self.height(x).max(list(indices)),
            ExprKind::Slice { x, index: [a, b, c], .. } => {
                self.height(x).max(opt(a)).max(opt(b)).max(opt(c))
            }
            ExprKind::Call { fun, args, .. } => self.height(fun).max(list(args)),
            ExprKind::ArrayType { len, elem } => opt(len).max(self.height(elem)),
            ExprKind::StructType { fields, .. } => self.fields_height(fields),
            ExprKind::InterfaceType { methods, .. } => self.fields_height(methods),
            ExprKind::FuncType(t) => self.signature_height(t),
        }
    }

    /// A new expression that ends where the last token ended.
    fn mk(&mut self, pos: Pos, kind: ExprKind) -> Expr {
        let height = self.children_height(&kind) + 1;
        if height > MAX_HEIGHT {
            self.too_deep();
            return Expr { id: self.new_id(0), pos, end: self.prev_end, kind: ExprKind::Bad };
        }
        // A statement's level counts too: blocks nest inside function literals.
        self.tallest = self.tallest.max(height.saturating_add(self.depth));
        Expr { id: self.new_id(height), pos, end: self.prev_end, kind }
    }

    fn bad(&mut self) -> Expr {
        let pos = self.pos();
        self.bad_at(pos)
    }

    fn bad_at(&mut self, pos: Pos) -> Expr {
        Expr { id: self.new_id(0), pos, end: pos, kind: ExprKind::Bad }
    }

    fn intern(&mut self, text: &str) -> Rc<str> {
        if let Some(n) = self.names.get(text) {
            return n.clone();
        }
        let n: Rc<str> = text.into();
        self.names.insert(n.clone());
        n
    }

    /// A name token; `_` with a complaint if there is none.
    fn name(&mut self) -> Ident {
        let pos = self.pos();
        let id = self.new_id(1);
        if self.at(Tok::Name) {
            let name = self.intern(self.scanner.lit);
            self.next();
            return Ident { id, pos, name };
        }
        let name = self.intern("_");
        self.syntax_error("expected name");
        self.advance(&[]);
        Ident { id, pos, name }
    }

    /// The name as an expression, with the name's identity.
    fn name_expr(&self, n: Ident) -> Expr {
        let end = Pos { col: n.pos.col.saturating_add(n.name.len() as u16), ..n.pos };
        Expr { id: n.id, pos: n.pos, end, kind: ExprKind::Name(n.name) }
    }

    fn name_list(&mut self, first: Ident) -> Vec<Ident> {
        let mut list = vec![first];
        while self.got(Tok::Comma) {
            list.push(self.name());
        }
        list
    }

    /// A list `[ f { sep f } [ sep ] ] close`; `f` returns true when no more elements may
    /// follow. Returns the position of the closing token.
    fn list(
        &mut self,
        context: &str,
        sep: Tok,
        close: Tok,
        f: &mut dyn FnMut(&mut Self) -> bool,
    ) -> Pos {
        let mut done = false;
        while !self.at(Tok::Eof) && !self.at(close) && !done {
            done = f(self);
            if !self.got(sep) && !self.at(close) {
                if self.scanner.errors.header {
                    self.header_error("expected ';'");
                }
                self.syntax_error(&format!(
                    "in {context}; possibly missing {} or {}",
                    sep.describe(),
                    close.describe()
                ));
                self.advance(&[Tok::Rparen, Tok::Rbrack, Tok::Rbrace]);
                if !self.at(close) {
                    return self.pos();
                }
            }
        }
        let pos = self.pos();
        self.want(close);
        pos
    }

    // Files.

    fn file(&mut self) -> File {
        self.scanner.errors.header = true;
        self.next();
        let go_version = build_tag::go_version(&self.scanner.comments);
        let mut decls = Vec::new();
        if !self.got(Tok::Package) {
            self.header_error("expected 'package'");
        } else if !self.at(Tok::Name) {
            self.header_error("expected 'IDENT'");
        }
        let package = self.name();
        if self.at(Tok::Import) {
            self.header_error("expected ';'");
        }
        self.scanner.errors.header = false;
        self.want(Tok::Semi);
        if self.scanner.errors.count == 0 {
            self.declarations(&mut decls);
        }
        File {
            package,
            decls,
            go_version,
            comments: std::mem::take(&mut self.scanner.comments),
            eof: self.pos(),
            next_id: self.next_id,
        }
    }

    /// Reports that the current token of the package clause or of the imports is not the
    /// expected one, in the words of the `go` command, which reads these parts first. No other
    /// errors are reported then.
    fn header_error(&mut self, message: &str) {
        let s = &self.scanner;
        let found = match s.tok {
            Tok::Semi if s.semi != Semi::Semicolon => "newline".into(),
            Tok::Name | Tok::Literal => s.lit.into(),
            Tok::Operator | Tok::Star => format!("'{}'", s.op.text()),
            Tok::AssignOp => format!("'{}='", s.op.text()),
            Tok::IncOp => format!("'{}'", s.op.text().repeat(2)),
            t => format!("'{}'", t.text()),
        };
        let pos = if s.tok == Tok::Eof { s.eof_in_line() } else { s.pos };
        self.scanner.errors.header = true;
        self.error_at(pos, format!("{message}, found {found}"));
    }

    fn declarations(&mut self, decls: &mut Vec<Decl>) {
        const STARTS: [Tok; 5] = [Tok::Import, Tok::Const, Tok::Type, Tok::Var, Tok::Func];
        let mut prev = Tok::Import;
        let mut leading = true;
        while !self.at(Tok::Eof) {
            if self.at(Tok::Import) && prev != Tok::Import {
                self.syntax_error("imports must appear before other declarations");
            }
            // The imports at the beginning belong to the header.
            leading &= self.at(Tok::Import);
            self.scanner.errors.header = leading;
            prev = self.tok();
            match self.tok() {
                Tok::Import | Tok::Const | Tok::Type | Tok::Var => self.group(decls),
                Tok::Func => {
                    let f = self.func_decl();
                    decls.push(Decl::Func(Rc::new(f)));
                }
                _ => {
                    let after_stub =
                        matches!(decls.last(), Some(Decl::Func(f)) if f.body.is_none());
                    if self.at(Tok::Lbrace) && after_stub {
                        self.syntax_error("unexpected semicolon or newline before {");
                    } else {
                        self.syntax_error("non-declaration statement outside function body");
                    }
                    self.advance(&STARTS);
                    continue;
                }
            }
            self.scanner.errors.header = false;
            if !self.at(Tok::Eof) && !self.got(Tok::Semi) {
                self.syntax_error("after top level declaration");
                self.advance(&STARTS);
            }
        }
    }

    /// A function's body with its `{`; labels and branches are checked when it is sound.
    fn func_body(&mut self) -> Block {
        self.fnest += 1;
        let errors = self.scanner.errors.count;
        let body = self.block("");
        self.fnest -= 1;
        // The formatter takes any labels.
        if errors == self.scanner.errors.count && !self.keep_parens {
            branches::check(&body, &mut self.scanner.errors);
        }
        body
    }

    fn semi_text(&self) -> Semi {
        self.scanner.semi
    }
}
