//! Agreement, and the failures that are known: a list that can only become shorter.

use super::corpus::{Program, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// What one check found about each program.
pub struct Report {
    check: &'static str,
    only: Option<String>,
    checked: BTreeSet<String>,
    failed: BTreeMap<String, String>,
}

impl Report {
    /// Of the check of this name, as the list of known failures has it. Developers choose programs by
    /// a part of their name in `INTERLEAVE_ONLY`.
    pub fn new(check: &'static str) -> Report {
        let only = env::var("INTERLEAVE_ONLY").ok();
        Report { check, only, checked: BTreeSet::new(), failed: BTreeMap::new() }
    }

    /// The programs that are to be checked.
    pub fn choose(&self, mut programs: Vec<Program>) -> Vec<Program> {
        let word = self.only.as_deref().unwrap_or_default();
        programs.retain(|p| p.id.contains(word));
        programs
    }

    /// Notes a program.
    pub fn add(&mut self, id: &str, result: Result<(), String>) {
        self.checked.insert(id.to_owned());
        if let Err(text) = result {
            self.failed.insert(id.to_owned(), text);
        }
    }

    /// Prints the figures, writes the failures to a file of the target folder, and compares them with
    /// the list.
    ///
    /// # Panics
    /// When a program fails that is not listed, or passes and is listed.
    pub fn finish(self) {
        let (all, bad) = (self.checked.len(), self.failed.len());
        println!("{}: {} of {all} agree", self.check, all - bad);
        let mut text = String::new();
        for (id, why) in &self.failed {
            let _ = write!(text, "== {} {id}\n{}\n", self.check, why.trim_end());
        }
        if self.only.is_some() {
            print!("{text}");
            return;
        }
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.txt", self.check));
        fs::write(&file, &text).expect("the target folder can be written");
        let known = known(self.check);
        let failed: BTreeSet<String> = self.failed.keys().cloned().collect();
        let list = |names: Vec<&String>| {
            names.iter().map(|id| format!("  {} {id}\n", self.check)).collect::<String>()
        };
        let new = list(failed.difference(&known).collect());
        let better = list(known.difference(&failed).collect());
        assert!(
            new.is_empty() && better.is_empty(),
            "these fail and are not in tests/programs/KNOWN_FAILURES.txt (see {}):\n{new}these are in it and pass, or are gone:\n{better}",
            file.display()
        );
    }
}

/// The programs that are known to fail a check.
fn known(check: &str) -> BTreeSet<String> {
    let path = root().join("programs/KNOWN_FAILURES.txt");
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| Some(l.strip_prefix(check)?.strip_prefix(' ')?.to_owned())).collect()
}
