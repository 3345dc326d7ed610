//! Types, signatures, parameters, fields.

use super::Parser;
use crate::Pos;
use crate::ast::*;
use crate::token::{Op, Tok};
use std::rc::Rc;

const OR: Op = Op::Bin(BinOp::Or);

/// A parameter while its list is being read: the name may turn out to be a type.
struct Param {
    pos: Pos,
    name: Option<Ident>,
    typ: Option<Expr>,
}

impl Parser<'_> {
    pub(super) fn type_(&mut self) -> Expr {
        if let Some(t) = self.type_or_nil() {
            return t;
        }
        let bad = self.bad();
        self.syntax_error("expected type");
        self.advance(&[Tok::Comma, Tok::Colon, Tok::Semi, Tok::Rparen, Tok::Rbrack, Tok::Rbrace]);
        bad
    }

    /// A type, or nothing if there is none here.
    pub(super) fn type_or_nil(&mut self) -> Option<Expr> {
        if !self.enter() {
            self.leave();
            return Some(self.bad());
        }
        let t = self.type_or_nil_inner();
        self.leave();
        t
    }

    fn type_or_nil_inner(&mut self) -> Option<Expr> {
        let pos = self.pos();
        Some(match self.tok() {
            Tok::Star => {
                self.next();
                let t = self.type_();
                self.mk(pos, ExprKind::Star(Box::new(t)))
            }
            Tok::Arrow => {
                self.next();
                self.want(Tok::Chan);
                let elem = self.chan_elem();
                self.mk(pos, ExprKind::ChanType(ChanDir::RecvOnly, Box::new(elem)))
            }
            Tok::Func => {
                self.next();
                let (_, t) = self.func_type("function type");
                self.mk(t.pos, ExprKind::FuncType(t))
            }
            Tok::Lbrack => {
                self.next();
                if self.got(Tok::Rbrack) {
                    self.slice_type(pos)
                } else {
                    self.array_type(pos, None)
                }
            }
            Tok::Chan => {
                self.next();
                let dir = if self.got(Tok::Arrow) { ChanDir::SendOnly } else { ChanDir::Both };
                let elem = self.chan_elem();
                self.mk(pos, ExprKind::ChanType(dir, Box::new(elem)))
            }
            Tok::Map => {
                self.next();
                self.want(Tok::Lbrack);
                let key = self.type_();
                self.want(Tok::Rbrack);
                let value = self.type_();
                self.mk(pos, ExprKind::MapType(Box::new(key), Box::new(value)))
            }
            Tok::Struct => self.struct_type(),
            Tok::Interface => self.interface_type(),
            Tok::Name => self.qualified_name(None),
            Tok::Lparen => {
                self.next();
                let t = self.type_();
                self.want(Tok::Rparen);
                if !self.keep_parens {
                    return Some(t);
                }
                self.mk(pos, ExprKind::Paren(Box::new(t)))
            }
            _ => return None,
        })
    }

    /// A name, `pkg.Name`, and type arguments.
    pub(super) fn qualified_name(&mut self, name: Option<Ident>) -> Expr {
        let name = match name {
            Some(n) => n,
            None if self.at(Tok::Name) => self.name(),
            None => {
                let n = Ident { id: self.new_id(1), pos: self.pos(), name: "_".into() };
                self.syntax_error("expected name");
                self.advance(&[Tok::Dot, Tok::Semi, Tok::Rbrace]);
                n
            }
        };
        let mut x = self.name_expr(name);
        if self.at(Tok::Dot) {
            let pos = self.pos();
            self.next();
            let sel = self.name();
            x = self.mk(pos, ExprKind::Selector(Box::new(x), sel));
        }
        if self.at(Tok::Lbrack) {
            x = self.type_instance(x);
        }
        x
    }

    fn type_instance(&mut self, x: Expr) -> Expr {
        let pos = self.pos();
        self.want(Tok::Lbrack);
        let indices = if self.at(Tok::Rbrack) {
            self.syntax_error("expected type argument list");
            vec![self.bad()]
        } else {
            self.type_list(true).0
        };
        self.want(Tok::Rbrack);
        self.mk(pos, ExprKind::Index { x: Box::new(x), indices })
    }

    /// A signature with its type parameters, which are not permitted if there is a `context`.
    pub(super) fn func_type(&mut self, context: &str) -> (Vec<Field>, FuncType) {
        let pos = self.pos();
        let mut tparams = Vec::new();
        if self.got(Tok::Lbrack) {
            if !context.is_empty() {
                self.syntax_error_at(pos, &format!("{context} must have no type parameters"));
            }
            if self.at(Tok::Rbrack) {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                tparams = self.param_list(None, None, Tok::Rbrack, true, false);
            }
        }
        self.want(Tok::Lparen);
        let params = self.param_list(None, None, Tok::Rparen, false, true);
        let results = self.func_result();
        (tparams, FuncType { pos, params, results, end: self.prev_end })
    }

    fn func_result(&mut self) -> Vec<Field> {
        if self.got(Tok::Lparen) {
            return self.param_list(None, None, Tok::Rparen, false, false);
        }
        let pos = self.pos();
        match self.type_or_nil() {
            Some(t) => vec![Field { pos, name: None, typ: Rc::new(t) }],
            None => Vec::new(),
        }
    }

    /// The rest of an array type after `[`, or after its length.
    pub(super) fn array_type(&mut self, pos: Pos, len: Option<Expr>) -> Expr {
        let mut len = len;
        if len.is_none() && !self.got(Tok::DotDotDot) {
            self.xnest += 1;
            len = Some(self.expr());
            self.xnest -= 1;
        }
        if self.at(Tok::Comma) {
            self.syntax_error("unexpected comma; expected ]");
            self.next();
        }
        self.want(Tok::Rbrack);
        let elem = Box::new(self.type_());
        self.mk(pos, ExprKind::ArrayType { len: len.map(Box::new), elem })
    }

    /// The rest of a slice type after `[]`.
    pub(super) fn slice_type(&mut self, pos: Pos) -> Expr {
        let elem = self.type_();
        self.mk(pos, ExprKind::SliceType(Box::new(elem)))
    }

    fn chan_elem(&mut self) -> Expr {
        if let Some(t) = self.type_or_nil() {
            return t;
        }
        let bad = self.bad();
        self.syntax_error("missing channel element type");
        bad
    }

    fn struct_type(&mut self) -> Expr {
        let pos = self.pos();
        self.want(Tok::Struct);
        let lbrace = self.pos();
        self.want(Tok::Lbrace);
        let mut fields = Vec::new();
        let mut tags = Vec::new();
        let rbrace = self.list("struct type", Tok::Semi, Tok::Rbrace, &mut |p| {
            p.field_decl(&mut fields);
            let tag = p.tag();
            tags.resize(fields.len(), tag);
            false
        });
        tags.resize(fields.len(), None);
        self.mk(pos, ExprKind::StructType { fields, tags, lbrace, rbrace })
    }

    fn tag(&mut self) -> Option<Rc<str>> {
        if !self.at(Tok::Literal) {
            return None;
        }
        if self.scanner.kind != LitKind::String && !self.scanner.bad {
            let message =
                format!("invalid syntax tree: incorrect tag syntax: {:?}", self.scanner.lit);
            let (pos, end) = (self.pos(), self.scanner.end.col);
            self.scanner.errors.report_uncounted(pos, end, message);
        }
        let text = self.intern(self.scanner.lit);
        self.next();
        Some(text)
    }

    /// A field or several that share a type, without their tag.
    fn field_decl(&mut self, fields: &mut Vec<Field>) {
        let pos = self.pos();
        match self.tok() {
            Tok::Name => {
                let name = self.name();
                if matches!(self.tok(), Tok::Dot | Tok::Literal | Tok::Semi | Tok::Rbrace) {
                    let typ = Rc::new(self.qualified_name(Some(name)));
                    fields.push(Field { pos, name: None, typ });
                    return;
                }
                let mut names = self.name_list(name);
                let typ = if names.len() == 1 && self.at(Tok::Lbrack) {
                    // A field of array type, or an embedded `T[P]`.
                    let name = names.pop();
                    let (name, typ) = self.array_or_targs(name);
                    names.extend(name);
                    typ
                } else {
                    self.type_()
                };
                let typ = Rc::new(typ);
                if names.is_empty() {
                    fields.push(Field { pos, name: None, typ });
                    return;
                }
                for name in names {
                    fields.push(Field { pos: name.pos, name: Some(name), typ: typ.clone() });
                }
            }
            Tok::Star => {
                self.next();
                let typ = if self.at(Tok::Lparen) {
                    self.syntax_error("cannot parenthesize embedded type");
                    self.next();
                    let t = self.qualified_name(None);
                    self.got(Tok::Rparen);
                    t
                } else {
                    self.qualified_name(None)
                };
                let typ = Rc::new(self.mk(pos, ExprKind::Star(Box::new(typ))));
                fields.push(Field { pos, name: None, typ });
            }
            Tok::Lparen => {
                self.syntax_error("cannot parenthesize embedded type");
                self.next();
                let star = self.pos();
                let typ = if self.got(Tok::Star) {
                    let t = self.qualified_name(None);
                    self.mk(star, ExprKind::Star(Box::new(t)))
                } else {
                    self.qualified_name(None)
                };
                self.got(Tok::Rparen);
                fields.push(Field { pos, name: None, typ: Rc::new(typ) });
            }
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.advance(&[Tok::Semi, Tok::Rbrace]);
            }
        }
    }

    /// At `[` after a name: `name [n]E`, `name []E` keep the name and give a type;
    /// `name[T1, T2]` gives an instance that contains the name.
    fn array_or_targs(&mut self, name: Option<Ident>) -> (Option<Ident>, Expr) {
        let pos = self.pos();
        self.want(Tok::Lbrack);
        if self.got(Tok::Rbrack) {
            return (name, self.slice_type(pos));
        }
        let (mut list, comma) = self.type_list(false);
        self.want(Tok::Rbrack);
        if !comma && let Some(elem) = self.type_or_nil() {
            let len = list.pop().map(Box::new);
            return (name, self.mk(pos, ExprKind::ArrayType { len, elem: Box::new(elem) }));
        }
        let x = match name {
            Some(n) => self.name_expr(n),
            None => self.bad(),
        };
        (None, self.mk(pos, ExprKind::Index { x: Box::new(x), indices: list }))
    }

    fn interface_type(&mut self) -> Expr {
        let pos = self.pos();
        self.want(Tok::Interface);
        let lbrace = self.pos();
        self.want(Tok::Lbrace);
        let mut methods = Vec::new();
        let rbrace = self.list("interface type", Tok::Semi, Tok::Rbrace, &mut |p| {
            let pos = p.pos();
            let (name, typ) = if p.at(Tok::Name) { p.method() } else { (None, None) };
            let typ = match typ {
                Some(t) if name.is_some() => t,
                t => p.embedded_elem(t),
            };
            methods.push(Field { pos, name, typ: Rc::new(typ) });
            false
        });
        self.mk(pos, ExprKind::InterfaceType { methods, lbrace, rbrace })
    }

    /// A method, or an embedded type that begins with a name.
    fn method(&mut self) -> (Option<Ident>, Option<Expr>) {
        const CONTEXT: &str = "interface method";
        let name = self.name();
        match self.tok() {
            Tok::Lparen => {
                let t = self.method_type(CONTEXT);
                (Some(name), Some(t))
            }
            Tok::Lbrack => {
                let pos = self.pos();
                self.next();
                if self.at(Tok::Rbrack) {
                    let at = self.pos();
                    self.next();
                    if self.at(Tok::Lparen) {
                        self.error_at(at, "empty type parameter list");
                        let t = self.method_type(CONTEXT);
                        return (Some(name), Some(t));
                    }
                    self.error_at(at, "empty type argument list");
                    return (None, Some(self.name_expr(name)));
                }
                // Type arguments look like parameters without names.
                let list = self.param_list(None, None, Tok::Rbrack, false, false);
                let Some(first) = list.first() else {
                    if self.at(Tok::Lparen) {
                        let t = self.method_type(CONTEXT);
                        return (Some(name), Some(t));
                    }
                    return (None, Some(self.name_expr(name)));
                };
                if first.name.is_some() {
                    let t = self.method_type(CONTEXT);
                    self.error_at(pos, "interface method must have no type parameters");
                    return (Some(name), Some(t));
                }
                let indices = list.into_iter().map(|f| Rc::unwrap_or_clone(f.typ)).collect();
                let x = Box::new(self.name_expr(name));
                (None, Some(self.mk(pos, ExprKind::Index { x, indices })))
            }
            _ => (None, Some(self.qualified_name(Some(name)))),
        }
    }

    fn method_type(&mut self, context: &str) -> Expr {
        let (_, t) = self.func_type(context);
        self.mk(t.pos, ExprKind::FuncType(t))
    }

    /// A union of terms; `first` if it has been read already.
    fn embedded_elem(&mut self, first: Option<Expr>) -> Expr {
        let mut x = match first {
            Some(x) => x,
            None => self.embedded_term(),
        };
        while self.at_op(OR) {
            let pos = self.pos();
            self.next();
            let y = self.embedded_term();
            x = self.mk(pos, ExprKind::Binary(BinOp::Or, Box::new(x), Box::new(y)));
        }
        x
    }

    fn embedded_term(&mut self) -> Expr {
        if self.at_op(Op::Tilde) {
            let pos = self.pos();
            self.next();
            let t = self.type_();
            return self.mk(pos, ExprKind::Unary(UnOp::Tilde, Box::new(t)));
        }
        if let Some(t) = self.type_or_nil() {
            return t;
        }
        let bad = self.bad();
        self.syntax_error("expected ~ term or type");
        self.advance(&[Tok::Operator, Tok::Semi, Tok::Rparen, Tok::Rbrack, Tok::Rbrace]);
        bad
    }

    /// One parameter, of which `name` may have been read; `follow` closes the list.
    fn param(&mut self, name: Option<Ident>, follow: Tok) -> Option<Param> {
        let type_sets = follow == Tok::Rbrack;
        let mut pos = self.pos();
        if let Some(n) = &name {
            pos = n.pos;
        } else if type_sets && self.at_op(Op::Tilde) {
            let typ = Some(self.embedded_elem(None));
            return Some(Param { pos, name: None, typ });
        }
        let mut name = name;
        if name.is_none() && self.at(Tok::Name) {
            name = Some(self.name());
        }
        if name.is_some() {
            let (rest, typ) = match self.tok() {
                Tok::Lbrack => {
                    let (rest, typ) = self.array_or_targs(name.take());
                    (rest, Some(typ))
                }
                Tok::Dot => (None, Some(self.qualified_name(name.take()))),
                Tok::Operator if type_sets && self.at_op(OR) => {
                    (None, name.take().map(|n| self.name_expr(n)))
                }
                _ => (name.take(), None),
            };
            if let Some(mut typ) = typ {
                if type_sets && self.at_op(OR) {
                    typ = self.embedded_elem(Some(typ));
                }
                return Some(Param { pos, name: rest, typ: Some(typ) });
            }
            name = rest;
        }
        if self.at(Tok::DotDotDot) {
            let dots = self.pos();
            self.next();
            let typ = match self.type_or_nil() {
                Some(t) => self.mk(dots, ExprKind::DotsType(Box::new(t))),
                None => {
                    let bad = self.bad();
                    self.syntax_error("... is missing type");
                    bad
                }
            };
            return Some(Param { pos, name, typ: Some(typ) });
        }
        if type_sets && self.at_op(Op::Tilde) {
            let typ = Some(self.embedded_elem(None));
            return Some(Param { pos, name, typ });
        }
        let mut typ = self.type_or_nil();
        if type_sets && self.at_op(OR) && typ.is_some() {
            typ = Some(self.embedded_elem(typ));
        }
        if name.is_some() || typ.is_some() {
            return Some(Param { pos, name, typ });
        }
        self.syntax_error(&format!("expected {}", follow.describe()));
        self.advance(&[Tok::Comma, follow]);
        None
    }

    /// Parameters after their opening token, up to and with `close`. The first name may have
    /// been read, and with it the first type. Either all or none of the result have names.
    pub(super) fn param_list(
        &mut self,
        name: Option<Ident>,
        typ: Option<Expr>,
        close: Tok,
        require_names: bool,
        dots_ok: bool,
    ) -> Vec<Field> {
        if let (Some(n), Some(_)) = (&name, &typ)
            && self.at(close)
        {
            let pos = n.pos;
            self.next();
            return finish(vec![Param { pos, name, typ }]);
        }
        let mut first = (name, typ);
        let mut list: Vec<Param> = Vec::new();
        let end = self.list("parameter list", Tok::Comma, close, &mut |p| {
            let param = match std::mem::take(&mut first) {
                (Some(name), Some(typ)) => {
                    Some(Param { pos: name.pos, name: Some(name), typ: Some(typ) })
                }
                (name, _) => p.param(name, close),
            };
            list.extend(param);
            false
        });
        let named = list.iter().filter(|p| p.name.is_some() && p.typ.is_some()).count();
        let typed = list.iter().filter(|p| p.typ.is_some()).count();
        if named == 0 && !require_names {
            // What looked like names are types.
            for p in &mut list {
                if let Some(n) = p.name.take() {
                    p.typ = Some(self.name_expr(n));
                }
            }
        } else if named != list.len() {
            self.name_all(&mut list, named == typed, end, require_names);
        }
        let mut fields = finish(list);
        self.check_dots(&mut fields, dots_ok);
        fields
    }

    /// Some parameters have names and types, so all must have names; types are shared by the
    /// names before them.
    fn name_all(&mut self, list: &mut [Param], types_missing: bool, end: Pos, type_params: bool) {
        let mut error = None;
        let mut typed_after = false;
        for p in list.iter_mut().rev() {
            match (&p.typ, &p.name) {
                (Some(t), None) => {
                    typed_after = true;
                    let pos = t.start();
                    error = Some(pos);
                    p.name = Some(Ident { id: self.new_id(1), pos, name: "_".into() });
                }
                (Some(_), Some(_)) => typed_after = true,
                (None, _) if typed_after => {}
                (None, name) => {
                    let pos = name.as_ref().map_or(p.pos, |n| n.pos);
                    error = Some(pos);
                    p.typ = Some(self.bad_at(pos));
                }
            }
        }
        let Some(pos) = error else { return };
        let (pos, message) = match (types_missing, type_params) {
            (true, true) => (end, "missing type constraint"),
            (true, false) => (end, "missing parameter type"),
            (false, true) if list.len() == 1 => {
                (pos, "missing type parameter name or invalid array length")
            }
            (false, true) => (pos, "missing type parameter name"),
            (false, false) => (pos, "missing parameter name"),
        };
        self.syntax_error_at(pos, message);
    }

    /// Reports the first misplaced `...` and drops all of them.
    fn check_dots(&mut self, list: &mut [Field], dots_ok: bool) {
        let last = list.len();
        let mut first = true;
        for (i, f) in list.iter_mut().enumerate() {
            let ExprKind::DotsType(elem) = &f.typ.kind else { continue };
            if dots_ok && i + 1 == last {
                continue;
            }
            if std::mem::take(&mut first) {
                let message = if dots_ok {
                    "can only use ... with final parameter"
                } else {
                    "invalid use of ..."
                };
                self.error_at(f.typ.pos, message);
            }
            f.typ = Rc::new((**elem).clone());
        }
    }
}

/// Gives every parameter its type, shared with the next that has one.
fn finish(list: Vec<Param>) -> Vec<Field> {
    let mut fields = Vec::with_capacity(list.len());
    let mut shared: Option<Rc<Expr>> = None;
    for p in list.into_iter().rev() {
        if let Some(t) = p.typ {
            shared = Some(Rc::new(t));
        }
        if let Some(typ) = &shared {
            fields.push(Field { pos: p.pos, name: p.name, typ: typ.clone() });
        }
    }
    fields.reverse();
    fields
}
