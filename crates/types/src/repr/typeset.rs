//! Type sets of interfaces (Go spec, "Interface types"), after types2's `typeset.go`.

use super::*;

/// The types that implement an interface.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypeSet {
    /// All methods, embedded ones included, sorted: exported before others, then by name.
    pub methods: Vec<IfaceMethod>,
    /// The union of types it is restricted to; none for no restriction.
    pub terms: Option<Vec<Term>>,
    /// Restricted to (strictly) comparable types, without terms.
    pub comparable: bool,
}

impl TypeSet {
    /// No type at all.
    pub fn is_empty(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| t.is_empty())
    }

    /// Described by methods alone: usable outside of constraints.
    pub fn is_method_set(&self) -> bool {
        !self.comparable && self.terms.is_none()
    }

    /// All types.
    pub fn is_all(&self) -> bool {
        self.is_method_set() && self.methods.is_empty()
    }

    /// The terms when there are some.
    pub fn specific(&self) -> Option<&[Term]> {
        self.terms.as_deref().filter(|t| !t.is_empty())
    }

    /// The method of this name and its index.
    pub fn method(
        &self,
        pkg: Option<PkgId>,
        name: &str,
        fold: bool,
    ) -> Option<(usize, &IfaceMethod)> {
        if name == "_" {
            return None;
        }
        let same = |m: &&(usize, &IfaceMethod)| same_id(&m.1.name, m.1.pkg, pkg, name, fold);
        let all: Vec<_> = self.methods.iter().enumerate().collect();
        all.iter().find(same).copied()
    }
}

/// Whether a name declared in `decl_pkg` is the name `name` used in `pkg`; with `fold`, upper
/// and lower case are one (for hints in messages).
pub(crate) fn same_id(
    decl: &str,
    decl_pkg: PkgId,
    pkg: Option<PkgId>,
    name: &str,
    fold: bool,
) -> bool {
    if fold && equal_fold(decl, name) {
        return true;
    }
    decl == name && (is_exported(name) || pkg == Some(decl_pkg))
}

