//! rustfmt and clippy, which a minimal Rust comes without.

use anyhow::{Context, Result};

use super::{Found, log};
use crate::house::House;
use crate::sh::Cmd;

pub fn find(house: &House) -> Result<Option<Found>> {
    // rustup's stand-ins are always there; only running them tells.
    let works = |program| Cmd::new(program).arg("--version").folder(&house.repo).read().is_ok();
    Ok((works("rustfmt") && works("cargo-clippy")).then(Found::default))
}

pub fn install(house: &House) -> Result<()> {
    let add = Cmd::new("rustup").words("component add rustfmt clippy").folder(&house.repo);
    add.run_to_log(&log(house, "components"))
        .context("please install rustfmt and clippy as your system does")
}
