//! The same Go programs here and compiled by Go's own compiler, round by round in turn.

use cpu_time::ThreadTime;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use playground::{Budgets, Compiled, OutcomeKind, Run, Settings, compile};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rounds of each; the median counts.
const ROUNDS: usize = 7;

/// A program under `benches/go` and what it is measured by.
struct Case {
    name: &'static str,
    source: &'static str,
    /// What one operation is.
    unit: &'static str,
    ops: u32,
    /// How many times as long as compiled Go it may take.
    aim: f64,
}

macro_rules! case {
    ($name:literal, $ops:expr, $unit:literal, $aim:expr) => {
        Case {
            name: $name,
            source: include_str!(concat!("../go/", $name, ".go")),
            unit: $unit,
            ops: $ops,
            aim: $aim,
        }
    };
}

const CASES: [Case; 4] = [
    case!("pingpong", 1_000_000, "round trip over unbuffered channels", 1.0),
    case!("sieve", 1, "sieve of 300 primes", 3.0),
    case!("mutex", 400_000, "hand-over of a mutex", 1.5),
    case!("fib", 1, "fib(30)", 50.0),
];

/// Prints a line for each program: ours, compiled Go's, and the ratio.
pub fn report() {
    println!("compiled Go, CPU time, median of {ROUNDS} rounds (fastest to slowest), tracing off");
    let folder = std::env::temp_dir().join(format!("against-go-{}", std::process::id()));
    for case in &CASES {
        match build(case, &folder) {
            Some(binary) => side_by_side(case, &binary),
            None => println!("  {}: no Go to compare with (name it by GO=...)", case.unit),
        }
    }
    // What is left behind in a temporary folder harms nobody.
    std::fs::remove_dir_all(&folder).ok();
    println!();
}

fn side_by_side(case: &Case, binary: &Path) {
    let compiled = match compile(case.source) {
        Ok(compiled) => compiled,
        Err(errors) => panic!("{} is right, but: {errors:?}", case.name),
    };
    // Go on one processor runs both sides on one thread, as ours does; with two it may pay for waking the other.
    let mut times = [vec![], vec![], vec![]];
    for _ in 0..ROUNDS {
        times[0].push(ours(&compiled));
        times[1].push(theirs(binary, "1"));
        times[2].push(theirs(binary, "2"));
    }
    let [ours, one, two] = times.map(|mut t| {
        t.sort_by(f64::total_cmp);
        let [median, min, max] =
            [t[t.len() / 2], t[0], t[t.len() - 1]].map(|t| t / f64::from(case.ops));
        (median, format!("{} ({} to {})", show(median), show(min), show(max)))
    });
    println!("  {}", case.unit);
    println!("    ours              {}", ours.1);
    for (name, go) in [("Go, GOMAXPROCS=1", one), ("Go, GOMAXPROCS=2", two)] {
        let (ratio, aim) = (ours.0 / go.0, case.aim);
        let verdict = if ratio <= aim { "within" } else { "ABOVE" };
        println!("    {name}  {}  ours / Go: {ratio:.2}, {verdict} the aim of {aim:.1}", go.1);
    }
}

fn show(ns: f64) -> String {
    if ns < 10_000.0 { format!("{ns:.0} ns") } else { format!("{:.1} ms", ns / 1e6) }
}

/// Nanoseconds of a whole run, compilation apart: Go's is not counted either.
fn ours(compiled: &Compiled) -> f64 {
    let budgets = Budgets { steps: u64::MAX, ..Budgets::default() };
    let settings = Settings { tracing: false, gomaxprocs: 1, budgets, ..Settings::default() };
    let start = ThreadTime::now();
    let Ok(mut run) = Run::start(compiled, &settings) else { panic!("no schedule to misread") };
    while !run.advance(u64::MAX) {}
    let outcome = run.finish().outcome;
    let time = start.elapsed().as_nanos() as f64;
    assert_eq!(outcome.kind, OutcomeKind::Ok, "{}", outcome.stderr);
    time
}

/// Nanoseconds of a whole process.
fn theirs(binary: &Path, procs: &str) -> f64 {
    let before = children();
    let status = Command::new(binary).env("GOMAXPROCS", procs).status();
    assert!(status.is_ok_and(|s| s.success()), "{} fails", binary.display());
    children() - before
}

/// CPU nanoseconds of all children that have ended.
fn children() -> f64 {
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { panic!("no usage of children") };
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    micros as f64 * 1e3
}

fn build(case: &Case, folder: &Path) -> Option<PathBuf> {
    let go = std::env::var_os("GO").unwrap_or_else(|| OsString::from("go"));
    std::fs::create_dir_all(folder).ok()?;
    let (source, binary) = (folder.join(format!("{}.go", case.name)), folder.join(case.name));
    std::fs::write(&source, case.source).ok()?;
    let built = Command::new(go).arg("build").arg("-o").arg(&binary).arg(&source).status();
    built.is_ok_and(|s| s.success()).then_some(binary)
}
