//! Objects: what names stand for.

use crate::{ConstValue, TypeId};
use std::ops::{Index, IndexMut};
use std::rc::Rc;
use syntax::{FuncDecl, Pos};

/// An object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjId(pub u32);

/// A package; see [`crate::Checked::package`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PkgId(pub u32);

/// What sort of variable it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VarKind {
    /// Package-level variable.
    Package,
    /// Local variable.
    Local,
    /// Receiver.
    Recv,
    /// Parameter.
    Param,
    /// Result, named or not.
    Result,
}

/// Predeclared functions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum BuiltinId {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    /// `unsafe.Sizeof`, always constant here.
    Sizeof,
}

impl BuiltinId {
    /// Those that are predeclared.
    pub const ALL: [BuiltinId; 18] = [
        BuiltinId::Append,
        BuiltinId::Cap,
        BuiltinId::Clear,
        BuiltinId::Close,
        BuiltinId::Complex,
        BuiltinId::Copy,
        BuiltinId::Delete,
        BuiltinId::Imag,
        BuiltinId::Len,
        BuiltinId::Make,
        BuiltinId::Max,
        BuiltinId::Min,
        BuiltinId::New,
        BuiltinId::Panic,
        BuiltinId::Print,
        BuiltinId::Println,
        BuiltinId::Real,
        BuiltinId::Recover,
    ];
}

/// What an object is.
#[derive(Clone, Debug)]
pub enum ObjectKind {
    /// A variable.
    Var(VarKind),
    /// A constant; without value when its declaration is wrong.
    Const(Option<ConstValue>),
    /// A type, alias or type parameter.
    TypeName,
    /// A function or a method.
    Func,
    /// An imported package's name in a file.
    PkgName(PkgId),
    /// A predeclared function.
    Builtin(BuiltinId),
    /// `nil`
    Nil,
}

/// An object.
#[derive(Clone, Debug)]
pub struct Object {
    /// Name.
    pub name: Rc<str>,
    /// What it is.
    pub kind: ObjectKind,
    /// Type. Of a generic function, its signature with type parameters.
    pub ty: TypeId,
    /// Where it is declared.
    pub pos: Pos,
    /// Package; none for predeclared objects.
    pub pkg: Option<PkgId>,
    /// Declared at package level.
    pub top_level: bool,
    /// Of a function or method: its declaration. Without a body it is a native.
    pub decl: Option<Rc<FuncDecl>>,
    /// Of a method: the receiver's type (`T` or `*T`).
    pub recv: Option<TypeId>,
    /// Of a method of a generic type: the receiver's own names for the type parameters;
    /// substitute the instance's type arguments for them.
    pub recv_tparams: Rc<[TypeId]>,
    /// Of a local variable: used inside a function literal nested in the declaring function.
    pub captured: bool,
    /// Of a variable: `&` is applied to it or a part of it, or it is sliced as an array,
    /// or a method with pointer receiver is called on it.
    pub addr_taken: bool,
    /// Of a variable: how often it is assigned after its declaration (saturating).
    pub assignments: u32,
    /// Of a variable: declared and used.
    pub used: bool,
}

/// All objects of a compilation.
#[derive(Clone, Debug, Default)]
pub struct Objects(pub(crate) Vec<Object>);

impl Objects {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (ObjId, &Object)> {
        self.0.iter().enumerate().map(|(i, o)| (ObjId(i as u32), o))
    }
}

impl Index<ObjId> for Objects {
    type Output = Object;

    fn index(&self, id: ObjId) -> &Object {
        &self.0[id.0 as usize]
    }
}

impl IndexMut<ObjId> for Objects {
    fn index_mut(&mut self, id: ObjId) -> &mut Object {
        &mut self.0[id.0 as usize]
    }
}
