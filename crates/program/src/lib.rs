//! Lowering of checked Go to compact register instructions with a line table.
//!
//! [`lower`] turns a [`types::Checked`] program into a [`Program`]. The instructions are those of
//! [`Op`], values lie in memory as [`layout`] says, and [`Program::dump`] shows the result as text.
#![deny(missing_docs)]

mod assign;
mod assign_op;
mod binary;
mod body;
mod builtin;
mod call;
mod closure;
mod compare;
mod composite;
mod consts;
mod convert;
mod defer;
mod dump;
mod expr;
mod func;
mod hoist;
mod init;
mod known;
pub mod layout;
mod live;
mod lower;
mod method;
pub mod op;
mod place;
mod program;
mod range;
mod rangefunc;
mod rtype;
mod select;
mod stmt;
mod switch;
mod tests_entry;
mod vars;
mod verify;
mod walk;

pub use init::lower;
pub use live::Ahead;
pub use op::Op;
pub use program::*;
pub use walk::{Node, walk};

const _: () = assert!(std::mem::size_of::<Op>() == 8);
