//! Tokens and operators, as gc names them.

use crate::ast::{BinOp, UnOp};

/// A token class. The text of a name or literal is held by the scanner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Tok {
    Eof,
    Name,
    Literal,
    /// Any operator but `*`.
    Operator,
    AssignOp,
    IncOp,
    Assign,
    Define,
    Arrow,
    Star,
    Lparen,
    Lbrack,
    Lbrace,
    Rparen,
    Rbrack,
    Rbrace,
    Comma,
    Semi,
    Colon,
    Dot,
    DotDotDot,
    Break,
    Case,
    Chan,
    Const,
    Continue,
    Default,
    Defer,
    Else,
    Fallthrough,
    For,
    Func,
    Go,
    Goto,
    If,
    Import,
    Interface,
    Map,
    Package,
    Range,
    Return,
    Select,
    Struct,
    Switch,
    Type,
    Var,
}

/// Keywords with their tokens, sorted by text.
const KEYWORDS: [(&str, Tok); 25] = [
    ("break", Tok::Break),
    ("case", Tok::Case),
    ("chan", Tok::Chan),
    ("const", Tok::Const),
    ("continue", Tok::Continue),
    ("default", Tok::Default),
    ("defer", Tok::Defer),
    ("else", Tok::Else),
    ("fallthrough", Tok::Fallthrough),
    ("for", Tok::For),
    ("func", Tok::Func),
    ("go", Tok::Go),
    ("goto", Tok::Goto),
    ("if", Tok::If),
    ("import", Tok::Import),
    ("interface", Tok::Interface),
    ("map", Tok::Map),
    ("package", Tok::Package),
    ("range", Tok::Range),
    ("return", Tok::Return),
    ("select", Tok::Select),
    ("struct", Tok::Struct),
    ("switch", Tok::Switch),
    ("type", Tok::Type),
    ("var", Tok::Var),
];

impl Tok {
    /// The keyword with this text, if it is one.
    pub(crate) fn keyword(text: &str) -> Option<Tok> {
        let i = KEYWORDS.binary_search_by(|(k, _)| (*k).cmp(text)).ok()?;
        KEYWORDS.get(i).map(|&(_, t)| t)
    }

    /// Whether this is a keyword.
    pub(crate) fn is_keyword(self) -> bool {
        self as u8 >= Tok::Break as u8
    }

    /// The token as error messages show it.
    pub(crate) fn describe(self) -> String {
        match self {
            Tok::Comma => "comma".into(),
            Tok::Semi => "semicolon or newline".into(),
            t if t.is_keyword() => format!("keyword {}", t.text()),
            t => t.text().into(),
        }
    }

    /// The token's spelling, or its class in lower case.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Tok::Eof => "EOF",
            Tok::Name => "name",
            Tok::Literal => "literal",
            Tok::Operator => "op",
            Tok::AssignOp => "op=",
            Tok::IncOp => "opop",
            Tok::Assign => "=",
            Tok::Define => ":=",
            Tok::Arrow => "<-",
            Tok::Star => "*",
            Tok::Lparen => "(",
            Tok::Lbrack => "[",
            Tok::Lbrace => "{",
            Tok::Rparen => ")",
            Tok::Rbrack => "]",
            Tok::Rbrace => "}",
            Tok::Comma => ",",
            Tok::Semi => ";",
            Tok::Colon => ":",
            Tok::Dot => ".",
            Tok::DotDotDot => "...",
            t => KEYWORDS.iter().find(|(_, k)| *k == t).map_or("", |(s, _)| s),
        }
    }
}

/// A set of tokens.
#[derive(Clone, Copy)]
pub(crate) struct TokSet(u64);

impl TokSet {
    /// The set of `toks`.
    pub(crate) const fn of(toks: &[Tok]) -> TokSet {
        let mut bits = 0;
        let mut i = 0;
        while i < toks.len() {
            bits |= 1 << toks[i] as u64;
            i += 1;
        }
        TokSet(bits)
    }

    /// The union of two sets.
    pub(crate) const fn or(self, other: TokSet) -> TokSet {
        TokSet(self.0 | other.0)
    }

    /// Whether `t` is in the set.
    pub(crate) fn has(self, t: Tok) -> bool {
        self.0 & (1 << t as u64) != 0
    }
}

/// Operators, unary and binary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Op {
    Not,
    Tilde,
    Bin(BinOp),
}

impl Op {
    /// The operator's spelling.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Op::Not => "!",
            Op::Tilde => "~",
            Op::Bin(b) => b.text(),
        }
    }

    /// Binary precedence, 1 (`||`) to 5 (`*`); 0 for purely unary operators.
    pub(crate) fn prec(self) -> u8 {
        match self {
            Op::Not | Op::Tilde => 0,
            Op::Bin(b) => b.prec(),
        }
    }
}

impl BinOp {
    /// The operator's spelling.
    pub fn text(self) -> &'static str {
        match self {
            BinOp::OrOr => "||",
            BinOp::AndAnd => "&&",
            BinOp::Eql => "==",
            BinOp::Neq => "!=",
            BinOp::Lss => "<",
            BinOp::Leq => "<=",
            BinOp::Gtr => ">",
            BinOp::Geq => ">=",
            BinOp::Add => "+",
            BinOp::Sub => "-",
            BinOp::Or => "|",
            BinOp::Xor => "^",
            BinOp::Mul => "*",
            BinOp::Div => "/",
            BinOp::Rem => "%",
            BinOp::And => "&",
            BinOp::AndNot => "&^",
            BinOp::Shl => "<<",
            BinOp::Shr => ">>",
        }
    }

    /// Precedence, 1 (`||`) to 5 (`*`), as in the Go specification, section "Operators".
    pub fn prec(self) -> u8 {
        match self {
            BinOp::OrOr => 1,
            BinOp::AndAnd => 2,
            BinOp::Eql | BinOp::Neq | BinOp::Lss | BinOp::Leq | BinOp::Gtr | BinOp::Geq => 3,
            BinOp::Add | BinOp::Sub | BinOp::Or | BinOp::Xor => 4,
            BinOp::Mul
            | BinOp::Div
            | BinOp::Rem
            | BinOp::And
            | BinOp::AndNot
            | BinOp::Shl
            | BinOp::Shr => 5,
        }
    }
}

impl UnOp {
    /// The operator's spelling.
    pub fn text(self) -> &'static str {
        match self {
            UnOp::Plus => "+",
            UnOp::Minus => "-",
            UnOp::Not => "!",
            UnOp::Xor => "^",
            UnOp::Addr => "&",
            UnOp::Recv => "<-",
            UnOp::Tilde => "~",
        }
    }
}
