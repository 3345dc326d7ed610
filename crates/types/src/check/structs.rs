//! Struct and interface types and unions, after types2's `struct.go`, `interface.go`, `union.go`
//! and `typeset.go`.

use super::Checker;
use super::signature::SigDecl;
use crate::constant::unquote_string;
use crate::repr::same_id;
use crate::{Basic, FieldType, IfaceMethod, InterfaceType, StructType, Term, Type, TypeId, Types};
use std::rc::Rc;
use syntax::{BinOp, Expr, ExprKind, Field, Pos, UnOp};

/// gc's bound on the terms of a union.
const MAX_TERMS: usize = 100;

/// The name that an embedded field gets, and its position.
pub(super) fn embedded_name(e: &Expr) -> Option<(Rc<str>, Pos)> {
    match &e.kind {
        ExprKind::Name(n) => Some((n.clone(), e.pos)),
        ExprKind::Star(x) if !matches!(x.kind, ExprKind::Star(_)) => embedded_name(x),
        ExprKind::Selector(_, sel) => Some((sel.name.clone(), sel.pos)),
        ExprKind::Index { x, .. } => embedded_name(x),
        ExprKind::Paren(x) => embedded_name(x),
        _ => None,
    }
}

impl<'a> Checker<'a> {
    pub(super) fn struct_type(&mut self, list: &'a [Field], tags: &'a [Option<Rc<str>>]) -> TypeId {
        let mut fields: Vec<FieldType> = Vec::new();
        let mut places: Vec<Pos> = Vec::new();
        let mut ty = Types::INVALID;
        for (i, f) in list.iter().enumerate() {
            if i == 0 || !Rc::ptr_eq(&f.typ, &list[i - 1].typ) {
                ty = self.var_type(&f.typ);
            }
            let tag = tags.get(i).and_then(|t| t.as_ref()).and_then(|t| unquote_string(t));
            let tag = tag.map(|t| String::from_utf8_lossy(&t).into());
            let (name, pos, embedded) = match &f.name {
                Some(n) => (n.name.clone(), n.pos, false),
                None => {
                    let pos = f.typ.start();
                    match embedded_name(&f.typ) {
                        Some((name, at)) => {
                            let t = ty;
                            self.later(move |c| c.check_embedded(pos, t));
                            (name, at, true)
                        }
                        None => {
                            let text = format!(
                                "invalid embedded field type {}",
                                syntax::show::expr(&f.typ)
                            );
                            self.error(pos, text);
                            ty = Types::INVALID;
                            ("_".into(), pos, true)
                        }
                    }
                }
            };
            if name.as_ref() != "_"
                && let Some(i) = fields.iter().position(|o| o.name == name)
            {
                let mut err = self.new_error();
                err.add(pos, format!("{name} redeclared"));
                err.add(places[i], format!("other declaration of {name}"));
                self.report(err);
                continue;
            }
            places.push(pos);
            fields.push(FieldType { name, pkg: self.pkg, ty, embedded, tag });
        }
        self.types.intern(Type::Struct(Rc::new(StructType { fields })))
    }

    fn check_embedded(&mut self, pos: Pos, embedded: TypeId) {
        let (t, is_ptr) = self.types.deref(embedded);
        let text = match self.types.under(t) {
            Type::Basic(Basic::UnsafePointer) => "embedded field type cannot be unsafe.Pointer",
            Type::Pointer(_) => "embedded field type cannot be a pointer",
            Type::Interface(_) if self.is_tparam(t) => {
                "embedded field type cannot be a (pointer to a) type parameter"
            }
            Type::Interface(_) if is_ptr => {
                "embedded field type cannot be a pointer to an interface"
            }
            _ => return,
        };
        self.error(pos, text);
    }

