//! Where things are: the repository, the tool folder, and what `Cargo.lock` says.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// The places that every chore needs.
pub struct House {
    /// The repository.
    pub repo: PathBuf,
    /// The folder for everything that is installed, outside the repository.
    pub tools: PathBuf,
}

impl House {
    /// Finds both; makes nothing.
    pub fn find() -> Result<House> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start me with `cargo xtask`")?;
        let repo =
            Path::new(&manifest).parent().context("xtask lies in the repository")?.to_owned();
        let tools = match env::var_os("INTERLEAVE_TOOLS").filter(|v| !v.is_empty()) {
            Some(folder) => std::path::absolute(folder)?,
            None => cache_folder()?.join("interleave"),
        };
        Ok(House { repo, tools })
    }

    /// The version of a package in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock =
            fs::read_to_string(self.repo.join("Cargo.lock")).context("reading Cargo.lock")?;
        version_in(&lock, package).with_context(|| format!("Cargo.lock names no {package}"))
    }

    /// Where cargo builds: `CARGO_TARGET_DIR`, else `target/`.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.repo.join("target"), |dir| self.repo.join(dir))
    }
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1)?;
    Some(after.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

fn cache_folder() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|d| d.is_absolute())
    {
        return Ok(dir);
    }
    let home = env::home_dir().context("no home folder: set INTERLEAVE_TOOLS")?;
    Ok(home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.73\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn version_of_exactly_that_package() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
