//! Conversions (Go spec, "Conversions"), after types2's `conversions.go`.

use super::assignable::add_cause;
use super::constants::represent;
use super::{Checker, Operand};
use crate::info::Mode;
use crate::{Basic, ConstValue, FieldType, Param, Signature, StructType, Type, TypeId};
use std::rc::Rc;

impl<'a> Checker<'a> {
    /// Converts a constant to a basic type: `Some(value)` when possible.
    fn convert_const(&self, x: &Operand<'a>, t: TypeId) -> Option<Option<ConstValue>> {
        let Type::Basic(b) = self.types.under(t) else { return None };
        let Some(v) = &x.val else { return Some(None) };
        if let Some(v) = represent(v, b) {
            return Some(Some(v));
        }
        if self.is_integer(x.ty) && b.is_string() {
            let c = v.to_u64().and_then(|c| u32::try_from(c).ok()).and_then(char::from_u32);
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            return Some(Some(ConstValue::str(c.encode_utf8(&mut [0; 4]))));
        }
        None
    }

    /// `t(x)`
    pub(super) fn conversion(&mut self, x: &mut Operand<'a>, t: TypeId) {
        let const_arg = x.is_const();
        let mut cause = String::new();
        let ok;
        if const_arg && self.is_const_type(t) {
            let converted = self.convert_const(x, t);
            ok = converted.is_some();
            if let Some(v) = converted {
                x.val = v;
            } else if self.is_integer(t)
                && !self.is_integer(x.ty)
                && let Some(i) = x.val.as_ref().and_then(|v| v.to_int())
            {
                // gc shows the value as the integer that it was rounded to.
                x.val = Some(ConstValue::Int(i));
            } else if self.is_integer(x.ty) && self.is_integer(t) {
                let v = x.val.as_ref().map(|v| v.to_string()).unwrap_or_default();
                let text = format!("constant {v} overflows {}", self.ts(t));
                self.error(x.pos(), text);
                return x.invalidate();
            }
        } else if const_arg && self.is_tparam(t) {
            ok = self.const_to_tparam(x, t, &mut cause);
            x.mode = Mode::Value;
        } else {
            ok = self.convertible(x, t, &mut cause);
            if ok {
                x.mode = Mode::Value;
            }
        }
        if !ok {
            let (s, ts) = (self.os(x), self.ts(t));
            let mut text = format!("cannot convert {s} to type {ts}");
            if !cause.is_empty() {
                text = format!("{text}: {cause}");
            }
            self.error(x.pos(), text);
            return x.invalidate();
        }
        if self.is_untyped(x.ty) {
            let mut last = t;
            if self.is_untyped_nil(x.ty) {
            } else if self.is_non_tparam_interface(t) || const_arg && !self.is_const_type(t) {
                last = self.default_type(x.ty);
            } else if x.is_const() && self.is_integer(x.ty) && self.all_string(t) {
                last = x.ty;
            }
            if let Some(e) = x.expr() {
                self.update_expr_type(e, last, true);
            }
        }
        x.ty = t;
    }

    fn const_to_tparam(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        let Some(list) = self.unders(t) else {
            *cause = format!("{} does not contain specific types", self.ts(t));
            return false;
        };
        for (_, u) in list {
            if self.is_string(x.ty) && self.is_bytes_or_runes(u) {
                continue;
            }
            if self.convert_const(x, u).is_none() {
                let (us, ts) = (self.ts(u), self.ts(t));
                *cause = if self.is_integer(x.ty) && self.is_integer(u) {
                    let v = x.val.as_ref().map(|v| v.to_string()).unwrap_or_default();
                    format!("constant {v} overflows {us} (in {ts})")
                } else {
                    format!("cannot convert {} to type {us} (in {ts})", self.os(x))
                };
                return false;
            }
        }
        true
    }

