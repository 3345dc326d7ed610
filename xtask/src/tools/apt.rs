//! Debian packages: installed where we may, or unpacked into the tool folder, for which nobody's leave is needed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, ensure};

use crate::sh::{Cmd, which};

/// apt allows one at a time.
static APT: Mutex<()> = Mutex::new(());

pub fn is_here() -> bool {
    which("apt-get").is_some()
}

/// Installs system packages as root or through `sudo` without a password, else says what a person should run.
pub fn install(packages: &[&str], log: &Path) -> Result<()> {
    let _one = APT.lock().unwrap_or_else(PoisonError::into_inner);
    let by_hand = format!("sudo apt-get install --no-install-recommends {}", packages.join(" "));
    let root = as_root()
        .with_context(|| format!("only an administrator can; please run:\n  {by_hand}"))?;
    let install =
        root.clone().words("apt-get install --yes --no-install-recommends").args(packages);
    if install.run_to_log(log).is_ok() {
        return Ok(());
    }
    // A fresh system has no package lists, an old one stale ones.
    root.words("apt-get update").run_to_log(log)?;
    install.run_to_log(log).with_context(|| format!("please try:\n  {by_hand}"))
}

/// `env` with the rights to install, to which `apt-get …` is added.
fn as_root() -> Result<Cmd> {
    let environment = "env DEBIAN_FRONTEND=noninteractive";
    if Cmd::new("id").arg("-u").read()? == "0" {
        return Ok(Cmd::new("env").arg("DEBIAN_FRONTEND=noninteractive"));
    }
    Cmd::new("sudo").words("-n true").read()?;
    Ok(Cmd::new("sudo").arg("-n").words(environment))
}

/// Unpacks packages, and those that they depend on and that the system lacks, below `folder`.
pub fn unpack(packages: &[&str], folder: &Path, log: &Path) -> Result<()> {
    let _one = APT.lock().unwrap_or_else(PoisonError::into_inner);
    let known = |package: &str| {
        Cmd::new("apt-cache").args(["show", package]).read().is_ok_and(|s| !s.is_empty())
    };
    if !packages.iter().all(|p| known(p)) {
        let update = "apt-get update";
        as_root().and_then(|root| root.words(update).run_to_log(log)).with_context(|| {
            format!("the package lists do not name {packages:?}; please run `sudo {update}`")
        })?;
    }
    let all = closure(packages)?;
    let debs = folder.join("debs");
    fs::create_dir_all(&debs)?;
    Cmd::new("apt-get").arg("download").args(&all).folder(&debs).run_to_log(log)?;
    for entry in fs::read_dir(&debs)? {
        Cmd::new("dpkg").arg("-x").arg(entry?.path()).arg(folder).run_to_log(log)?;
    }
    fs::remove_dir_all(&debs)?;
    Ok(())
}

/// The packages with all that they depend on, as far as it is not installed.
fn closure(packages: &[&str]) -> Result<BTreeSet<String>> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut queue: Vec<String> = packages.iter().map(|&p| p.to_owned()).collect();
    while let Some(package) = queue.pop() {
        if !all.insert(package.clone()) {
            continue;
        }
        ensure!(all.len() < 60, "{packages:?} depend on more than can be unpacked");
        let text = Cmd::new("apt-cache").args(["depends", "--important", &package]).read()?;
        queue.extend(dependencies(&text).filter(|d| !installed(d)).map(str::to_owned));
    }
    Ok(all)
}

fn installed(package: &str) -> bool {
    let query = Cmd::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]);
    query.read().is_ok_and(|status| status.contains("installed"))
}

/// The names in `apt-cache depends`; of alternatives (`|Depends`) the last, as it stands without a bar. Virtual
/// packages (`<name>`) are nothing that could be downloaded.
fn dependencies(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("  Depends: "))
        .map(str::trim)
        .filter(|name| !name.starts_with('<'))
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn real_dependencies_only() {
        let text = "rustc-web\n  Depends: libc6\n |Depends: gcc\n  Depends: <c-compiler>\n    gcc\n  Conflicts: rustc\n";
        assert_eq!(dependencies(text).collect::<Vec<_>>(), ["libc6"]);
    }
}
