//! `tests/programs/COVERAGE.md`: which programs of the corpus use which feature of the language and which name of the
//! library.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::program::{self, Kind, difference};
use super::real::Real;

/// Prints the tables.
const LISTER: &str = include_str!("coverage.go");

/// What no syntax tree shows.
const BY_HAND: &str = include_str!("coverage.md");

/// Compares with the stored list, and stores it if wanted; whether it is right.
pub fn check(tests: &Path, real: &Real<'_>, store: bool) -> Result<bool> {
    let folder = fs::canonicalize(tests.join("programs"))?.display().to_string();
    let tables = real.once_with(LISTER, &[folder])?;
    let list = format!("{}{tables}## What no syntax tree shows\n\n{BY_HAND}", head(tests)?);
    let stored = tests.join("programs/COVERAGE.md");
    if store {
        fs::write(&stored, &list).with_context(|| format!("writing {}", stored.display()))?;
    }
    let text = difference("COVERAGE.md (--store renews it)", &list, &fs::read_to_string(&stored)?);
    print!("{text}");
    Ok(text.is_empty())
}

fn head(tests: &Path) -> Result<String> {
    let all = program::all(tests)?;
    let count = |kind: Kind| all.iter().filter(|p| p.kind == kind).count();
    Ok(format!(
        "# Coverage of the corpus\n\nMade by `cargo xtask conformance coverage --store` from the programs' syntax trees \
         and types: everything below is used by the programs named, at most two of those that use it.\n\n{} \
         deterministic programs and {} files of tests; {} in `order`, {} in `race`, {} in `tests/invalid`. `cargo test \
         -p playground --test coverage` holds that every instruction and every exported name of the library is used.\n\n",
        count(Kind::Plain),
        count(Kind::Tests),
        count(Kind::Order),
        count(Kind::Race),
        count(Kind::Invalid),
    ))
}