    /// A type without struct tags, for comparison.
    fn without_tags(&self, t: TypeId) -> TypeId {
        let t = self.types.canon(t);
        match self.types.get(t) {
            Type::Struct(s) => {
                let strip = |f: &FieldType| FieldType {
                    tag: None,
                    ty: self.without_tags(f.ty),
                    ..f.clone()
                };
                let fields = s.fields.iter().map(strip).collect();
                self.types.intern(Type::Struct(Rc::new(StructType { fields })))
            }
            Type::Pointer(e) => self.types.pointer(self.without_tags(e)),
            Type::Slice(e) => self.types.slice(self.without_tags(e)),
            Type::Array(e, n) => self.types.array(self.without_tags(e), n),
            Type::Chan(d, e) => self.types.chan(d, self.without_tags(e)),
            Type::Map(k, v) => self.types.map(self.without_tags(k), self.without_tags(v)),
            Type::Func(s) => {
                let strip = |p: &Param| Param { ty: self.without_tags(p.ty), ..p.clone() };
                self.types.signature(Signature {
                    params: s.params.iter().map(strip).collect(),
                    results: s.results.iter().map(strip).collect(),
                    ..(*s).clone()
                })
            }
            _ => t,
        }
    }

    fn identical_ignoring_tags(&self, a: TypeId, b: TypeId) -> bool {
        self.types.identical(a, b) || self.without_tags(a) == self.without_tags(b)
    }

    fn convertible(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        if self.assignable(x, t, cause) {
            return true;
        }
        let orig = t;
        let v = self.types.unalias(x.ty);
        let t = self.types.unalias(t);
        let (vu, tu) = (self.types.underlying(v), self.types.underlying(t));
        let (vp, tp) = (self.is_tparam(v), self.is_tparam(t));
        if !vp && !tp && self.identical_ignoring_tags(vu, tu) {
            return true;
        }
        if let (Type::Pointer(a), Type::Pointer(b)) = (self.types.get(v), self.types.get(t))
            && !self.is_tparam(a)
            && !self.is_tparam(b)
            && self.identical_ignoring_tags(self.types.underlying(a), self.types.underlying(b))
        {
            return true;
        }
        let real = |b: Basic| b.is_integer() || b.is_float();
        if self.is_basic(vu, real) && self.is_basic(tu, real)
            || self.is_basic(vu, Basic::is_complex) && self.is_basic(tu, Basic::is_complex)
            || (self.is_integer(vu) || self.is_bytes_or_runes(vu)) && self.is_string(tu)
            || self.is_string(vu) && self.is_bytes_or_runes(tu)
        {
            return true;
        }
        let word = |c: &Self, t| c.is_pointer(t) || c.is_basic(t, |b| b == Basic::Uintptr);
        let raw = |c: &Self, t| c.is_basic(t, |b| b == Basic::UnsafePointer);
        if word(self, vu) && raw(self, tu) || raw(self, vu) && word(self, tu) {
            return true;
        }
        if let Type::Slice(e) = self.types.get(vu) {
            let array = match self.types.get(tu) {
                Type::Array(a, _) => Some(a),
                Type::Pointer(p) => match self.types.under(p) {
                    Type::Array(a, _) => Some(a),
                    _ => None,
                },
                _ => None,
            };
            if array.is_some_and(|a| self.types.identical(e, a)) {
                return true;
            }
        }
        if !vp && !tp {
            return false;
        }
        self.convertible_sets(x, (v, vp), (t, tp), orig, cause)
    }

    /// Conversion between type parameters: every type of one set to every type of the other.
    fn convertible_sets(
        &mut self,
        x: &Operand<'a>,
        (v, vp): (TypeId, bool),
        (t, tp): (TypeId, bool),
        orig: TypeId,
        cause: &mut String,
    ) -> bool {
        let terms = |c: &Self, t: TypeId, is: bool| {
            if !is {
                return Some(vec![t]);
            }
            c.types.type_set(t).specific().map(|l| l.iter().map(|m| m.ty).collect())
        };
        let (Some(vs), Some(ts)) = (terms(self, v, vp), terms(self, t, tp)) else { return false };
        let mut x = x.clone();
        for &vt in &vs {
            if vp {
                x.ty = vt;
            }
            for &tt in &ts {
                if self.convertible(&x, tt, cause) {
                    continue;
                }
                let from = self.ts(x.ty);
                let from = if vp { format!("{from} (in {})", self.ts(v)) } else { from };
                let to = self.ts(if tp { tt } else { orig });
                let to = if tp { format!("{to} (in {})", self.ts(t)) } else { to };
                add_cause(cause, format!("cannot convert {from} to type {to}"));
                return false;
            }
        }
        true
    }
}
