//! The corpus: programs that gc refuses get its errors, and those that it accepts get none.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Of the programs that gc refuses, how many get exactly its errors. It only ever rises.
const AGREE: usize = 305;

/// How many accepted programs use something that our library lacks. It only ever falls.
const LACKING: usize = 6;

/// Files that end in `.go` in a folder and its folders.
fn go_files(dir: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            go_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
    out.sort();
}

fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

fn errors(path: &Path) -> String {
    let src = std::fs::read_to_string(path).expect("the file just listed");
    let (file, parser) = syntax::parse(&src);
    let name =
        if path.to_string_lossy().ends_with("_test.go") { "main_test.go" } else { "main.go" };
    let mut out = String::new();
    for d in types::check_files(&[file], &[name.into()], parser).diagnostics {
        let _ = match d.pos.is_known() {
            true => writeln!(out, "{name}:{}: {}", d.pos, d.message),
            false => writeln!(out, "{}", d.message),
        };
    }
    out
}

#[test]
fn refused_programs_get_gcs_errors() {
    let mut files = Vec::new();
    go_files(&tests_dir().join("invalid"), &mut files);
    let (mut agree, mut total, mut wrong) = (0, 0, Vec::new());
    for path in files {
        let Ok(want) = std::fs::read_to_string(path.with_extension("err")) else { continue };
        let got = errors(&path);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(!got.is_empty(), "{name}: gc refuses it, we accept it");
        total += 1;
        if got == want {
            agree += 1;
        } else {
            wrong.push(name);
        }
    }
    println!("{agree} of {total} agree; not: {wrong:?}");
    assert!(agree >= AGREE, "only {agree} of {total} agree; not: {wrong:?}");
}

#[test]
fn accepted_programs_get_no_errors() {
    let mut files = Vec::new();
    go_files(&tests_dir().join("programs"), &mut files);
    go_files(&tests_dir().join("../lessons"), &mut files);
    let (mut wrong, mut lacking) = (String::new(), Vec::new());
    for path in &files {
        let got = errors(path);
        let lacks =
            |l: &str| l.contains(": not supported in Interleave: ") || l.contains(": undefined: ");
        if got.lines().any(|l| !lacks(l)) {
            let _ = writeln!(wrong, "{}:\n{got}", path.display());
        } else if !got.is_empty() {
            lacking.push(format!("{}: {got}", path.display()));
        }
    }
    println!("{} programs; lacking: {}", files.len(), lacking.join(""));
    assert!(wrong.is_empty(), "{wrong}");
    assert!(lacking.len() <= LACKING, "{lacking:?}");
}
