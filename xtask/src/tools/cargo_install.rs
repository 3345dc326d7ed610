//! Trunk and wasm-bindgen, from source with cargo, each in a folder that bears its version.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::{Found, log};
use crate::house::House;
use crate::sh::{Cmd, which};

/// The newest Trunk that the workspace's minimum Rust builds.
pub const TRUNK: &str = "0.21.14";

pub fn find_trunk(house: &House) -> Result<Option<Found>> {
    if let Some(found) = installed(house, "trunk", TRUNK, &["trunk"]) {
        return Ok(Some(found));
    }
    // Someone's own Trunk will do when it is new enough.
    let own = Cmd::new("trunk").arg("--version").read().unwrap_or_default();
    let minor = own.strip_prefix("trunk 0.").and_then(|v| v.split('.').next()?.parse::<u32>().ok());
    Ok(minor.filter(|m| *m >= 21).map(|_| Found::default()))
}

pub fn install_trunk(house: &House) -> Result<()> {
    install(house, "trunk", TRUNK, "--locked --no-default-features --features rustls")
}

pub fn find_bindgen(house: &House) -> Result<Option<Found>> {
    let version = house.locked_version("wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if let Some(found) = installed(house, "wasm-bindgen-cli", &version, &programs) {
        return Ok(Some(found));
    }
    let own = Cmd::new("wasm-bindgen").arg("--version").read().unwrap_or_default();
    let same = own.split_whitespace().nth(1) == Some(version.as_str());
    Ok((same && which("wasm-bindgen-test-runner").is_some()).then(Found::default))
}

pub fn install_bindgen(house: &House) -> Result<()> {
    let version = house.locked_version("wasm-bindgen")?;
    // Its own lock file may name a crate version that a mirror lacks; then the newest compatible ones must do.
    install(house, "wasm-bindgen-cli", &version, "--locked")
        .or_else(|_| install(house, "wasm-bindgen-cli", &version, ""))
}

fn folder(house: &House, package: &str, version: &str) -> PathBuf {
    house.tools.join(format!("{package}-{version}"))
}

fn installed(house: &House, package: &str, version: &str, programs: &[&str]) -> Option<Found> {
    let bin = folder(house, package, version).join("bin");
    let exe = std::env::consts::EXE_SUFFIX;
    let all = programs.iter().all(|p| bin.join(format!("{p}{exe}")).is_file());
    all.then(|| Found { path: vec![bin], ..Found::default() })
}

/// The tools run for seconds, so they are built for a short build, not for speed.
fn install(house: &House, package: &str, version: &str, options: &str) -> Result<()> {
    let build = house.tools.join("build").join(package);
    let result = Cmd::new("cargo")
        .words("install --force")
        .args([package, "--version", version])
        .words(options)
        .arg("--root")
        .arg(folder(house, package, version))
        .var("CARGO_PROFILE_RELEASE_LTO", "off")
        .var("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .var("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .var("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .var("CARGO_TARGET_DIR", &build)
        .run_to_log(&log(house, package));
    if result.is_ok() {
        fs::remove_dir_all(&build)?;
    }
    result
}