    pub(super) fn interface_type(&mut self, e: &'a Expr, list: &'a [Field]) -> TypeId {
        // gc looks at the outermost interfaces only.
        let outermost = !std::mem::replace(&mut self.in_interface, true);
        let mut methods: Vec<(IfaceMethod, Pos)> = Vec::new();
        let mut embeds: Vec<(TypeId, Pos)> = Vec::new();
        for f in list {
            let Some(name) = &f.name else {
                let t = self.parse_union(&f.typ);
                embeds.push((t, f.typ.start()));
                continue;
            };
            if name.name.as_ref() == "_" {
                self.error(name.pos, "methods must have a unique non-blank name");
                continue;
            }
            let ExprKind::FuncType(typ) = &f.typ.kind else { continue };
            let (ty, _, _) = self.func_type(SigDecl { recv: None, tparams: &[], typ, obj: None });
            self.record_type(&f.typ, ty);
            methods.push((IfaceMethod { name: name.name.clone(), pkg: self.pkg, ty }, name.pos));
        }
        let mut unique: Vec<IfaceMethod> = Vec::new();
        for (m, _) in &methods {
            if !unique.iter().any(|o| o.name == m.name) {
                unique.push(m.clone());
            }
        }
        unique.sort_by(|a, b| {
            let key = |m: &IfaceMethod| (!crate::repr::is_exported(&m.name), m.name.clone());
            key(a).cmp(&key(b))
        });
        let iface = self.types.interface(InterfaceType {
            methods: unique,
            embeds: embeds.iter().map(|e| e.0).collect(),
            implicit: false,
            comparable: false,
        });
        if outermost {
            self.in_interface = false;
        }
        if outermost && !self.is_std {
            self.interfaces.push((e.pos, iface));
        }
        if !methods.is_empty() || !embeds.is_empty() {
            self.later(move |c| c.check_methods(methods, embeds));
        }
        iface
    }

    /// Complains about methods that occur twice.
    fn check_methods(&mut self, methods: Vec<(IfaceMethod, Pos)>, embeds: Vec<(TypeId, Pos)>) {
        // A source of order among the explicit ones is their sorted name.
        let mut sorted = methods;
        sorted.sort_by(|a, b| {
            let key = |m: &IfaceMethod| (!crate::repr::is_exported(&m.name), m.name.clone());
            key(&a.0).cmp(&key(&b.0))
        });
        let mut all: Vec<(IfaceMethod, Pos)> = Vec::new();
        let same =
            |a: &IfaceMethod, b: &IfaceMethod| same_id(&a.name, a.pkg, Some(b.pkg), &b.name, false);
        for (m, pos) in sorted {
            match all.iter().find(|(o, _)| same(o, &m)) {
                Some(other) => {
                    let at = other.1;
                    self.duplicate_method(&m.name, pos, at);
                }
                None => all.push((m, pos)),
            }
        }
        for (e, pos) in embeds {
            if !matches!(self.types.under(e), Type::Interface(_)) {
                continue;
            }
            for m in &self.types.type_set(e).methods {
                match all.iter().find(|(o, _)| same(o, m)) {
                    Some((other, at)) => {
                        if !self.types.identical(other.ty, m.ty) {
                            let at = *at;
                            self.duplicate_method(&m.name, pos, at);
                        }
                    }
                    None => all.push((m.clone(), pos)),
                }
            }
        }
    }

    /// Reports interfaces without name that refer to themselves through their methods.
    pub(super) fn interface_cycles(&mut self) {
        if !self.reports.list.is_empty() {
            return;
        }
        let mut cyclic: Vec<(TypeId, bool)> = Vec::new();
        let mut interfaces = std::mem::take(&mut self.interfaces);
        interfaces.sort();
        for (pos, t) in interfaces {
            if self.has_interface_cycle(t, &mut cyclic) {
                self.error(
                    pos,
                    "invalid recursive type: anonymous interface refers to itself (see \
                     https://go.dev/issue/56103)",
                );
                for c in &mut cyclic {
                    c.1 = false;
                }
            }
        }
    }

    fn has_interface_cycle(&self, t: TypeId, cyclic: &mut Vec<(TypeId, bool)>) -> bool {
        let set = self.types.type_set(t);
        set.methods.iter().any(|m| self.visits_interface(m.ty, cyclic))
    }

    fn visits_interface(&self, t: TypeId, cyclic: &mut Vec<(TypeId, bool)>) -> bool {
        let t = self.types.unalias(t);
        match self.types.get(t) {
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => {
                self.visits_interface(e, cyclic)
            }
            Type::Map(k, v) => self.visits_interface(k, cyclic) || self.visits_interface(v, cyclic),
            Type::Struct(s) => s.fields.iter().any(|f| self.visits_interface(f.ty, cyclic)),
            Type::Func(s) => {
                s.params.iter().chain(&s.results).any(|p| self.visits_interface(p.ty, cyclic))
            }
            Type::Interface(i) => {
                if i.methods.is_empty() && i.embeds.is_empty() {
                    return false;
                }
                if let Some(c) = cyclic.iter().find(|c| c.0 == t) {
                    return c.1;
                }
                cyclic.push((t, true));
                if self.has_interface_cycle(t, cyclic) {
                    return true;
                }
                for c in cyclic.iter_mut().filter(|c| c.0 == t) {
                    c.1 = false;
                }
                false
            }
            _ => false,
        }
    }

