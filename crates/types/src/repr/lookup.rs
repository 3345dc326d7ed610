//! Fields and methods by name (Go spec, "Selectors", "Method sets"), after types2's `lookup.go`.

use super::typeset::same_id;
use super::*;

/// What a name selects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LookupKind {
    /// A struct field; its index is the last of the path.
    Field(FieldType),
    /// A method of the declared type `holder`.
    Method(Method),
    /// Method number `index` of the interface or type parameter `holder`.
    IfaceMethod {
        /// The method.
        method: IfaceMethod,
        /// Index in [`TypeSet::methods`].
        index: usize,
    },
}

/// A field or method found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lookup {
    /// What it is.
    pub kind: LookupKind,
    /// Embedded fields to walk, and for a field its own index last.
    pub path: Vec<u32>,
    /// Whether a pointer is dereferenced on the way.
    pub indirect: bool,
    /// The struct, declared type or interface that has the field or method.
    pub holder: TypeId,
}

/// Why nothing was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LookupError {
    /// No such name.
    NotFound,
    /// The name occurs several times at the shallowest depth.
    Ambiguous,
    /// The method has a pointer receiver and the operand is not addressable.
    PointerReceiver,
}

struct Embedded {
    ty: TypeId,
    path: Vec<u32>,
    indirect: bool,
    multiples: bool,
}

impl Types {
    /// The base of an unnamed pointer type, or the type itself.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match self.get(self.unalias(t)) {
            Type::Pointer(e) => (e, true),
            _ => (t, false),
        }
    }

    /// Finds the field or method `name`, as seen from package `pkg`, of a value of type `t`.
    pub fn lookup(
        &self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: &str,
    ) -> Option<Lookup> {
        self.lookup_fold(t, addressable, pkg, name, false).ok()
    }

    /// [`Types::lookup`], optionally ignoring case.
    pub(crate) fn lookup_fold(
        &self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: &str,
        fold: bool,
    ) -> Result<Lookup, LookupError> {
        // A declared pointer type has the fields of its base, but no methods.
        if self.as_named(t).is_some()
            && let u = self.underlying(t)
            && matches!(self.get(u), Type::Pointer(_))
        {
            let found = self.lookup_impl(u, false, pkg, name, fold)?;
            return match found.kind {
                LookupKind::Field(_) => Ok(found),
                _ => Err(LookupError::NotFound),
            };
        }
        self.lookup_impl(t, addressable, pkg, name, fold)
    }

    pub(crate) fn lookup_impl(
        &self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: &str,
        fold: bool,
    ) -> Result<Lookup, LookupError> {
        if name == "_" {
            return Err(LookupError::NotFound);
        }
        let (base, is_ptr) = self.deref(t);
        if is_ptr && matches!(self.under(base), Type::Interface(_)) {
            return Err(LookupError::NotFound);
        }
        let mut current =
            vec![Embedded { ty: base, path: Vec::new(), indirect: is_ptr, multiples: false }];
        let mut seen: Vec<TypeId> = Vec::new();
        while !current.is_empty() {
            let mut next: Vec<Embedded> = Vec::new();
            let mut found: Option<Lookup> = None;
            for e in &current {
                let ty = self.unalias(e.ty);
                let mut hit = |kind, last: Option<u32>, holder| {
                    if found.is_some() || e.multiples {
                        return Err(LookupError::Ambiguous);
                    }
                    let mut path = e.path.clone();
                    path.extend(last);
                    found = Some(Lookup { kind, path, indirect: e.indirect, holder });
                    Ok(())
                };
                if let Type::Named(n) = self.get(ty) {
                    let canon = self.canon(ty);
                    if seen.contains(&canon) {
                        continue;
                    }
                    seen.push(canon);
                    let info = self.named(n);
                    let visible = fold || info.pkg == pkg || super::typeset::is_exported(name);
                    let matches = |m: &&Method| {
                        m.name.as_ref() == name || fold && super::typeset::equal_fold(&m.name, name)
                    };
                    if visible && let Some(m) = info.methods.iter().find(matches) {
                        hit(LookupKind::Method(m.clone()), None, ty)?;
                        continue;
                    }
                }
                match self.under(ty) {
                    Type::Struct(s) => {
                        for (i, f) in s.fields.iter().enumerate() {
                            if same_id(&f.name, f.pkg, pkg, name, fold) {
                                hit(LookupKind::Field(f.clone()), Some(i as u32), ty)?;
                                continue;
                            }
                            if f.embedded {
                                let (fty, is_ptr) = self.deref(f.ty);
                                let mut path = e.path.clone();
                                path.push(i as u32);
                                next.push(Embedded {
                                    ty: fty,
                                    path,
                                    indirect: e.indirect || is_ptr,
                                    multiples: e.multiples,
                                });
                            }
                        }
                    }
                    Type::Interface(_) => {
                        let set = self.type_set(ty);
                        if let Some((index, m)) = set.method(pkg, name, fold) {
                            hit(LookupKind::IfaceMethod { method: m.clone(), index }, None, ty)?;
                        }
                    }
                    _ => {}
                }
            }
            if let Some(found) = found {
                if let LookupKind::Method(m) = &found.kind
                    && m.ptr_recv
                    && !found.indirect
                    && !addressable
                {
                    return Err(LookupError::PointerReceiver);
                }
                return Ok(found);
            }
            current = self.consolidate(next);
        }
        Err(LookupError::NotFound)
    }

    /// One entry per type; those that stood several times are marked.
    fn consolidate(&self, list: Vec<Embedded>) -> Vec<Embedded> {
        let mut out: Vec<Embedded> = Vec::new();
        for e in list {
            match out.iter_mut().find(|o| self.identical(o.ty, e.ty)) {
                Some(o) => o.multiples = true,
                None => out.push(e),
            }
        }
        out
    }
}
