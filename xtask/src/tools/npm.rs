//! Packages from npm, each in a folder of its own below the tool folder.

use std::path::PathBuf;

use anyhow::Result;

use super::log;
use crate::house::House;
use crate::sh::{Cmd, which};

/// Whether anything can be installed; what comes from here is optional.
pub fn is_here() -> bool {
    which("npm").is_some() && which("node").is_some()
}

/// Where a package's files and programs are, installed or not.
pub fn modules(house: &House, package: &str, version: &str) -> PathBuf {
    house.tools.join(format!("{package}-{version}/node_modules"))
}

pub fn install(house: &House, package: &str, version: &str) -> Result<()> {
    Cmd::new("npm")
        .words("install --no-audit --no-fund --prefix")
        .arg(house.tools.join(format!("{package}-{version}")))
        .arg(format!("{package}@{version}"))
        .run_to_log(&log(house, package))
}
