//! Decisions as data.

use crate::Choice;
use trace::GoId;

/// Everything that was decided in a run, enough to repeat it.
///
/// As text (`Display`, `FromStr`) it reads `v1 fifo; g1 g2x3 s1/3 g1/120`: version, strategy,
/// then the decisions. `g2x3`: goroutine 2 ran three times; `g1/120`: goroutine 1 ran and was
/// interrupted after 120 units of fuel; `s1/3`: of three ready `select` cases the second was
/// taken. Letters of choices: `s` select, `m` map order, `r` random number, `t` timers, `w`
/// work stealing, `n` network, `c` custom. `(g1 g2)x9` repeats a group. A cost other than 10 ns stands in
/// the header: `v1 fifo cost=1;`. So does GOMAXPROCS where no strategy is made of it,
/// `v1 fifo procs=4;`, because the program can ask, and what somebody decided by hand where a strategy would have
/// decided otherwise, as [`Pick`]s: `v1 fifo picks=3+120g5,s7/1;`.
///
/// ```
/// use executor::{Decision, Schedule};
/// let s: Schedule = "v1 free; g1 g2x2".parse().unwrap();
/// assert_eq!(s.decisions[1], Decision::Run { go: trace::GoId(2), cut: None });
/// assert_eq!(s.decisions.len(), 3);
/// assert_eq!(s.to_string(), "v1 free; g1 g2x2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Who decided.
    pub strategy: Strategy,
    /// GOMAXPROCS as the program is told it, where the strategy does not name a number.
    pub procs: Option<u16>,
    /// Virtual nanoseconds per unit of fuel.
    pub cost: u32,
    /// What was decided by hand, in the order in which it came true.
    pub picks: Vec<Pick>,
    /// The decisions in order.
    pub decisions: Vec<Decision>,
}

impl Schedule {
    /// Ordinary cost of a unit of fuel, in nanoseconds.
    pub const COST: u32 = 10;

    /// A schedule without decisions: only the strategy, which is all that a deterministic
    /// strategy needs to repeat a run of the same program.
    ///
    /// ```
    /// use executor::{Schedule, Strategy};
    /// let s = Schedule::new(Strategy::Random { seed: 7 });
    /// assert_eq!(s.to_string(), "v1 random seed=7");
    /// ```
    pub fn new(strategy: Strategy) -> Self {
        let (picks, decisions) = (Vec::new(), Vec::new());
        Schedule { strategy, procs: None, cost: Self::COST, picks, decisions }
    }
}

/// The strategy that made a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// Decided from outside (by hand, by exploration): only the decisions can repeat it.
    Free,
    /// [`Fifo`](crate::Fifo).
    Fifo,
    /// [`Random`](crate::Random).
    Random {
        /// Seed.
        seed: u64,
    },
    /// Go's scheduler: processors, threads, run queues.
    Model {
        /// GOMAXPROCS.
        procs: u16,
        /// Seed of stealing order and choices.
        seed: u64,
    },
    /// One thread for all goroutines (N:1): [`Model::one_thread`](crate::Model::one_thread).
    OneThread {
        /// Seed of choices.
        seed: u64,
    },
    /// One kernel thread for each goroutine (1:1): [`Threads`](crate::Threads).
    Threads {
        /// Number of cores.
        cores: u16,
        /// Seed of choices.
        seed: u64,
    },
}

/// A decision taken by hand. It names its place by counting slices and choices, which depend on
/// nothing but the program, the strategy and the decisions before.
///
/// ```
/// use executor::Pick;
/// let pick: Pick = "3+120g5".parse().unwrap();
/// assert_eq!(pick, Pick::Run { slice: 3, after: 120, go: trace::GoId(5) });
/// assert_eq!("s7/1".parse(), Ok(Pick::Choose { choice: 7, pick: 1 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Slice number `slice` (from 0) is cut after so much fuel, and `go` runs next; with no fuel
    /// at all `go` runs in its place.
    Run {
        /// Slice.
        slice: u32,
        /// Fuel; 0 for before the slice.
        after: u32,
        /// Who runs.
        go: GoId,
    },
    /// Choice number `choice` (from 0) falls on this alternative.
    Choose {
        /// Choice.
        choice: u32,
        /// Alternative, from 0.
        pick: u32,
    },
}

/// One decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// `go` ran a slice.
    Run {
        /// Who.
        go: GoId,
        /// Fuel after which it was interrupted; none if it stopped by itself.
        cut: Option<u32>,
    },
    /// Of `n` alternatives, `pick` was taken.
    Choose {
        /// What was chosen.
        what: Choice,
        /// How many alternatives there were.
        n: u32,
        /// Which was taken, from 0.
        pick: u32,
    },
}
