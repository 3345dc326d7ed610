//! Small parts that several views use.

mod icon;
mod rich;
mod term;

pub use icon::{Icon, icon};
pub use rich::{found, rich, rich_with};
