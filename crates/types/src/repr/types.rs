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
}
