//! Types that declarations bring: named types, type parameters and aliases, and what they stand for.

use super::*;

impl Types {
    /// A new declared type, its right-hand side still unknown.
    pub(crate) fn new_named(&self, obj: ObjId, name: Rc<str>, pkg: Option<PkgId>) -> TypeId {
        let id = {
            let mut inner = self.inner.borrow_mut();
            let id = NamedId(inner.named.len() as u32);
            inner.named.push(NamedInfo {
                obj,
                name,
                pkg,
                origin: id,
                tparams: Rc::from([]),
                targs: Rc::from([]),
                implicit: 0,
                methods: Rc::default(),
                rhs: None,
                underlying: None,
                valid: false,
                pos: syntax::Pos::NONE,
            });
            id
        };
        self.intern(Type::Named(id))
    }

    /// What is known of a declared type. For an instance, methods are those of its origin.
    pub fn named(&self, id: NamedId) -> NamedInfo {
        let inner = self.inner.borrow();
        let mut info = inner.named[id.0 as usize].clone();
        if info.origin != id {
            let origin = &inner.named[info.origin.0 as usize];
            info.tparams = origin.tparams.clone();
            info.methods = origin.methods.clone();
            info.implicit = origin.implicit;
        }
        info
    }

    /// The type of a declared type's id.
    pub fn as_type(&self, n: NamedId) -> TypeId {
        self.intern(Type::Named(n))
    }

    /// Whether a type is known not to contain itself.
    pub(crate) fn is_valid_named(&self, n: NamedId) -> bool {
        self.inner.borrow().named[n.0 as usize].valid
    }

    pub(crate) fn mark_valid_named(&self, n: NamedId) {
        self.inner.borrow_mut().named[n.0 as usize].valid = true;
    }

    pub(crate) fn update_named(&self, id: NamedId, f: impl FnOnce(&mut NamedInfo)) {
        f(&mut self.inner.borrow_mut().named[id.0 as usize]);
    }

    /// The declared type behind `t`, seen through aliases.
    pub fn as_named(&self, t: TypeId) -> Option<NamedId> {
        match self.get(self.unalias(t)) {
            Type::Named(n) => Some(n),
            _ => None,
        }
    }

    /// A new type parameter; its bound is set later.
    pub(crate) fn new_tparam(
        &self,
        obj: ObjId,
        name: Rc<str>,
        index: usize,
        bound: TypeId,
    ) -> TypeId {
        let id = {
            let mut inner = self.inner.borrow_mut();
            inner.tparams.push(TypeParamInfo { obj, name, index, bound });
            TypeParamId(inner.tparams.len() as u32 - 1)
        };
        self.intern(Type::TypeParam(id))
    }

    /// What is known of a type parameter.
    pub fn tparam(&self, id: TypeParamId) -> TypeParamInfo {
        self.inner.borrow().tparams[id.0 as usize].clone()
    }

    pub(crate) fn set_bound(&self, id: TypeParamId, bound: TypeId) {
        self.inner.borrow_mut().tparams[id.0 as usize].bound = bound;
    }

    /// The type parameter behind `t`.
    pub fn as_tparam(&self, t: TypeId) -> Option<TypeParamId> {
        match self.get(self.unalias(t)) {
            Type::TypeParam(p) => Some(p),
            _ => None,
        }
    }

    /// A new alias.
    pub(crate) fn new_alias(
        &self,
        obj: ObjId,
        name: Rc<str>,
        pkg: Option<PkgId>,
        rhs: Option<TypeId>,
    ) -> TypeId {
        let id = {
            let mut inner = self.inner.borrow_mut();
            let id = AliasId(inner.aliases.len() as u32);
            let none: Rc<[TypeId]> = Rc::from([]);
            inner.aliases.push(AliasInfo {
                obj,
                name,
                pkg,
                rhs,
                origin: id,
                tparams: none.clone(),
                targs: none,
            });
            id
        };
        self.intern(Type::Alias(id))
    }

