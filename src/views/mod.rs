//! The views: they draw what the state says and emit actions; none keeps playback state.

pub mod code;
pub mod contents;
pub mod dock;
mod editor;
pub mod guide;
mod gutter;
pub mod help;
mod inspector;
mod lanes;
mod machine;
pub mod notes;
pub mod output;
pub mod side;
mod special;
pub mod stage;
mod timeline;
mod tools;
pub mod top;

pub use timeline::closer;
