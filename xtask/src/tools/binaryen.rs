//! `wasm-opt`, from the npm package `binaryen`, which carries it as a Node script for every platform.

use anyhow::Result;

use super::{Found, log};
use crate::house::House;
use crate::sh::{Cmd, which};

/// Distributions carry older ones, some too old for what rustc emits.
pub const VERSION: &str = "132.0.0";

pub fn find(house: &House) -> Result<Option<Found>> {
    let bin = house.tools.join(format!("binaryen-{VERSION}/node_modules/.bin"));
    if bin.join("wasm-opt").is_file() {
        return Ok(Some(Found { path: vec![bin], ..Found::default() }));
    }
    // Without Node there is nothing to install: whoever builds the page says so.
    Ok((which("npm").is_none() || which("node").is_none()).then(Found::default))
}

pub fn install(house: &House) -> Result<()> {
    Cmd::new("npm")
        .words("install --no-audit --no-fund --prefix")
        .arg(house.tools.join(format!("binaryen-{VERSION}")))
        .arg(format!("binaryen@{VERSION}"))
        .run_to_log(&log(house, "binaryen"))
}
