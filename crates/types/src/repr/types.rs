//! The interner.

use super::*;
use indexmap::IndexSet;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// All types of a compilation. Every method takes `&self`: types are only ever added.
#[derive(Clone, Debug)]
pub struct Types {
    pub(super) inner: RefCell<Inner>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Inner {
    pub types: IndexSet<Type>,
    pub canon: Vec<Option<TypeId>>,
    pub named: Vec<NamedInfo>,
    pub tparams: Vec<TypeParamInfo>,
    pub aliases: Vec<AliasInfo>,
    pub instances: BTreeMap<(NamedId, Rc<[TypeId]>), TypeId>,
    pub alias_instances: BTreeMap<(AliasId, Rc<[TypeId]>), TypeId>,
    pub type_sets: BTreeMap<TypeId, Rc<TypeSet>>,
    pub busy: Vec<TypeId>,
    /// Lowest index in `busy` that what is being made canonical leads back to; -1 when it is
    /// not complete.
    pub low: i64,
    /// How deep each type is nested.
    pub depths: Vec<u16>,
    pub type_set_busy: Vec<TypeId>,
    /// Whether a type set being computed is provisional.
    pub type_set_cycle: bool,
    pub packages: Vec<(Rc<str>, Rc<str>)>,
    pub error: TypeId,
    pub comparable: TypeId,
    pub any: TypeId,
}

impl Inner {
    /// Depth of a type whose parts are known.
    fn depth_of(&self, i: usize) -> u16 {
        let d = |t: TypeId| self.depths.get(t.0 as usize).copied().unwrap_or(0);
        let most = |list: &mut dyn Iterator<Item = TypeId>| list.map(d).max().unwrap_or(0);
        let parts = match &self.types[i] {
            Type::Basic(_) | Type::TypeParam(_) => return 0,
            Type::Alias(a) => {
                let info = &self.aliases[a.0 as usize];
                return most(&mut info.targs.iter().copied().chain(info.rhs));
            }
            Type::Named(n) => most(&mut self.named[n.0 as usize].targs.iter().copied()),
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => d(*e),
            Type::Map(k, v) => d(*k).max(d(*v)),
            Type::Struct(s) => most(&mut s.fields.iter().map(|f| f.ty)),
            Type::Func(s) => most(&mut s.params.iter().chain(&s.results).map(|p| p.ty)),
            Type::Interface(i) => {
                most(&mut i.methods.iter().map(|m| m.ty).chain(i.embeds.iter().copied()))
            }
            Type::Tuple(list) => most(&mut list.iter().copied()),
            Type::Union(terms) => most(&mut terms.iter().map(|m| m.ty)),
        };
        parts.saturating_add(1)
    }
}

impl Default for TypeId {
    fn default() -> Self {
        Types::INVALID
    }
}

impl Default for Types {
    fn default() -> Self {
        Types::new()
    }
}

#[allow(missing_docs)]
impl Types {
    pub const INVALID: TypeId = Basic::Invalid.id();
    pub const BOOL: TypeId = Basic::Bool.id();
    pub const INT: TypeId = Basic::Int.id();
    pub const INT8: TypeId = Basic::Int8.id();
    pub const INT16: TypeId = Basic::Int16.id();
    pub const INT32: TypeId = Basic::Int32.id();
    pub const INT64: TypeId = Basic::Int64.id();
    pub const UINT: TypeId = Basic::Uint.id();
    pub const UINT8: TypeId = Basic::Uint8.id();
    pub const UINT16: TypeId = Basic::Uint16.id();
    pub const UINT32: TypeId = Basic::Uint32.id();
    pub const UINT64: TypeId = Basic::Uint64.id();
    pub const UINTPTR: TypeId = Basic::Uintptr.id();
    pub const FLOAT32: TypeId = Basic::Float32.id();
    pub const FLOAT64: TypeId = Basic::Float64.id();
    pub const COMPLEX64: TypeId = Basic::Complex64.id();
    pub const COMPLEX128: TypeId = Basic::Complex128.id();
    pub const STRING: TypeId = Basic::String.id();
    pub const UNSAFE_POINTER: TypeId = Basic::UnsafePointer.id();
    pub const UNTYPED_BOOL: TypeId = Basic::UntypedBool.id();
    pub const UNTYPED_INT: TypeId = Basic::UntypedInt.id();
    pub const UNTYPED_RUNE: TypeId = Basic::UntypedRune.id();
    pub const UNTYPED_FLOAT: TypeId = Basic::UntypedFloat.id();
    pub const UNTYPED_COMPLEX: TypeId = Basic::UntypedComplex.id();
    pub const UNTYPED_STRING: TypeId = Basic::UntypedString.id();
    pub const UNTYPED_NIL: TypeId = Basic::UntypedNil.id();
    pub const BYTE: TypeId = Basic::Byte.id();
    pub const RUNE: TypeId = Basic::Rune.id();
    /// `interface {}` without the name `any`.
    pub const EMPTY_INTERFACE: TypeId = TypeId(Basic::ALL.len() as u32);
    /// The empty tuple: the "type" of a call without results.
    pub const EMPTY_TUPLE: TypeId = TypeId(Basic::ALL.len() as u32 + 1);
}

impl Types {
    /// An interner that knows the basic types.
    pub fn new() -> Self {
        let types = Types { inner: RefCell::default() };
        for b in Basic::ALL {
            types.intern(Type::Basic(b));
        }
        types.intern(Type::Interface(Rc::default()));
        types.intern(Type::Tuple(Rc::from([])));
        types
    }

