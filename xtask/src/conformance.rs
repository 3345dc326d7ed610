//! `cargo xtask conformance` and `cargo xtask go`: what the corpus expects beside what real Go does, and beside what
//! this engine does (`tests/programs/README.md` describes the files).

mod coverage;
mod engine;
mod format;
mod lessons;
#[path = "../../crates/playground/tests/common/misformat.rs"]
mod misformat;
mod names;
#[path = "../../crates/playground/tests/common/normal.rs"]
mod normal;
mod program;
mod real;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::process::{Command, ExitCode, Stdio};

use anyhow::Result;
use lexopt::prelude::*;

use crate::house::House;
use crate::sh::Cmd;
use crate::tools::{Need, Tools};
use engine::Engine;
use program::Kind;
use real::Real;

const USAGE: &str = "\
cargo xtask conformance [OPTIONS] [WORD…]

Runs each program of tests/programs and tests/invalid with real Go, compares with what is stored, and runs it on
this engine too. What is stored nowhere yet is stored. Words choose the programs whose path holds one of them;
`format` asks gofmt about badly formatted variants, `lessons` checks the lessons' programs (`lessons 4.1`: some),
`names` lists what real Go's packages have and ours do not, `coverage` what the corpus uses.

  --store     store what real Go does, also where it is something else than before
  --no-engine only real Go; an outcome that is new is then a difference
  --runs N    runs of each program whose output depends on scheduling (200), half as many for races";

/// What to do.
struct Plan {
    words: Vec<String>,
    store: bool,
    engine: bool,
    runs: u32,
}

impl Plan {
    /// Whether a check that is not about the corpus itself is asked for.
    fn wants(&self, check: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|w| w.starts_with(check))
    }

    /// Where programs are built: a whole run, which takes long, does not meet one of a few programs.
    fn folder(&self) -> &'static str {
        if self.words.is_empty() { "conformance" } else { "conformance-some" }
    }
}

/// Provides Go, then compares.
pub fn start(house: &House, args: Vec<OsString>) -> Result<ExitCode> {
    let mut plan = Plan { words: Vec::new(), store: false, engine: true, runs: 200 };
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Value(word) => plan.words.push(word.string()?),
            Long("store") => plan.store = true,
            Long("no-engine") => plan.engine = false,
            Long("runs") => plan.runs = parser.value()?.parse()?,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    run(house, &plan)
}

/// Runs Go itself: `cargo xtask go -- version`.
pub fn go(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    let args = args.strip_prefix(&["--".into()]).unwrap_or(args);
    Ok(ExitCode::from(tools.go()?.cmd().args(args).code()?))
}

/// How many programs agree, of how many.
#[derive(Clone, Copy, Default)]
struct Tally {
    agree: usize,
    all: usize,
}

impl Tally {
    fn count(&mut self, name: &str, what: &str, result: Result<(), String>) {
        self.all += 1;
        match result {
            Ok(()) => self.agree += 1,
            Err(text) => println!("{name}: {what}\n{}", text.trim_end()),
        }
    }

    fn is_whole(self) -> bool {
        self.agree == self.all
    }
}

fn run(house: &House, plan: &Plan) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    be_nice();
    let engine = if plan.engine { Some(Engine::build(house)?) } else { None };
    let real = Real::prepare(tools.go()?, house.target().join(plan.folder()), plan.runs)?;
    let mut figures: BTreeMap<Kind, (Tally, Tally)> = BTreeMap::new();
    for program in program::all(&house.repo.join("tests"))? {
        if !plan.words.is_empty() && !plan.words.iter().any(|w| program.name.contains(w)) {
            continue;
        }
        let (stored, ours) = figures.entry(program.kind).or_default();
        let seen = match real.run(&program) {
            Ok(seen) => seen,
            Err(error) => {
                stored.count(&program.name, "real Go", Err(format!("{error:#}")));
                continue;
            }
        };
        if plan.store || !program.is_stored() {
            program.store(&seen)?;
        }
        let before = program.stored()?;
        let all = before.with(&seen);
        match before.admits(&seen) {
            // No number of runs shows every order. What this engine does under some seed too is news, not a fault.
            Err(new) if engine.is_some() && program.kind == Kind::Order => {
                println!(
                    "{}: new from real Go (--store keeps it)\n{}",
                    program.name,
                    new.trim_end()
                );
                stored.count(&program.name, "", Ok(()));
            }
            result => stored.count(&program.name, "real Go (+) is not as stored (-)", result),
        }
        if let Some(engine) = engine.as_ref().filter(|_| program.kind != Kind::Race) {
            let same = engine.run(&program, &all, real.folder());
            ours.count(&program.name, "this engine (+) is not as real Go (-)", same);
        }
    }
    let mut rest_agrees = true;
    let mut others = Vec::new();
    if plan.wants("format") {
        let program = engine.as_ref().map(Engine::program);
        let (agree, all) =
            format::compare(&house.repo.join("tests"), &real.gofmt(), program, plan.store)?;
        rest_agrees &= agree == all;
        others.push(format!("format   this engine as gofmt: {agree} of {all}"));
    }
    if plan.wants("coverage") {
        let right = coverage::check(&house.repo.join("tests"), &real, plan.store)?;
        rest_agrees &= right;
        let verdict = if right { "as stored" } else { "not as stored" };
        others.push(format!("coverage the list of what the corpus uses: {verdict}"));
    }
    if plan.wants("names") {
        let right = names::check(&house.repo.join("crates/types/src"), &real, plan.store)?;
        rest_agrees &= right;
        let verdict = if right { "as stored" } else { "not as stored" };
        others.push(format!("names    what this library lacks: {verdict}"));
    }
    if plan.wants("lessons") {
        let words: Vec<String> =
            plan.words.iter().filter(|w| w.as_str() != "lessons").cloned().collect();
        let (right, all) = lessons::check(&house.repo.join("lessons"), &real, &words)?;
        rest_agrees &= right == all;
        others.push(format!("lessons  as real Go has it: {right} of {all}"));
    }
    println!();
    for (kind, (stored, ours)) in &figures {
        println!(
            "{:<8} real Go as stored: {} of {}; this engine as real Go: {} of {}",
            kind.name(),
            stored.agree,
            stored.all,
            ours.agree,
            ours.all
        );
    }
    others.iter().for_each(|line| println!("{line}"));
    let whole = |(stored, ours): &(Tally, Tally)| stored.is_whole() && ours.is_whole();
    Ok(if rest_agrees && figures.values().all(whole) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Hundreds of builds should not slow down whoever works meanwhile.
fn be_nice() {
    let id = std::process::id().to_string();
    let mut command = Command::new("renice");
    command.args(["-n", "10", "-p", &id]).stdout(Stdio::null()).stderr(Stdio::null());
    // Where there is no such program, we are not nice.
    let _ = command.status();
}

/// The command line of this engine, built.
fn build_cli(house: &House) -> Result<std::path::PathBuf> {
    Cmd::new("cargo").words("build --release --quiet -p cli").folder(&house.repo).run()?;
    Ok(house.target().join("release/interleave"))
}
