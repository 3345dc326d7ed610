//! `cargo xtask conformance` and `cargo xtask go`: what the corpus expects beside what real Go does
//! (`tests/programs/README.md` describes the files).

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Output};

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;

use crate::house::House;
use crate::tools::{Go, Need, Tools};

/// The folders of programs whose output is the same on every run.
const DETERMINISTIC: [&str; 3] = ["lang", "conc", "std"];

/// Provides Go, then compares.
pub fn start(house: &House, args: Vec<OsString>) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    run(house, tools.go()?, args)
}

/// Runs Go itself: `cargo xtask go -- version`.
pub fn go(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    let args = args.strip_prefix(&["--".into()]).unwrap_or(args);
    Ok(ExitCode::from(tools.go()?.cmd().args(args).code()?))
}

/// Builds and runs each program with real Go and compares standard output and exit code with the stored ones; words
/// among `args` choose the programs whose path holds one of them.
fn run(house: &House, go: &Go, args: Vec<OsString>) -> Result<ExitCode> {
    let mut words = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let corpus = house.repo.join("tests/programs");
    let work = house.target().join("conformance");
    fs::create_dir_all(&work)?;
    fs::write(work.join("go.mod"), go.mod_file())?;
    let (mut same, mut different) = (0, 0);
    for program in programs(&corpus)? {
        let name = program.strip_prefix(&corpus)?.display().to_string();
        if !words.is_empty() && !words.iter().any(|w| name.contains(w)) {
            continue;
        }
        match compare(go, &program, &work) {
            Ok(()) => same += 1,
            Err(error) => {
                different += 1;
                println!("{name}: {error:#}");
            }
        }
    }
    println!("{same} as stored, {different} different");
    Ok(if different == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn programs(corpus: &Path) -> Result<Vec<PathBuf>> {
    let mut programs = Vec::new();
    for folder in DETERMINISTIC.map(|f| corpus.join(f)) {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?
        {
            programs.push(entry?.path());
        }
    }
    programs.retain(|p| p.extension().is_some_and(|e| e == "go"));
    programs.sort();
    Ok(programs)
}

fn compare(go: &Go, program: &Path, work: &Path) -> Result<()> {
    fs::copy(program, work.join("main.go"))?;
    go.cmd().words("build -o program .").folder(work).run()?;
    let Output { status, stdout, .. } =
        std::process::Command::new(work.join("program")).output()?;
    let code =
        fs::read_to_string(program.with_extension("exit")).unwrap_or_else(|_| "0".to_owned());
    let stored = fs::read(program.with_extension("out")).unwrap_or_default();
    ensure!(
        status.code() == code.trim().parse().ok(),
        "{status}, stored is exit code {}",
        code.trim()
    );
    ensure!(stdout == stored, "output differs:\n{}\nstored:\n{}", text(&stdout), text(&stored));
    Ok(())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
