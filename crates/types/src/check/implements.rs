//! Interface satisfaction, after types2's `lookup.go` and `instantiate.go`.

use super::unify::Unifier;
use super::{Checker, UNSET};
use crate::repr::{IfaceMethod, Lookup, LookupError, LookupKind};
use crate::{Term, Type, TypeId};

/// What is wrong with a method.
enum Flaw {
    NotFound,
    WrongName(String, TypeId),
    Unexported,
    WrongSignature(String, TypeId),
    Ambiguous,
    PointerReceiver,
    Field,
}

impl<'a> Checker<'a> {
    /// Signature and name of a method found; the declaration is checked first.
    fn found_method(&mut self, found: &Lookup) -> Option<(String, TypeId)> {
        match &found.kind {
            LookupKind::Field(_) => None,
            LookupKind::Method(m) => {
                self.obj_decl(m.obj);
                let ty = self.objs[m.obj].ty;
                if ty == UNSET {
                    return None;
                }
                Some((m.name.to_string(), self.method_signature(found, m.obj)))
            }
            LookupKind::IfaceMethod { method, .. } => Some((method.name.to_string(), method.ty)),
        }
    }

    fn same_method_type(&mut self, u: &mut Option<&mut Unifier>, x: TypeId, y: TypeId) -> bool {
        match u {
            Some(u) => self.unify_exact(u, x, y),
            None => self.types.identical(x, y),
        }
    }

    /// The first method of the interface `t` that `v` lacks. With `stat`, an interface `v` must
    /// have them all too.
    fn missing_method(
        &mut self,
        v: TypeId,
        t: TypeId,
        stat: bool,
        unifier: &mut Option<&mut Unifier>,
    ) -> Option<(IfaceMethod, Flaw)> {
        let methods = self.types.type_set(t).methods.clone();
        if methods.is_empty() {
            return None;
        }
        if matches!(self.types.under(v), Type::Interface(_)) {
            let set = self.types.type_set(v);
            for m in methods {
                match set.method(Some(m.pkg), &m.name, false) {
                    None if !stat => {}
                    None => return Some((m, Flaw::NotFound)),
                    Some((_, f)) => {
                        let (name, ty) = (f.name.to_string(), f.ty);
                        if !self.same_method_type(unifier, ty, m.ty) {
                            return Some((m, Flaw::WrongSignature(name, ty)));
                        }
                    }
                }
            }
            return None;
        }
        for m in methods {
            let found = match self.types.lookup_impl(v, false, Some(m.pkg), &m.name, false) {
                Ok(f) => f,
                Err(LookupError::Ambiguous) => return Some((m, Flaw::Ambiguous)),
                Err(LookupError::PointerReceiver) => return Some((m, Flaw::PointerReceiver)),
                Err(LookupError::NotFound) => {
                    let alt = self.types.lookup_impl(v, false, Some(m.pkg), &m.name, true).ok();
                    let flaw = match alt.and_then(|a| self.found_method(&a)) {
                        Some((name, _)) if name == m.name.as_ref() => Flaw::Unexported,
                        Some((name, ty)) => Flaw::WrongName(name, ty),
                        None => Flaw::NotFound,
                    };
                    return Some((m, flaw));
                }
            };
            let Some((name, ty)) = self.found_method(&found) else { return Some((m, Flaw::Field)) };
            if !self.same_method_type(unifier, ty, m.ty) {
                return Some((m, Flaw::WrongSignature(name, ty)));
            }
        }
        None
    }

