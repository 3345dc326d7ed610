//! A small, deterministic, cooperative executor with a virtual clock and scheduling as data.
#![deny(missing_docs)]
