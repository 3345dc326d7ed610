//! What this engine does with a program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::normal::{self, Fault};
use super::program::{Behaviour, Kind, Program};
use super::real::{Seen, text};
use crate::house::House;

/// Seeds that may be tried until every outcome of real Go has been seen.
const SEEDS: u32 = 1000;

/// The command line of this engine.
pub struct Engine {
    program: PathBuf,
}

impl Engine {
    /// Builds it.
    pub fn build(house: &House) -> Result<Engine> {
        Ok(Engine { program: super::build_cli(house)? })
    }

    /// Its command line.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Whether it does what real Go did; `folder` holds the program.
    pub fn run(&self, program: &Program, real: &Behaviour, folder: &Path) -> Result<(), String> {
        let call = |args: &[&str]| {
            let output = Command::new(&self.program).args(args).current_dir(folder).output();
            output.map_err(|e| format!("{}: {e}", self.program.display()))
        };
        match real {
            Behaviour::Run { .. } => {
                let mut seen = Seen::of(call(&["run", program.file()])?, "");
                if program.kind == Kind::Tests {
                    seen.out = normal::test_output(&seen.out);
                }
                let seen = Behaviour::Run { out: seen.out, err: seen.err, exit: seen.exit };
                real.without_library().admits(&seen.without_library())
            }
            Behaviour::Outcomes(wanted) => {
                let mut missing = wanted.clone();
                for seed in 0..SEEDS {
                    if missing.is_empty() {
                        break;
                    }
                    let output = call(&["run", program.file(), "--seed", &seed.to_string()])?;
                    let seen = Seen::of(output, "");
                    missing.remove(&normal::outcome(&seen.out, &seen.err, seen.exit));
                }
                let text: String = missing.iter().map(|s| format!("  - {s:?}\n")).collect();
                if text.is_empty() { Ok(()) } else { Err(text) }
            }
            Behaviour::Refused(printed) => {
                let output = call(&["check", program.file()])?;
                let (want, got) = (set(printed), set(&text(&output.stderr)));
                let list = |sign: char, a: &BTreeSet<String>, b: &BTreeSet<String>| -> String {
                    a.difference(b).map(|f| format!("  {sign} {f}\n")).collect()
                };
                let text = list('-', &want, &got) + &list('+', &got, &want);
                if text.is_empty() { Ok(()) } else { Err(text) }
            }
            Behaviour::Races(_) => Ok(()),
        }
    }
}

fn set(printed: &str) -> BTreeSet<String> {
    let shown = |f: &Fault| format!("{}: {}", f.line, f.message);
    normal::diagnostics(printed).iter().map(shown).collect()
}
