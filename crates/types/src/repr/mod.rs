//! Types: hash-consed, so that identical types (Go spec, "Type identity") have equal ids.

mod basic;
mod canon;
mod declared;
mod lookup;
mod string;
mod subst;
mod types;
mod typeset;

pub use basic::Basic;
pub use lookup::{Lookup, LookupError, LookupKind};
pub use string::Style;
pub(crate) use string::Writer;
pub use types::Types;
pub use typeset::TypeSet;
pub(crate) use typeset::{equal_fold, is_exported, same_id};

use crate::object::{ObjId, PkgId};
use std::rc::Rc;
pub use syntax::ChanDir;

/// An interned type. In the tables of [`crate::Checked`], two types are identical exactly when
/// their ids are equal: aliases, `byte`, `rune` and parameter names are gone there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(pub u32);

/// A declared type, or an instance of a generic one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NamedId(pub u32);

/// A type parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeParamId(pub u32);

/// An alias, kept for the wording of messages only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AliasId(pub u32);

/// The shape of a type. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Type {
    /// A predeclared type or an untyped kind.
    Basic(Basic),
    /// A declared type; see [`Types::named`].
    Named(NamedId),
    /// `*T`
    Pointer(TypeId),
    /// `[]T`
    Slice(TypeId),
    /// `[N]T`
    Array(TypeId, u64),
    /// `map[K]V`
    Map(TypeId, TypeId),
    /// `chan T`
    Chan(ChanDir, TypeId),
    /// `struct { … }`
    Struct(Rc<StructType>),
    /// `func(…) …`
    Func(Rc<Signature>),
    /// `interface { … }`; [`Types::type_set`] has its complete method set.
    Interface(Rc<InterfaceType>),
    /// Results of a call: none, or two and more.
    Tuple(Rc<[TypeId]>),
    /// A type parameter; see [`Types::tparam`].
    TypeParam(TypeParamId),
    /// `A | ~B` in a constraint.
    Union(Rc<[Term]>),
    /// An alias. Never in the tables of [`crate::Checked`].
    Alias(AliasId),
}

/// A struct's fields.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct StructType {
    /// Fields in source order.
    pub fields: Vec<FieldType>,
}

/// A field of a struct.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FieldType {
    /// Name; the type's name when embedded.
    pub name: Rc<str>,
    /// Package that declares it; identity of unexported names depends on it.
    pub pkg: PkgId,
    /// Type.
    pub ty: TypeId,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Tag, unquoted.
    pub tag: Option<Rc<str>>,
}

/// A parameter or result.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Param {
    /// Name if given; absent in the tables of [`crate::Checked`].
    pub name: Option<Rc<str>>,
    /// Type; a slice for the variadic one.
    pub ty: TypeId,
}

/// A function's type.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Signature {
    /// Type parameters of a generic function, each a [`Type::TypeParam`].
    pub tparams: Vec<TypeId>,
    /// Parameters. The receiver is not among them.
    pub params: Vec<Param>,
    /// Results.
    pub results: Vec<Param>,
    /// Whether the last parameter takes any number of arguments.
    pub variadic: bool,
}

/// A method of an interface.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct IfaceMethod {
    /// Name.
    pub name: Rc<str>,
    /// Package that declares it; part of the identity of unexported names.
    pub pkg: PkgId,
    /// Type, a [`Type::Func`].
    pub ty: TypeId,
}

/// An interface as written. After [`Types::canon`] it is complete: `methods` holds the whole
/// method set sorted by name, `embeds` at most one union.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct InterfaceType {
    /// Methods.
    pub methods: Vec<IfaceMethod>,
    /// Embedded interfaces, types and unions.
    pub embeds: Vec<TypeId>,
    /// Whether the `interface{ … }` around a constraint was left out.
    pub implicit: bool,
    /// Whether only comparable types implement it.
    pub comparable: bool,
}

/// `T` or `~T` in a union.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Term {
    /// Whether all types with this underlying type belong.
    pub tilde: bool,
    /// Type.
    pub ty: TypeId,
}

/// A method of a declared type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Method {
    /// Name.
    pub name: Rc<str>,
    /// The function; its declaration is found through [`crate::Object::decl`].
    pub obj: ObjId,
    /// Whether the receiver is a pointer.
    pub ptr_recv: bool,
}

/// What is known of a declared type.
#[derive(Clone, Debug)]
pub struct NamedInfo {
    /// Declaring object.
    pub obj: ObjId,
    /// Name without package.
    pub name: Rc<str>,
    /// Package; none for predeclared types (`error`, `comparable`).
    pub pkg: Option<PkgId>,
    /// The generic type that this one is an instance of; itself when it is none.
    pub origin: NamedId,
    /// Type parameters, if this is a generic type (or an instance: those of the origin).
    pub tparams: Rc<[TypeId]>,
    /// Type arguments, if this is an instance.
    pub targs: Rc<[TypeId]>,
    /// How many leading type parameters are implicit: those of the generic function
    /// around a local type. They are never printed.
    pub implicit: usize,
    /// Methods in source order; for an instance, those of its origin.
    pub methods: Rc<Vec<Method>>,
    pub(crate) rhs: Option<TypeId>,
    pub(crate) underlying: Option<TypeId>,
    pub(crate) valid: bool,
    /// Where an instance is first written.
    pub(crate) pos: syntax::Pos,
}

/// What is known of a type parameter.
#[derive(Clone, Debug)]
pub struct TypeParamInfo {
    /// Declaring object.
    pub obj: ObjId,
    /// Name.
    pub name: Rc<str>,
    /// Its place in the list.
    pub index: usize,
    /// Constraint.
    pub bound: TypeId,
}

/// What is known of an alias.
#[derive(Clone, Debug)]
pub struct AliasInfo {
    /// Declaring object.
    pub obj: ObjId,
    /// Name without package.
    pub name: Rc<str>,
    /// Package; none for `any`.
    pub pkg: Option<PkgId>,
    /// What it stands for; none while it is being declared.
    pub rhs: Option<TypeId>,
    /// The generic alias it is an instance of; itself when it is none.
    pub origin: AliasId,
    /// Type parameters.
    pub tparams: Rc<[TypeId]>,
    /// Type arguments.
    pub targs: Rc<[TypeId]>,
}
