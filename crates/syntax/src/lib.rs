//! Go source text to syntax tree: scanner, parser, diagnostics, formatter. Never fails.
#![deny(missing_docs)]

pub mod ast;
mod diagnostic;
mod pos;

pub use ast::*;
pub use diagnostic::Diagnostic;
pub use pos::Pos;
