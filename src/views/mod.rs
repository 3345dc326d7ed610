//! The views: they draw what the state says and emit actions; none keeps playback state.

pub mod code;
pub mod contents;
pub mod dock;
mod editor;
pub mod guide;
pub mod help;
mod lanes;
pub mod notes;
pub mod output;
mod special;
pub mod stage;
mod timeline;
pub mod top;

pub use timeline::closer;