    /// How many types there are.
    pub fn len(&self) -> usize {
        self.inner.borrow().types.len()
    }

    /// Never: the basic types are always there.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The shape of a type.
    pub fn get(&self, t: TypeId) -> Type {
        let inner = self.inner.borrow();
        inner.types.get_index(t.0 as usize).cloned().unwrap_or(Type::Basic(Basic::Invalid))
    }

    /// The id of a shape.
    pub fn intern(&self, t: Type) -> TypeId {
        let mut inner = self.inner.borrow_mut();
        let (i, new) = inner.types.insert_full(t);
        if new {
            inner.canon.push(None);
            let depth = inner.depth_of(i);
            inner.depths.push(depth);
        }
        TypeId(i as u32)
    }

    /// `*t`
    pub fn pointer(&self, t: TypeId) -> TypeId {
        self.intern(Type::Pointer(t))
    }

    /// `[]t`
    pub fn slice(&self, t: TypeId) -> TypeId {
        self.intern(Type::Slice(t))
    }

    /// `[n]t`
    pub fn array(&self, t: TypeId, n: u64) -> TypeId {
        self.intern(Type::Array(t, n))
    }

    /// `map[k]v`
    pub fn map(&self, k: TypeId, v: TypeId) -> TypeId {
        self.intern(Type::Map(k, v))
    }

    /// A channel.
    pub fn chan(&self, dir: ChanDir, t: TypeId) -> TypeId {
        self.intern(Type::Chan(dir, t))
    }

    /// A tuple of results.
    pub fn tuple(&self, list: &[TypeId]) -> TypeId {
        self.intern(Type::Tuple(list.into()))
    }

    /// A function type without parameter names.
    pub fn func(&self, params: &[TypeId], results: &[TypeId], variadic: bool) -> TypeId {
        let unnamed = |list: &[TypeId]| list.iter().map(|&ty| Param { name: None, ty }).collect();
        self.signature(Signature {
            tparams: Vec::new(),
            params: unnamed(params),
            results: unnamed(results),
            variadic,
        })
    }

    /// A function type.
    pub fn signature(&self, sig: Signature) -> TypeId {
        self.intern(Type::Func(Rc::new(sig)))
    }

    /// An interface type.
    pub fn interface(&self, i: InterfaceType) -> TypeId {
        self.intern(Type::Interface(Rc::new(i)))
    }

    /// A new package; ids count from 0 in the order of the calls.
    pub(crate) fn add_package(&self, path: &str, name: &str) -> PkgId {
        let mut inner = self.inner.borrow_mut();
        inner.packages.push((path.into(), name.into()));
        PkgId(inner.packages.len() as u32 - 1)
    }

    /// How deep a type is nested. An alias counts as what it stands for.
    pub fn depth(&self, t: TypeId) -> u16 {
        self.inner.borrow().depths.get(t.0 as usize).copied().unwrap_or(0)
    }

    /// Tells how deep an alias is nested, once that is known.
    pub(crate) fn update_depth(&self, t: TypeId) {
        let mut inner = self.inner.borrow_mut();
        let depth = inner.depth_of(t.0 as usize);
        if let Some(d) = inner.depths.get_mut(t.0 as usize) {
            *d = depth;
        }
    }

    /// Path and name of a package.
    pub fn package(&self, p: PkgId) -> (Rc<str>, Rc<str>) {
        let inner = self.inner.borrow();
        inner.packages.get(p.0 as usize).cloned().unwrap_or_else(|| ("".into(), "".into()))
    }

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

    /// The predeclared type `error`.
    pub fn error(&self) -> TypeId {
        self.inner.borrow().error
    }

    /// The predeclared constraint `comparable`.
    pub fn comparable(&self) -> TypeId {
        self.inner.borrow().comparable
    }

    /// The predeclared alias `any`.
    pub fn any(&self) -> TypeId {
        self.inner.borrow().any
    }

    pub(crate) fn set_predeclared(&self, error: TypeId, comparable: TypeId, any: TypeId) {
        let mut inner = self.inner.borrow_mut();
        (inner.error, inner.comparable, inner.any) = (error, comparable, any);
    }

    /// Whether two types are identical (Go spec, "Type identity").
    pub fn identical(&self, a: TypeId, b: TypeId) -> bool {
        a == b || self.canon(a) == self.canon(b)
    }

