//! `cargo xtask …`: the project's chores, and the only place that installs anything.
#![deny(missing_docs)]

mod bench;
mod conformance;
mod dist;
mod house;
mod serve;
mod sh;
mod shots;
mod size;
mod steps;
mod test;
mod tools;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::house::House;

const USAGE: &str = "\
cargo xtask <command>

  serve [ARGS]        provide the tools, then `trunk serve` (ARGS go to it, as --port 9000 or --release)
  build [--dist DIR]  provide the tools, then write the page for any static host to dist/, and print its size
  test [OPTIONS]      provide the tools, then every check there is, step by step
      --list          only name the steps
      --only STEP     only this step (repeat for several)
      --skip STEP     all but this step (repeat for several)
  bench [ARGS]        measure against the peers (ARGS go to the benches)
  conformance [ARGS]  run the programs on real Go too, and compare
  go -- ARGS          that Go, as `cargo xtask go -- version`
  shots [ARGS]        build, then every view in both themes, both languages and three sizes, to target/shots,
                      with what a script finds wrong (--help lists ARGS); `shots one ARGS` makes single pictures
  env                 print the settings with which plain `trunk` works: eval \"$(cargo xtask env)\"

What it installs goes to one folder outside the repository: $INTERLEAVE_TOOLS, else `interleave` in the user's
cache folder. Delete that folder to be rid of all of it. Only Chromium comes as a system package.";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let command = args.next().unwrap_or_default();
    let args: Vec<OsString> = args.collect();
    let house = House::find()?;
    match command.to_str() {
        Some("serve") => serve::run(&house, &args),
        Some("build") => dist::run(&house, args),
        Some("test") => test::run(&house, args),
        Some("bench") => bench::run(&house, &args),
        Some("conformance") => conformance::start(&house, args),
        Some("go") => conformance::go(&house, &args),
        Some("shots") => shots::run(&house, &args),
        Some("env") => serve::print_env(&house),
        Some("" | "help" | "-h" | "--help") => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("no such command: {}\n\n{USAGE}", command.display()),
    }
}
