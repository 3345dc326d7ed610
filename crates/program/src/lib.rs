//! Lowering of checked Go to compact register instructions with a line table.
#![deny(missing_docs)]

mod dump;
pub mod layout;
pub mod op;
mod program;

pub use op::Op;
pub use program::*;

const _: () = assert!(std::mem::size_of::<Op>() == 8);
