//! Assignability (Go spec, "Assignability"), after types2's `operand.go`.

use super::{Checker, Operand};
use crate::{Type, TypeId};
use syntax::ChanDir;

impl<'a> Checker<'a> {
    /// Whether an operand may be assigned to a variable of type `t`; `cause` may get the reason
    /// why not.
    pub(super) fn assignable(&mut self, x: &Operand<'a>, t: TypeId, cause: &mut String) -> bool {
        if !x.is_valid() || !self.is_valid(t) {
            return true;
        }
        let orig = t;
        let v = self.types.unalias(x.ty);
        let t = self.types.unalias(t);
        if self.types.identical(v, t) {
            return true;
        }
        let (vu, tu) = (self.types.underlying(v), self.types.underlying(t));
        let (vp, tp) = (self.is_tparam(v), self.is_tparam(t));
        if self.is_untyped(vu) {
            if tp {
                let set = self.types.type_set(t);
                let Some(terms) = set.specific() else { return false };
                return terms.iter().all(|m| self.implicit_type(x, m.ty).is_ok());
            }
            return self.implicit_type(x, t).is_ok();
        }
        if self.types.identical(vu, tu) && (!self.has_name(v) || !self.has_name(t)) && !vp && !tp {
            return true;
        }
        if matches!(self.types.get(tu), Type::Interface(_)) && !tp || self.is_interface_ptr(tu) {
            if self.implements(v, t, false, Some(cause)) {
                return true;
            }
            if !vp {
                return false;
            }
            cause.clear();
        }
        if matches!(self.types.get(vu), Type::Interface(_))
            && !vp
            && self.implements(t, v, false, None)
        {
            *cause = "need type assertion".into();
            return false;
        }
        if let (Type::Chan(ChanDir::Both, ve), Type::Chan(_, te)) =
            (self.types.get(vu), self.types.get(tu))
            && self.types.identical(ve, te)
        {
            return !self.has_name(v) || !self.has_name(t);
        }
        if !vp && !tp {
            return false;
        }
        if !self.has_name(v) && tp {
            let set = self.types.type_set(t);
            let Some(terms) = set.specific() else { return false };
            for m in terms {
                if !self.assignable(x, m.ty, cause) {
                    let (a, b, c) = (self.ts(x.ty), self.ts(m.ty), self.ts(t));
                    add_cause(cause, format!("cannot assign {a} to {b} (in {c})"));
                    return false;
                }
            }
            return true;
        }
        if vp && !self.has_name(t) {
            let set = self.types.type_set(v);
            let Some(terms) = set.specific() else { return false };
            let mut x = x.clone();
            for m in terms {
                x.ty = m.ty;
                if !self.assignable(&x, t, cause) {
                    let (a, b, c) = (self.ts(m.ty), self.ts(v), self.ts(orig));
                    add_cause(cause, format!("cannot assign {a} (in {b}) to {c}"));
                    return false;
                }
            }
            return true;
        }
        false
    }
}

/// Puts a reason before what is known already.
pub(super) fn add_cause(cause: &mut String, text: String) {
    *cause = if cause.is_empty() { text } else { format!("{text}\n\t{cause}") };
}
