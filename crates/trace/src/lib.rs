//! The shared words: identities, events, the trace, and the world folded from it.
#![deny(missing_docs)]
