//! Unification of types, after types2's `unify.go`.

use super::Checker;
use crate::repr::{LookupKind, same_id};
use crate::{Signature, Type, TypeId};
use syntax::ChanDir;

/// Deeper unification fails: such types do not occur.
const MAX_DEPTH: usize = 50;

/// How types must match.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Unify {
    /// As for an assignment: only the types themselves may differ in direction and name.
    pub assign: bool,
    /// Identical.
    pub exact: bool,
}

impl Unify {
    pub const INEXACT: Unify = Unify { assign: false, exact: false };
    pub const ASSIGN: Unify = Unify { assign: true, exact: false };
    pub const EXACT: Unify = Unify { assign: false, exact: true };
}

/// Type parameters and what is known of them. Those that are joined share a handle.
pub(super) struct Unifier {
    tparams: Vec<TypeId>,
    handles: Vec<usize>,
    values: Vec<Option<TypeId>>,
    depth: usize,
}

impl Unifier {
    pub fn new(tparams: &[TypeId], targs: &[Option<TypeId>]) -> Self {
        let values = (0..tparams.len()).map(|i| targs.get(i).copied().flatten()).collect();
        Unifier {
            tparams: tparams.to_vec(),
            handles: (0..tparams.len()).collect(),
            values,
            depth: 0,
        }
    }

    fn bound(&self, c: &Checker<'_>, t: TypeId) -> Option<usize> {
        let t = c.types.unalias(t);
        self.tparams.iter().position(|&p| p == t)
    }

    pub fn at(&self, i: usize) -> Option<TypeId> {
        self.values[self.handles[i]]
    }

    pub fn set(&mut self, i: usize, t: TypeId) {
        let h = self.handles[i];
        self.values[h] = Some(t);
    }

    pub fn unknowns(&self) -> usize {
        (0..self.tparams.len()).filter(|&i| self.at(i).is_none()).count()
    }

    pub fn inferred(&self) -> Vec<Option<TypeId>> {
        (0..self.tparams.len()).map(|i| self.at(i)).collect()
    }

    /// Makes two type parameters equal, if not both are known already.
    fn join(&mut self, x: usize, y: usize) -> bool {
        let (hx, hy) = (self.handles[x], self.handles[y]);
        if hx == hy {
            return true;
        }
        let (from, to) = match (self.values[hx], self.values[hy]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (hy, hx),
            _ => (hx, hy),
        };
        for h in &mut self.handles {
            if *h == from {
                *h = to;
            }
        }
        true
    }
}

impl<'a> Checker<'a> {
    pub(super) fn unify_exact(&mut self, u: &mut Unifier, x: TypeId, y: TypeId) -> bool {
        self.unify(u, x, y, Unify::EXACT)
    }

    /// Whether `x` and `y` can be made to match; learns type parameters on the way.
    pub(super) fn unify(&mut self, u: &mut Unifier, x: TypeId, y: TypeId, mode: Unify) -> bool {
        if x == y || self.types.unalias(x) == self.types.unalias(y) {
            return true;
        }
        if u.depth >= MAX_DEPTH {
            return false;
        }
        u.depth += 1;
        let ok = self.nify(u, x, y, mode);
        u.depth -= 1;
        ok
    }

    /// The type as an interface that is no type parameter.
    fn as_interface(&self, t: TypeId) -> bool {
        self.is_non_tparam_interface(t)
    }

    fn nify(&mut self, u: &mut Unifier, x: TypeId, y: TypeId, mode: Unify) -> bool {
        let (mut x, mut y) = (x, y);
        if self.types.as_named(x).is_some() || u.bound(self, y).is_some() {
            std::mem::swap(&mut x, &mut y);
        }
        // A declared type matches a literal one by its underlying type.
        if !mode.exact
            && self.types.as_named(y).is_some()
            && self.is_type_lit(x)
            && !self.is_interface(x)
        {
            y = self.types.underlying(y);
            if x == y || self.types.unalias(x) == self.types.unalias(y) {
                return true;
            }
        }
        match (u.bound(self, x), u.bound(self, y)) {
            (Some(px), Some(py)) => {
                if u.join(px, py) {
                    return true;
                }
                return match (u.at(px), u.at(py)) {
                    (Some(a), Some(b)) => self.unify(u, a, b, mode),
                    _ => false,
                };
            }
            (Some(px), None) => return self.unify_param(u, px, y, mode),
            _ => {}
        }
        if !mode.exact {
            let (xi, yi) = (self.as_interface(x), self.as_interface(y));
            if xi && yi {
                return self.unify_interfaces(u, x, y, false);
            }
            if xi || yi {
                let (iface, other) = if xi { (x, y) } else { (y, x) };
                return self.unify_methods(u, iface, other);
            }
        }
        if self.is_tparam(y) {
            std::mem::swap(&mut x, &mut y);
        }
        // Only the outermost types of an assignment may differ.
        let emode = if mode.assign { Unify { exact: true, ..mode } } else { mode };
        self.unify_shapes(u, x, y, mode, emode)
    }

