//! The programs of `tests/`, and what is stored about them.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of programs that do the same on every run.
pub const DETERMINISTIC: [&str; 4] = ["lang", "conc", "std", "testing"];

/// A program of the corpus.
#[derive(Clone, Debug)]
pub struct Program {
    /// `lang/closures`.
    pub id: String,
    /// The name under which it is compiled.
    pub file: &'static str,
    /// Its text.
    pub source: String,
    path: PathBuf,
}

impl Program {
    /// What is stored beside it; nothing is the empty text.
    pub fn stored(&self, extension: &str) -> String {
        let path = self.path.with_extension(extension);
        if !path.exists() {
            return String::new();
        }
        let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The exit code that is stored.
    pub fn exit(&self) -> i32 {
        match self.stored("exit").trim() {
            "" => 0,
            text => text.parse().unwrap_or_else(|e| panic!("{}: exit code: {e}", self.id)),
        }
    }
}

/// The folder `tests` of the repository, or another of its shape: a fuzzer that runs for hours needs one that
/// nobody changes.
pub fn root() -> PathBuf {
    if let Some(other) = std::env::var_os("INTERLEAVE_CORPUS") {
        return other.into();
    }
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// The programs of one folder, sorted: `lang`, …, `order`, `race`, `invalid`.
pub fn programs(folder: &str) -> Vec<Program> {
    let path = match folder {
        "invalid" => root().join("invalid"),
        _ => root().join("programs").join(folder),
    };
    let entries = fs::read_dir(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut found: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    found.retain(|p| p.extension().is_some_and(|e| e == "go"));
    found.sort();
    found.into_iter().map(|path| read(folder, path)).collect()
}

/// All programs that do the same on every run.
pub fn deterministic() -> Vec<Program> {
    DETERMINISTIC.iter().flat_map(|folder| programs(folder)).collect()
}

/// Every program there is, valid or not.
pub fn all() -> Vec<Program> {
    let rest = ["order", "race", "invalid"];
    DETERMINISTIC.iter().chain(&rest).flat_map(|folder| programs(folder)).collect()
}

fn read(folder: &str, path: PathBuf) -> Program {
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let file = if folder == "testing" { "main_test.go" } else { "main.go" };
    Program { id: format!("{folder}/{stem}"), file, source, path }
}
