//! What the tests of the whole engine share: the corpus, the normal forms, one way to run a program,
//! and the list of failures that are known.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod corpus;
pub mod known;
pub mod normal;

use playground::{Budgets, Compiled, Recording, Run, Settings, Strategy};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Limits that no program of the corpus reaches.
pub const GENEROUS: Budgets = Budgets {
    steps: 200_000_000,
    goroutines: 100_000,
    heap: 1 << 30,
    output: 16 << 20,
    stack: 64 << 20,
    events: 1_000_000,
};

/// As Go would run it, without a trace.
pub fn plain() -> Settings {
    Settings { tracing: false, budgets: GENEROUS, ..Settings::default() }
}

/// Another order for each seed.
pub fn random(seed: u64) -> Settings {
    Settings { strategy: Strategy::Random, seed, ..plain() }
}

/// Compiles a program; gc's text if it is refused.
pub fn compile(source: &str, file: &str) -> Result<Compiled, String> {
    playground::compile_named(source, file).map_err(|d| playground::render(file, &d))
}

/// Runs to the end.
pub fn record(compiled: &Compiled, settings: &Settings) -> Recording {
    let mut run = Run::start(compiled, settings).expect("settings are valid");
    while !run.advance(1_000_000) {}
    run.finish()
}

/// Runs `f`; a panic of the engine becomes its text, so that the other programs still get their turn.
pub fn guarded<R>(f: impl FnOnce() -> R) -> Result<R, String> {
    catch_unwind(AssertUnwindSafe(f)).map_err(|cause| {
        let text = cause.downcast_ref::<String>().cloned();
        let text = text.or_else(|| cause.downcast_ref::<&str>().map(|s| (*s).to_owned()));
        format!("the engine panics: {}", text.unwrap_or_default())
    })
}

/// The first line in which two texts differ, with its neighbours.
pub fn difference(want: &str, got: &str) -> String {
    let (want, got): (Vec<&str>, Vec<&str>) = (want.lines().collect(), got.lines().collect());
    let same = want.iter().zip(&got).take_while(|(a, b)| a == b).count();
    let mut text = format!("  line {}:\n", same + 1);
    let part = |lines: &[&str], sign: char| {
        let shown = lines.iter().skip(same).take(6);
        let mut text: String = shown.map(|l| format!("  {sign} {l}\n")).collect();
        if lines.len() <= same {
            text = format!("  {sign} (end)\n");
        }
        text
    };
    text += &part(&want, '-');
    text += &part(&got, '+');
    text
}
