//! The syntax tree. Shapes and positions follow gc's `cmd/compile/internal/syntax`,
//! because the wording and the place of every error depend on them:
//! a binary operation, a call, a selector … carries in `pos` the position that gc's
//! node has, and [`Expr::start`] gives the leftmost one.

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

/// An expression or a type.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Identity for the checker's tables.
    pub id: ExprId,
    /// Position as gc's node has it (operators: the operator; calls, selectors, indexes: as gc).
    pub pos: Pos,
    /// End of the expression, exclusive.
    pub end: Pos,
    /// What it is.
    pub kind: ExprKind,
}

/// Kinds of literals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LitKind {
    /// `42`
    Int,
    /// `4.2`
    Float,
    /// `4i`
    Imag,
    /// `'x'`
    Rune,
    /// `"x"` or `` `x` ``
    String,
}

/// Unary operators (dereference is `Star`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnOp {
    /// `+x`
    Plus,
    /// `-x`
    Minus,
    /// `!x`
    Not,
    /// `^x`
    Xor,
    /// `&x`
    Addr,
    /// `<-x`
    Recv,
    /// `~x` in constraints
    Tilde,
}

/// Binary operators; also those of assignment operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinOp {
    OrOr,
    AndAnd,
    Eql,
    Neq,
    Lss,
    Leq,
    Gtr,
    Geq,
    Add,
    Sub,
    Or,
    Xor,
    Mul,
    Div,
    Rem,
    And,
    AndNot,
    Shl,
    Shr,
}

/// Direction of a channel type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    SendOnly,
    /// `<-chan T`
    RecvOnly,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Placeholder where the source is broken; already reported.
    Bad,
    /// A name; the expression's own `id` identifies the use.
    Name(Rc<str>),
    /// A literal with its source text. `bad` when the scanner has already complained.
    BasicLit {
        /// Kind.
        kind: LitKind,
        /// Source text.
        text: Rc<str>,
        /// Already reported.
        bad: bool,
    },
    /// `T{…}`; `typ` is absent for elided inner types.
    CompositeLit {
        /// Type.
        typ: Option<Box<Expr>>,
        /// Elements; keyed ones are `KeyValue`.
        elems: Vec<Expr>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `k: v` inside a composite literal.
    KeyValue(Box<Expr>, Box<Expr>),
    /// `func(…) … { … }`
    FuncLit {
        /// Signature.
        typ: FuncType,
        /// Body.
        body: Rc<Block>,
    },
    /// `(x)`
    Paren(Box<Expr>),
    /// `x.sel`
    Selector(Box<Expr>, Ident),
    /// `x[i]`, `F[T, U]`
    Index {
        /// Operand.
        x: Box<Expr>,
        /// One index, or type arguments.
        indices: Vec<Expr>,
    },
    /// `x[a:b:c]`
    Slice {
        /// Operand.
        x: Box<Expr>,
        /// Bounds.
        index: [Option<Box<Expr>>; 3],
        /// Whether a second colon was written.
        full: bool,
    },
    /// `x.(T)`
    Assert(Box<Expr>, Box<Expr>),
    /// `x := y.(type)` as the tag of a switch
    TypeSwitchGuard {
        /// Variable, if one is declared.
        lhs: Option<Ident>,
        /// Operand.
        x: Box<Expr>,
    },
    /// Unary operation.
    Unary(UnOp, Box<Expr>),
    /// `*x`: dereference or pointer type.
    Star(Box<Expr>),
    /// Binary operation.
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `f(args...)`
    Call {
        /// Function.
        fun: Box<Expr>,
        /// Arguments.
        args: Vec<Expr>,
        /// Whether the last is followed by `...`.
        dots: bool,
        /// Position of `)`.
        rparen: Pos,
    },
    /// `[N]T`; `len` is absent for `[...]T`.
    ArrayType {
        /// Length.
        len: Option<Box<Expr>>,
        /// Element.
        elem: Box<Expr>,
    },
    /// `[]T`
    SliceType(Box<Expr>),
    /// `...T` as the last parameter.
    DotsType(Box<Expr>),
    /// `struct { … }`
    StructType {
        /// Fields, one name each; embedded ones have no name.
        fields: Vec<Field>,
        /// Tag literals parallel to `fields`.
        tags: Vec<Option<Rc<str>>>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `interface { … }`: methods have a name and a `FuncType`; others are embedded elements.
    InterfaceType {
        /// Methods and elements.
        methods: Vec<Field>,
        /// Position of `{`.
        lbrace: Pos,
        /// Position of `}`.
        rbrace: Pos,
    },
    /// `func(…) …` as a type.
    FuncType(FuncType),
    /// `map[K]V`
    MapType(Box<Expr>, Box<Expr>),
    /// `chan T`
    ChanType(ChanDir, Box<Expr>),
}

/// `{ … }`
#[derive(Clone, Debug)]
pub struct Block {
    /// Position of `{`.
    pub lbrace: Pos,
    /// Statements.
    pub stmts: Vec<Stmt>,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// Position as gc's node has it (assignments: the operator; others: their start).
    pub pos: Pos,
    /// Leftmost position.
    pub start: Pos,
    /// End, exclusive.
    pub end: Pos,
    /// What it is.
    pub kind: StmtKind,
}

/// `break`, `continue`, `goto`, `fallthrough`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BranchTok {
    Break,
    Continue,
    Goto,
    Fallthrough,
}

/// `go` or `defer`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CallTok {
    Go,
    Defer,
}

