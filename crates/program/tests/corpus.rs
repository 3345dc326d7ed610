//! Every program of the corpus that checks without errors lowers to a well-formed program.

use std::fs;
use std::path::{Path, PathBuf};

fn programs(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("corpus") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            programs(&path, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
}

#[test]
fn all_programs_are_well_formed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    programs(&root.join("tests/programs"), &mut files);
    programs(&root.join("lessons"), &mut files);
    files.sort();
    let mut lowered = 0;
    for path in &files {
        let source = fs::read_to_string(path).expect("source");
        let (file, errors) = syntax::parse(&source);
        let checked = types::check(&[file]);
        if !errors.is_empty() || !checked.diagnostics.is_empty() {
            continue;
        }
        let program = match program::lower(&checked) {
            Ok(p) => p,
            Err(e) => panic!("{}: {e:?}", path.display()),
        };
        let faults = program.verify();
        assert_eq!(faults, Vec::<String>::new(), "{}", path.display());
        lowered += 1;
    }
    eprintln!("{lowered} of {} programs lowered", files.len());
    assert!(lowered > 300, "{lowered} of {} programs lowered", files.len());
}
