//! What is wrong with a source text, positioned. Rendering is separate (see `playground`).

use crate::Pos;

/// One error, in gc's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where gc would report it.
    pub pos: Pos,
    /// End of the offending text on the same line, exclusive column; `pos.col + 1` when unknown.
    pub end_col: u16,
    /// gc's text, without position. Continuation lines start with a tab.
    pub message: String,
}

impl Diagnostic {
    /// A diagnostic at `pos` that marks one column.
    pub fn new(pos: Pos, message: impl Into<String>) -> Self {
        Diagnostic { pos, end_col: pos.col.saturating_add(1), message: message.into() }
    }
    /// Whether this is a syntax error, after which types are not checked. gc says so; errors in
    /// the package clause and the imports come from the `go` command in other words.
    pub fn is_syntax(&self) -> bool {
        const HEADER: [&str; 8] = [
            "expected '",
            "missing import path",
            "import path must be a string",
            "illegal character",
            "curly quotation mark",
            "string literal not terminated",
            "raw string literal not terminated",
            "nesting depth limit exceeded",
        ];
        self.message.starts_with("syntax error")
            || HEADER.iter().any(|h| self.message.starts_with(h))
    }
}
