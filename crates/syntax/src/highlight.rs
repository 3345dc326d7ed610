//! Colour classes of a text, however broken it is, for the editor.

use crate::scanner::{Scanner, Semi};
use crate::token::Tok;

/// What a token is to the eye.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TokenKind {
    /// `func`, `go`, `select` …
    Keyword,
    /// A predeclared type, or the name that a `type` declares.
    Type,
    /// A predeclared function or constant: `make`, `len`, `true`, `nil`, `iota` …
    Builtin,
    /// A name that is called or declared by `func`.
    Function,
    /// A string or rune literal, closed or not.
    String,
    /// A numeric literal.
    Number,
    /// A comment with its markers.
    Comment,
    /// An operator or a delimiter.
    Operator,
    /// Any other name.
    Identifier,
}

/// A stretch of text of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

/// The tokens of `src` in source order, without overlaps. White space and characters that
/// cannot occur in Go lie between them.
pub fn tokens(src: &str) -> Vec<Token> {
    let mut s = Scanner::new(src, 0);
    s.errors.mute();
    let mut out: Vec<Token> = Vec::new();
    let mut comments = 0;
    let mut prev = Tok::Semi;
    loop {
        s.next();
        for &(start, end) in s.comment_offsets.iter().skip(comments) {
            out.push(token(TokenKind::Comment, start, end));
        }
        comments = s.comment_offsets.len();
        if s.tok == Tok::Eof {
            return out;
        }
        if s.tok == Tok::Semi && s.semi != Semi::Semicolon {
            prev = Tok::Semi;
            continue;
        }
        let kind = match s.tok {
            Tok::Name => name_kind(s.lit, prev),
            Tok::Literal if s.lit.starts_with(['"', '`', '\'']) => TokenKind::String,
            Tok::Literal => TokenKind::Number,
            Tok::Lparen => {
                call(&mut out, prev, s.start);
                TokenKind::Operator
            }
            t if t.is_keyword() => TokenKind::Keyword,
            _ => TokenKind::Operator,
        };
        out.push(token(kind, s.start, s.end_offset()));
        prev = s.tok;
    }
}

fn token(kind: TokenKind, start: usize, end: usize) -> Token {
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Token { kind, start: offset(start), end: offset(end) }
}

/// Makes a function of the name right before the parenthesis at `start`.
fn call(out: &mut [Token], prev: Tok, start: usize) {
    if prev == Tok::Name
        && let Some(last) = out.last_mut()
        && last.kind == TokenKind::Identifier
        && last.end as usize == start
    {
        last.kind = TokenKind::Function;
    }
}

fn name_kind(name: &str, prev: Tok) -> TokenKind {
    match prev {
        Tok::Func => return TokenKind::Function,
        Tok::Type => return TokenKind::Type,
        Tok::Dot => return TokenKind::Identifier,
        _ => {}
    }
    match name {
        "any" | "bool" | "byte" | "comparable" | "complex64" | "complex128" | "error"
        | "float32" | "float64" | "int" | "int8" | "int16" | "int32" | "int64" | "rune"
        | "string" | "uint" | "uint8" | "uint16" | "uint32" | "uint64" | "uintptr" => {
            TokenKind::Type
        }
        "append" | "cap" | "clear" | "close" | "complex" | "copy" | "delete" | "imag" | "len"
        | "make" | "max" | "min" | "new" | "panic" | "print" | "println" | "real" | "recover"
        | "true" | "false" | "nil" | "iota" => TokenKind::Builtin,
        _ => TokenKind::Identifier,
    }
}
