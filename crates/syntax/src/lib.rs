//! Go source text to syntax tree: scanner, parser, diagnostics, formatter. Never fails.
#![deny(missing_docs)]

pub mod ast;
mod branches;
mod build_tag;
mod chars;
mod diagnostic;
mod errors;
mod highlight;
mod parser;
mod pos;
mod printer;
mod scanner;
pub mod show;
mod source;
mod token;

pub use ast::*;
pub use diagnostic::Diagnostic;
pub use highlight::{Token, TokenKind, tokens};
pub use parser::{parse, parse_file};
pub use pos::Pos;
pub use printer::format;

#[cfg(test)]
mod tests;
