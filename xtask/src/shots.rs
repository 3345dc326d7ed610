//! `cargo xtask shots`: every view in every look as pictures, or one picture.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::dist;
use crate::house::House;
use crate::sh::Cmd;
use crate::tools::{Need, Tools};

/// Builds the page unless the arguments name one, then shoots all of it; `one` as the first argument makes single
/// pictures.
pub fn run(house: &House, args: &[OsString]) -> Result<ExitCode> {
    let (tool, args) = match args.split_first() {
        Some((first, rest)) if first == "one" => ("shoot", rest),
        _ => ("gallery", args),
    };
    let says = |word: &str| args.iter().any(|a| a.to_str().is_some_and(|a| a.starts_with(word)));
    let dist = house.repo.join("dist");
    let asks = says("--help") || says("-h");
    // Single pictures are of the page as it was last built; the gallery is of the sources.
    let built = tool == "shoot" && dist.join("index.html").is_file();
    if !asks && !says("--url") && !says("--dist") && !built {
        dist::build(house, &Tools::provide(house, &dist::NEEDS)?, &dist)?;
    }
    if !asks {
        Tools::provide(house, &[Need::Browser])?;
    }
    let command = Cmd::new("cargo").words("run --quiet -p browser-tests --bin").arg(tool).arg("--");
    Ok(ExitCode::from(command.args(args).folder(&house.repo).code()?))
}
