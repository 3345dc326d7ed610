//! `cargo xtask bench`: the measurements are a package of their own.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::house::House;
use crate::sh::Cmd;

/// Runs the benches, to which `args` go.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let benches = Cmd::new("cargo").words("run --release --quiet -p benches --").args(args);
    Ok(ExitCode::from(benches.folder(&house.repo).code()?))
}
