//! Tests of the primitives, all through the public face.

mod channels;
mod drop;
mod lab;
mod locks;
mod model;
mod program;
mod random;
mod stage;
mod time;
