//! Literals, after types2's `literals.go`.

use super::expr::op_pos;
use super::signature::SigDecl;
use super::{Checker, Operand, Place};
use crate::constant::from_literal;
use crate::info::{LitVars, Mode};
use crate::repr::{LookupKind, is_exported};
use crate::{ConstValue, ObjId, StructType, Type, TypeId, Types};
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{Block, Expr, ExprKind, FuncType, LitKind, Pos, show};

/// Longest numeric literal that gc reads.
const MAX_DIGITS: usize = 10_000;

impl<'a> Checker<'a> {
    pub(super) fn basic_lit(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        kind: LitKind,
        text: &str,
    ) {
        let number = matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag);
        if number && text.len() > MAX_DIGITS {
            let head: String = text.chars().take(10).collect();
            self.error_at(
                e,
                format!("excessively long constant: {head}... ({} chars)", text.len()),
            );
            return;
        }
        let Some(val) = from_literal(kind, text) else {
            self.error_at(e, format!("malformed constant: {text}"));
            return;
        };
        x.mode = Mode::Const;
        x.ty = match kind {
            LitKind::Int => Types::UNTYPED_INT,
            LitKind::Float => Types::UNTYPED_FLOAT,
            LitKind::Imag => Types::UNTYPED_COMPLEX,
            LitKind::Rune => Types::UNTYPED_RUNE,
            LitKind::String => Types::UNTYPED_STRING,
        };
        x.val = Some(val);
        x.place = Place::Expr(e);
        self.overflow(x, op_pos(e));
    }

    pub(super) fn func_lit(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        typ: &'a FuncType,
        body: &'a Rc<Block>,
    ) {
        let func = self.new_func(self.env.func, Some(e.id));
        let outer = self.env.func.replace(func);
        let (ty, vars, scope) =
            self.func_type(SigDecl { recv: None, tparams: &[], typ, obj: None });
        self.env.func = outer;
        let (decl, iota) = (self.env.decl, self.env.iota);
        let tparams = self.env.tparams.clone();
        let results: Rc<[ObjId]> = vars.results.as_slice().into();
        self.info.lits.insert(e.id, LitVars { params: vars.params, results: vars.results });
        self.later(move |c| c.func_body(decl, func, scope, results, tparams, body, iota));
        x.mode = Mode::Value;
        x.ty = ty;
    }

    pub(super) fn composite_lit(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        typ: Option<&'a Expr>,
        elems: &'a [Expr],
        rbrace: Pos,
        hint: Option<TypeId>,
    ) {
        let mut open_array = None;
        let mut is_elem = false;
        let (mut ty, mut base);
        match (typ, hint) {
            (Some(t), _) => {
                if let ExprKind::ArrayType { len: None, elem } = &t.kind {
                    let elem = self.var_type(elem);
                    open_array = Some((t, elem));
                    ty = self.types.array(elem, 0);
                } else {
                    ty = self.typ(t);
                }
                base = ty;
            }
            (None, Some(hint)) => {
                ty = hint;
                base = ty;
                if let Some(u) = self.common(base) {
                    let (b, is_ptr) = self.types.deref(u);
                    if is_ptr {
                        base = b;
                    }
                }
                is_elem = true;
            }
            (None, None) => {
                self.error_at(e, "missing type in composite literal");
                ty = Types::INVALID;
                base = ty;
            }
        }
        if !self.is_complete(base) {
            return x.invalidate();
        }
        if let Some((t, elem)) = open_array {
            let n = self.indexed_elements(elems, elem, None);
            ty = self.types.array(elem, n);
            self.record_type(t, ty);
            x.mode = Mode::Value;
            x.ty = ty;
            return;
        }
        let utype = self.common(base);
        match utype.map(|u| self.types.get(u)) {
            Some(Type::Struct(s)) => {
                if let (Some(u), false) = (utype, elems.is_empty()) {
                    self.struct_elements(x, &s, u, base, elems, rbrace);
                }
            }
            Some(Type::Array(elem, n)) => {
                self.indexed_elements(elems, elem, Some(n));
            }
            Some(Type::Slice(elem)) => {
                self.indexed_elements(elems, elem, None);
            }
            Some(Type::Map(k, v)) => self.map_elements(x, elems, k, v),
            other => {
                for el in elems {
                    let el = match &el.kind {
                        ExprKind::KeyValue(_, v) => v,
                        _ => el,
                    };
                    self.use_exprs(std::slice::from_ref(el));
                }
                if other.is_none() || utype.is_some_and(|u| self.is_valid(u)) {
                    let elem = if is_elem { " element" } else { "" };
                    let cause = if other.is_none() { " (no common underlying type)" } else { "" };
                    let text =
                        format!("invalid composite literal{elem} type {}{cause}", self.ts(ty));
                    self.error_at(e, text);
                    return x.invalidate();
                }
            }
        }
        x.mode = Mode::Value;
        x.ty = ty;
    }

    fn struct_elements(
        &mut self,
        x: &mut Operand<'a>,
        s: &StructType,
        utype: TypeId,
        base: TypeId,
        elems: &'a [Expr],
        rbrace: Pos,
    ) {
        const MIXTURE: &str = "mixture of field:value and value elements in struct literal";
        if matches!(elems.first(), Some(Expr { kind: ExprKind::KeyValue(..), .. })) {
            let mut visited: Vec<(Vec<u32>, Rc<str>)> = Vec::new();
            for el in elems {
                match &el.kind {
                    ExprKind::KeyValue(k, v) => {
                        self.keyed_field(x, utype, base, el, k, v, &mut visited);
                    }
                    _ => self.error_at(el, MIXTURE),
                }
            }
            return;
        }
        for (i, el) in elems.iter().enumerate() {
            if matches!(el.kind, ExprKind::KeyValue(..)) {
                self.error_at(el, MIXTURE);
                continue;
            }
            self.generic_expr(x, el, None);
            let Some(f) = s.fields.get(i) else {
                let text = format!("too many values in struct literal of type {}", self.ts(base));
                self.error(x.pos(), text);
                break;
            };
            if !is_exported(&f.name) && f.pkg != self.pkg {
                let (name, t) = (&f.name, self.ts(base));
                let text = format!(
                    "implicit assignment to unexported field {name} in struct literal of type {t}"
                );
                self.error(x.pos(), text);
                continue;
            }
            self.assignment(x, Some(f.ty), "struct literal");
        }
        if elems.len() < s.fields.len() {
            let hidden = s.fields.iter().any(|f| !is_exported(&f.name) && f.pkg != self.pkg);
            let note =
                if hidden { " (type has unexported fields - use key:value pairs)" } else { "" };
            let text = format!("too few values in struct literal of type {}{note}", self.ts(base));
            self.error(rbrace, text);
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn keyed_field(
        &mut self,
        x: &mut Operand<'a>,
        utype: TypeId,
        base: TypeId,
        el: &'a Expr,
        key: &'a Expr,
        value: &'a Expr,
        visited: &mut Vec<(Vec<u32>, Rc<str>)>,
    ) {
        self.generic_expr(x, value, None);
        let ExprKind::Name(name) = &key.kind else {
            let text = format!("invalid field name {} in struct literal", show::expr(key));
            self.error_at(el, text);
            return;
        };
        let pkg = Some(self.pkg);
        let found = match self.types.lookup_fold(utype, false, pkg, name, false) {
            Ok(f) => f,
            Err(_) => {
                let alt = self.types.lookup_fold(utype, false, pkg, name, true).ok();
                let text = match self.lacking_member(base, name) {
                    Some(field) => format!("not supported in Interleave: {field}"),
                    None => self.lookup_error(base, name, alt.as_ref(), true),
                };
                self.error_at(key, text);
                return;
            }
        };
        let LookupKind::Field(f) = &found.kind else {
            self.error_at(key, format!("{name} is not a field"));
            return;
        };
        if found.path.len() > 1 && !self.allow((1, 27)) {
            let (p, t) = (self.field_path(utype, &found.path), self.ts(base));
            let what = format!("use of promoted field {p} in struct literal of type {t}");
            self.verify_version(key.start(), (1, 27), &what);
            return;
        }
        if found.indirect {
            self.error_at(key, format!("invalid implicit pointer indirection to reach {name}"));
            return;
        }
        self.info.field_keys.insert(key.id, found.path.clone());
        self.assignment(x, Some(f.ty), "struct literal");
        let clash = visited.iter().find(|(p, _)| {
            let n = p.len().min(found.path.len());
            p[..n] == found.path[..n]
        });
        if let Some((p, alt)) = clash {
            let text = match p.len().cmp(&found.path.len()) {
                std::cmp::Ordering::Equal => {
                    format!("duplicate field name {name} in struct literal")
                }
                std::cmp::Ordering::Less => format!(
                    "cannot specify promoted field {name} and enclosing embedded field {alt}"
                ),
                std::cmp::Ordering::Greater => format!(
                    "cannot specify embedded field {name} and enclosed promoted field {alt}"
                ),
            };
            self.error_at(el, text);
        } else {
            visited.push((found.path, name.clone()));
        }
    }

    /// Names of the fields on a path, with dots between.
    fn field_path(&self, t: TypeId, path: &[u32]) -> String {
        let mut t = t;
        let mut names: Vec<Rc<str>> = Vec::new();
        for &i in path {
            if let Type::Pointer(e) = self.types.under(t) {
                t = e;
            }
            let Type::Struct(s) = self.types.under(t) else { break };
            let Some(f) = s.fields.get(i as usize) else { break };
            names.push(f.name.clone());
            t = f.ty;
        }
        names.join(".")
    }

    fn map_elements(&mut self, x: &mut Operand<'a>, elems: &'a [Expr], k: TypeId, v: TypeId) {
        let by_type = self.is_non_tparam_interface(k);
        let mut visited: BTreeSet<(String, TypeId)> = BTreeSet::new();
        for el in elems {
            let ExprKind::KeyValue(key, value) = &el.kind else {
                self.error_at(el, "missing key in map literal");
                continue;
            };
            self.generic_expr(x, key, Some(k));
            self.assignment(x, Some(k), "map literal");
            if !x.is_valid() {
                continue;
            }
            if let (true, Some(val)) = (x.is_const(), &x.val) {
                let t = if by_type { self.types.canon(x.ty) } else { Types::INVALID };
                if !visited.insert((const_key(val), t)) {
                    let text = format!("duplicate key {val} in map literal");
                    self.error(x.pos(), text);
                    continue;
                }
            }
            self.generic_expr(x, value, Some(v));
            self.assignment(x, Some(v), "map literal");
        }
    }

    /// Checks the elements of an array or slice; gives the largest index plus one.
    fn indexed_elements(&mut self, elems: &'a [Expr], ty: TypeId, length: Option<u64>) -> u64 {
        let mut visited: BTreeSet<u64> = BTreeSet::new();
        let (mut index, mut max) = (0u64, 0u64);
        for el in elems {
            let mut valid = false;
            let mut value = el;
            if let ExprKind::KeyValue(k, v) = &el.kind {
                let (t, i) = self.index(k, length);
                if self.is_valid(t) {
                    if let Some(i) = i {
                        index = i;
                        valid = true;
                    } else {
                        let text = format!("index {} must be integer constant", show::expr(k));
                        self.error_at(el, text);
                    }
                }
                value = v;
            } else if let Some(n) = length.filter(|&n| index >= n) {
                self.error_at(el, format!("index {index} is out of bounds (>= {n})"));
            } else {
                valid = true;
            }
            if valid && !visited.insert(index) {
                let text = format!("duplicate index {index} in array or slice literal");
                self.error_at(el, text);
            }
            index = index.saturating_add(1);
            max = max.max(index);
            let mut x = Operand::invalid();
            self.generic_expr(&mut x, value, Some(ty));
            self.assignment(&mut x, Some(ty), "array or slice literal");
        }
        max
    }
}

/// Equal for equal constants: integral floats are as integers.
pub(super) fn const_key(v: &ConstValue) -> String {
    if let ConstValue::Str(s) = v {
        return crate::constant::quote(s);
    }
    if let Some(i) = v.to_int() {
        return i.to_string();
    }
    match (v.to_f64(), v) {
        (Some(f), _) => format!("{f:?}f"),
        (None, v) => format!("{v:?}"),
    }
}
