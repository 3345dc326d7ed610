//! Strategies: who runs next. One file each.

mod fifo;
mod random;

pub use fifo::Fifo;
pub use random::Random;
