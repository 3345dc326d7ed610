//! `cargo xtask shots`: screenshots, through `shoot` of the browser tests.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::dist;
use crate::house::House;
use crate::sh::Cmd;
use crate::tools::{Need, Tools};

/// Builds the page when there is none and nobody serves it, then shoots it.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let elsewhere = args
        .iter()
        .any(|a| a.to_str().is_some_and(|a| a.starts_with("--url") || a.starts_with("--dist")));
    let dist = house.repo.join("dist");
    if !elsewhere && !dist.join("index.html").is_file() {
        dist::build(house, &Tools::provide(house, &dist::NEEDS)?, &dist)?;
    }
    Tools::provide(house, &[Need::Browser])?;
    let shoot = Cmd::new("cargo").words("run --quiet -p browser-tests --bin shoot --").args(args);
    Ok(ExitCode::from(shoot.folder(&house.repo).code()?))
}
