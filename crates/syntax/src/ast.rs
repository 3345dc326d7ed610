//! The syntax tree. Shapes and positions follow gc's `cmd/compile/internal/syntax`,
//! because the wording and the place of every error depend on them:
//! a binary operation, a call, a selector … carries in `pos` the position that gc's
//! node has, and [`Expr::start`] gives the leftmost one.

mod expr;
mod stmt;

pub use expr::*;
pub use stmt::*;

use crate::Pos;
use std::rc::Rc;

/// Identifies an expression within one compilation; indexes the type checker's tables.
/// Every [`Expr`] has its own, unique over all files parsed with consecutive first ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ExprId(pub u32);

/// A file: package clause, imports and declarations.
#[derive(Clone, Debug)]
pub struct File {
    /// Name in the package clause.
    pub package: Ident,
    /// Declarations in source order, imports included. Groups are flattened; see `group`.
    pub decls: Vec<Decl>,
    /// Language version from a `//go:build go1.N` line: `Some((1, N))`.
    pub go_version: Option<(u32, u32)>,
    /// All comments in source order (for the formatter and `//param` lines).
    pub comments: Vec<Comment>,
    /// Position of the end of the file.
    pub eof: Pos,
    /// First expression id that this file does not use.
    pub next_id: u32,
}

/// A comment with its text (`//…` without the newline, or `/*…*/`).
#[derive(Clone, Debug)]
pub struct Comment {
    /// Where it starts.
    pub pos: Pos,
    /// Where it ends (exclusive).
    pub end: Pos,
    /// Text with its markers.
    pub text: Rc<str>,
    /// Whether no token stands before it on its line.
    pub alone: bool,
}

/// A name where it is declared or used. It is an expression id of its own, so that the
/// checker can attach an object to any identifier, declared or used.
#[derive(Clone, Debug)]
pub struct Ident {
    /// Identity for the checker's tables.
    pub id: ExprId,
    /// Where it stands.
    pub pos: Pos,
    /// Its text; `_` for the blank identifier and for a missing name.
    pub name: Rc<str>,
}

/// The parenthesised group that a declaration came from, so that the formatter can restore it
/// and constants can inherit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Position of the keyword (`import`, `const`, `var`, `type`).
    pub keyword: Pos,
    /// Position of `(`, or none when the declaration stands alone.
    pub lparen: Option<Pos>,
    /// Position of `)`.
    pub rparen: Option<Pos>,
    /// Index of this declaration in the group; for constants this is `iota`.
    pub index: u32,
}

/// A top-level or local declaration.
#[derive(Clone, Debug)]
pub enum Decl {
    /// `import name "path"`
    Import(Rc<ImportDecl>),
    /// `const a, b T = x, y`
    Const(Rc<ConstDecl>),
    /// `var a, b T = x, y`
    Var(Rc<VarDecl>),
    /// `type T[P any] = U`
    Type(Rc<TypeDecl>),
    /// A function or method.
    Func(Rc<FuncDecl>),
}

/// An import.
#[derive(Clone, Debug)]
pub struct ImportDecl {
    /// gc's position of the declaration.
    pub pos: Pos,
    /// Group it stands in.
    pub group: Group,
    /// Local name (`.`, `_` or a name) if given.
    pub local: Option<Ident>,
    /// Position of the path literal.
    pub path_pos: Pos,
    /// The unquoted path.
    pub path: Rc<str>,
}

/// A constant specification.
#[derive(Clone, Debug)]
pub struct ConstDecl {
    /// gc's position of the declaration.
    pub pos: Pos,
    /// Group it stands in; `group.index` is `iota`. Specs of one group share `group.keyword`.
    pub group: Group,
    /// Names declared.
    pub names: Vec<Ident>,
    /// Type if given.
    pub typ: Option<Expr>,
    /// Values; empty when inherited from the previous spec of the group.
    pub values: Vec<Expr>,
}

/// A variable specification.
#[derive(Clone, Debug)]
pub struct VarDecl {
    /// gc's position of the declaration.
    pub pos: Pos,
    /// Group it stands in.
    pub group: Group,
    /// Names declared.
    pub names: Vec<Ident>,
    /// Type if given.
    pub typ: Option<Expr>,
    /// Initial values, possibly one call for several names.
    pub values: Vec<Expr>,
}

/// A type specification.
#[derive(Clone, Debug)]
pub struct TypeDecl {
    /// gc's position of the declaration.
    pub pos: Pos,
    /// Group it stands in.
    pub group: Group,
    /// Name declared.
    pub name: Ident,
    /// Type parameters.
    pub tparams: Vec<Field>,
    /// Whether `=` stands between name and type.
    pub alias: bool,
    /// Right-hand side.
    pub typ: Expr,
}

/// A function or method declaration.
#[derive(Clone, Debug)]
pub struct FuncDecl {
    /// Position of the `func` keyword.
    pub keyword: Pos,
    /// gc's position of the declaration: what follows `func`.
    pub pos: Pos,
    /// Receiver.
    pub recv: Option<Field>,
    /// Name.
    pub name: Ident,
    /// Type parameters.
    pub tparams: Vec<Field>,
    /// Signature.
    pub typ: FuncType,
    /// Body; absent in stubs of the standard library.
    pub body: Option<Block>,
}

/// A parameter, result, struct field, or type parameter: one name each (a list `a, b int`
/// becomes two fields that share `typ` by `Rc`, as in gc).
#[derive(Clone, Debug)]
pub struct Field {
    /// Position of the field.
    pub pos: Pos,
    /// Name, if any. An embedded field has none.
    pub name: Option<Ident>,
    /// Type (`DotsType` for a variadic parameter).
    pub typ: Rc<Expr>,
}

/// A signature without its name.
#[derive(Clone, Debug)]
pub struct FuncType {
    /// Position of `func` or of the parameter list.
    pub pos: Pos,
    /// Parameters.
    pub params: Vec<Field>,
    /// Results.
    pub results: Vec<Field>,
    /// Where the signature ends.
    pub end: Pos,
}
