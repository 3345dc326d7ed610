//! Questions about types, after types2's `predicates.go` and `under.go`.

use super::Checker;
use crate::{Basic, Signature, Term, Type, TypeId, Types};
use std::rc::Rc;
use syntax::ChanDir;

/// Why types have no common underlying type: a text, to which a type parameter's users add.
pub(super) type TypeError = String;

impl<'a> Checker<'a> {
    pub(super) fn is_valid(&self, t: TypeId) -> bool {
        self.types.unalias(t) != Types::INVALID
    }

    pub(super) fn basic(&self, t: TypeId) -> Option<Basic> {
        match self.types.under(t) {
            Type::Basic(b) => Some(b),
            _ => None,
        }
    }

    pub(super) fn is_basic(&self, t: TypeId, f: fn(Basic) -> bool) -> bool {
        self.basic(t).is_some_and(f)
    }

    /// [`Self::is_basic`] of all types in a type parameter's type set.
    pub(super) fn all_basic(&self, t: TypeId, f: fn(Basic) -> bool) -> bool {
        if self.types.as_tparam(t).is_some() {
            let set = self.types.type_set(t);
            return set
                .specific()
                .is_some_and(|terms| terms.iter().all(|m| self.is_basic(m.ty, f)));
        }
        self.is_basic(t, f)
    }

