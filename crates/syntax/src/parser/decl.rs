//! Declarations.

use super::{EmptyGroup, Parser};
use crate::Pos;
use crate::ast::*;
use crate::token::Tok;
use std::rc::Rc;

impl Parser<'_> {
    /// A declaration or a group of them, at its keyword.
    pub(super) fn group(&mut self, out: &mut Vec<Decl>) {
        let tok = self.tok();
        let mut group = Group { keyword: self.pos(), lparen: None, rparen: None, index: 0 };
        let from = out.len();
        self.next();
        if !self.at(Tok::Lparen) {
            let d = self.spec(tok, group);
            out.push(d);
            return;
        }
        group.lparen = Some(self.pos());
        self.next();
        let rparen = self.list("grouped declaration", Tok::Semi, Tok::Rparen, &mut |p| {
            let d = p.spec(tok, group);
            out.push(d);
            group.index += 1;
            false
        });
        for d in out.iter_mut().skip(from) {
            close_group(d, rparen);
        }
        if out.len() == from {
            group.rparen = Some(rparen);
            self.empty_groups.push(EmptyGroup { tok, group });
        }
    }

    fn spec(&mut self, tok: Tok, group: Group) -> Decl {
        match tok {
            Tok::Import => Decl::Import(Rc::new(self.import_decl(group))),
            Tok::Const => Decl::Const(Rc::new(self.const_decl(group))),
            Tok::Type => Decl::Type(Rc::new(self.type_decl(group))),
            _ => Decl::Var(Rc::new(self.var_decl(group))),
        }
    }

    fn import_decl(&mut self, group: Group) -> ImportDecl {
        let pos = self.pos();
        let local = match self.tok() {
            Tok::Name => Some(self.name()),
            Tok::Dot => {
                let dot = Ident { id: self.new_id(1), pos: self.pos(), name: ".".into() };
                self.next();
                Some(dot)
            }
            _ => None,
        };
        let path_pos = self.pos();
        let mut path: Rc<str> = "".into();
        if self.at(Tok::Literal) {
            let (kind, bad) = (self.scanner.kind, self.scanner.bad);
            if !bad && kind == LitKind::String {
                path = unquote_path(self.scanner.lit).into();
            }
            if !bad && kind != LitKind::String {
                self.import_error("import path must be a string");
            }
            self.next();
        } else {
            let name = self.scanner.errors.header && self.at(Tok::Name);
            let message = if name { "import path must be a string" } else { "missing import path" };
            self.import_error(message);
            self.advance(&[Tok::Semi, Tok::Rparen]);
        }
        ImportDecl { pos, group, local, path_pos, path }
    }

    fn import_error(&mut self, message: &str) {
        if self.scanner.errors.header {
            self.error(message);
        } else {
            self.syntax_error(message);
        }
    }

    fn const_decl(&mut self, group: Group) -> ConstDecl {
        let pos = self.pos();
        let first = self.name();
        let names = self.name_list(first);
        let mut typ = None;
        let mut values = Vec::new();
        if !matches!(self.tok(), Tok::Eof | Tok::Semi | Tok::Rparen) {
            typ = self.type_or_nil();
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        ConstDecl { pos, group, names, typ, values }
    }

    fn var_decl(&mut self, group: Group) -> VarDecl {
        let pos = self.pos();
        let first = self.name();
        let names = self.name_list(first);
        let mut typ = None;
        let mut values = Vec::new();
        if self.got_assign() {
            values = self.expr_list();
        } else {
            typ = Some(self.type_());
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        VarDecl { pos, group, names, typ, values }
    }

    fn type_decl(&mut self, group: Group) -> TypeDecl {
        let pos = self.pos();
        let name = self.name();
        let mut tparams = Vec::new();
        let mut alias = false;
        let typ = if self.at(Tok::Lbrack) {
            let lbrack = self.pos();
            self.next();
            match self.tok() {
                Tok::Name => self.array_or_tparams(lbrack, &mut tparams, &mut alias),
                Tok::Rbrack => {
                    self.next();
                    Some(self.slice_type(lbrack))
                }
                _ => Some(self.array_type(lbrack, None)),
            }
        } else {
            alias = self.got_assign();
            self.type_or_nil()
        };
        let typ = typ.unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("in type declaration");
            self.advance(&[Tok::Semi, Tok::Rparen]);
            bad
        });
        TypeDecl { pos, group, name, tparams, alias, typ }
    }

    /// After `type T [` and at a name: an array length or a type parameter. Both may begin with
    /// an expression; what it looks like, and what follows, decides.
    fn array_or_tparams(
        &mut self,
        lbrack: Pos,
        tparams: &mut Vec<Field>,
        alias: &mut bool,
    ) -> Option<Expr> {
        let name = self.name();
        let mut x = self.name_expr(name);
        if !self.at(Tok::Lbrack) {
            // A constraint may begin with `[`, a length cannot go on with it.
            self.xnest += 1;
            let operand = self.pexpr(Some(x), false);
            x = self.binary_expr(Some(operand), 0);
            self.xnest -= 1;
        }
        let force = self.at(Tok::Comma);
        match extract_name(x, force) {
            Ok((name, typ)) if typ.is_some() || !self.at(Tok::Rbrack) => {
                *tparams = self.param_list(Some(name), typ, Tok::Rbrack, true, false);
                *alias = self.got_assign();
                self.type_or_nil()
            }
            Ok((name, _)) => {
                let len = self.name_expr(name);
                Some(self.array_type(lbrack, Some(len)))
            }
            Err(len) => Some(self.array_type(lbrack, Some(len))),
        }
    }

    /// A function or method, at `func`.
    pub(super) fn func_decl(&mut self) -> FuncDecl {
        let keyword = self.pos();
        self.next();
        let pos = self.pos();
        let mut recv = None;
        let mut has_recv = false;
        if self.got(Tok::Lparen) {
            has_recv = true;
            let mut list = self.param_list(None, None, Tok::Rparen, false, false);
            match list.len() {
                0 => self.error("method has no receiver"),
                1 => {}
                _ => self.error("method has multiple receivers"),
            }
            if !list.is_empty() {
                recv = Some(list.swap_remove(0));
            }
        }
        let (name, tparams, typ);
        if self.at(Tok::Name) {
            name = self.name();
            (tparams, typ) = self.func_type("");
        } else {
            let at = self.pos();
            name = Ident { id: self.new_id(1), pos: at, name: "_".into() };
            tparams = Vec::new();
            typ = FuncType { pos: at, params: Vec::new(), results: Vec::new(), end: at };
            self.syntax_error(if has_recv { "expected name" } else { "expected name or (" });
            self.advance(&[Tok::Lbrace, Tok::Semi]);
        }
        let body = if self.at(Tok::Lbrace) { Some(self.func_body()) } else { None };
        FuncDecl { keyword, pos, recv, name, tparams, typ, body }
    }
}

