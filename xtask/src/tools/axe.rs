//! axe-core, which looks for what keeps people from using a page. A script for the page; nothing is run here.

use anyhow::Result;

use super::{Found, npm};
use crate::house::House;

/// The version that is installed.
pub const VERSION: &str = "4.14.1";

pub fn find(house: &House) -> Result<Option<Found>> {
    let script = npm::modules(house, "axe-core", VERSION).join("axe-core/axe.min.js");
    if script.is_file() {
        return Ok(Some(Found { axe: Some(script), ..Found::default() }));
    }
    // Without Node the test that wants it says so.
    Ok((!npm::is_here()).then(Found::default))
}

pub fn install(house: &House) -> Result<()> {
    npm::install(house, "axe-core", VERSION)
}