/// Unicode case-insensitive equality.
pub(crate) fn equal_fold(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// Whether a name starts with an upper-case letter.
pub(crate) fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

/// A list of terms; none stands for all types.
type Terms = Option<Vec<Term>>;

impl Types {
    /// The type set of an interface. Of anything else, the set of all types.
    pub fn type_set(&self, t: TypeId) -> Rc<TypeSet> {
        let t = self.underlying(t);
        let Type::Interface(iface) = self.get(t) else { return Rc::default() };
        {
            let mut inner = self.inner.borrow_mut();
            if let Some(s) = inner.type_sets.get(&t) {
                return s.clone();
            }
            // An interface that embeds itself: reported where it is declared.
            if inner.type_set_busy.contains(&t) {
                inner.type_set_cycle = true;
                return Rc::default();
            }
            inner.type_set_busy.push(t);
            if inner.type_set_busy.len() == 1 {
                inner.type_set_cycle = false;
            }
        }
        let mut methods = iface.methods.clone();
        let mut terms: Terms = None;
        let mut comparable = iface.comparable;
        let mut complete = true;
        for &e in &iface.embeds {
            let u = self.underlying(e);
            let (eterms, ecomparable) = match self.get(u) {
                Type::Interface(_) => {
                    let set = self.type_set(u);
                    for m in &set.methods {
                        if !methods
                            .iter()
                            .any(|n| same_id(&n.name, n.pkg, Some(m.pkg), &m.name, false))
                        {
                            methods.push(m.clone());
                        }
                    }
                    (set.terms.clone(), set.comparable)
                }
                Type::Union(list) => (self.union_terms(&list), false),
                Type::Basic(Basic::Invalid) => {
                    complete = false;
                    continue;
                }
                _ => (Some(vec![Term { tilde: false, ty: e }]), false),
            };
            terms = self.intersect(terms, eterms);
            comparable |= ecomparable;
            if comparable && let Some(list) = &mut terms {
                list.retain(|m| self.is_comparable(m.ty, false));
                comparable = false;
            }
        }
        methods.sort_by(|a, b| {
            let path = |p| self.package(p).0;
            (!is_exported(&a.name), &a.name)
                .cmp(&(!is_exported(&b.name), &b.name))
                .then_with(|| path(a.pkg).cmp(&path(b.pkg)))
        });
        let set = Rc::new(TypeSet { methods, terms, comparable });
        let mut inner = self.inner.borrow_mut();
        inner.type_set_busy.pop();
        inner.type_set_cycle |= !complete;
        if !inner.type_set_cycle {
            inner.type_sets.insert(t, set.clone());
        }
        set
    }

    /// The terms of a union, overlaps and empty terms removed.
    pub(crate) fn union_terms(&self, list: &[Term]) -> Terms {
        let mut all = Vec::new();
        for term in list {
            let u = self.underlying(term.ty);
            match self.get(u) {
                Type::Interface(_) => match &self.type_set(u).terms {
                    None => return None,
                    Some(terms) => all.extend(terms.iter().copied()),
                },
                Type::Basic(Basic::Invalid) => {}
                _ if term.tilde && !self.identical(term.ty, u) => {}
                _ => all.push(*term),
            }
        }
        Some(self.normalize(all))
    }

    pub(crate) fn disjoint(&self, x: Term, y: Term) -> bool {
        let ux = if y.tilde { self.underlying(x.ty) } else { x.ty };
        let uy = if x.tilde { self.underlying(y.ty) } else { y.ty };
        !self.identical(ux, uy)
    }

    fn normalize(&self, list: Vec<Term>) -> Vec<Term> {
        let mut out: Vec<Term> = Vec::new();
        'next: for x in list {
            for o in &mut out {
                if !self.disjoint(*o, x) {
                    if x.tilde && !o.tilde {
                        *o = x;
                    }
                    continue 'next;
                }
            }
            out.push(x);
        }
        out
    }

    fn intersect(&self, xs: Terms, ys: Terms) -> Terms {
        let (xs, ys) = match (xs, ys) {
            (None, o) | (o, None) => return o,
            (Some(x), Some(y)) => (x, y),
        };
        let mut out = Vec::new();
        for &x in &xs {
            for &y in &ys {
                if !self.disjoint(x, y) {
                    out.push(if !x.tilde || y.tilde { x } else { y });
                }
            }
        }
        Some(self.normalize(out))
    }

    /// Whether a type belongs to a term.
    pub(crate) fn term_includes(&self, term: Term, t: TypeId) -> bool {
        let u = if term.tilde { self.underlying(t) } else { t };
        self.identical(term.ty, u)
    }

    /// Whether every type of `xs` is one of `ys`.
    pub(crate) fn subset(&self, xs: &Terms, ys: &Terms) -> bool {
        let Some(ys) = ys else { return true };
        let Some(xs) = xs else { return false };
        if ys.is_empty() {
            return xs.is_empty();
        }
        xs.iter().all(|&x| ys.iter().any(|&y| !self.disjoint(x, y) && (!x.tilde || y.tilde)))
    }

    /// Whether values can be compared with `==`. With `dynamic`, interfaces count, though
    /// comparing them may panic.
    pub fn is_comparable(&self, t: TypeId, dynamic: bool) -> bool {
        self.incomparable(t, dynamic, &mut Vec::new()).is_none()
    }

    /// Why values cannot be compared: `Some((text, type))`, the type to be put for `%s`.
    pub(crate) fn incomparable(
        &self,
        t: TypeId,
        dynamic: bool,
        seen: &mut Vec<TypeId>,
    ) -> Option<(&'static str, TypeId)> {
        if seen.contains(&t) {
            return None;
        }
        seen.push(t);
        let u = self.underlying(t);
        match self.get(u) {
            Type::Basic(Basic::UntypedNil) => Some(("", t)),
            Type::Basic(_) | Type::Pointer(_) | Type::Chan(..) => None,
            Type::Struct(s) => s
                .fields
                .iter()
                .find(|f| self.incomparable(f.ty, dynamic, seen).is_some())
                .map(|f| ("struct containing %s cannot be compared", f.ty)),
            Type::Array(e, _) => {
                self.incomparable(e, dynamic, seen).map(|_| ("%s cannot be compared", t))
            }
            Type::Interface(_) => {
                if dynamic && self.as_tparam(t).is_none() {
                    return None;
                }
                let set = self.type_set(u);
                let ok = match &set.terms {
                    None => set.comparable,
                    Some(terms) => {
                        !terms.is_empty()
                            && terms.iter().all(|m| self.incomparable(m.ty, false, seen).is_none())
                    }
                };
                if ok {
                    None
                } else if set.is_empty() {
                    Some(("empty type set", t))
                } else {
                    Some(("incomparable types in type set", t))
                }
            }
            _ => Some(("", t)),
        }
    }

    /// The interface in its canonical form.
    pub(super) fn complete_interface(&self, t: TypeId) -> TypeId {
        let set = self.type_set(t);
        let methods = set
            .methods
            .iter()
            .map(|m| IfaceMethod {
                name: m.name.clone(),
                pkg: if is_exported(&m.name) { PkgId(0) } else { m.pkg },
                ty: self.canon(m.ty),
            })
            .collect();
        let embeds = match &set.terms {
            None => Vec::new(),
            Some(terms) => {
                let mut terms: Vec<Term> =
                    terms.iter().map(|m| Term { tilde: m.tilde, ty: self.canon(m.ty) }).collect();
                terms.sort();
                terms.dedup();
                vec![self.intern(Type::Union(terms.into()))]
            }
        };
        self.interface(InterfaceType {
            methods,
            embeds,
            implicit: false,
            comparable: set.comparable,
        })
    }
}
