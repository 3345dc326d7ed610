//! The tools that the chores need: found where they are, installed where they are missing.
//!
//! One file per tool, each with a `find` that is quick and changes nothing, and an `install` that may take minutes.

mod apt;
mod axe;
mod binaryen;
mod browser;
mod cargo_install;
mod components;
mod go;
mod npm;
mod wasm_target;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::sh::{Cmd, quoted};

/// A tool, or a set of tools that come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// rustfmt and clippy.
    Components,
    /// The standard library for `wasm32-unknown-unknown`.
    WasmTarget,
    /// Trunk, which bundles the page.
    Trunk,
    /// The `wasm-bindgen` that `Cargo.lock` names, with its test runner.
    WasmBindgen,
    /// `wasm-opt`. Where there is no npm to bring it, the page is built without.
    WasmOpt,
    /// axe-core, for the test of accessibility. Where there is no npm to bring it, that test has nothing to do.
    Axe,
    /// Chromium and ChromeDriver, with a Chinese font.
    Browser,
    /// Real Go, and two of its extra modules.
    Go,
}

/// Where a tool was found: what commands need to be told about it.
#[derive(Clone, Debug, Default)]
struct Found {
    /// Folders for the search path.
    path: Vec<PathBuf>,
    /// A compiler for wasm other than cargo's own.
    rustc: Option<PathBuf>,
    /// Go's program and its extra modules.
    go: Option<go::Go>,
    /// axe-core's script.
    axe: Option<PathBuf>,
}

pub use go::Go;

/// The tools, ready for use.
#[derive(Debug, Default)]
pub struct Tools {
    found: Found,
}

impl Need {
    fn name(self, house: &House) -> Result<String> {
        Ok(match self {
            Need::Components => "rustfmt and clippy".to_owned(),
            Need::WasmTarget => "the wasm32-unknown-unknown target".to_owned(),
            Need::Trunk => format!("Trunk {}", cargo_install::TRUNK),
            Need::WasmBindgen => format!("wasm-bindgen {}", house.locked_version("wasm-bindgen")?),
            Need::WasmOpt => format!("wasm-opt {}", binaryen::VERSION),
            Need::Axe => format!("axe-core {}", axe::VERSION),
            Need::Browser => "Chromium and ChromeDriver".to_owned(),
            Need::Go => format!("Go {}", go::VERSION),
        })
    }

    fn how(self) -> &'static str {
        match self {
            Need::Components => "by rustup: seconds",
            Need::WasmTarget => {
                "by rustup: seconds; where it cannot, built from Debian's sources: 2 minutes"
            }
            Need::Trunk => "built from source: 3 to 8 minutes, once",
            Need::WasmBindgen => "built from source: 1 to 4 minutes, once",
            Need::WasmOpt | Need::Axe => "from npm: seconds",
            Need::Browser => "system packages: about a minute",
            Need::Go => "a Python package: seconds",
        }
    }

    fn find(self, house: &House) -> Result<Option<Found>> {
        match self {
            Need::Components => components::find(house),
            Need::WasmTarget => wasm_target::find(house),
            Need::Trunk => cargo_install::find_trunk(house),
            Need::WasmBindgen => cargo_install::find_bindgen(house),
            Need::WasmOpt => binaryen::find(house),
            Need::Axe => axe::find(house),
            Need::Browser => browser::find(),
            Need::Go => go::find(house),
        }
    }

    fn install(self, house: &House) -> Result<()> {
        match self {
            Need::Components => components::install(house),
            Need::WasmTarget => wasm_target::install(house),
            Need::Trunk => cargo_install::install_trunk(house),
            Need::WasmBindgen => cargo_install::install_bindgen(house),
            Need::WasmOpt => binaryen::install(house),
            Need::Axe => axe::install(house),
            Need::Browser => browser::install(house),
            Need::Go => go::install(house),
        }
    }
}

