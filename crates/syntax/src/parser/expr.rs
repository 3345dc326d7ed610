//! Expressions.

use super::Parser;
use super::decl::unparen;
use crate::Pos;
use crate::ast::*;
use crate::show;
use crate::token::{Op, Tok};
use std::rc::Rc;

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Expr {
        self.binary_expr(None, 0)
    }

    pub(super) fn binary_expr(&mut self, x: Option<Expr>, prec: u8) -> Expr {
        let mut x = match x {
            Some(x) => x,
            None => self.unary_expr(),
        };
        while matches!(self.tok(), Tok::Operator | Tok::Star) && self.scanner.op.prec() > prec {
            let Op::Bin(op) = self.scanner.op else { break };
            let pos = self.pos();
            self.next();
            let y = self.binary_expr(None, op.prec());
            x = self.mk(pos, ExprKind::Binary(op, Box::new(x), Box::new(y)));
        }
        x
    }

    fn unary_expr(&mut self) -> Expr {
        if !self.enter() {
            self.leave();
            return self.bad();
        }
        let x = self.unary_expr_inner();
        self.leave();
        x
    }

    fn unary_expr_inner(&mut self) -> Expr {
        let pos = self.pos();
        if matches!(self.tok(), Tok::Operator | Tok::Star) {
            let op = match self.scanner.op {
                Op::Bin(BinOp::Mul) => {
                    self.next();
                    let x = self.unary_expr();
                    return self.mk(pos, ExprKind::Star(Box::new(x)));
                }
                Op::Bin(BinOp::And) => {
                    self.next();
                    // A composite literal may come in parentheses.
                    let mut x = self.unary_expr();
                    if !self.keep_parens {
                        x = unparen(x);
                    }
                    return self.mk(pos, ExprKind::Unary(UnOp::Addr, Box::new(x)));
                }
                Op::Bin(BinOp::Add) => Some(UnOp::Plus),
                Op::Bin(BinOp::Sub) => Some(UnOp::Minus),
                Op::Bin(BinOp::Xor) => Some(UnOp::Xor),
                Op::Not => Some(UnOp::Not),
                Op::Tilde => Some(UnOp::Tilde),
                Op::Bin(_) => None,
            };
            if let Some(op) = op {
                self.next();
                let x = self.unary_expr();
                return self.mk(pos, ExprKind::Unary(op, Box::new(x)));
            }
        }
        if self.at(Tok::Arrow) {
            self.next();
            // `<-chan int` is a type, `<-chan int(ch)` a receive operation: only the end of
            // the operand tells.
            let mut x = self.unary_expr();
            if matches!(x.kind, ExprKind::ChanType(..)) {
                self.receive_chan(&mut x);
                return x;
            }
            return self.mk(pos, ExprKind::Unary(UnOp::Recv, Box::new(x)));
        }
        self.pexpr(None, true)
    }

    /// Gives `<-` in front of the channel type `x` to the type: `<-(chan E)` becomes
    /// `(<-chan E)`, and `<-(chan<- E)` becomes `(<-chan (<-E))`.
    fn receive_chan(&mut self, x: &mut Expr) {
        let mut t = x;
        loop {
            if !matches!(t.kind, ExprKind::ChanType(..)) {
                let shown = show::expr(t);
                self.syntax_error(&format!("unexpected {shown}, expected chan"));
            }
            let ExprKind::ChanType(dir, elem) = &mut t.kind else { return };
            let was = std::mem::replace(dir, ChanDir::RecvOnly);
            if was == ChanDir::RecvOnly {
                self.syntax_error("unexpected <-, expected chan");
            }
            if was != ChanDir::SendOnly {
                return;
            }
            t = elem;
        }
    }

    fn operand(&mut self, keep_parens: bool) -> Expr {
        let pos = self.pos();
        match self.tok() {
            Tok::Name => {
                let n = self.name();
                self.name_expr(n)
            }
            Tok::Literal => self.literal(),
            Tok::Lparen => {
                self.next();
                self.xnest += 1;
                let x = self.expr();
                self.xnest -= 1;
                self.want(Tok::Rparen);
                // Parentheses matter where they are not permitted: around the type of a
                // composite literal, the operand of go and defer, the left side of `:=`.
                if keep_parens || self.keep_parens || self.at(Tok::Lbrace) {
                    return self.mk(pos, ExprKind::Paren(Box::new(x)));
                }
                x
            }
            Tok::Func => {
                self.next();
                let (_, typ) = self.func_type("function type");
                if !self.at(Tok::Lbrace) {
                    return self.mk(typ.pos, ExprKind::FuncType(typ));
                }
                self.xnest += 1;
                let outer = std::mem::replace(&mut self.tallest, 0);
                let level = self.depth;
                let body = Rc::new(self.func_body());
                self.xnest -= 1;
                self.tallest = self.tallest.saturating_sub(level);
                let x = self.mk(pos, ExprKind::FuncLit { typ, body });
                self.tallest = self.tallest.max(outer);
                x
            }
            Tok::Lbrack | Tok::Chan | Tok::Map | Tok::Struct | Tok::Interface => self.type_(),
            _ => {
                let x = self.bad();
                self.syntax_error("expected expression");
                self.advance(&[Tok::Rparen, Tok::Rbrack, Tok::Rbrace]);
                x
            }
        }
    }

    /// The literal at the current token.
    fn literal(&mut self) -> Expr {
        let pos = self.pos();
        let (kind, bad) = (self.scanner.kind, self.scanner.bad);
        let text = self.intern(self.scanner.lit);
        self.next();
        self.mk(pos, ExprKind::BasicLit { kind, text, bad })
    }

    /// A primary expression, or the rest of one that begins with `x`.
    pub(super) fn pexpr(&mut self, x: Option<Expr>, keep_parens: bool) -> Expr {
        let mut x = match x {
            Some(x) => x,
            None => self.operand(keep_parens),
        };
        loop {
            let pos = self.pos();
            match self.tok() {
                Tok::Dot => x = self.selector(pos, x),
                Tok::Lbrack => x = self.index_or_slice(pos, x),
                Tok::Lparen => {
                    self.next();
                    let (args, dots, rparen) = self.arg_list();
                    x = self.mk(pos, ExprKind::Call { fun: Box::new(x), args, dots, rparen });
                }
                Tok::Lbrace => {
                    // A composite literal, or a block that follows.
                    let t = x.unparen();
                    let literal = match &t.kind {
                        ExprKind::Name(_) | ExprKind::Selector(..) => self.xnest >= 0,
                        ExprKind::Index { .. } => self.xnest >= 0 && !is_value(t),
                        ExprKind::ArrayType { .. }
                        | ExprKind::SliceType(_)
                        | ExprKind::StructType { .. }
                        | ExprKind::MapType(..) => true,
                        _ => false,
                    };
                    if !literal {
                        return x;
                    }
                    if matches!(x.kind, ExprKind::Paren(_)) {
                        self.syntax_error("cannot parenthesize type in composite literal");
                    }
                    x = self.composite_lit(Some(x));
                }
                _ => return x,
            }
        }
    }

    fn selector(&mut self, pos: Pos, x: Expr) -> Expr {
        self.next();
        match self.tok() {
            Tok::Name => {
                let sel = self.name();
                self.mk(pos, ExprKind::Selector(Box::new(x), sel))
            }
            Tok::Lparen => {
                self.next();
                let kind = if self.got(Tok::Type) {
                    ExprKind::TypeSwitchGuard { lhs: None, x: Box::new(x) }
                } else {
                    ExprKind::Assert(Box::new(x), Box::new(self.type_()))
                };
                self.want(Tok::Rparen);
                self.mk(pos, kind)
            }
            _ => {
                self.syntax_error("expected name or (");
                self.advance(&[Tok::Semi, Tok::Rparen]);
                x
            }
        }
    }

    fn index_or_slice(&mut self, pos: Pos, x: Expr) -> Expr {
        self.next();
        let mut low = None;
        if !self.at(Tok::Colon) {
            let (mut indices, comma);
            if self.at(Tok::Rbrack) {
                self.syntax_error("expected operand");
                (indices, comma) = (vec![self.bad()], false);
            } else {
                (indices, comma) = self.type_list(false);
            }
            if comma || self.at(Tok::Rbrack) {
                self.want(Tok::Rbrack);
                return self.mk(pos, ExprKind::Index { x: Box::new(x), indices });
            }
            low = indices.pop().map(Box::new);
        }
        if !self.got(Tok::Colon) {
            self.syntax_error("expected comma, : or ]");
            self.advance(&[Tok::Comma, Tok::Colon, Tok::Rbrack]);
        }
        self.xnest += 1;
        let mut index = [low, None, None];
        let mut full = false;
        if !matches!(self.tok(), Tok::Colon | Tok::Rbrack) {
            index[1] = Some(Box::new(self.expr()));
        }
        if self.at(Tok::Colon) {
            full = true;
            if index[1].is_none() {
                self.error("middle index required in 3-index slice");
                index[1] = Some(Box::new(self.bad()));
            }
            self.next();
            if self.at(Tok::Rbrack) {
                self.error("final index required in 3-index slice");
                index[2] = Some(Box::new(self.bad()));
            } else {
                index[2] = Some(Box::new(self.expr()));
            }
        }
        self.xnest -= 1;
        self.want(Tok::Rbrack);
        self.mk(pos, ExprKind::Slice { x: Box::new(x), index, full })
    }

    /// Arguments after `(`: the list, whether it ends in `...`, and the position of `)`.
    fn arg_list(&mut self) -> (Vec<Expr>, bool, Pos) {
        let mut args = Vec::new();
        let mut dots = false;
        self.xnest += 1;
        let rparen = self.list("argument list", Tok::Comma, Tok::Rparen, &mut |p| {
            args.push(p.expr());
            dots = p.got(Tok::DotDotDot);
            dots
        });
        self.xnest -= 1;
        (args, dots, rparen)
    }

    fn composite_lit(&mut self, typ: Option<Expr>) -> Expr {
        let lbrace = self.pos();
        if !self.enter() {
            self.leave();
            return self.bad();
        }
        let mut elems = Vec::new();
        self.xnest += 1;
        self.want(Tok::Lbrace);
        let rbrace = self.list("composite literal", Tok::Comma, Tok::Rbrace, &mut |p| {
            let mut e = p.element();
            if p.at(Tok::Colon) {
                let pos = p.pos();
                p.next();
                let value = p.element();
                e = p.mk(pos, ExprKind::KeyValue(Box::new(e), Box::new(value)));
            }
            elems.push(e);
            false
        });
        self.xnest -= 1;
        self.leave();
        let typ = typ.map(Box::new);
        self.mk(lbrace, ExprKind::CompositeLit { typ, elems, lbrace, rbrace })
    }

    fn element(&mut self) -> Expr {
        if self.at(Tok::Lbrace) { self.composite_lit(None) } else { self.expr() }
    }

    pub(super) fn expr_list(&mut self) -> Vec<Expr> {
        let mut list = vec![self.expr()];
        while self.got(Tok::Comma) {
            list.push(self.expr());
        }
        list
    }

    /// A list of types with an optional comma at the end; unless `strict`, the first may be any
    /// expression. Also returns whether there was a comma.
    pub(super) fn type_list(&mut self, strict: bool) -> (Vec<Expr>, bool) {
        self.xnest += 1;
        let mut list = vec![if strict { self.type_() } else { self.expr() }];
        let mut comma = false;
        while self.got(Tok::Comma) {
            comma = true;
            let Some(t) = self.type_or_nil() else { break };
            list.push(t);
        }
        self.xnest -= 1;
        (list, comma)
    }
}

/// Whether `x` can only be a value, not a type.
fn is_value(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::BasicLit { .. }
        | ExprKind::CompositeLit { .. }
        | ExprKind::FuncLit { .. }
        | ExprKind::Slice { .. }
        | ExprKind::Assert(..)
        | ExprKind::TypeSwitchGuard { .. }
        | ExprKind::Call { .. }
        | ExprKind::Unary(..)
        | ExprKind::Binary(..) => true,
        ExprKind::Paren(x) => is_value(x),
        ExprKind::Index { x, indices } => {
            is_value(x) || matches!(indices.as_slice(), [i] if is_value(i))
        }
        _ => false,
    }
}
