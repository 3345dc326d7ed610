//! Statements.

use super::*;

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