    /// The canonical type identical to `t`: without aliases, `byte`, `rune` and parameter
    /// names, its interfaces complete. Two types are identical iff these are equal.
    pub fn canon(&self, t: TypeId) -> TypeId {
        let (depth, outer) = {
            let mut inner = self.inner.borrow_mut();
            if let Some(&Some(c)) = inner.canon.get(t.0 as usize) {
                return c;
            }
            if let Some(i) = inner.busy.iter().position(|&b| b == t) {
                inner.low = inner.low.min(i as i64);
                return t;
            }
            inner.busy.push(t);
            (inner.busy.len() as i64 - 1, std::mem::replace(&mut inner.low, i64::MAX))
        };
        let (c, complete) = self.compute_canon(t);
        let mut inner = self.inner.borrow_mut();
        inner.busy.pop();
        if !complete {
            inner.low = -1;
        }
        // Within a cycle through an interface the result is still provisional.
        if inner.low >= depth {
            inner.canon[t.0 as usize] = Some(c);
            inner.canon[c.0 as usize] = Some(c);
            inner.low = outer;
        } else {
            inner.low = inner.low.min(outer);
        }
        c
    }

    fn compute_canon(&self, t: TypeId) -> (TypeId, bool) {
        let all = |list: &[TypeId]| list.iter().map(|&t| self.canon(t)).collect::<Vec<_>>();
        let params = |list: &[Param]| {
            list.iter().map(|p| Param { name: None, ty: self.canon(p.ty) }).collect::<Vec<_>>()
        };
        let c = match self.get(t) {
            Type::Basic(b) => b.canon().id(),
            Type::Named(n) => {
                let info = self.named(n);
                if info.targs.is_empty() {
                    t
                } else {
                    self.instantiate(info.origin, &all(&info.targs))
                }
            }
            Type::Pointer(e) => self.pointer(self.canon(e)),
            Type::Slice(e) => self.slice(self.canon(e)),
            Type::Array(e, n) => self.array(self.canon(e), n),
            Type::Map(k, v) => self.map(self.canon(k), self.canon(v)),
            Type::Chan(d, e) => self.chan(d, self.canon(e)),
            Type::Struct(s) => {
                let fields = s
                    .fields
                    .iter()
                    .map(|f| FieldType {
                        ty: self.canon(f.ty),
                        pkg: if is_exported(&f.name) { PkgId(0) } else { f.pkg },
                        ..f.clone()
                    })
                    .collect();
                self.intern(Type::Struct(Rc::new(StructType { fields })))
            }
            Type::Func(s) => self.signature(Signature {
                tparams: s.tparams.clone(),
                params: params(&s.params),
                results: params(&s.results),
                variadic: s.variadic,
            }),
            Type::Interface(i) => {
                if !i.embeds.iter().all(|&e| self.is_complete(e)) {
                    return (t, false);
                }
                self.complete_interface(t)
            }
            Type::Tuple(list) => self.tuple(&all(&list)),
            Type::TypeParam(_) => t,
            Type::Union(terms) => {
                let terms: Vec<Term> =
                    terms.iter().map(|m| Term { tilde: m.tilde, ty: self.canon(m.ty) }).collect();
                self.intern(Type::Union(terms.into()))
            }
            Type::Alias(_) => {
                let u = self.unalias(t);
                if u == Types::INVALID {
                    return (u, false);
                }
                self.canon(u)
            }
        };
        (c, true)
    }

    /// Whether the underlying type is known.
    fn is_complete(&self, t: TypeId) -> bool {
        let t = self.unalias(t);
        match self.get(t) {
            Type::Named(_) => self.underlying(t) != Types::INVALID,
            _ => true,
        }
    }

    /// Type and type parameters of a method declared on the type `named`: the method's
    /// signature `sig` is in terms of `recv_tparams`, the receiver's own names.
    pub fn method_type(&self, named: NamedId, recv_tparams: &[TypeId], sig: TypeId) -> TypeId {
        let targs = self.inner.borrow().named[named.0 as usize].targs.clone();
        if targs.len() != recv_tparams.len() { sig } else { self.subst(sig, recv_tparams, &targs) }
    }

    /// Makes the type arguments, right-hand sides and bounds canonical, for the tables.
    pub(crate) fn canonicalize_named(&self) {
        let (named, tparams) = {
            let inner = self.inner.borrow();
            (inner.named.len(), inner.tparams.len())
        };
        for i in 0..named {
            let rhs = self.inner.borrow().named[i].rhs;
            if let Some(rhs) = rhs {
                let rhs = self.canon(rhs);
                let mut inner = self.inner.borrow_mut();
                inner.named[i].rhs = Some(rhs);
                inner.named[i].underlying = None;
            }
        }
        for i in 0..tparams {
            let bound = self.inner.borrow().tparams[i].bound;
            let bound = self.canon(bound);
            self.inner.borrow_mut().tparams[i].bound = bound;
        }
    }
}
