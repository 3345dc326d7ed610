//! Go source text to syntax tree: scanner, parser, diagnostics, formatter. Never fails.
#![deny(missing_docs)]
