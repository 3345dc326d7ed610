//! All orders in which a concurrent program can run.
#![deny(missing_docs)]
