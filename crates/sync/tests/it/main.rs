//! Tests of the primitives, all through the public face.

mod drop;
mod events;
mod lab;
mod model;
mod random;
mod time;