    fn missing_cause(&mut self, v: TypeId, t: TypeId, m: &IfaceMethod, flaw: &Flaw) -> String {
        let name = &m.name;
        match flaw {
            Flaw::NotFound if self.is_interface_ptr(v) => {
                format!("({})", self.interface_ptr_error(v))
            }
            Flaw::NotFound if self.is_interface_ptr(t) => {
                format!("({})", self.interface_ptr_error(t))
            }
            Flaw::NotFound => format!("(missing method {name})"),
            Flaw::WrongName(alt, ty) => {
                let (have, want) = (self.func_string(alt, *ty), self.func_string(name, m.ty));
                format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            Flaw::Unexported => format!("(unexported method {name})"),
            Flaw::WrongSignature(alt, ty) => {
                let (have, want) = (self.func_string(alt, *ty), self.func_string(name, m.ty));
                if have == want {
                    format!("(wrong type for method {name})")
                } else {
                    format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
                }
            }
            Flaw::Ambiguous => format!("(ambiguous selector {}.{name})", self.ts(v)),
            Flaw::PointerReceiver => format!("(method {name} has pointer receiver)"),
            Flaw::Field => format!("({}.{name} is a field, not a method)", self.ts(v)),
        }
    }

    /// Whether `v` has all methods of the interface `t`. A type with broken embedded fields
    /// counts as having them.
    pub(super) fn has_all_methods(
        &mut self,
        v: TypeId,
        t: TypeId,
        stat: bool,
        unifier: &mut Option<&mut Unifier>,
        cause: Option<&mut String>,
    ) -> bool {
        if !self.is_valid(v) {
            return true;
        }
        let Some((m, flaw)) = self.missing_method(v, t, stat, unifier) else { return true };
        if let Some(c) = cause {
            *c = self.missing_cause(v, t, &m, &flaw);
        }
        self.has_invalid_embedded(v, &mut Vec::new())
    }

    fn has_invalid_embedded(&self, t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let t = match self.types.under(t) {
            Type::Pointer(e) if matches!(self.types.under(e), Type::Struct(_)) => e,
            _ => t,
        };
        let u = self.types.underlying(t);
        let Type::Struct(s) = self.types.get(u) else { return false };
        if seen.contains(&u) {
            return false;
        }
        seen.push(u);
        s.fields
            .iter()
            .any(|f| f.embedded && (!self.is_valid(f.ty) || self.has_invalid_embedded(f.ty, seen)))
    }

    /// Whether a value of interface type `v` may hold a `t`.
    pub(super) fn assertable_to(&mut self, v: TypeId, t: TypeId, cause: &mut String) -> bool {
        self.is_interface(t) || self.has_all_methods(t, v, false, &mut None, Some(cause))
    }

    /// Whether `v` implements the interface `t` (satisfies the constraint, with `constraint`).
    pub(super) fn implements(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: Option<&mut String>,
    ) -> bool {
        let mut text = String::new();
        let ok = self.implements_inner(v, t, constraint, &mut text);
        if !ok && let Some(c) = cause {
            *c = text;
        }
        ok
    }

    fn implements_inner(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: &mut String,
    ) -> bool {
        let (vu, tu) = (self.types.underlying(v), self.types.underlying(t));
        if !self.is_valid(vu) || !self.is_valid(tu) {
            return true;
        }
        if let Type::Pointer(b) = self.types.get(vu)
            && !self.is_valid(self.types.underlying(b))
        {
            return true;
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        if !matches!(self.types.get(tu), Type::Interface(_)) {
            let (vs, ts) = (self.ts(v), self.ts(t));
            let detail = if self.is_interface_ptr(tu) {
                self.interface_ptr_error(t)
            } else {
                format!("{ts} is not an interface")
            };
            *cause = format!("{vs} does not {verb} {ts} ({detail})");
            return false;
        }
        let tset = self.types.type_set(tu);
        if tset.is_all() {
            return true;
        }
        let v_iface = matches!(self.types.get(vu), Type::Interface(_));
        if v_iface && self.types.type_set(vu).is_empty() {
            return true;
        }
        if tset.is_empty() {
            *cause = format!("cannot {verb} {} (empty type set)", self.ts(t));
            return false;
        }
        let mut why = String::new();
        if !self.has_all_methods(v, t, true, &mut None, Some(&mut why)) {
            *cause = format!("{} does not {verb} {} {why}", self.ts(v), self.ts(t));
            return false;
        }
        let Some(terms) = tset.specific() else {
            return self.check_comparable(v, tu, constraint, verb, cause);
        };
        if v_iface {
            let vset = self.types.type_set(vu);
            if !self.types.subset(&vset.terms, &tset.terms) {
                *cause = format!("{} does not {verb} {}", self.ts(v), self.ts(t));
                return false;
            }
            return self.check_comparable(v, tu, constraint, verb, cause);
        }
        if !terms.iter().any(|&m| self.types.term_includes(m, v)) {
            let (vs, ts) = (self.ts(v), self.ts(t));
            let alt = terms.iter().find(|m| {
                !m.tilde
                    && self.types.identical(m.ty, self.types.underlying(m.ty))
                    && self.types.term_includes(Term { tilde: true, ty: m.ty }, v)
            });
            let detail = if let Some(alt) = alt {
                format!("possibly missing ~ for {} in {ts}", self.ts(alt.ty))
            } else if self.mentions(tu, v) {
                format!("{ts} mentions {vs}, but {vs} is not in the type set of {ts}")
            } else {
                let list: Vec<String> = terms
                    .iter()
                    .map(|m| format!("{}{}", if m.tilde { "~" } else { "" }, self.plain_ts(m.ty)))
                    .collect();
                format!("{vs} missing in {}", list.join(" | "))
            };
            *cause = format!("{vs} does not {verb} {ts} ({detail})");
            return false;
        }
        self.check_comparable(v, tu, constraint, verb, cause)
    }

    /// A type with full package paths, as Go's `Type.String` gives it.
    pub(super) fn plain_ts(&self, t: TypeId) -> String {
        let path = |p| self.types.package(p).0.to_string();
        self.types.type_string(t, crate::Style::Message, &path)
    }

    fn check_comparable(
        &mut self,
        v: TypeId,
        tu: TypeId,
        constraint: bool,
        verb: &str,
        cause: &mut String,
    ) -> bool {
        let set = self.types.type_set(tu);
        let wanted = match &set.terms {
            None => set.comparable,
            Some(terms) => terms.iter().all(|m| self.types.is_comparable(m.ty, false)),
        };
        if !wanted || self.types.is_comparable(v, false) {
            return true;
        }
        if constraint && self.types.is_comparable(v, true) {
            return true;
        }
        *cause = format!("{} does not {verb} comparable", self.ts(v));
        false
    }

    fn mentions(&self, t: TypeId, v: TypeId) -> bool {
        match self.types.get(t) {
            Type::Interface(i) => i.embeds.iter().any(|&e| self.mentions(e, v)),
            Type::Union(terms) => terms.iter().any(|m| self.mentions(m.ty, v)),
            _ => self.types.identical(t, v),
        }
    }
}
