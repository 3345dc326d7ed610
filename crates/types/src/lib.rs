//! Go's type checker for the language that Interleave runs.
//!
//! Modelled on gc's `cmd/compile/internal/types2`: the same verdicts, words, positions and order.
//! [`check`] takes the parsed files of one package and gives back [`Checked`]: every type
//! interned in [`Types`], every object in [`Objects`], and the tables of [`Info`] by expression id.
#![deny(missing_docs)]

mod constant;
mod info;
mod object;
mod repr;

pub use constant::{BigFloat, ConstValue, Float};
pub use info::{
    Capture, Checked, FuncBody, Info, Initializer, Instance, Mode, Package, Selection,
    SelectionKind, TypeAndValue,
};
pub use object::{BuiltinId, ObjId, Object, ObjectKind, Objects, PkgId, VarKind};
pub use repr::{
    Basic, FieldType, IfaceMethod, InterfaceType, Lookup, LookupKind, Method, NamedId, NamedInfo,
    Param, Signature, StructType, Style, Term, Type, TypeId, TypeParamId, TypeParamInfo, TypeSet,
    Types,
};