    /// What is known of an alias.
    pub fn alias(&self, id: AliasId) -> AliasInfo {
        let inner = self.inner.borrow();
        let mut info = inner.aliases[id.0 as usize].clone();
        if info.origin != id {
            info.tparams = inner.aliases[info.origin.0 as usize].tparams.clone();
        }
        info
    }

    pub(crate) fn update_alias(&self, id: AliasId, f: impl FnOnce(&mut AliasInfo)) {
        f(&mut self.inner.borrow_mut().aliases[id.0 as usize]);
    }

    /// The type without aliases at its top. An alias that refers to itself is invalid.
    pub fn unalias(&self, t: TypeId) -> TypeId {
        let inner = self.inner.borrow();
        let mut t = t;
        for _ in 0..=inner.aliases.len() {
            match inner.types.get_index(t.0 as usize) {
                Some(Type::Alias(a)) => match inner.aliases[a.0 as usize].rhs {
                    Some(rhs) => t = rhs,
                    None => return Types::INVALID,
                },
                _ => return t,
            }
        }
        Types::INVALID
    }

    /// The underlying type (Go spec, "Underlying types"). Of a type parameter, the interface
    /// of its constraint. Of a type whose declaration is not complete, `invalid`.
    pub fn underlying(&self, t: TypeId) -> TypeId {
        let mut path: Vec<NamedId> = Vec::new();
        let mut cur = t;
        let mut complete = true;
        let u = loop {
            cur = self.unalias(cur);
            match self.get(cur) {
                Type::Named(n) => {
                    let cached = self.inner.borrow().named[n.0 as usize].underlying;
                    if let Some(u) = cached {
                        break u;
                    }
                    if path.contains(&n) {
                        complete = false;
                        break Types::INVALID;
                    }
                    path.push(n);
                    match self.rhs(n) {
                        Some(rhs) => cur = rhs,
                        None => {
                            complete = false;
                            break Types::INVALID;
                        }
                    }
                }
                Type::TypeParam(p) => return self.iface(p),
                _ => break cur,
            }
        };
        if complete {
            let mut inner = self.inner.borrow_mut();
            for n in path {
                inner.named[n.0 as usize].underlying = Some(u);
            }
        }
        u
    }

    /// The shape of the underlying type.
    pub fn under(&self, t: TypeId) -> Type {
        self.get(self.underlying(t))
    }

    /// The type on the right-hand side of the declaration; expanded for an instance.
    pub(crate) fn rhs(&self, n: NamedId) -> Option<TypeId> {
        let (rhs, origin) = {
            let inner = self.inner.borrow();
            let info = &inner.named[n.0 as usize];
            (info.rhs, info.origin)
        };
        if rhs.is_some() || origin == n {
            return rhs;
        }
        let (orig_rhs, tparams, targs) = {
            let inner = self.inner.borrow();
            let o = &inner.named[origin.0 as usize];
            (o.rhs?, o.tparams.clone(), inner.named[n.0 as usize].targs.clone())
        };
        if tparams.len() != targs.len() {
            return Some(Types::INVALID);
        }
        let rhs = self.subst(orig_rhs, &tparams, &targs);
        self.inner.borrow_mut().named[n.0 as usize].rhs = Some(rhs);
        Some(rhs)
    }

    /// The constraint of a type parameter as an interface.
    pub fn iface(&self, p: TypeParamId) -> TypeId {
        let bound = self.inner.borrow().tparams[p.0 as usize].bound;
        if self.as_tparam(bound).is_some() {
            return Types::EMPTY_INTERFACE; // reported where it is declared
        }
        let u = self.underlying(bound);
        match self.get(u) {
            Type::Basic(Basic::Invalid) => Types::EMPTY_INTERFACE,
            Type::Interface(_) => u,
            _ => self.interface(InterfaceType {
                embeds: vec![bound],
                implicit: true,
                ..InterfaceType::default()
            }),
        }
    }
}
