//! What one run says about others: races by happens-before, and all orders.
#![deny(missing_docs)]

mod clock;
mod detector;
mod edges;
mod memory;
mod race;
mod report;
mod stack;
mod threads;

pub use detector::Detector;
pub use race::{Access, By, Frame, Known, Missing, Place, Race};
