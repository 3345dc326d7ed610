//! Parameters, signatures, the fields of structs and the methods of interfaces.

use super::place::Place;
use super::{Printer, Ws};
use crate::ast::*;
use std::rc::Rc;

/// Fields that share a type, as they were written.
struct Group<'e> {
    names: Vec<&'e Ident>,
    typ: &'e Expr,
    tag: Option<&'e Rc<str>>,
}

/// Puts fields that share their type together again.
fn groups<'e>(fields: &'e [Field], tags: &'e [Option<Rc<str>>]) -> Vec<Group<'e>> {
    let mut out: Vec<Group<'e>> = Vec::new();
    for (i, f) in fields.iter().enumerate() {
        if let (Some(name), Some(g)) = (&f.name, out.last_mut())
            && !g.names.is_empty()
            && std::ptr::eq(g.typ, &*f.typ)
        {
            g.names.push(name);
            continue;
        }
        let tag = tags.get(i).and_then(Option::as_ref);
        out.push(Group { names: f.name.iter().collect(), typ: &f.typ, tag });
    }
    out
}

/// What a list of parameters is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Params {
    /// Parameters or results.
    Values,
    /// Type parameters of a function.
    FuncTypes,
    /// Type parameters of a type, which must not look like the length of an array.
    TypeTypes,
}

impl Printer<'_> {
    fn group_start(&self, g: &Group<'_>) -> Place {
        g.names.first().map_or_else(|| self.start(g.typ), |n| n.pos.into())
    }

    /// Prints parameters whose opening bracket stands at `open`.
    pub(super) fn parameters(&mut self, fields: &[Field], open: Place, mode: Params) {
        let brackets = if mode == Params::Values { ("(", ")") } else { ("[", "]") };
        let close = self.source.closing(open);
        let list = groups(fields, &[]);
        self.tok_at(open, brackets.0);
        let mut prev_line = open.line;
        let mut ws = Ws::Indent;
        for (i, g) in list.iter().enumerate() {
            let start = self.group_start(g);
            let breaks = prev_line < start.line;
            if i > 0 {
                if !breaks {
                    self.set_pos(start);
                }
                self.tok(",");
            }
            if breaks && self.linebreak(start.line, 0, ws, true) > 0 {
                ws = Ws::Ignore;
            } else if i > 0 {
                self.blank();
            }
            if !g.names.is_empty() {
                self.name_list(&g.names, ws == Ws::Indent);
                self.blank();
            }
            self.expr(strip_parens_always(g.typ));
            prev_line = Place::from(g.typ.end).line;
        }
        if !list.is_empty() {
            if prev_line < close.line {
                self.tok(",");
                self.linebreak(close.line, 0, Ws::Ignore, true);
            } else if let (Params::TypeTypes, [Group { names, typ, .. }]) = (mode, list.as_slice())
                && names.len() == 1
                && combines_with_name(strip_parens_always(typ))
            {
                self.tok(",");
            }
            if ws == Ws::Ignore {
                self.ws(Ws::Unindent);
            }
        }
        self.tok_at(close, brackets.1);
    }

    /// Prints a signature with its type parameters, without `func`.
    pub(super) fn signature(&mut self, typ: &FuncType, tparams: &[Field]) {
        let mut open = Place::from(typ.pos);
        if !tparams.is_empty() {
            self.parameters(tparams, open, Params::FuncTypes);
            open = self.source.after(self.source.closing(open)).map_or(open, |t| t.pos);
        }
        self.parameters(&typ.params, open, Params::Values);
        match typ.results.as_slice() {
            [] => {}
            [Field { name: None, typ, .. }] if !is_indexed(typ) => {
                self.blank();
                self.expr(strip_parens_always(typ));
            }
            results => {
                self.blank();
                let close = self.source.closing(open);
                let open = self.source.after(close).map_or(close, |t| t.pos);
                self.parameters(results, open, Params::Values);
            }
        }
    }

    /// Whether a field is small enough for a type on one line.
    fn fits_on_line(&mut self, g: &Group<'_>, end: Place) -> bool {
        const MAX: usize = 30;
        if g.tag.is_some() || self.source.has_line_comment(end) {
            return false;
        }
        usize::from(!g.names.is_empty()) + self.expr_size(g.typ, MAX) <= MAX
    }

    /// Opens a list of fields. Returns true if it was printed on one line already.
    fn open_fields(
        &mut self,
        list: &[Group<'_>],
        lbrace: Place,
        rbrace: Place,
        print: fn(&mut Self, &Group<'_>),
    ) -> bool {
        let comments = self.comment_before(rbrace);
        if !comments && lbrace.line == rbrace.line {
            if list.is_empty() {
                self.tok_at(lbrace, "{");
                self.tok_at(rbrace, "}");
                return true;
            }
            if let [g] = list
                && self.fits_on_line(g, g.typ.end.into())
            {
                self.tok_at(lbrace, "{");
                self.blank();
                print(self, g);
                self.blank();
                self.tok_at(rbrace, "}");
                return true;
            }
        }
        self.blank();
        self.tok_at(lbrace, "{");
        self.ws(Ws::Indent);
        if comments || !list.is_empty() {
            self.ws(Ws::Formfeed);
        }
        false
    }

    pub(super) fn struct_fields(
        &mut self,
        fields: &[Field],
        tags: &[Option<Rc<str>>],
        lbrace: Place,
        rbrace: Place,
    ) {
        let list = groups(fields, tags);
        let print = |p: &mut Self, g: &Group<'_>| {
            for (i, n) in g.names.iter().enumerate() {
                if i > 0 {
                    p.tok(",");
                    p.blank();
                }
                p.name(n);
            }
            if !g.names.is_empty() {
                p.blank();
            }
            p.expr(g.typ);
        };
        if self.open_fields(&list, lbrace, rbrace, print) {
            return;
        }
        let sep = if list.len() == 1 { Ws::Blank } else { Ws::Vtab };
        let slot = self.line_slot();
        for (i, g) in list.iter().enumerate() {
            if i > 0 {
                let line = self.group_start(g).line;
                self.linebreak(line, 1, Ws::Ignore, self.lines_from(slot) > 0);
            }
            self.record_line(slot);
            let mut extra_tabs = 2;
            if !g.names.is_empty() {
                self.name_list(&g.names, false);
                self.ws(sep);
                extra_tabs = 1;
            }
            self.expr(g.typ);
            let mut end = Place::from(g.typ.end);
            if let Some(tag) = g.tag {
                if !g.names.is_empty() && sep == Ws::Vtab {
                    self.ws(sep);
                }
                self.ws(sep);
                if let Some(t) = self.source.at(end) {
                    end = t.end;
                    self.set_pos(t.pos);
                }
                self.literal(&tag.replace('\r', ""), false);
                extra_tabs = 0;
            }
            if self.source.has_line_comment(end) {
                for _ in 0..extra_tabs {
                    self.ws(sep);
                }
            }
        }
        self.close_fields(rbrace);
    }

    pub(super) fn methods(&mut self, methods: &[Field], lbrace: Place, rbrace: Place) {
        let list: Vec<Group<'_>> = methods
            .iter()
            .map(|f| Group { names: f.name.iter().collect(), typ: &f.typ, tag: None })
            .collect();
        if self.open_fields(&list, lbrace, rbrace, Self::method) {
            return;
        }
        let slot = self.line_slot();
        for (i, g) in list.iter().enumerate() {
            if i > 0 {
                let line = self.group_start(g).line;
                self.linebreak(line, 1, Ws::Ignore, self.lines_from(slot) > 0);
            }
            self.record_line(slot);
            self.method(g);
        }
        self.close_fields(rbrace);
    }

    fn method(&mut self, g: &Group<'_>) {
        match (g.names.first(), &g.typ.kind) {
            (Some(name), ExprKind::FuncType(t)) => {
                self.name(name);
                self.signature(t, &[]);
            }
            _ => self.expr(g.typ),
        }
    }

    fn close_fields(&mut self, rbrace: Place) {
        self.ws(Ws::Unindent);
        self.ws(Ws::Formfeed);
        self.tok_at(rbrace, "}");
    }
}

