//! `cargo xtask bench`: the measurements are a package of their own.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::house::House;
use crate::sh::Cmd;
use crate::tools::{Need, Tools};

/// Runs the benches, to which `args` go. Real Go is provided, for they compare with it.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    let benches = Cmd::new("cargo").words("run --release --quiet -p benches --").args(args);
    let benches = benches.var("GO", &tools.go()?.program);
    Ok(ExitCode::from(benches.folder(&house.repo).code()?))
}