/// What a statement is.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// `;` or a broken statement that was already reported.
    Empty,
    /// An expression on its own.
    Expr(Expr),
    /// `ch <- v`
    Send(Expr, Expr),
    /// `a, b = x, y`
    Assign {
        /// Left side.
        lhs: Vec<Expr>,
        /// Right side.
        rhs: Vec<Expr>,
    },
    /// `a, b := x, y`; the left side may hold non-names in broken code.
    Define {
        /// Left side.
        lhs: Vec<Expr>,
        /// Right side.
        rhs: Vec<Expr>,
    },
    /// `a += x`
    AssignOp(BinOp, Expr, Expr),
    /// `a++` (true) or `a--` (false)
    IncDec(Expr, bool),
    /// `go f(x)` or `defer f(x)`; that it is a call is for the checker to ensure.
    Call(CallTok, Expr),
    /// `return x, y`
    Return(Vec<Expr>),
    /// `break L` and its kin.
    Branch(BranchTok, Option<Ident>),
    /// `{ … }`
    Block(Block),
    /// `if`
    If(Box<IfStmt>),
    /// `switch` over values or types.
    Switch(Box<SwitchStmt>),
    /// `select`
    Select(Vec<CommClause>, Pos),
    /// `for`, without `range`.
    For(Box<ForStmt>),
    /// `for … range`
    Range(Box<RangeStmt>),
    /// `L: stmt`
    Labeled(Ident, Box<Stmt>),
    /// `var`, `const`, `type` inside a function.
    Decl(Vec<Decl>),
}

/// `if init; cond { … } else …`
#[derive(Clone, Debug)]
pub struct IfStmt {
    /// Init statement.
    pub init: Option<Stmt>,
    /// Condition; `Bad` when missing.
    pub cond: Expr,
    /// Body.
    pub then: Block,
    /// `else` branch: a block or another `if`.
    pub els: Option<Stmt>,
}

/// `switch init; tag { … }`; a type switch when `tag` is a `TypeSwitchGuard`.
#[derive(Clone, Debug)]
pub struct SwitchStmt {
    /// Init statement.
    pub init: Option<Stmt>,
    /// Tag.
    pub tag: Option<Expr>,
    /// Clauses.
    pub clauses: Vec<CaseClause>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// `case a, b: …` or `default: …`
#[derive(Clone, Debug)]
pub struct CaseClause {
    /// Position of the keyword.
    pub pos: Pos,
    /// Identity for the variable that a type switch declares per clause.
    pub id: ExprId,
    /// Values or types; absent for `default`.
    pub cases: Option<Vec<Expr>>,
    /// Body.
    pub body: Vec<Stmt>,
    /// Position of `:`.
    pub colon: Pos,
}

/// `case ch <- v: …`, `case v := <-ch: …` or `default: …`
#[derive(Clone, Debug)]
pub struct CommClause {
    /// Position of the keyword.
    pub pos: Pos,
    /// Send, receive expression, or assignment from a receive; absent for `default`.
    pub comm: Option<Stmt>,
    /// Body.
    pub body: Vec<Stmt>,
    /// Position of `:`.
    pub colon: Pos,
}

/// `for init; cond; post { … }`
#[derive(Clone, Debug)]
pub struct ForStmt {
    /// Init statement.
    pub init: Option<Stmt>,
    /// Condition.
    pub cond: Option<Expr>,
    /// Post statement.
    pub post: Option<Stmt>,
    /// Body.
    pub body: Block,
}

/// `for k, v := range x { … }`
#[derive(Clone, Debug)]
pub struct RangeStmt {
    /// Position of the `range` clause as in gc.
    pub pos: Pos,
    /// Whether `:=` was used.
    pub def: bool,
    /// Left side, as many as written (more than two is an error of the checker).
    pub lhs: Vec<Expr>,
    /// Operand.
    pub x: Expr,
    /// Body.
    pub body: Block,
}

impl Expr {
    /// Leftmost position of the expression as gc's `StartPos` gives it: not quite so for
    /// slice expressions, where it is that of the bracket.
    pub fn start(&self) -> Pos {
        let mut e = self;
        loop {
            match &e.kind {
                ExprKind::CompositeLit { typ: Some(t), .. } => e = t,
                ExprKind::KeyValue(x, _)
                | ExprKind::Selector(x, _)
                | ExprKind::Index { x, .. }
                | ExprKind::Assert(x, _)
                | ExprKind::Binary(_, x, _) => e = x,
                ExprKind::Call { fun, .. } => e = fun,
                ExprKind::TypeSwitchGuard { lhs: None, x } => e = x,
                ExprKind::TypeSwitchGuard { lhs: Some(l), .. } => return l.pos,
                _ => return e.pos,
            }
        }
    }

    /// Leftmost position of the expression.
    pub fn first(&self) -> Pos {
        let mut e = self;
        while let ExprKind::CompositeLit { typ: Some(x), .. }
        | ExprKind::KeyValue(x, _)
        | ExprKind::Selector(x, _)
        | ExprKind::Index { x, .. }
        | ExprKind::Slice { x, .. }
        | ExprKind::Assert(x, _)
        | ExprKind::Binary(_, x, _)
        | ExprKind::Call { fun: x, .. }
        | ExprKind::TypeSwitchGuard { lhs: None, x } = &e.kind
        {
            e = x;
        }
        match &e.kind {
            ExprKind::TypeSwitchGuard { lhs: Some(l), .. } => l.pos,
            _ => e.pos,
        }
    }

    /// The expression without enclosing parentheses.
    pub fn unparen(&self) -> &Expr {
        let mut e = self;
        while let ExprKind::Paren(x) = &e.kind {
            e = x;
        }
        e
    }
}
