//! Small parts that several views use.

mod icon;
mod rich;

pub use icon::{Icon, icon};
pub use rich::rich;
