//! Go source text to syntax tree: scanner, parser, diagnostics, formatter. Never fails.
//!
//! The parser follows gc's: the same errors at the same places in the same words. The formatter
//! prints what gofmt prints. Trees have a bounded height, so that walks over them may recurse.
//!
//! ```
//! let (file, errors) = syntax::parse("package main\n\nfunc main() { go work( }\n");
//! assert_eq!(&*file.package.name, "main");
//! assert_eq!(errors[0].message, "syntax error: unexpected }, expected expression");
//! assert_eq!(errors[0].pos.to_string(), "3:24");
//!
//! let text = syntax::format("package main\nfunc main(){go work( )}").unwrap();
//! assert_eq!(text, "package main\n\nfunc main() { go work() }\n");
//! ```
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
pub mod testing;
mod token;

pub use ast::*;
pub use diagnostic::Diagnostic;
pub use highlight::{Token, TokenKind, tokens};
pub use parser::{parse, parse_file, parse_named};
pub use pos::Pos;
pub use printer::format;

#[cfg(test)]
mod tests;
