//! Tests of the whole crate.

mod corpus;
mod deep;
mod dump;
mod errors;
mod format;
mod highlight;
mod lexical;
mod mutants;
mod positions;
mod trees;

use std::path::PathBuf;

/// The texts of the Go files below a directory of the project's `tests`, with their paths,
/// sorted.
fn sources(dir: &str) -> Vec<(PathBuf, String)> {
    fn collect(dir: PathBuf, out: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(path, out);
            } else if path.extension().is_some_and(|e| e == "go")
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                out.push((path, text));
            }
        }
    }
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests"));
    let mut out = Vec::new();
    collect(root.join(dir), &mut out);
    out.sort();
    out
}

/// The errors of a text, one a line.
fn errors_of(src: &str) -> String {
    let (_, errors) = crate::parse(src);
    errors.iter().map(|d| format!("{}: {}\n", d.pos, d.message)).collect()
}
