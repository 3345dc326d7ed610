//! `cargo xtask build`: the page for any static host.

mod early;
mod split;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;

use crate::house::House;
use crate::sh::which;
use crate::size;
use crate::tools::{Need, Tools};

/// What a release build needs.
pub const NEEDS: [Need; 4] = [Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::WasmOpt];

/// What rustc and wasm-bindgen emit and every current browser takes. Named, because stripping may lose the section
/// in which the wasm file names them itself.
const FEATURES: &str = "--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-sign-ext \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue";

/// The command line's `build`.
pub fn run(house: &House, args: Vec<OsString>) -> Result<ExitCode> {
    let mut dist = house.repo.join("dist");
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("dist") => dist = std::path::absolute(PathBuf::from(parser.value()?))?,
            other => return Err(other.unexpected().into()),
        }
    }
    let tools = Tools::provide(house, &NEEDS)?;
    build(house, &tools, &dist)?;
    Ok(ExitCode::SUCCESS)
}

/// How wasm-opt works. A browser compiles each function when it is first called, on the page's own thread, so that many
/// small ones cost the first picture more than their bytes: the smallest go into their callers. By brotli that is
/// also smaller than what `-Oz` makes.
const SMALLER: &str =
    "-O2 --always-inline-max-function-size 8 --one-caller-inline-max-function-size 200";

/// Writes the page to `dist` and prints its size.
pub fn build(house: &House, tools: &Tools, dist: &Path) -> Result<()> {
    let trunk = tools.wasm("trunk").words("build --release --dist").arg(dist);
    trunk.folder(&house.repo).run()?;
    let index = dist.join("index.html");
    let page =
        fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let (smaller, node) = (tools.has("wasm-opt"), which("node").is_some());
    fs::write(&index, early::narrow(&early::early(&page, node)?))?;
    for file in files(dist)?.iter().filter(|f| f.extension().is_some_and(|e| e == "wasm")) {
        if smaller {
            shrink(tools, file)?;
        }
        if node {
            prepare(house, tools, file)?;
            split(file)?;
        }
    }
    if !smaller {
        eprintln!(
            "note: no Node here, so no wasm-opt: the wasm stays about a third larger than it could be"
        );
    }
    if !node {
        eprintln!(
            "note: no Node here, so the page has to make the run of its first picture itself"
        );
    }
    println!("{}", size::report(&files(dist)?)?);
    Ok(())
}

fn shrink(tools: &Tools, wasm: &Path) -> Result<()> {
    let small = wasm.with_extension("small");
    tools
        .cmd("wasm-opt")
        .words(SMALLER)
        .words(FEATURES)
        .words("-g")
        .arg(wasm)
        .arg("-o")
        .arg(&small)
        .run()?;
    fs::rename(&small, wasm).with_context(|| format!("replacing {}", wasm.display()))
}

/// Has the page begin with the run of its first picture, which otherwise the whole compiler would be compiled for first,
/// on the page's own thread.
fn prepare(house: &House, tools: &Tools, wasm: &Path) -> Result<()> {
    tools.cmd("node").arg(house.repo.join("xtask/src/dist/snapshot.mjs")).arg(wasm).run()
}

/// Has the page load what its stored run does without after its first picture.
fn split(wasm: &Path) -> Result<()> {
    let whole = fs::read(wasm)?;
    let stale = split::stale(&whole)?;
    ensure!(stale.is_empty(), "no function is called so any more: {stale:?}");
    let (first, rest) = split::split(&whole)?;
    let name = wasm.file_name().context("a file")?.to_string_lossy();
    let (script, beside) = (name.replace("_bg.wasm", ".js"), split::beside(&name));
    let script = wasm.with_file_name(script);
    let js =
        fs::read_to_string(&script).with_context(|| format!("reading {}", script.display()))?;
    fs::write(&script, split::script(&js, &beside)?)?;
    fs::write(wasm.with_file_name(&beside), rest)?;
    fs::write(wasm, first).with_context(|| format!("writing {}", wasm.display()))
}

/// Every file of the page, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
