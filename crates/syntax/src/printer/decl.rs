//! Declarations.

use super::fields::Params;
use super::list::ListMode;
use super::place::Place;
use super::{Printer, Ws};
use crate::ast::*;
use crate::token::Tok;

/// A declaration as it was written: a function, or a keyword with specifications.
enum Whole<'d> {
    Func(&'d FuncDecl),
    Group { tok: Tok, group: Group, specs: Vec<&'d Decl> },
}

impl Whole<'_> {
    fn pos(&self) -> Place {
        match self {
            Whole::Func(f) => f.keyword.into(),
            Whole::Group { group, .. } => group.keyword.into(),
        }
    }

    fn tok(&self) -> Tok {
        match self {
            Whole::Func(_) => Tok::Func,
            Whole::Group { tok, .. } => *tok,
        }
    }
}

fn group_of(d: &Decl) -> Option<(Tok, Group)> {
    match d {
        Decl::Import(d) => Some((Tok::Import, d.group)),
        Decl::Const(d) => Some((Tok::Const, d.group)),
        Decl::Var(d) => Some((Tok::Var, d.group)),
        Decl::Type(d) => Some((Tok::Type, d.group)),
        Decl::Func(_) => None,
    }
}

/// The parts of a constant or variable specification.
struct Value<'d> {
    names: &'d [Ident],
    typ: Option<&'d Expr>,
    values: &'d [Expr],
}

fn value_of(d: &Decl) -> Option<Value<'_>> {
    match d {
        Decl::Const(d) => Some(Value { names: &d.names, typ: d.typ.as_ref(), values: &d.values }),
        Decl::Var(d) => Some(Value { names: &d.names, typ: d.typ.as_ref(), values: &d.values }),
        _ => None,
    }
}

impl Value<'_> {
    fn end(&self) -> Place {
        match (self.values.last(), self.typ, self.names.last()) {
            (Some(x), ..) | (None, Some(x), _) => x.end.into(),
            (None, None, Some(n)) => Place::from(n.pos).right(n.name.len() as i32),
            (None, None, None) => Place::NONE,
        }
    }
}

fn spec_pos(d: &Decl) -> Place {
    match d {
        Decl::Import(d) => d.pos.into(),
        Decl::Const(d) => d.pos.into(),
        Decl::Var(d) => d.pos.into(),
        Decl::Type(d) => d.pos.into(),
        Decl::Func(d) => d.keyword.into(),
    }
}