pub(super) fn strip_parens_always(x: &Expr) -> &Expr {
    x.unparen()
}

/// Whether a name followed by `x` could be read as one expression, as `P *T`.
fn combines_with_name(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::Star(x) | ExprKind::Paren(x) => !is_type_elem(x),
        ExprKind::Binary(_, x, y) => combines_with_name(x) && !is_type_elem(y),
        _ => false,
    }
}

/// Whether `x` can only be a type.
fn is_type_elem(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::ArrayType { .. }
        | ExprKind::SliceType(_)
        | ExprKind::StructType { .. }
        | ExprKind::FuncType(_)
        | ExprKind::InterfaceType { .. }
        | ExprKind::MapType(..)
        | ExprKind::ChanType(..)
        | ExprKind::Unary(UnOp::Tilde, _) => true,
        ExprKind::Binary(_, x, y) => is_type_elem(x) || is_type_elem(y),
        ExprKind::Paren(x) => is_type_elem(x),
        _ => false,
    }
}

/// Whether a type is no type but an element, as in `m["a"]`: without parentheses it would not parse.
fn is_indexed(typ: &Expr) -> bool {
    let literal = |e: &Expr| matches!(e.kind, ExprKind::BasicLit { .. });
    matches!(&typ.kind, ExprKind::Index { indices, .. } if indices.iter().any(literal))
}
