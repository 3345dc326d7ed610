//! Expressions.

use super::binary::{cutoff, reduce};
use super::list::ListMode;
use super::place::Place;
use super::{Printer, Ws};
use crate::ast::*;
use crate::token::Tok;

/// Precedence of unary operators, above that of all binary ones.
const UNARY: u8 = 6;
/// Precedence of selectors, calls and the like.
const HIGHEST: u8 = 7;

impl Printer<'_> {
    pub(super) fn name(&mut self, n: &Ident) {
        self.set_pos(n.pos.into());
        self.ident(&n.name);
    }

    /// Where `x` begins.
    pub(super) fn start(&self, x: &Expr) -> Place {
        let e = x.leftmost();
        let pos = Place::from(e.pos);
        match &e.kind {
            ExprKind::TypeSwitchGuard { lhs: Some(l), .. } => l.pos.into(),
            // The tree has the places of the parameters and, sometimes, of `chan`.
            ExprKind::FuncType(_) => self.source.before(pos).map_or(pos, |t| t.pos),
            ExprKind::ChanType(ChanDir::RecvOnly, _) => match self.source.before(pos) {
                Some(t)
                    if t.tok == Tok::Arrow
                        && self.source.at(pos).is_some_and(|t| t.tok == Tok::Chan) =>
                {
                    t.pos
                }
                _ => pos,
            },
            _ => pos,
        }
    }

    /// Size of an expression on one line; more than `max` if it does not fit.
    pub(super) fn expr_size(&mut self, x: &Expr, max: usize) -> usize {
        if let Some(&size) = self.sizes.exprs.get(&x.id) {
            return size;
        }
        self.sizes.exprs.insert(x.id, max + 1);
        let size = self.measure(max, |p| p.expr(x));
        self.sizes.exprs.insert(x.id, size);
        size
    }

    pub(super) fn expr(&mut self, x: &Expr) {
        self.expr1(x, 0, 1);
    }

    pub(super) fn expr0(&mut self, x: &Expr, depth: i32) {
        self.expr1(x, 0, depth);
    }

    pub(super) fn expr1(&mut self, x: &Expr, prec1: u8, depth: i32) {
        self.set_pos(self.start(x));
        let pos = Place::from(x.pos);
        // The last byte of the expression, a closing bracket for many.
        let close = Place::from(x.end).right(-1);
        match &x.kind {
            ExprKind::Bad => {}
            ExprKind::Name(n) => self.ident(n),
            ExprKind::BasicLit { kind, text, .. } => {
                let text = literal(*kind, text);
                self.literal(&text, *kind == LitKind::Int);
            }
            ExprKind::Binary(op, l, r) => {
                let parens = op.prec() < prec1;
                if parens {
                    self.tok("(");
                }
                let depth = if parens { reduce(depth) } else { depth };
                self.binary_expr((*op, l, r), pos, cutoff(*op, l, r, depth), depth);
                if parens {
                    self.tok(")");
                }
            }
            ExprKind::KeyValue(k, v) => {
                self.expr(k);
                self.tok_at(pos, ":");
                self.blank();
                self.expr(v);
            }
            ExprKind::Star(x) => {
                let parens = UNARY < prec1;
                if parens {
                    self.tok("(");
                }
                self.tok("*");
                self.expr(x);
                if parens {
                    self.tok(")");
                }
            }
            ExprKind::Unary(op, y) => {
                if UNARY < prec1 {
                    self.tok("(");
                    self.expr(x);
                    self.tok(")");
                } else {
                    self.tok(op.text());
                    self.expr1(y, UNARY, depth);
                }
            }
            ExprKind::FuncLit { typ, body } => {
                self.tok_at(pos, "func");
                let column = self.at.col - 4;
                self.signature(typ, &[]);
                let size = self.distance_from(pos, column);
                self.func_body(size, Ws::Blank, body);
            }
            ExprKind::Paren(inner) => {
                if matches!(inner.kind, ExprKind::Paren(_)) {
                    self.expr0(inner, depth);
                } else {
                    self.tok("(");
                    self.expr0(inner, reduce(depth));
                    self.tok_at(close, ")");
                }
            }
            ExprKind::Selector(x, sel) => {
                self.selector(x, sel, depth, false);
            }
            ExprKind::Assert(y, t) => {
                self.expr1(y, HIGHEST, depth);
                self.assertion(Some(t), pos, close);
            }
            ExprKind::TypeSwitchGuard { .. } => self.guard(x),
            ExprKind::Index { x, indices } => {
                self.expr1(x, HIGHEST, 1);
                self.tok_at(pos, "[");
                if let [index] = indices.as_slice() {
                    self.expr0(index, depth + 1);
                } else {
                    let mode = ListMode { comma: true, flush: false };
                    self.expr_list(pos, indices, depth + 1, mode, close);
                }
                self.tok_at(close, "]");
            }
            ExprKind::Slice { x, index, full } => {
                self.expr1(x, HIGHEST, 1);
                self.tok_at(pos, "[");
                self.slice_indices(index, *full, depth);
                self.tok_at(close, "]");
            }
            ExprKind::Call { fun, args, dots, rparen } => {
                self.call(fun, args, *dots, pos, (*rparen).into(), depth);
            }
            ExprKind::CompositeLit { typ, elems, lbrace, rbrace } => {
                if let Some(t) = typ {
                    self.expr1(t, HIGHEST, depth);
                }
                self.composite(elems, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::DotsType(t) => {
                self.tok("...");
                self.expr(t);
            }
            ExprKind::ArrayType { len, elem } => {
                self.tok("[");
                match len {
                    Some(n) => self.expr(n),
                    None => {
                        let dots = self.source.after(pos).map_or(Place::NONE, |t| t.pos);
                        self.tok_at(dots, "...");
                    }
                }
                self.tok("]");
                self.expr(elem);
            }
            ExprKind::SliceType(t) => {
                self.tok("[");
                self.tok("]");
                self.expr(t);
            }
            ExprKind::StructType { fields, tags, lbrace, rbrace } => {
                self.tok("struct");
                self.struct_fields(fields, tags, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::InterfaceType { methods, lbrace, rbrace } => {
                self.tok("interface");
                self.methods(methods, (*lbrace).into(), (*rbrace).into());
            }
            ExprKind::FuncType(t) => {
                self.tok("func");
                self.signature(t, &[]);
            }
            ExprKind::MapType(k, v) => {
                self.tok("map");
                self.tok("[");
                self.expr(k);
                self.tok("]");
                self.expr(v);
            }
            ExprKind::ChanType(dir, elem) => {
                if *dir == ChanDir::RecvOnly {
                    self.tok("<-");
                }
                self.tok("chan");
                if *dir == ChanDir::SendOnly {
                    let arrow = self.source.after(pos).map_or(Place::NONE, |t| t.pos);
                    self.tok_at(arrow, "<-");
                }
                self.blank();
                self.expr(elem);
            }
        }
    }

    /// `x.(type)`, without the variable that it may declare.
    pub(super) fn guard(&mut self, guard: &Expr) {
        let ExprKind::TypeSwitchGuard { x, .. } = &guard.kind else { return };
        self.expr1(x, HIGHEST, 1);
        self.assertion(None, guard.pos.into(), Place::from(guard.end).right(-1));
    }

    fn assertion(&mut self, typ: Option<&Expr>, dot: Place, close: Place) {
        self.tok(".");
        let open = self.source.after(dot).map_or(Place::NONE, |t| t.pos);
        self.tok_at(open, "(");
        match typ {
            Some(t) => self.expr(t),
            None => self.tok("type"),
        }
        self.tok_at(close, ")");
    }

    fn slice_indices(&mut self, index: &[Option<Box<Expr>>; 3], full: bool, depth: i32) {
        let indices = index.iter().take(if full { 3 } else { 2 });
        let given = indices.clone().flatten().count();
        let binary = indices.clone().flatten().any(|x| matches!(x.kind, ExprKind::Binary(..)));
        let blanks = depth <= 1 && given > 1 && binary;
        let mut before = false;
        for (i, x) in indices.enumerate() {
            if i > 0 {
                if before && blanks {
                    self.blank();
                }
                self.tok(":");
                if x.is_some() && blanks {
                    self.blank();
                }
            }
            if let Some(x) = x {
                self.expr0(x, depth + 1);
            }
            before = x.is_some();
        }
    }

    fn call(
        &mut self,
        fun: &Expr,
        args: &[Expr],
        dots: bool,
        lparen: Place,
        rparen: Place,
        depth: i32,
    ) {
        let depth = if args.len() > 1 { depth + 1 } else { depth };
        let parens =
            matches!(fun.kind, ExprKind::FuncType(_) | ExprKind::ChanType(ChanDir::RecvOnly, _));
        if parens {
            self.tok("(");
        }
        let indented = match &fun.kind {
            ExprKind::Selector(x, sel) => {
                self.set_pos(self.start(fun));
                self.selector(x, sel, depth, true)
            }
            _ => {
                self.expr1(fun, HIGHEST, depth);
                false
            }
        };
        if parens {
            self.tok(")");
        }
        self.tok_at(lparen, "(");
        if dots {
            let end = args.last().map_or(Place::NONE, |x| x.end.into());
            let ellipsis = self.source.at(end).map_or(Place::NONE, |t| t.pos);
            self.expr_list(lparen, args, depth, ListMode::default(), ellipsis);
            self.tok_at(ellipsis, "...");
            if ellipsis.line < rparen.line {
                self.tok(",");
                self.ws(Ws::Formfeed);
            }
        } else {
            let mode = ListMode { comma: true, flush: false };
            self.expr_list(lparen, args, depth, mode, rparen);
        }
        self.tok_at(rparen, ")");
        if indented {
            self.ws(Ws::Unindent);
        }
    }

    /// `x.sel`; reports whether the line breaks before the name. A call then unindents after
    /// its arguments.
    fn selector(&mut self, x: &Expr, sel: &Ident, depth: i32, call: bool) -> bool {
        self.expr1(x, HIGHEST, depth);
        self.tok(".");
        let pos = Place::from(sel.pos);
        let breaks = self.pos.line < pos.line;
        if breaks {
            self.ws(Ws::Indent);
            self.ws(Ws::Newline);
        }
        self.name(sel);
        if breaks && !call {
            self.ws(Ws::Unindent);
        }
        breaks
    }

    fn composite(&mut self, elems: &[Expr], lbrace: Place, rbrace: Place) {
        self.level += 1;
        self.tok_at(lbrace, "{");
        self.expr_list(lbrace, elems, 1, ListMode { comma: true, flush: false }, rbrace);
        // No line break after a comment before `}`: a comma might be missing.
        self.no_extra_linebreak ^= true;
        self.no_extra_blank ^= !elems.is_empty();
        // The indentation is for comments in an empty literal.
        self.ws(Ws::Indent);
        self.ws(Ws::Unindent);
        self.tok_at(rbrace, "}");
        self.no_extra_linebreak ^= true;
        self.no_extra_blank ^= !elems.is_empty();
        self.level -= 1;
    }
}

/// A literal with its prefix and exponent in lower case.
fn literal(kind: LitKind, text: &str) -> String {
    match kind {
        LitKind::Rune => return text.into(),
        LitKind::String if text.starts_with('`') => return text.replace('\r', ""),
        LitKind::String => return text.into(),
        _ => {}
    }
    let lower_last = |s: &str, from: char, to: &str| match s.rfind(from) {
        Some(i) => format!("{}{to}{}", s.get(..i).unwrap_or(""), s.get(i + 1..).unwrap_or("")),
        None => s.to_string(),
    };
    match text.get(..2).unwrap_or_default() {
        "0x" | "0X" => format!("0x{}", lower_last(text.get(2..).unwrap_or(""), 'P', "p")),
        "0o" | "0O" => format!("0o{}", text.get(2..).unwrap_or("")),
        "0b" | "0B" => format!("0b{}", text.get(2..).unwrap_or("")),
        _ if text.contains('E') => lower_last(text, 'E', "e"),
        _ if text.len() > 1 && text.ends_with('i') && !text.contains(['.', 'e']) => {
            match text.trim_start_matches(['0', '_']) {
                "i" => "0i".into(),
                rest => rest.into(),
            }
        }
        _ => text.into(),
    }
}
