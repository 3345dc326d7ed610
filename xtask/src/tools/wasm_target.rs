//! The standard library for `wasm32-unknown-unknown`.
//!
//! Most people have it from `rustup target add`. Some machines reach package registries only: there, Debian's
//! `rustc-web` brings a compiler with its matching library sources, which are built once, all in the tool folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Found, apt, log};
use crate::house::House;
use crate::sh::{Cmd, which};

const TARGET: &str = "wasm32-unknown-unknown";

pub fn find(house: &House) -> Result<Option<Found>> {
    let lib = Cmd::new("rustc")
        .words("--print target-libdir --target")
        .arg(TARGET)
        .folder(&house.repo)
        .read()?;
    if has_std(Path::new(&lib)) {
        return Ok(Some(Found::default()));
    }
    let rustc = folder(house).join("bin/rustc");
    Ok(rustc.is_file().then(|| Found { rustc: Some(rustc), ..Found::default() }))
}

fn has_std(lib: &Path) -> bool {
    let files = fs::read_dir(lib).into_iter().flatten().flatten();
    files.map(|f| f.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-"))
}

pub fn install(house: &House) -> Result<()> {
    let by_hand = format!("rustup target add {TARGET}");
    if which("rustup").is_some() {
        let add = Cmd::new("rustup").words("target add").arg(TARGET).folder(&house.repo);
        if add.run_to_log(&log(house, "rustup")).is_ok() {
            return Ok(());
        }
    }
    if !apt::is_here() {
        bail!("please run `{by_hand}`, or install the target as your system does");
    }
    eprintln!("  rustup cannot fetch the wasm target here: building it from Debian's sources");
    from_debian(house).with_context(|| format!("`{by_hand}` failed, and so did Debian's compiler"))
}

fn folder(house: &House) -> PathBuf {
    house.tools.join("rust-wasm")
}

/// A compiler of its own below `rust-wasm/usr`, with wrappers in `rust-wasm/bin` that know where its libraries are.
/// The wrapper for `rustc` is written last: it is the sign that all is there.
fn from_debian(house: &House) -> Result<()> {
    let root = folder(house);
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let packages = ["rustc-web", "rust-web-src", "rust-web-clippy"];
    apt::unpack(&packages, &root, &log(house, "rust-wasm-packages"))?;
    let usr = root.join("usr");
    let libs = folder_with(&usr.join("lib"), "librustc_driver-")?;
    let bin = root.join("bin");
    fs::create_dir_all(&bin)?;
    for program in ["cargo-clippy", "clippy-driver", "rustc-new"] {
        let real = usr.join("bin").join(program.trim_end_matches("-new"));
        let script = format!(
            "#!/bin/sh\nLD_LIBRARY_PATH=\"{}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}\" exec \"{}\" \"$@\"\n",
            libs.display(),
            real.display()
        );
        write_script(&bin.join(program), &script)?;
    }
    let rustc = bin.join("rustc-new");
    let host = host(&rustc)?;
    copy_linker(house, &usr, &host)?;
    let built = build_std(house, &rustc)?;
    let lib = usr.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&lib)?;
    for file in fs::read_dir(built.join(TARGET).join("release/deps"))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(file.path(), lib.join(&name))?;
        }
    }
    fs::remove_dir_all(&built)?;
    fs::remove_dir_all(usr.join("src"))?;
    fs::rename(&rustc, bin.join("rustc"))?;
    Ok(())
}

fn host(rustc: &Path) -> Result<String> {
    let version = Cmd::new(rustc).arg("-vV").read()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

/// Debian's compiler comes without `rust-lld`; the one of the usual toolchain serves.
fn copy_linker(house: &House, usr: &Path, host: &str) -> Result<()> {
    let sysroot = Cmd::new("rustc").words("--print sysroot").folder(&house.repo).read()?;
    let inside = format!("lib/rustlib/{host}/bin/rust-lld");
    let own = Path::new(&sysroot).join(&inside);
    let copy = usr.join(&inside);
    fs::create_dir_all(copy.parent().context("a path with folders")?)?;
    fs::copy(&own, &copy).with_context(|| {
        format!("the usual toolchain has no linker for wasm ({})", own.display())
    })?;
    Ok(())
}

/// Builds the library for an empty crate and gives the folder with the result. Embedded bitcode is what `lto` needs.
fn build_std(house: &House, rustc: &Path) -> Result<PathBuf> {
    let work = house.tools.join("build/std");
    fs::create_dir_all(work.join("src"))?;
    fs::write(work.join("src/lib.rs"), "")?;
    fs::write(
        work.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    let target = work.join("target");
    Cmd::new("cargo")
        .words("build --release -Z build-std=std,panic_abort,test --target")
        .arg(TARGET)
        .var("RUSTC", rustc)
        .var("RUSTC_BOOTSTRAP", "1")
        .var("RUSTFLAGS", "-Cembed-bitcode=yes")
        .var("CARGO_TARGET_DIR", &target)
        .folder(&work)
        .run_to_log(&log(house, "rust-wasm-std"))?;
    Ok(target)
}

/// The folder, at or right below `start`, that holds a file whose name begins so.
fn folder_with(start: &Path, prefix: &str) -> Result<PathBuf> {
    let below = fs::read_dir(start)?.flatten().map(|e| e.path()).filter(|p| p.is_dir());
    for folder in std::iter::once(start.to_owned()).chain(below) {
        let mut files = fs::read_dir(&folder)?.flatten();
        if files.any(|f| f.file_name().to_string_lossy().starts_with(prefix)) {
            return Ok(folder);
        }
    }
    bail!("no {prefix}* in {}", start.display())
}

fn write_script(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}
