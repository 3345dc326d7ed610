//! Tests of the primitives, all through the public face.

mod events;
mod lab;
mod time;
