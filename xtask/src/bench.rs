//! `cargo xtask bench`: the measurements are a package of their own.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::dist;
use crate::house::House;
use crate::sh::Cmd;
use crate::tools::{Need, Tools};

/// Runs the benches, to which `args` go; then, if there are none, measures the page in Chromium. Real Go is provided,
/// for they compare with it.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::provide(house, &[Need::Go])?;
    let benches = Cmd::new("cargo").words("run --release --quiet -p benches --").args(args);
    let benches = benches.var("GO", &tools.go()?.program);
    let code = benches.folder(&house.repo).code()?;
    if code != 0 || !args.is_empty() {
        return Ok(ExitCode::from(code));
    }
    in_chromium(house)
}

/// What a visitor feels, measured on the page as it is delivered.
fn in_chromium(house: &House) -> Result<ExitCode> {
    let dist = house.repo.join("dist");
    dist::build(house, &Tools::provide(house, &dist::NEEDS)?, &dist)?;
    Tools::provide(house, &[Need::Browser])?;
    let measure =
        Cmd::new("cargo").words("run --quiet -p browser-tests --bin measure --").arg(&dist);
    Ok(ExitCode::from(measure.folder(&house.repo).code()?))
}
