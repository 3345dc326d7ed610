//! Puts the corpus into one text, so that tests have it where there are no files: a line `== PATH`, then the program.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), std::io::Error> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    for folder in ["lang", "conc", "std", "testing", "order", "race", "invalid"] {
        let path = match folder {
            "invalid" => tests.join(folder),
            _ => tests.join("programs").join(folder),
        };
        println!("cargo::rerun-if-changed={}", path.display());
        let mut files: Vec<PathBuf> = fs::read_dir(path)?.flatten().map(|e| e.path()).collect();
        files.retain(|p| p.extension().is_some_and(|e| e == "go"));
        files.sort();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            text += &format!("== {folder}/{name}\n{}\n", fs::read_to_string(&file)?);
        }
    }
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("corpus.txt"), text)
}
