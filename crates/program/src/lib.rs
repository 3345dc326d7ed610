//! Lowering of checked Go to compact register instructions with a line table.
#![deny(missing_docs)]