fn close_group(d: &mut Decl, rparen: Pos) {
    let group = match d {
        Decl::Import(d) => Rc::get_mut(d).map(|d| &mut d.group),
        Decl::Const(d) => Rc::get_mut(d).map(|d| &mut d.group),
        Decl::Var(d) => Rc::get_mut(d).map(|d| &mut d.group),
        Decl::Type(d) => Rc::get_mut(d).map(|d| &mut d.group),
        Decl::Func(_) => None,
    };
    if let Some(g) = group {
        g.rparen = Some(rparen);
    }
}

/// The path in a string literal. Paths that need escapes do not exist.
fn unquote_path(lit: &str) -> &str {
    let inner = |q| lit.strip_prefix(q).and_then(|l| l.strip_suffix(q));
    inner('"').or_else(|| inner('`')).unwrap_or(lit)
}

/// Splits `x` into a name and a type, as in `P *C` read as a product. Only if what would be
/// the type must be one, or if `force`.
fn extract_name(x: Expr, force: bool) -> Result<(Ident, Option<Expr>), Expr> {
    if !splits(&x, force) {
        return Err(x);
    }
    Ok(split(x))
}

fn splits(x: &Expr, force: bool) -> bool {
    match &x.kind {
        ExprKind::Name(_) => true,
        ExprKind::Binary(BinOp::Mul, l, r) => is_name(l) && (force || is_type_elem(r)),
        ExprKind::Binary(BinOp::Or, l, r) => !is_name(l) && splits(l, force || is_type_elem(r)),
        ExprKind::Call { fun, args, dots: false, .. } => match args.as_slice() {
            [arg] => is_name(fun) && (force || is_type_elem(arg)),
            _ => false,
        },
        _ => false,
    }
}

/// Splits an expression that `splits` approved of.
fn split(x: Expr) -> (Ident, Option<Expr>) {
    let Expr { id, pos, end, kind } = x;
    match kind {
        ExprKind::Name(name) => (Ident { id, pos, name }, None),
        ExprKind::Binary(BinOp::Mul, l, r) => {
            (split(*l).0, Some(Expr { id, pos, end, kind: ExprKind::Star(r) }))
        }
        ExprKind::Binary(op, l, r) => {
            let (name, typ) = split(*l);
            let typ =
                typ.map(|t| Expr { id, pos, end, kind: ExprKind::Binary(op, Box::new(t), r) });
            (name, typ)
        }
        ExprKind::Call { fun, mut args, .. } => (split(*fun).0, args.pop().map(unparen)),
        _ => (Ident { id, pos, name: "_".into() }, None),
    }
}

fn is_name(x: &Expr) -> bool {
    matches!(x.kind, ExprKind::Name(_))
}

/// `x` without its parentheses.
pub(super) fn unparen(mut x: Expr) -> Expr {
    while let ExprKind::Paren(inner) = x.kind {
        x = *inner;
    }
    x
}

/// Whether `x` can only be a type element; false if it could be a value as well.
fn is_type_elem(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::ArrayType { .. }
        | ExprKind::StructType { .. }
        | ExprKind::FuncType(_)
        | ExprKind::InterfaceType { .. }
        | ExprKind::SliceType(_)
        | ExprKind::MapType(..)
        | ExprKind::ChanType(..)
        | ExprKind::Unary(UnOp::Tilde, _) => true,
        ExprKind::Binary(_, x, y) => is_type_elem(x) || is_type_elem(y),
        ExprKind::Unary(_, x) | ExprKind::Star(x) | ExprKind::Paren(x) => is_type_elem(x),
        _ => false,
    }
}
