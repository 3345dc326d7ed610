//! Numbers and strings as text, as package `strconv` has them.

pub(crate) mod float;
pub(crate) mod quote;
