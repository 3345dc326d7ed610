//! A short form of `cargo run --release -p playground --example fuzz`: whatever the text, the engine
//! answers with errors or with an outcome.

mod common;
#[path = "common/judge.rs"]
mod judge;
#[path = "common/mutate.rs"]
mod mutate;

use common::{corpus, guarded};
use mutate::Stock;
use std::collections::BTreeMap;

/// Mutants that are tried.
const MUTANTS: u64 = 1500;

#[test]
fn mutants_never_break_the_engine() {
    let stock = Stock::load();
    let mut ends: BTreeMap<&str, u32> = BTreeMap::new();
    let mut broken = String::new();
    for n in 0..MUTANTS {
        let text = stock.mutant(1, n);
        match guarded(|| judge::judge(&text, n)).flatten() {
            Ok(end) => *ends.entry(end).or_default() += 1,
            Err(why) => broken += &format!("mutant {n}: {why}\n"),
        }
    }
    println!("{ends:?}");
    assert!(
        broken.is_empty(),
        "to repeat: cargo run --release -p playground --example fuzz\n{broken}"
    );
    // The mutants are not all rubbish: a good part runs, and each kind of end is met.
    let ran: u32 = ends.iter().filter(|(end, _)| **end != "refused").map(|(_, n)| n).sum();
    assert!(ran > MUTANTS as u32 / 10 && ends.len() == 5, "{ends:?}");
}
