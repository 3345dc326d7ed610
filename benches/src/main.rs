//! Our executor against `futures`' LocalPool, `async-executor`'s LocalExecutor and tokio's
//! LocalSet, all single-threaded, in one process, round by round in turn.
//!
//! `cargo run --release -p benches`
#![deny(missing_docs)]

mod contestants;
mod measure;
mod work;

use contestants::{Contestant, OURS, PEERS};
use measure::{Figure, measure};

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 9;

fn main() {
    let all = [OURS, PEERS].concat();
    report(
        "1,000 tasks x 1,000 yields, ns per yield",
        &measure(&all, ROUNDS, |c| (c.run)(&work::yields), work::YIELDS),
    );
    report(
        "two tasks, 1,000,000 ping-pongs, ns per round trip",
        &measure(&all, ROUNDS, |c| (c.run)(&work::ping_pong), work::PING_PONGS),
    );
}

/// Prints one line for each contestant: its time, and how it compares with our executor.
fn report(title: &str, figures: &[(&Contestant, Figure)]) {
    println!("{title}");
    let Some((_, ours)) = figures.first() else { return };
    for (c, f) in figures {
        let ratio = f.median / ours.median;
        println!("  {:<32} {:>8.1}  ({:.1} to {:.1})  x{ratio:.2}", c.name, f.median, f.min, f.max);
    }
    let fastest = figures.iter().filter(|(c, _)| c.peer).map(|(_, f)| f.median);
    let fastest = fastest.fold(f64::INFINITY, f64::min);
    println!("  fastest peer takes {:.2} times as long as ours\n", fastest / ours.median);
}
