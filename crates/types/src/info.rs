//! What the checker found out, by expression id.

use crate::packages::segment;
use crate::{BuiltinId, ConstValue, ObjId, Objects, PkgId, TypeId, Types};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syntax::{Diagnostic, ExprId, File, FuncDecl, VarDecl};

/// How an expression may be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Not checked, or wrong.
    #[default]
    Invalid,
    /// A call without result.
    NoValue,
    /// A predeclared function.
    Builtin(BuiltinId),
    /// A type.
    TypeExpr,
    /// A constant; the value is present.
    Const,
    /// An addressable variable.
    Variable,
    /// A map element: assignable, not addressable.
    MapIndex,
    /// A computed value.
    Value,
    /// `nil`
    Nil,
    /// A value that may be used with a second result `ok` (receive, assertion).
    CommaOk,
}

/// Mode, type and value of an expression.
#[derive(Clone, Debug, Default)]
pub struct TypeAndValue {
    /// Mode.
    pub mode: Mode,
    /// Type. Of an untyped expression, the final type after conversion, which is untyped
    /// only where no value is needed. Of `nil`, the type it takes on.
    /// In `v, ok = x`, the type of `v` alone.
    pub ty: Option<TypeId>,
    /// Value of a constant, rounded to its type.
    pub value: Option<ConstValue>,
}

/// What a selector `x.f` denotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SelectionKind {
    /// A field.
    FieldVal,
    /// A method bound to its receiver, called or not.
    MethodVal,
    /// `T.m`: a function with the receiver as first parameter.
    MethodExpr,
}

/// A selector other than `pkg.Name`.
#[derive(Clone, Debug)]
pub struct Selection {
    /// What it denotes.
    pub kind: SelectionKind,
    /// Type of `x`.
    pub recv: TypeId,
    /// Indexes of the embedded fields to walk from `x`, and for a field its own index last.
    /// Before each step a pointer is dereferenced implicitly.
    pub path: Vec<u32>,
    /// The method if it is declared; none for fields, and for methods of interfaces and of
    /// type parameters, which are looked up by name.
    pub method: Option<ObjId>,
    /// Where the path ends, for methods: the type that has the method, with neither pointer
    /// nor alias: a declared type, an interface, or a type parameter.
    pub holder: TypeId,
    /// Whether a declared method has a pointer receiver.
    pub ptr_recv: bool,
    /// Whether a pointer was dereferenced on the way.
    pub indirect: bool,
    /// Type of the whole: of the field, or the signature without receiver (with it for `T.m`).
    pub ty: TypeId,
}

/// An instance of a generic function or type.
#[derive(Clone, Debug)]
pub struct Instance {
    /// What is instantiated.
    pub obj: ObjId,
    /// With what.
    pub targs: Vec<TypeId>,
    /// The result: a type, or a signature.
    pub ty: TypeId,
}

/// A variable that a function literal uses from around it.
pub type Capture = ObjId;

/// Variables of a function literal, also those without a name or named `_`.
#[derive(Clone, Debug, Default)]
pub struct LitVars {
    /// Parameters in order.
    pub params: Vec<ObjId>,
    /// Results in order.
    pub results: Vec<ObjId>,
}

/// The tables.
#[derive(Clone, Debug, Default)]
pub struct Info {
    pub(crate) types: Vec<Vec<TypeAndValue>>,
    pub(crate) objects: Vec<Vec<Option<ObjId>>>,
    /// By id of the selector expression.
    pub selections: BTreeMap<ExprId, Selection>,
    /// By id of the name (`F`, or `F` of `pkg.F`) that is instantiated, implicitly or not.
    pub instances: BTreeMap<ExprId, Instance>,
    /// By id of a type switch's clause: the variable declared there.
    pub implicits: BTreeMap<ExprId, ObjId>,
    /// By id of a function literal: the variables it captures, in order of first use
    /// (of literals within it too, unless it declares them).
    pub captures: BTreeMap<ExprId, Vec<Capture>>,
    /// Expressions used with a second value: `v, ok = x`.
    pub comma_ok: BTreeSet<ExprId>,
    /// By id of a field's name in a struct literal: the path of field indexes to it.
    pub field_keys: BTreeMap<ExprId, Vec<u32>>,
    /// By id of a range's operand (without parentheses) that is not evaluated, because only the
    /// length of the array matters: that length.
    pub array_ranges: BTreeMap<ExprId, u64>,
    /// By id of a function literal: its variables.
    pub lits: BTreeMap<ExprId, LitVars>,
}

impl Info {
    /// Mode, type and value of an expression.
    pub fn tv(&self, id: ExprId) -> &TypeAndValue {
        const NONE: &TypeAndValue = &TypeAndValue { mode: Mode::Invalid, ty: None, value: None };
        let (segment, i) = segment(id.0);
        self.types.get(segment).and_then(|s| s.get(i)).unwrap_or(NONE)
    }

    /// Type of an expression; `invalid` when it was not checked.
    pub fn ty(&self, id: ExprId) -> TypeId {
        self.tv(id).ty.unwrap_or(Types::INVALID)
    }

    /// The object that a name declares or uses.
    pub fn object(&self, id: ExprId) -> Option<ObjId> {
        let (segment, i) = segment(id.0);
        self.objects.get(segment).and_then(|s| s.get(i)).copied().flatten()
    }
}

/// One step of a package's initialisation (Go spec, "Package initialization").
#[derive(Clone, Debug)]
pub struct Initializer {
    /// Variables set; blank ones included.
    pub lhs: Vec<ObjId>,
    /// The declaration.
    pub decl: Rc<VarDecl>,
    /// Which of `decl.values`; with several variables and one value it is 0.
    pub value: usize,
}

/// A function or method declaration.
#[derive(Clone, Debug)]
pub struct FuncBody {
    /// The object.
    pub obj: ObjId,
    /// The declaration; without a body it is a native.
    pub decl: Rc<FuncDecl>,
    /// Receiver variable, if it has a name.
    pub recv: Option<ObjId>,
    /// Parameters in order; also those without a name or named `_`.
    pub params: Vec<ObjId>,
    /// Results in order, named or not.
    pub results: Vec<ObjId>,
}

/// A checked package.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its id.
    pub id: PkgId,
    /// Import path; `main` for the learner's.
    pub path: Rc<str>,
    /// Name.
    pub name: Rc<str>,
    /// Files.
    pub files: Vec<Rc<File>>,
    /// Packages it imports, in source order.
    pub imports: Vec<PkgId>,
    /// Package-level objects by name.
    pub scope: BTreeMap<Rc<str>, ObjId>,
    /// Initialisation of package-level variables, in order.
    pub init_order: Vec<Initializer>,
    /// `init` functions in order.
    pub inits: Vec<ObjId>,
    /// Functions and methods declared, in source order, `init`s and blank ones included.
    pub funcs: Vec<FuncBody>,
}

/// A checked program.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Packages, each after those it imports; the learner's is last.
    pub packages: Vec<Package>,
    /// Types.
    pub types: Types,
    /// Objects.
    pub objects: Objects,
    /// Tables.
    pub info: Info,
    /// Errors of the learner's files, sorted, at most ten and then `too many errors`.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the learner's file is one of tests by its name, `…_test.go`.
    pub is_test_file: bool,
}

impl Checked {
    /// A package by its id.
    pub fn package(&self, id: PkgId) -> Option<&Package> {
        self.packages.iter().find(|p| p.id == id)
    }

    /// The learner's package.
    pub fn main(&self) -> Option<&Package> {
        self.packages.last()
    }
}
