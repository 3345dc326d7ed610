//! Goroutines as futures: interpreter, heap, and the natives of the standard packages.
#![deny(missing_docs)]
