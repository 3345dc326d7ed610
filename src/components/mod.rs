//! Small parts that several views use.

mod icon;
mod rich;
mod still;
mod term;
mod width;

pub use icon::{Icon, icon};
pub use rich::{found, rich, rich_with};
pub use still::{still, still_item};
pub use width::{look_at_sketch, use_width};