    fn duplicate_method(&mut self, name: &str, pos: Pos, other: Pos) {
        let mut err = self.new_error();
        err.add(pos, format!("duplicate method {name}"));
        err.add(other, format!("other declaration of method {name}"));
        self.report(err);
    }

    /// `~T` or `A | B` as a constraint, without `interface{…}` around it.
    pub(super) fn constraint_literal(&mut self, e: &'a Expr) -> TypeId {
        let u = self.parse_union(e);
        self.types.interface(InterfaceType {
            embeds: vec![u],
            implicit: true,
            ..InterfaceType::default()
        })
    }

    fn parse_union(&mut self, e: &'a Expr) -> TypeId {
        let mut parts: Vec<&'a Expr> = Vec::new();
        let mut ops: Vec<&'a Expr> = Vec::new();
        let mut rest = e;
        while let ExprKind::Binary(BinOp::Or, x, y) = &rest.kind {
            parts.push(y);
            ops.push(rest);
            rest = x;
        }
        parts.push(rest);
        parts.reverse();
        ops.reverse();
        let mut terms: Vec<Term> = Vec::new();
        let mut failed = false;
        for (i, x) in parts.iter().enumerate() {
            let term = self.parse_tilde(x);
            if parts.len() == 1 && !term.tilde {
                return term.ty;
            }
            if terms.len() >= MAX_TERMS {
                if !failed {
                    let text = format!(
                        "cannot handle more than {MAX_TERMS} union terms (implementation limitation)"
                    );
                    self.error_at(x, text);
                    failed = true;
                }
            } else {
                terms.push(term);
            }
            if i > 0 && !failed {
                let u = self.types.intern(Type::Union(terms.as_slice().into()));
                self.record_type(ops[i - 1], u);
            }
        }
        if failed {
            return Types::INVALID;
        }
        let u = self.types.intern(Type::Union(terms.as_slice().into()));
        self.later(move |c| c.check_terms(&terms, &parts));
        u
    }

    fn parse_tilde(&mut self, e: &'a Expr) -> Term {
        let (tilde, x) = match &e.kind {
            ExprKind::Unary(UnOp::Tilde, x) => (true, &**x),
            _ => (false, e),
        };
        let mut ty = self.typ(x);
        if self.is_tparam(ty) {
            let text = if tilde {
                format!("type in term {} cannot be a type parameter", syntax::show::expr(e))
            } else {
                "term cannot be a type parameter".into()
            };
            self.error_at(x, text);
            ty = Types::INVALID;
        }
        let term = Term { tilde, ty };
        if tilde {
            let u = self.types.intern(Type::Union([term].into()));
            self.record_type(e, u);
        }
        term
    }

    fn term_string(&self, t: Term) -> String {
        let s = self.plain_ts(t.ty);
        if t.tilde { format!("~{s}") } else { s }
    }

    fn check_terms(&mut self, terms: &[Term], exprs: &[&'a Expr]) {
        for (i, &t) in terms.iter().enumerate() {
            if !self.is_valid(t.ty) {
                continue;
            }
            let u = self.types.underlying(t.ty);
            let iface = matches!(self.types.get(u), Type::Interface(_));
            if t.tilde {
                if iface {
                    let text = format!("invalid use of ~ ({} is an interface)", self.ts(t.ty));
                    self.error_at(exprs[i], text);
                    continue;
                }
                if !self.types.identical(u, t.ty) {
                    let (s, us) = (self.ts(t.ty), self.ts(u));
                    let text = format!("invalid use of ~ (underlying type of {s} is {us})");
                    self.error_at(exprs[i], text);
                    continue;
                }
            }
            if iface {
                let set = self.types.type_set(u);
                let s = self.term_string(t);
                if !set.methods.is_empty() {
                    let text = format!("cannot use {s} in union ({s} contains methods)");
                    self.error_at(exprs[i], text);
                } else if t.ty == self.types.comparable() {
                    self.error_at(exprs[i], "cannot use comparable in union");
                } else if set.comparable {
                    let text = format!("cannot use {s} in union ({s} embeds comparable)");
                    self.error_at(exprs[i], text);
                }
                continue;
            }
            let overlap = terms[..i].iter().find(|&&o| {
                !self.is_interface(o.ty) && self.is_valid(o.ty) && !self.types.disjoint(o, t)
            });
            if let Some(&o) = overlap {
                let (a, b) = (self.term_string(t), self.term_string(o));
                self.error_at(exprs[i], format!("overlapping terms {a} and {b}"));
            }
        }
    }
}
