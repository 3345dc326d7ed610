//! The same programs without a browser: what the page must agree with.
#![allow(dead_code)] // each file of tests takes what it needs

use std::fs;
use std::path::{Path, PathBuf};

use playground::{Recording, Run, Settings, compile};

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The settings of the page as first seen.
pub fn settings() -> Settings {
    Settings { gomaxprocs: 2, ..Settings::default() }
}

/// A run in this process.
pub fn natively(source: &str, settings: &Settings) -> Recording {
    let compiled =
        compile(source).unwrap_or_else(|e| panic!("{}", playground::render("main.go", &e)));
    let mut run = Run::start(&compiled, settings).expect("settings without a schedule");
    while !run.advance(u64::MAX) {}
    run.finish()
}

/// A lesson's folder.
pub struct Lesson {
    /// Row of the curriculum.
    pub number: String,
    /// Its program.
    pub source: String,
    /// What real Go printed.
    pub expected: String,
}

/// The lessons of the manifest.
pub fn lessons() -> Vec<Lesson> {
    let manifest = fs::read_to_string(repository("lessons/manifest.rs")).expect("the manifest");
    let rows = manifest.lines().filter_map(|line| {
        let mut names = line.trim().split('"').skip(1).step_by(2);
        Some((names.next()?.to_owned(), names.next()?.to_owned()))
    });
    let lessons = rows.map(|(number, slug)| {
        let read =
            |name| fs::read_to_string(repository(&format!("lessons/{slug}/{name}"))).expect(name);
        Lesson { number, source: read("main.go"), expected: read("expected.txt") }
    });
    lessons.collect()
}