    pub(super) fn is_boolean(&self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_boolean)
    }

    pub(super) fn is_integer(&self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_integer)
    }

    pub(super) fn is_numeric(&self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_numeric)
    }

    pub(super) fn is_string(&self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_string)
    }

    pub(super) fn is_const_type(&self, t: TypeId) -> bool {
        self.is_basic(t, Basic::is_const_type)
    }

    pub(super) fn all_boolean(&self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_boolean)
    }

    pub(super) fn all_integer(&self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_integer)
    }

    pub(super) fn all_numeric(&self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_numeric)
    }

    pub(super) fn all_string(&self, t: TypeId) -> bool {
        self.all_basic(t, Basic::is_string)
    }

    /// Whether `t` itself (not what it stands for) is an untyped kind.
    pub(super) fn is_untyped(&self, t: TypeId) -> bool {
        matches!(self.types.get(t), Type::Basic(b) if b.is_untyped())
    }

    pub(super) fn is_untyped_numeric(&self, t: TypeId) -> bool {
        matches!(self.types.get(t), Type::Basic(b) if b.is_untyped() && b.is_numeric())
    }

    pub(super) fn is_interface(&self, t: TypeId) -> bool {
        matches!(self.types.under(t), Type::Interface(_))
    }

    pub(super) fn is_tparam(&self, t: TypeId) -> bool {
        self.types.as_tparam(t).is_some()
    }

    pub(super) fn is_non_tparam_interface(&self, t: TypeId) -> bool {
        !self.is_tparam(t) && self.is_interface(t)
    }

    pub(super) fn is_pointer(&self, t: TypeId) -> bool {
        matches!(self.types.under(t), Type::Pointer(_))
    }

    /// Predeclared types, declared types and type parameters have names.
    pub(super) fn has_name(&self, t: TypeId) -> bool {
        matches!(
            self.types.get(self.types.unalias(t)),
            Type::Basic(_) | Type::Named(_) | Type::TypeParam(_)
        )
    }

    pub(super) fn is_type_lit(&self, t: TypeId) -> bool {
        !matches!(self.types.get(self.types.unalias(t)), Type::Named(_) | Type::TypeParam(_))
    }

    /// A generic type that is not instantiated.
    pub(super) fn is_generic(&self, t: TypeId) -> bool {
        if let Type::Alias(a) = self.types.get(t) {
            let info = self.types.alias(a);
            if !info.tparams.is_empty() && info.targs.is_empty() {
                return true;
            }
        }
        self.types.as_named(t).is_some_and(|n| {
            let info = self.types.named(n);
            info.origin == n && info.tparams.len() > info.implicit
        })
    }

    pub(super) fn has_nil(&self, t: TypeId) -> bool {
        match self.types.under(t) {
            Type::Basic(b) => b == Basic::UnsafePointer,
            Type::Slice(_) | Type::Pointer(_) | Type::Func(_) | Type::Map(..) | Type::Chan(..) => {
                true
            }
            Type::Interface(_) => {
                !self.is_tparam(t)
                    || self.unders(t).is_some_and(|l| l.iter().all(|&(_, u)| self.has_nil(u)))
            }
            _ => false,
        }
    }

    /// Each type in the type set of `t` with its underlying type; none when a type parameter
    /// has no specific types. Of other types, just itself.
    pub(super) fn unders(&self, t: TypeId) -> Option<Vec<(TypeId, TypeId)>> {
        if !self.is_tparam(t) {
            return Some(vec![(t, self.types.underlying(t))]);
        }
        let set = self.types.type_set(t);
        let under = |m: &Term| {
            let u = self.types.unalias(m.ty);
            (m.ty, if m.tilde { u } else { self.types.underlying(u) })
        };
        set.specific().map(|terms| terms.iter().map(under).collect())
    }

    /// The type that all types in the type set of `t` have as underlying type. Channels may
    /// differ in direction. `cond` may object to a type; it gets none for the underlying type
    /// when there are no specific types.
    pub(super) fn common_under(
        &mut self,
        t: TypeId,
        cond: impl Fn(&mut Self, TypeId, Option<TypeId>) -> Result<(), TypeError>,
    ) -> Result<TypeId, TypeError> {
        let Some(list) = self.unders(t) else {
            cond(self, t, None)?;
            return Err("no specific type".into());
        };
        let mut common: Option<(TypeId, TypeId)> = None;
        for (t, u) in list {
            cond(self, t, Some(u))?;
            let Some((ct, cu)) = common else {
                common = Some((t, u));
                continue;
            };
            if let (Type::Chan(cdir, celem), Type::Chan(dir, elem)) =
                (self.types.get(cu), self.types.get(u))
            {
                if !self.types.identical(celem, elem) {
                    let (a, b) = (self.ts(ct), self.ts(t));
                    return Err(format!("channels {a} and {b} have different element types"));
                }
                if cdir == dir {
                } else if cdir == ChanDir::Both {
                    common = Some((t, u));
                } else if dir != ChanDir::Both {
                    let (a, b) = (self.ts(ct), self.ts(t));
                    return Err(format!("channels {a} and {b} have conflicting directions"));
                }
                continue;
            }
            if !self.types.identical(cu, u) {
                let (a, b) = (self.ts(ct), self.ts(t));
                return Err(format!("{a} and {b} have different underlying types"));
            }
        }
        common.map(|(_, u)| u).ok_or_else(String::new)
    }

    /// [`Self::common_under`] without conditions.
    pub(super) fn common(&mut self, t: TypeId) -> Option<TypeId> {
        self.common_under(t, |_, _, _| Ok(())).ok()
    }

    /// An array behind a pointer, or the type itself.
    pub(super) fn array_deref(&self, t: TypeId) -> TypeId {
        if let Type::Pointer(e) = self.types.get(self.types.unalias(t)) {
            let u = self.types.underlying(e);
            if matches!(self.types.get(u), Type::Array(..)) {
                return u;
            }
        }
        t
    }

    /// The type that an untyped expression takes on by itself.
    pub(super) fn default_type(&self, t: TypeId) -> TypeId {
        match self.types.get(t) {
            Type::Basic(Basic::UntypedBool) => Types::BOOL,
            Type::Basic(Basic::UntypedInt) => Types::INT,
            Type::Basic(Basic::UntypedRune) => Types::RUNE,
            Type::Basic(Basic::UntypedFloat) => Types::FLOAT64,
            Type::Basic(Basic::UntypedComplex) => Types::COMPLEX128,
            Type::Basic(Basic::UntypedString) => Types::STRING,
            _ => t,
        }
    }

    /// The larger of two untyped numeric kinds.
    pub(super) fn max_type(&self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if x == y {
            Some(x)
        } else if self.is_untyped_numeric(x) && self.is_untyped_numeric(y) {
            Some(x.max(y))
        } else {
            None
        }
    }

    pub(super) fn is_interface_ptr(&self, t: TypeId) -> bool {
        matches!(self.types.under(t), Type::Pointer(e) if self.is_interface(e))
    }

    pub(super) fn interface_ptr_error(&mut self, t: TypeId) -> String {
        let param = matches!(self.types.under(t), Type::Pointer(e) if self.is_tparam(e));
        let what = if param { "type parameter" } else { "interface" };
        format!("type {} is pointer to {what}, not {what}", self.ts(t))
    }

    pub(super) fn is_bytes_or_runes(&self, t: TypeId) -> bool {
        match self.types.under(t) {
            Type::Slice(e) => {
                self.is_basic(e, |b| matches!(b.canon(), Basic::Uint8 | Basic::Int32))
            }
            _ => false,
        }
    }

    /// Signature of a function type.
    pub(super) fn signature_of(&self, t: TypeId) -> Option<Rc<Signature>> {
        match self.types.get(t) {
            Type::Func(s) => Some(s),
            _ => None,
        }
    }

    /// Whether one of `tparams` occurs in `t`.
    pub(super) fn is_parameterized(&self, tparams: &[TypeId], t: TypeId) -> bool {
        self.mentions_any(tparams, t, &mut Vec::new())
    }

    fn mentions_any(&self, tparams: &[TypeId], t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        if seen.contains(&t) {
            return false;
        }
        seen.push(t);
        let mut any = |list: &mut dyn Iterator<Item = TypeId>| {
            let list: Vec<TypeId> = list.collect();
            list.into_iter().any(|t| self.mentions_any(tparams, t, seen))
        };
        match self.types.get(t) {
            Type::Basic(_) | Type::Union(_) => false,
            Type::Alias(_) => any(&mut [self.types.unalias(t)].into_iter()),
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => {
                any(&mut [e].into_iter())
            }
            Type::Map(k, v) => any(&mut [k, v].into_iter()),
            Type::Struct(s) => any(&mut s.fields.iter().map(|f| f.ty)),
            Type::Tuple(list) => any(&mut list.iter().copied()),
            Type::Func(s) => any(&mut s.params.iter().chain(&s.results).map(|p| p.ty)),
            Type::Interface(_) => {
                let set = self.types.type_set(t);
                let terms = set.terms.iter().flatten().map(|m| m.ty);
                any(&mut set.methods.iter().map(|m| m.ty).chain(terms))
            }
            Type::Named(n) => {
                let targs = self.types.named(n).targs;
                any(&mut targs.iter().copied())
            }
            Type::TypeParam(_) => tparams.contains(&t),
        }
    }
}