impl Tools {
    /// Finds what is there and installs the rest, several at a time.
    ///
    /// # Errors
    /// The first tool that could not be installed, with the command that a person can try.
    pub fn provide(house: &House, needs: &[Need]) -> Result<Tools> {
        let mut found = Vec::new();
        let mut missing = Vec::new();
        for &need in needs {
            match need.find(house)? {
                Some(tool) => found.push(tool),
                None => missing.push(need),
            }
        }
        if !missing.is_empty() {
            install_all(house, &missing)?;
            for need in missing {
                let name = need.name(house)?;
                found
                    .push(need.find(house)?.with_context(|| {
                        format!("{name} was installed, yet is not to be found")
                    })?);
            }
        }
        let mut tools = Tools::default();
        for tool in found {
            tools.found.path.extend(tool.path);
            tools.found.rustc = tools.found.rustc.or(tool.rustc);
            tools.found.go = tools.found.go.or(tool.go);
            tools.found.axe = tools.found.axe.or(tool.axe);
        }
        Ok(tools)
    }

    /// A command that sees the tools.
    pub fn cmd(&self, program: &str) -> Cmd {
        self.found.path.iter().fold(Cmd::new(program), |cmd, folder| cmd.path(folder))
    }

    /// A command that sees the tools and compiles to wasm.
    pub fn wasm(&self, program: &str) -> Cmd {
        match &self.found.rustc {
            Some(rustc) => self.cmd(program).var("RUSTC", rustc),
            None => self.cmd(program),
        }
    }

    /// `cargo clippy` for wasm, of the compiler that compiles to it.
    pub fn wasm_clippy(&self) -> Cmd {
        let own = self.found.rustc.as_ref().map(|rustc| rustc.with_file_name("cargo-clippy"));
        match own.as_deref().and_then(Path::to_str) {
            Some(program) => self.wasm(program).arg("clippy"),
            None => self.cmd("cargo").arg("clippy"),
        }
    }

    /// The settings of [`Tools::wasm`]'s commands, as a shell takes them.
    pub fn settings(&self) -> Vec<String> {
        let folders: Vec<String> =
            self.found.path.iter().map(|p| p.display().to_string()).collect();
        let path = (!folders.is_empty()).then(|| format!("PATH=\"{}:$PATH\"", folders.join(":")));
        let rustc =
            self.found.rustc.as_ref().map(|rustc| format!("RUSTC={}", quoted(rustc.as_os_str())));
        path.into_iter().chain(rustc).collect()
    }

    /// Whether a tool that may be missing is there.
    pub fn has(&self, program: &str) -> bool {
        self.found.path.iter().any(|folder| folder.join(program).is_file())
    }

    /// axe-core's script, when it was asked for and can be had.
    pub fn axe(&self) -> Option<&Path> {
        self.found.axe.as_deref()
    }

    /// Go, when it was asked for.
    pub fn go(&self) -> Result<&Go> {
        self.found.go.as_ref().context("Go was not asked for")
    }
}

/// Independent installations run side by side: most of each is waiting for one compiler process.
fn install_all(house: &House, missing: &[Need]) -> Result<()> {
    fs::create_dir_all(&house.tools)
        .with_context(|| format!("making {}", house.tools.display()))?;
    eprintln!("Missing; installing to {} (logs are there too):", house.tools.display());
    for need in missing {
        eprintln!("  {} - {}", need.name(house)?, need.how());
    }
    let results = thread::scope(|scope| {
        let install = |need: Need| {
            move || -> Result<()> {
                let start = Instant::now();
                let name = need.name(house)?;
                need.install(house).with_context(|| format!("installing {name}"))?;
                eprintln!("  done: {name} ({:.0} s)", start.elapsed().as_secs_f64());
                Ok(())
            }
        };
        let threads: Vec<_> = missing.iter().map(|&need| scope.spawn(install(need))).collect();
        threads
            .into_iter()
            .map(|t| t.join().unwrap_or_else(|_| bail!("an installation panicked")))
            .collect::<Vec<_>>()
    });
    // Each failure is told, not only the first.
    let mut failed = 0;
    for error in results.into_iter().filter_map(Result::err) {
        eprintln!("  failed: {error:#}");
        failed += 1;
    }
    if failed > 0 {
        bail!("{failed} of {} tools could not be installed", missing.len())
    } else {
        Ok(())
    }
}

/// The log of one installation.
fn log(house: &House, name: &str) -> PathBuf {
    house.tools.join("logs").join(format!("{name}.log"))
}
