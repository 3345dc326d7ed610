//! Mutants of the corpus in wasm: whatever the text, the engine answers with errors or with an outcome.
//!
//! `INTERLEAVE_MUTANTS=10000` at compile time tries more than the tests do every day:
//! `INTERLEAVE_MUTANTS=10000 cargo xtask test --only wasm-tests`.
#![cfg(target_arch = "wasm32")]

#[path = "../../../crates/playground/tests/common/judge.rs"]
mod judge;
#[path = "../../../crates/playground/tests/common/mutate.rs"]
mod mutate;

use mutate::Stock;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// The corpus as the build script packed it.
mod corpus {
    /// A program of the corpus.
    pub struct Program {
        /// `lang/closures`.
        pub id: String,
        /// Its text.
        pub source: String,
    }

    /// Every program.
    pub fn all() -> Vec<Program> {
        let text = include_str!(concat!(env!("OUT_DIR"), "/corpus.txt"));
        let parts = text.split("\n== ").map(|p| p.trim_start_matches("== "));
        let part = |p: &str| {
            let (id, source) = p.split_once('\n').unwrap_or((p, ""));
            Program { id: id.into(), source: source.into() }
        };
        parts.map(part).collect()
    }
}

/// Mutants that are tried every day.
const FEW: u64 = 300;

#[wasm_bindgen_test]
fn mutants_never_break_the_engine() {
    let many = option_env!("INTERLEAVE_MUTANTS").and_then(|n| n.parse().ok()).unwrap_or(FEW);
    let stock = Stock::load();
    let mut ran = 0;
    for n in 0..many {
        // A trap ends everything: the last number says which one it was.
        if n % 500 == 0 {
            console_log!("mutant {n}");
        }
        match judge::judge(&stock.mutant(2, n), n) {
            Ok(end) => ran += u64::from(end != "refused"),
            Err(why) => panic!("mutant {n} of seed 2: {why}"),
        }
    }
    console_log!("{many} mutants, {ran} of them ran");
    assert!(ran > many / 10, "{ran} of {many} ran");
}
