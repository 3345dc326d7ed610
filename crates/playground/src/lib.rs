//! The facade that the page, the command line and the tests use.
#![deny(missing_docs)]
