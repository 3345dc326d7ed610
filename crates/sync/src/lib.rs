//! Go's synchronisation primitives, one file each, over the executor.
#![deny(missing_docs)]
