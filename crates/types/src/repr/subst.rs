//! Substitution of types for type parameters (Go spec, "Instantiations").

use super::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

impl Types {
    /// The instance of a generic type. With the type parameters themselves as arguments it is
    /// still an instance, distinct from the generic type.
    pub fn instantiate(&self, origin: NamedId, targs: &[TypeId]) -> TypeId {
        let key: (NamedId, Rc<[TypeId]>) = (origin, targs.into());
        let id = {
            let mut inner = self.inner.borrow_mut();
            if let Some(&t) = inner.instances.get(&key) {
                return t;
            }
            let o = inner.named[origin.0 as usize].clone();
            let id = NamedId(inner.named.len() as u32);
            inner.named.push(NamedInfo {
                origin,
                targs: key.1.clone(),
                tparams: Rc::from([]),
                methods: Rc::default(),
                rhs: None,
                underlying: None,
                valid: false,
                pos: syntax::Pos::NONE,
                ..o
            });
            id
        };
        let t = self.intern(Type::Named(id));
        self.inner.borrow_mut().instances.insert(key, t);
        t
    }

    /// The instance of a generic alias.
    pub(crate) fn instantiate_alias(&self, origin: AliasId, targs: &[TypeId]) -> TypeId {
        let key: (AliasId, Rc<[TypeId]>) = (origin, targs.into());
        if let Some(&t) = self.inner.borrow().alias_instances.get(&key) {
            return t;
        }
        let o = self.alias(origin);
        let rhs = o.rhs.map(|rhs| self.subst(rhs, &o.tparams, targs));
        let t = self.new_alias(o.obj, o.name, o.pkg, rhs);
        if let Type::Alias(id) = self.get(t) {
            self.update_alias(id, |a| (a.origin, a.targs) = (origin, key.1.clone()));
        }
        if rhs.is_some() {
            self.inner.borrow_mut().alias_instances.insert(key, t);
        }
        t
    }

    /// `t` with each of `from` (type parameters) replaced by its partner in `to`.
    pub fn subst(&self, t: TypeId, from: &[TypeId], to: &[TypeId]) -> TypeId {
        debug_assert_eq!(from.len(), to.len());
        if from.is_empty() || from == to {
            return t;
        }
        Subst { types: self, from, to, done: RefCell::default() }.ty(t)
    }
}

struct Subst<'a> {
    types: &'a Types,
    from: &'a [TypeId],
    to: &'a [TypeId],
    /// Types that occur often are worked on once.
    done: RefCell<BTreeMap<TypeId, TypeId>>,
}

impl Subst<'_> {
    fn list(&self, list: &[TypeId]) -> Vec<TypeId> {
        list.iter().map(|&t| self.ty(t)).collect()
    }

    fn params(&self, list: &[Param]) -> Vec<Param> {
        list.iter().map(|p| Param { name: p.name.clone(), ty: self.ty(p.ty) }).collect()
    }

    fn ty(&self, t: TypeId) -> TypeId {
        let shape = self.types.get(t);
        if let Type::Basic(_) = shape {
            return t;
        }
        if let Some(&done) = self.done.borrow().get(&t) {
            return done;
        }
        let new = self.shape(t, shape);
        self.done.borrow_mut().insert(t, new);
        new
    }

    fn shape(&self, t: TypeId, shape: Type) -> TypeId {
        let types = self.types;
        match shape {
            Type::Basic(_) => t,
            Type::TypeParam(_) => self
                .from
                .iter()
                .position(|&f| f == t)
                .and_then(|i| self.to.get(i).copied())
                .unwrap_or(t),
            Type::Named(n) => {
                let info = types.named(n);
                let targs = if info.targs.is_empty() && info.implicit > 0 {
                    &info.tparams
                } else {
                    &info.targs
                };
                let new = self.list(targs);
                if new[..] == targs[..] { t } else { types.instantiate(info.origin, &new) }
            }
            Type::Alias(a) => {
                let info = types.alias(a);
                if info.targs.is_empty() {
                    // A local alias in a generic function may mention its type parameters.
                    let u = types.unalias(t);
                    let new = self.ty(u);
                    return if new == u { t } else { new };
                }
                let new = self.list(&info.targs);
                if new[..] == info.targs[..] {
                    t
                } else {
                    types.instantiate_alias(info.origin, &new)
                }
            }
            Type::Pointer(e) => types.pointer(self.ty(e)),
            Type::Slice(e) => types.slice(self.ty(e)),
            Type::Array(e, n) => types.array(self.ty(e), n),
            Type::Map(k, v) => {
                let k = self.ty(k);
                types.map(k, self.ty(v))
            }
            Type::Chan(d, e) => types.chan(d, self.ty(e)),
            Type::Struct(s) => {
                let fields =
                    s.fields.iter().map(|f| FieldType { ty: self.ty(f.ty), ..f.clone() }).collect();
                types.intern(Type::Struct(Rc::new(StructType { fields })))
            }
            Type::Func(s) => types.signature(Signature {
                // Once its own type parameters are replaced, a function is generic no more.
                tparams: s.tparams.iter().copied().filter(|p| !self.from.contains(p)).collect(),
                params: self.params(&s.params),
                results: self.params(&s.results),
                variadic: s.variadic,
            }),
            Type::Interface(i) => types.interface(InterfaceType {
                methods: i
                    .methods
                    .iter()
                    .map(|m| IfaceMethod { ty: self.ty(m.ty), ..m.clone() })
                    .collect(),
                embeds: self.list(&i.embeds),
                implicit: i.implicit,
                comparable: i.comparable,
            }),
            Type::Tuple(list) => types.tuple(&self.list(&list)),
            Type::Union(terms) => {
                let terms: Vec<Term> =
                    terms.iter().map(|m| Term { tilde: m.tilde, ty: self.ty(m.ty) }).collect();
                types.intern(Type::Union(terms.into()))
            }
        }
    }
}
