//! Seeded chance.

use super::one::One;
use crate::{Choice, Env, Queues, Ready, Rng, Scheduler, Slice, Stopped, Strategy};
use trace::GoId;

/// Any runnable task may run next, for any number of steps: the same for the same seed.
///
/// Slices are short now and then, so that a task can be interrupted between any two steps.
///
/// ```
/// use executor::{Executor, Random};
/// let order = |seed| {
///     let ex = Executor::new(Box::new(Random::new(seed)), trace::Tracer::off());
///     for _ in 0..5 {
///         ex.handle().spawn(async {}, Default::default());
///     }
///     ex.run();
///     ex.schedule()
/// };
/// assert_eq!(order(1), order(1));
/// assert!((2..9).any(|seed| order(seed).decisions != order(1).decisions));
/// ```
#[derive(Debug)]
pub struct Random {
    seed: u64,
    rng: Rng,
    /// In order of arrival.
    ready: Vec<GoId>,
    /// Who is to run next, whatever the dice say.
    preferred: Option<GoId>,
    proc: One,
}

impl Random {
    /// Chance from this seed.
    ///
    /// ```
    /// let random = executor::Random::new(42);
    /// ```
    pub fn new(seed: u64) -> Self {
        Random {
            seed,
            rng: Rng::new(seed),
            ready: Vec::new(),
            preferred: None,
            proc: One::default(),
        }
    }
}

impl Scheduler for Random {
    fn ready(&mut self, go: GoId, _how: Ready, env: &mut Env<'_>) {
        self.proc.enqueue(go, env);
        self.ready.push(go);
    }

    fn stopped(&mut self, s: Stopped, env: &mut Env<'_>) {
        if self.proc.stopped(s, env) {
            self.proc.enqueue(s.go, env);
            self.ready.push(s.go);
        }
    }

    fn next(&mut self, env: &mut Env<'_>) -> Option<Slice> {
        self.proc.boot(env);
        if self.ready.is_empty() {
            return None;
        }
        let dice = self.rng.below(self.ready.len() as u32) as usize;
        let wish = self.preferred.take();
        let wish = wish.and_then(|go| self.ready.iter().position(|g| *g == go));
        let go = self.ready.remove(wish.unwrap_or(dice));
        self.proc.start(go, env);
        // Length 2^k × (1..2): as many short slices as long ones.
        let octave = 1 << self.rng.below(15);
        Some(Slice { go, fuel: octave + self.rng.below(octave) })
    }

    fn choose(&mut self, _what: Choice, n: u32) -> u32 {
        self.rng.below(n)
    }

    fn prefer(&mut self, go: GoId, _env: &mut Env<'_>) -> bool {
        self.preferred = Some(go).filter(|go| self.ready.contains(go));
        self.preferred.is_some()
    }

    fn strategy(&self) -> Strategy {
        Strategy::Random { seed: self.seed }
    }

    fn queues(&self) -> Queues {
        self.proc.queues(self.ready.clone())
    }
}
