//! What scheduling costs, in virtual nanoseconds, from published figures.
//!
//! Machines differ by a factor of three; what matters is how these compare with each other.

/// Creating a goroutine. `BenchmarkCreateGoroutines` of Go's own runtime: 88 ns on one
/// processor, creation, switch and end together (Go change list 46170044).
pub const CREATE_GOROUTINE: u64 = 100;

/// Switching to another goroutine on the same thread. E. Bendersky, "Measuring context switching
/// and memory overheads for Linux threads" (2018), measures about 200 ns for goroutines.
pub const SWITCH_GOROUTINE: u64 = 200;

/// Creating a kernel thread. U. Drepper and I. Molnar, "The Native POSIX Thread Library for
/// Linux" (2003): 100,000 threads in two seconds.
pub const CREATE_THREAD: u64 = 20_000;

/// Switching a core to another kernel thread: 1.2 to 1.5 µs (Bendersky).
pub const SWITCH_THREAD: u64 = 1_500;

/// From waking a parked thread until it runs on another core: 2.2 µs (Bendersky, threads that
/// are not pinned to a core).
pub const WAKE_THREAD: u64 = 2_200;

/// How long a kernel thread runs while others wait: the base slice of Linux' EEVDF scheduler
/// on eight or more cores (`sysctl_sched_base_slice`).
pub const KERNEL_SLICE: u64 = 3_000_000;

/// How far a processor runs ahead of the others, so that it need not stop at every step.
pub const QUANTUM: u64 = 1_000;