impl Printer<'_> {
    /// Puts the declarations of groups together again.
    fn whole<'d>(&self, decls: &'d [Decl]) -> Vec<Whole<'d>> {
        let mut out: Vec<Whole<'d>> = Vec::new();
        for d in decls {
            match (d, group_of(d), out.last_mut()) {
                (Decl::Func(f), ..) => out.push(Whole::Func(f)),
                (_, Some((_, g)), Some(Whole::Group { group, specs, .. }))
                    if g.keyword == group.keyword =>
                {
                    specs.push(d);
                }
                (_, Some((tok, group)), _) => {
                    out.push(Whole::Group { tok, group, specs: vec![d] });
                }
                (_, None, _) => {}
            }
        }
        out
    }

    /// Empty groups between two places.
    fn empty_groups<'d>(&self, from: Place, to: Place) -> Vec<Whole<'d>> {
        let range = |e: &&crate::parser::EmptyGroup| {
            let at = Place::from(e.group.keyword);
            from <= at && at < to
        };
        let whole = |e: &crate::parser::EmptyGroup| Whole::Group {
            tok: e.tok,
            group: e.group,
            specs: Vec::new(),
        };
        self.details.empty_groups.iter().filter(range).map(whole).collect()
    }

    pub(super) fn decl_list(&mut self, decls: &[Decl]) {
        let mut list = self.whole(decls);
        let top: Vec<_> = self
            .empty_groups(Place::NONE, Place::END)
            .into_iter()
            .filter(|e| !list.iter().any(|w| encloses(w, e.pos())))
            .collect();
        list.extend(top);
        list.sort_by_key(Whole::pos);
        let mut prev = Tok::Eof;
        for d in &list {
            let tok = d.tok();
            // A new kind of declaration, or one with documentation, comes after an empty line.
            let min = if prev != tok || self.source.has_doc(d.pos()) { 2 } else { 1 };
            let section = matches!(d, Whole::Func(f) if lines(f) > 1);
            self.linebreak(d.pos().line, min, Ws::Ignore, section);
            self.whole_decl(d);
            prev = tok;
        }
    }

    /// A declaration in a function, at `start`.
    pub(super) fn local_decl(&mut self, decls: &[Decl], start: Place) {
        let mut list = self.whole(decls);
        if list.is_empty() {
            list = self.empty_groups(start, start.right(1));
        }
        for d in &list {
            self.whole_decl(d);
        }
    }

    fn whole_decl(&mut self, d: &Whole<'_>) {
        match d {
            Whole::Func(f) => self.func_decl(f),
            Whole::Group { tok, group, specs } => self.gen_decl(*tok, group, specs),
        }
    }

    fn gen_decl(&mut self, tok: Tok, group: &Group, specs: &[&Decl]) {
        self.tok_at(group.keyword, tok.text());
        self.blank();
        let (Some(lparen), Some(rparen)) = (group.lparen, group.rparen) else {
            if let Some(d) = specs.first() {
                self.spec(d, true, true);
            }
            return;
        };
        self.tok_at(lparen, "(");
        if !specs.is_empty() {
            self.ws(Ws::Indent);
            self.ws(Ws::Formfeed);
            let values = specs.len() > 1 && matches!(tok, Tok::Const | Tok::Var);
            let keep = keep_type_column(specs);
            let slot = self.line_slot();
            for (i, d) in specs.iter().enumerate() {
                if i > 0 {
                    let section = self.lines_from(slot) > 0;
                    self.linebreak(spec_pos(d).line, 1, Ws::Ignore, section);
                }
                self.record_line(slot);
                match value_of(d) {
                    Some(v) if values => {
                        self.value_spec(&v, keep.get(i).copied().unwrap_or(false));
                    }
                    _ => self.spec(d, specs.len() == 1, false),
                }
            }
            self.ws(Ws::Unindent);
            self.ws(Ws::Formfeed);
        }
        self.tok_at(rparen, ")");
    }

    /// One of several constants or variables, in columns.
    fn value_spec(&mut self, v: &Value<'_>, keep_type: bool) {
        let names: Vec<&Ident> = v.names.iter().collect();
        self.name_list(&names, false);
        let mut extra_tabs = 3;
        if v.typ.is_some() || keep_type {
            self.ws(Ws::Vtab);
            extra_tabs -= 1;
        }
        if let Some(t) = v.typ {
            self.expr(t);
        }
        if !v.values.is_empty() {
            self.ws(Ws::Vtab);
            self.tok("=");
            self.blank();
            self.expr_list(Place::NONE, v.values, 1, ListMode::default(), Place::NONE);
            extra_tabs -= 1;
        }
        if self.source.has_line_comment(v.end()) {
            for _ in 0..extra_tabs {
                self.ws(Ws::Vtab);
            }
        }
    }

    /// A specification, `single` in its declaration.
    fn spec(&mut self, d: &Decl, single: bool, indent: bool) {
        match d {
            Decl::Import(d) => {
                if let Some(n) = &d.local {
                    self.name(n);
                    self.blank();
                }
                let path = Place::from(d.path_pos);
                self.set_pos(path);
                let text = self.source.at(path).map_or("", |t| t.text);
                self.literal(&import_path(text), false);
            }
            Decl::Const(_) | Decl::Var(_) => {
                let Some(v) = value_of(d) else { return };
                let names: Vec<&Ident> = v.names.iter().collect();
                self.name_list(&names, indent);
                if let Some(t) = v.typ {
                    self.blank();
                    self.expr(t);
                }
                if !v.values.is_empty() {
                    self.blank();
                    self.tok("=");
                    self.blank();
                    self.expr_list(Place::NONE, v.values, 1, ListMode::default(), Place::NONE);
                }
            }
            Decl::Type(d) => {
                self.name(&d.name);
                if !d.tparams.is_empty() {
                    let open = self.source.after(d.name.pos.into()).map_or(Place::NONE, |t| t.pos);
                    self.parameters(&d.tparams, open, Params::TypeTypes);
                }
                self.ws(if single { Ws::Blank } else { Ws::Vtab });
                if d.alias {
                    self.tok("=");
                    self.blank();
                }
                self.expr(&d.typ);
            }
            Decl::Func(_) => {}
        }
    }

    fn func_decl(&mut self, d: &FuncDecl) {
        let pos = Place::from(d.keyword);
        self.tok_at(pos, "func");
        self.blank();
        // The blank counts, though it is still held back.
        let column = self.at.col - 5;
        if let Some(r) = &d.recv {
            let open = self.source.after(pos).map_or(pos, |t| t.pos);
            self.parameters(std::slice::from_ref(r), open, Params::Values);
            self.blank();
        }
        self.name(&d.name);
        self.signature(&d.typ, &d.tparams);
        if let Some(b) = &d.body {
            let size = self.distance_from(pos, column);
            self.func_body(size, Ws::Vtab, b);
        }
    }
}

fn encloses(w: &Whole<'_>, at: Place) -> bool {
    match w {
        Whole::Func(f) => f
            .body
            .as_ref()
            .is_some_and(|b| Place::from(b.lbrace) < at && at < Place::from(b.rbrace)),
        // A function literal among the values may contain a group.
        Whole::Group { specs, .. } => {
            specs.iter().any(|d| value_of(d).is_some_and(|v| spec_pos(d) < at && at < v.end()))
        }
    }
}

/// How many lines a function takes in the source.
fn lines(f: &FuncDecl) -> i32 {
    let end = f.body.as_ref().map_or(f.typ.end, |b| b.rbrace);
    Place::from(end).line - Place::from(f.keyword).line + 1
}

/// Which of a group's specifications have a column for the type. In a run of specifications
/// with values it is dropped if none of them has a type.
fn keep_type_column(specs: &[&Decl]) -> Vec<bool> {
    let mut keep = vec![false; specs.len()];
    let mut run: Option<usize> = None;
    let mut typed = false;
    let mut end_run = |from: Option<usize>, to: usize, typed: bool| {
        if let (Some(from), true) = (from, typed) {
            keep.iter_mut().take(to).skip(from).for_each(|k| *k = true);
        }
    };
    for (i, d) in specs.iter().enumerate() {
        let Some(v) = value_of(d) else { continue };
        if v.values.is_empty() {
            end_run(run.take(), i, typed);
        } else if run.is_none() {
            run = Some(i);
            typed = false;
        }
        typed |= v.typ.is_some();
    }
    end_run(run, specs.len(), typed);
    keep
}

/// An import path in double quotes.
fn import_path(text: &str) -> String {
    match text.strip_prefix('`').and_then(|t| t.strip_suffix('`')) {
        Some(path) if !path.is_empty() && path.bytes().all(is_path_byte) => format!("\"{path}\""),
        _ => text.into(),
    }
}

fn is_path_byte(b: u8) -> bool {
    b.is_ascii_graphic() && !b"!\"#$%&'()*,:;<=>?[\\]^{|}`".contains(&b)
}
