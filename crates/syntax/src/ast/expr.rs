//! Expressions and types.

use super::*;

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

    /// The expression that this one begins with: itself, if a token of its own comes first.
    pub fn leftmost(&self) -> &Expr {
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
        e
    }

    /// Leftmost position of the expression.
    pub fn first(&self) -> Pos {
        let e = self.leftmost();
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
