//! Our executor against `futures`' LocalPool, `async-executor`'s LocalExecutor and tokio's
//! LocalSet: all single-threaded, in one process, round by round in turn. Then Go programs against compiled Go.
//!
//! `cargo run --release -p benches`

mod channels;
mod contestants;
mod go;
mod measure;
mod parked;
mod seek;
mod work;

use contestants::Contestant;
use measure::{Figure, measure};
use work::{PingPong, Yields};

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 11;

fn main() {
    parked::report();
    go::report();
    println!("CPU time, median of {ROUNDS} rounds (fastest to slowest), compared with ours\n");
    report("1,000 tasks x 1,000 yields, ns per yield", &contestants::all(Yields), work::YIELDS);
    report(
        "1,000,000 ping-pongs of two tasks by wakers, ns per round trip",
        &contestants::all(PingPong),
        work::PING_PONGS,
    );
    report(
        "1,000,000 ping-pongs of two tasks by channels, ns per round trip",
        &channels::all(),
        work::PING_PONGS,
    );
    println!("seeking to any event of a trace");
    seek::report();
}

/// Measures, and prints one line for each contestant: its time, and how many times as long as
/// ours it takes.
fn report(title: &str, all: &[Contestant], ops: u32) {
    println!("{title}");
    let figures = measure(all, ROUNDS, ops);
    let Some((_, ours)) = figures.first() else { return };
    for (c, f) in &figures {
        let Figure { median, min, max } = f;
        let ratio = median / ours.median;
        println!("  {:<34} {median:>7.1} ({min:.1} to {max:.1})  x{ratio:.2}", c.name);
    }
    let peers = figures.iter().filter(|(c, _)| c.peer).map(|(_, f)| f.median);
    let fastest = peers.fold(f64::INFINITY, f64::min);
    println!("  fastest peer / ours: {:.2}", fastest / ours.median);
    if let Some((_, traced)) = figures.iter().find(|(c, _)| c.traced) {
        println!("  tracing costs {:.0} ns more\n", traced.median - ours.median);
    }
}