    fn unify_param(&mut self, u: &mut Unifier, px: usize, y: TypeId, mode: Unify) -> bool {
        let Some(x) = u.at(px) else {
            u.set(px, y);
            return true;
        };
        if !self.unify(u, x, y, mode) {
            return false;
        }
        let (xi, yi) = (self.as_interface(x), self.as_interface(y));
        let (xn, yn) = (self.types.as_named(x).is_some(), self.types.as_named(y).is_some());
        if xi && yi {
            if xn && yn {
                return self.types.identical(x, y);
            }
            let (a, b) = (self.types.type_set(x), self.types.type_set(y));
            if a.methods.len() != b.methods.len() {
                return false;
            }
        } else if xi || yi {
            return false;
        }
        if !mode.exact && !xn {
            // Prefer a declared type, and a directed channel.
            let directed = matches!(self.types.under(y), Type::Chan(d, _) if d != ChanDir::Both);
            if yn || directed {
                u.set(px, y);
            }
        }
        true
    }

    fn unify_interfaces(&mut self, u: &mut Unifier, x: TypeId, y: TypeId, exact: bool) -> bool {
        let (a, b) = (self.types.type_set(x), self.types.type_set(y));
        if a.comparable != b.comparable
            || !self.types.subset(&a.terms, &b.terms)
            || !self.types.subset(&b.terms, &a.terms)
            || exact && a.methods.len() != b.methods.len()
        {
            return false;
        }
        let (few, many) = if a.methods.len() > b.methods.len() { (&b, &a) } else { (&a, &b) };
        for m in &few.methods {
            let Some(n) =
                many.methods.iter().find(|n| same_id(&n.name, n.pkg, Some(m.pkg), &m.name, false))
            else {
                return false;
            };
            if !self.unify(u, m.ty, n.ty, Unify::EXACT) {
                return false;
            }
        }
        true
    }

    /// Every method of an interface must be one of the other type.
    fn unify_methods(&mut self, u: &mut Unifier, iface: TypeId, other: TypeId) -> bool {
        let set = self.types.type_set(iface);
        for m in &set.methods {
            let Some(found) = self.types.lookup(other, false, Some(m.pkg), &m.name) else {
                return false;
            };
            let ty = match &found.kind {
                LookupKind::Field(_) => return false,
                LookupKind::Method(d) => {
                    self.obj_decl(d.obj);
                    self.method_signature(&found, d.obj)
                }
                LookupKind::IfaceMethod { method, .. } => method.ty,
            };
            if !self.unify(u, m.ty, ty, Unify::EXACT) {
                return false;
            }
        }
        true
    }

    fn unify_all(
        &mut self,
        u: &mut Unifier,
        pairs: impl Iterator<Item = (TypeId, TypeId)>,
        mode: Unify,
    ) -> bool {
        for (a, b) in pairs.collect::<Vec<_>>() {
            if !self.unify(u, a, b, mode) {
                return false;
            }
        }
        true
    }

    fn unify_shapes(
        &mut self,
        u: &mut Unifier,
        x: TypeId,
        y: TypeId,
        mode: Unify,
        emode: Unify,
    ) -> bool {
        let (x, y) = (self.types.unalias(x), self.types.unalias(y));
        match (self.types.get(x), self.types.get(y)) {
            (Type::Basic(a), Type::Basic(b)) => a.canon() == b.canon(),
            (Type::Array(a, n), Type::Array(b, m)) => n == m && self.unify(u, a, b, emode),
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.unify(u, a, b, emode)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.fields.len() == b.fields.len()
                    && a.fields.iter().zip(&b.fields).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && same_id(&f.name, f.pkg, Some(g.pkg), &g.name, false)
                    })
                    && self.unify_all(
                        u,
                        a.fields.iter().zip(&b.fields).map(|(f, g)| (f.ty, g.ty)),
                        emode,
                    )
            }
            (Type::Tuple(a), Type::Tuple(b)) => {
                a.len() == b.len()
                    && self.unify_all(u, a.iter().copied().zip(b.iter().copied()), mode)
            }
            (Type::Func(a), Type::Func(b)) => {
                let types = |s: &Signature| -> Vec<TypeId> {
                    s.params.iter().chain(&s.results).map(|p| p.ty).collect()
                };
                a.variadic == b.variadic
                    && a.params.len() == b.params.len()
                    && a.results.len() == b.results.len()
                    && self.unify_all(u, types(&a).into_iter().zip(types(&b)), emode)
            }
            (Type::Interface(_), Type::Interface(_)) => self.unify_interfaces(u, x, y, true),
            (Type::Map(a, b), Type::Map(c, d)) => {
                self.unify(u, a, c, emode) && self.unify(u, b, d, emode)
            }
            (Type::Chan(d, a), Type::Chan(e, b)) => {
                (!mode.exact || d == e) && self.unify(u, a, b, emode)
            }
            (Type::Named(a), Type::Named(b)) => {
                let (a, b) = (self.types.named(a), self.types.named(b));
                a.targs.len() == b.targs.len()
                    && self.unify_all(u, a.targs.iter().copied().zip(b.targs.iter().copied()), mode)
                    && a.origin == b.origin
            }
            (Type::TypeParam(_), _) => match self.common(x) {
                // A type parameter that is not inferred matches by its core type.
                Some(core) => self.unify(u, core, y, Unify::ASSIGN),
                None => false,
            },
            _ => false,
        }
    }
}
