//! `wasm-opt`, from the npm package `binaryen`, which carries it as a Node script for every platform.

use std::path::Path;

use anyhow::Result;

use super::{Found, npm};
use crate::house::House;
use crate::sh::{Cmd, which};

/// The version that is installed.
pub const VERSION: &str = "132.0.0";
/// Distributions carry older ones, which refuse what rustc emits.
const OLDEST: u32 = 120;

pub fn find(house: &House) -> Result<Option<Found>> {
    let bin = npm::modules(house, "binaryen", VERSION).join(".bin");
    if bin.join("wasm-opt").is_file() {
        return Ok(Some(Found { path: vec![bin], ..Found::default() }));
    }
    let own = which("wasm-opt").filter(|program| version(program) >= OLDEST);
    if let Some(folder) = own.as_deref().and_then(Path::parent) {
        return Ok(Some(Found { path: vec![folder.to_owned()], ..Found::default() }));
    }
    // Without Node there is nothing to install: whoever builds the page says so.
    Ok((!npm::is_here()).then(Found::default))
}

/// From `wasm-opt version 132 (version_132)`; 0 when it does not say.
fn version(program: &Path) -> u32 {
    let text = Cmd::new(program).arg("--version").read().unwrap_or_default();
    text.split_whitespace().nth(2).and_then(|v| v.parse().ok()).unwrap_or(0)
}

pub fn install(house: &House) -> Result<()> {
    npm::install(house, "binaryen", VERSION)
}
