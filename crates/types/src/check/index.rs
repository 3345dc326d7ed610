//! Index and slice expressions, after types2's `index.go`.

use super::constants::represent;
use super::{Checker, Operand, Place};
use crate::info::Mode;
use crate::{Basic, ConstValue, Type, TypeId, Types};
use syntax::Expr;

/// What indexing gives.
struct Indexed {
    mode: Mode,
    ty: TypeId,
    length: Option<u64>,
}

fn string_len(x: &Operand<'_>) -> Option<u64> {
    x.val.as_ref().and_then(|v| v.as_bytes()).map(|s| s.len() as u64)
}

impl<'a> Checker<'a> {
    /// `x[i]`; tells whether it instantiates a generic function instead.
    pub(super) fn index_expr(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        base: &'a Expr,
        indices: &'a [Expr],
    ) -> bool {
        self.expr_or_type(x, base, true);
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(indices);
                return false;
            }
            Mode::TypeExpr => {
                x.invalidate();
                x.ty = self.var_type(e);
                if self.is_valid(x.ty) {
                    x.mode = Mode::TypeExpr;
                }
                return false;
            }
            Mode::Value => {
                if matches!(self.types.under(x.ty), Type::Func(s) if !s.tparams.is_empty()) {
                    return true;
                }
            }
            _ => {}
        }
        self.non_generic(None, x);
        if !x.is_valid() {
            return false;
        }
        let inner = match self.types.under(x.ty) {
            Type::Pointer(b) => b,
            Type::Map(_, v) => v,
            _ => x.ty,
        };
        if !self.is_complete(x.ty) || !self.is_complete(inner) {
            x.invalidate();
            return false;
        }
        let key = match self.types.under(x.ty) {
            Type::Map(k, v) => Some((k, v)),
            Type::Interface(_) if self.is_tparam(x.ty) => self.common_map(x.ty),
            _ => None,
        };
        if let Some((key, elem)) = key {
            let Some(index) = self.single_index(indices) else {
                x.invalidate();
                return false;
            };
            let mut k = Operand::invalid();
            self.generic_expr(&mut k, index, None);
            self.assignment(&mut k, Some(key), "map index");
            x.mode = Mode::MapIndex;
            x.ty = elem;
            x.place = Place::Expr(e);
            return false;
        }
        let Some(found) = self.indexed(x) else {
            let text = format!("cannot index {}", self.os(x));
            self.error(e.pos, text);
            self.use_exprs(indices);
            x.invalidate();
            return false;
        };
        (x.mode, x.ty) = (found.mode, found.ty);
        match self.single_index(indices) {
            Some(index) => {
                self.index(index, found.length);
            }
            None => x.invalidate(),
        }
        false
    }

    /// Key and element when all types of a type set are maps with the same ones.
    fn common_map(&self, t: TypeId) -> Option<(TypeId, TypeId)> {
        let mut common = None;
        for (_, u) in self.unders(t)? {
            let Type::Map(k, v) = self.types.get(u) else { return None };
            let (ck, cv) = *common.get_or_insert((k, v));
            if !self.types.identical(ck, k) || !self.types.identical(cv, v) {
                return None;
            }
        }
        common
    }

    /// Indexing of anything but maps.
    fn indexed(&self, x: &Operand<'a>) -> Option<Indexed> {
        if !self.is_tparam(x.ty) {
            return self.indexed_under(x, self.types.underlying(x.ty));
        }
        let mut result: Option<Indexed> = None;
        for (_, u) in self.unders(x.ty)? {
            let next = self.indexed_under(x, u)?;
            let Some(r) = &mut result else {
                result = Some(Indexed {
                    mode: if next.mode == Mode::Value { Mode::Value } else { Mode::Variable },
                    ..next
                });
                continue;
            };
            if !self.types.identical(r.ty, next.ty) {
                return None;
            }
            if next.mode == Mode::Value {
                r.mode = Mode::Value;
            }
            r.length = match (r.length, next.length) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, _) => a,
            };
        }
        result
    }

    fn indexed_under(&self, x: &Operand<'a>, u: TypeId) -> Option<Indexed> {
        Some(match self.types.get(u) {
            Type::Basic(b) if b.is_string() => {
                let length = if x.is_const() { string_len(x) } else { None };
                Indexed { mode: Mode::Value, ty: Types::BYTE, length }
            }
            Type::Array(elem, n) => {
                let mode = if x.mode == Mode::Variable { Mode::Variable } else { Mode::Value };
                Indexed { mode, ty: elem, length: Some(n) }
            }
            Type::Pointer(p) => match self.types.under(p) {
                Type::Array(elem, n) => Indexed { mode: Mode::Variable, ty: elem, length: Some(n) },
                _ => return None,
            },
            Type::Slice(elem) => Indexed { mode: Mode::Variable, ty: elem, length: None },
            _ => return None,
        })
    }

    fn single_index(&mut self, indices: &'a [Expr]) -> Option<&'a Expr> {
        if let Some(second) = indices.get(1) {
            self.error_at(second, "invalid operation: more than one index");
        }
        indices.first()
    }

    pub(super) fn slice_expr(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        base: &'a Expr,
        index: &'a [Option<Box<Expr>>; 3],
        full: bool,
    ) {
        self.expr(None, x, base);
        if !x.is_valid() {
            for i in index.iter().flatten() {
                self.use_exprs(std::slice::from_ref(i));
            }
            return;
        }
        let Some(cu) = self.sliced_under(x) else { return x.invalidate() };
        if let Type::Pointer(b) = self.types.under(x.ty)
            && !self.is_complete(b)
        {
            return x.invalidate();
        }
        let mut length = None;
        match self.types.get(cu) {
            Type::Basic(b) if b.is_string() => {
                if full {
                    let at = index[2].as_ref().map_or(e.start(), |i| i.start());
                    self.error(at, "invalid operation: 3-index slice of string");
                    return x.invalidate();
                }
                if x.is_const() {
                    length = string_len(x);
                }
                if self.is_untyped(x.ty) {
                    x.ty = Types::STRING;
                }
            }
            Type::Array(elem, n) => {
                length = Some(n);
                if x.mode != Mode::Variable {
                    let text = format!("cannot slice unaddressable value {}", self.os(x));
                    self.error(x.pos(), text);
                    return x.invalidate();
                }
                self.note_address(base);
                x.ty = self.types.slice(elem);
            }
            Type::Pointer(p) if matches!(self.types.under(p), Type::Array(..)) => {
                if let Type::Array(elem, n) = self.types.under(p) {
                    length = Some(n);
                    x.ty = self.types.slice(elem);
                }
            }
            Type::Slice(_) => {}
            _ => {
                let text = format!("cannot slice {}", self.os(x));
                self.error(x.pos(), text);
                return x.invalidate();
            }
        }
        x.mode = Mode::Value;
        if full && (index[1].is_none() || index[2].is_none()) {
            return x.invalidate(); // reported by the parser
        }
        let mut bounds: [Option<u64>; 3] = [None; 3];
        for (i, part) in index.iter().enumerate() {
            bounds[i] = match part {
                Some(part) => self.index(part, length.map(|n| n + 1)).1,
                None if i == 0 => Some(0),
                None => length,
            };
        }
        for i in 0..2 {
            let Some(lo) = bounds[i].filter(|&v| v > 0) else { continue };
            for j in i + 1..3 {
                if let (Some(hi), Some(at)) = (bounds[j].filter(|&hi| hi < lo), &index[j]) {
                    self.error_at(at, format!("invalid slice indices: {hi} < {lo}"));
                    return;
                }
            }
        }
    }

    /// The common underlying type of what is sliced, a string if one of them is.
    fn sliced_under(&mut self, x: &Operand<'a>) -> Option<TypeId> {
        let Some(list) = self.unders(x.ty) else {
            let (s, t) = (self.os(x), self.ts(x.ty));
            self.error(x.pos(), format!("cannot slice {s}: no specific type in {t}"));
            return None;
        };
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut has_string = false;
        for (t, mut u) in list {
            if self.is_string(u) {
                u = self.types.slice(Types::BYTE);
                has_string = true;
            }
            let Some((ct, cu)) = common else {
                common = Some((t, u));
                continue;
            };
            if !self.types.identical(cu, u) {
                let (s, a, b) = (self.os(x), self.ts(ct), self.ts(t));
                let text = format!("cannot slice {s}: {a} and {b} have different underlying types");
                self.error(x.pos(), text);
                return None;
            }
        }
        if has_string {
            let param = self.is_tparam(x.ty);
            return Some(if param { Types::STRING } else { self.types.underlying(x.ty) });
        }
        common.map(|c| c.1)
    }

    /// Checks an index against an exclusive bound. Gives its type (invalid when wrong) and its
    /// value if it is constant.
    pub(super) fn index(&mut self, e: &'a Expr, max: Option<u64>) -> (TypeId, Option<u64>) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if !self.is_valid_index(&mut x, "index", false) {
            return (Types::INVALID, None);
        }
        if !x.is_const() {
            return (x.ty, None);
        }
        let Some(v) = x.val.as_ref().and_then(|v| v.to_u64()) else {
            return (Types::INVALID, None);
        };
        if let Some(max) = max.filter(|&m| v >= m) {
            let text = format!("invalid argument: index {v} out of bounds [0:{max}]");
            self.error(x.pos(), text);
            return (Types::INVALID, None);
        }
        (x.ty, Some(v))
    }

    pub(super) fn is_valid_index(
        &mut self,
        x: &mut Operand<'a>,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if !x.is_valid() {
            return false;
        }
        self.convert_untyped(x, Types::INT);
        if !x.is_valid() {
            return false;
        }
        if !self.all_integer(x.ty) {
            let text = format!("invalid argument: {what} {} must be integer", self.os(x));
            self.error(x.pos(), text);
            return false;
        }
        if x.is_const()
            && let Some(v) = x.val.clone()
        {
            let negative = matches!(&v, ConstValue::Int(i) if i.sign() == num_bigint::Sign::Minus);
            if !allow_negative && negative {
                let text = format!("invalid argument: {what} {} must not be negative", self.os(x));
                self.error(x.pos(), text);
                return false;
            }
            if represent(&v, Basic::Int).is_none() {
                let text = format!("invalid argument: {what} {} overflows int", self.os(x));
                self.error(x.pos(), text);
                return false;
            }
        }
        true
    }
}
