//! Go's type checker for the language that Interleave runs.
#![deny(missing_docs)]
