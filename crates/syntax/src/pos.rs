//! Source positions.

use std::fmt;

/// A place in a source text: 1-based line and 1-based column, both as gc counts
/// them (the column in bytes). Line 0 means "no position".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pos {
    /// Which file of the compilation: 0 is the learner's, others are the standard library's.
    pub file: u16,
    /// 1-based line.
    pub line: u32,
    /// 1-based column in bytes; saturates at 65,535.
    pub col: u16,
}

impl Pos {
    /// No position at all.
    pub const NONE: Pos = Pos { file: 0, col: 0, line: 0 };

    /// Whether this is a real position.
    pub fn is_known(self) -> bool {
        self.line > 0
    }
}

impl fmt::Debug for Pos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.col)
    }
}

impl fmt::Display for Pos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.col)
    }
}
