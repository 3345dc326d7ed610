//! Measuring side by side.

use crate::contestants::Contestant;
use cpu_time::ThreadTime;

/// Nanoseconds per operation.
pub struct Figure {
    pub median: f64,
    pub min: f64,
    pub max: f64,
}

/// Runs every contestant once a round, after one round that does not count, so that a change
/// in the machine's mood falls upon all of them.
pub fn measure(all: &[Contestant], rounds: usize, ops: u32) -> Vec<(&Contestant, Figure)> {
    let mut times = vec![vec![]; all.len()];
    for round in 0..=rounds {
        for (c, times) in all.iter().zip(&mut times) {
            let start = ThreadTime::now();
            (c.run)();
            if round > 0 {
                times.push(start.elapsed().as_nanos() as f64 / f64::from(ops));
            }
        }
    }
    let figures = times.into_iter().map(|mut t| {
        t.sort_by(f64::total_cmp);
        Figure { median: t[t.len() / 2], min: t[0], max: t[t.len() - 1] }
    });
    all.iter().zip(figures).collect()
}
