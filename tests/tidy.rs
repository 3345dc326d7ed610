//! The invariants of ARCHITECTURE.md that can be read off the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `dir` whose names end in `.ext`.
fn files(dir: &str, ext: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(dir)];
    while let Some(d) = open.pop() {
        for entry in fs::read_dir(&d).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if entry.extension().is_some_and(|e| e == ext) {
                found.push(entry);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no .{ext} under {dir}");
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The code of a Rust file: without comments and without what follows `#[cfg(test)]`.
fn code(path: &Path) -> String {
    let text = read(path);
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().map(|l| l.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// Names in a section of a manifest.
fn section(manifest: &str, name: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == format!("[{name}]");
        } else if let (true, Some((key, _))) = (inside, line.split_once('=')) {
            names.push(key.trim().trim_end_matches(".workspace").to_string());
        }
    }
    names
}

/// Which of our crates each may import, as ARCHITECTURE.md draws it.
const HOUSE: [(&str, &[&str]); 10] = [
    ("syntax", &[]),
    ("types", &["syntax"]),
    ("program", &["types", "syntax"]),
    ("trace", &[]),
    ("executor", &["trace"]),
    ("sync", &["executor", "trace"]),
    ("vm", &["program", "types", "syntax", "sync", "executor", "trace"]),
    ("explorer", &["executor", "trace"]),
    ("playground", &["syntax", "types", "program", "vm", "sync", "executor", "trace", "explorer"]),
    ("cli", &["playground"]),
];

#[test]
fn imports_follow_the_house() {
    let allowed: BTreeMap<_, _> = HOUSE.into_iter().collect();
    for dir in fs::read_dir(root().join("crates")).unwrap().map(|e| e.unwrap().path()) {
        let name = dir.file_name().unwrap().to_str().unwrap().to_string();
        let may =
            allowed.get(name.as_str()).unwrap_or_else(|| panic!("{name} is not in the house"));
        for dep in section(&read(&dir.join("Cargo.toml")), "dependencies") {
            let ours = allowed.contains_key(dep.as_str());
            assert!(!ours || may.contains(&dep.as_str()), "{name} must not import {dep}");
        }
    }
    for dep in section(&read(&root().join("Cargo.toml")), "dependencies") {
        let ours = allowed.contains_key(dep.as_str());
        assert!(
            !ours || ["playground", "trace"].contains(&dep.as_str()),
            "the page must not import {dep}"
        );
    }
}

#[test]
fn no_browser_under_crates() {
    let browser = ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"];
    for dir in fs::read_dir(root().join("crates")).unwrap().map(|e| e.unwrap().path()) {
        for dep in section(&read(&dir.join("Cargo.toml")), "dependencies") {
            assert!(!browser.iter().any(|b| dep.starts_with(b)), "{dep} in {}", dir.display());
        }
    }
}

#[test]
fn serialisation_stays_at_the_edge() {
    for dir in fs::read_dir(root().join("crates")).unwrap().map(|e| e.unwrap().path()) {
        let name = dir.file_name().unwrap().to_str().unwrap().to_string();
        let deps = section(&read(&dir.join("Cargo.toml")), "dependencies");
        let edge = ["playground", "cli"].contains(&name.as_str());
        assert!(edge || !deps.contains(&"serde_json".to_string()), "serde_json in {name}");
    }
}

/// The arms of every `match` block in `text`: the patterns at its own depth.
fn matches_in(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for (at, _) in text.match_indices("match ") {
        let Some(open) = text[at..].find('{').map(|i| at + i) else { continue };
        let (mut depth, mut pattern, mut arms) = (0_i32, String::new(), Vec::new());
        let chars: Vec<char> = text[open..].chars().collect();
        let mut in_pattern = true;
        let mut i = 0;
        while i < chars.len() {
            let c = chars[i];
            match c {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && c == '=' && chars.get(i + 1) == Some(&'>') && in_pattern {
                arms.push(pattern.trim().trim_start_matches(['{', ',', '}']).trim().to_string());
                pattern.clear();
                in_pattern = false;
                i += 1;
            } else if depth == 1 && (c == ',' || c == '}') && !in_pattern {
                in_pattern = true;
                pattern.clear();
            } else if in_pattern {
                pattern.push(c);
            }
            i += 1;
        }
        all.push(arms);
    }
    all
}

#[test]
fn every_event_kind_is_named_where_events_are_told_apart() {
    let mut seen = 0;
    for dir in ["crates", "src"] {
        for file in files(dir, "rs").iter().filter(|f| !f.iter().any(|p| p == "tests")) {
            for arms in matches_in(&code(file)) {
                let kinds = arms.iter().filter(|a| a.contains("EventKind::")).count();
                seen += kinds;
                let lazy = arms.iter().any(|a| a == "_" || a.starts_with("_ if"));
                assert!(kinds == 0 || !lazy, "`_ =>` over EventKind in {}", file.display());
            }
        }
    }
    assert!(seen > 100, "the test no longer finds the matches: {seen}");
}

#[test]
fn the_tracer_is_passed_and_nothing_is_global() {
    let banned = ["thread_local!", "static mut ", "OnceLock", "LazyLock", "lazy_static"];
    for file in files("crates", "rs").iter().filter(|f| !f.iter().any(|p| p == "tests")) {
        // The executor that runs on this thread, so that its wakers need no lock; and two tables
        // that are read once and never change: the parsed library, the letters of Unicode.
        let known = ["executor/src/waker.rs", "types/src/packages.rs", "vm/src/std/unicode.rs"];
        if known.iter().any(|k| file.ends_with(k)) {
            continue;
        }
        let code = code(file);
        for word in banned {
            assert!(!code.contains(word), "{word} in {}", file.display());
        }
    }
}

#[test]
fn engine_crates_document_everything_public() {
    for (name, _) in HOUSE.iter().filter(|(n, _)| *n != "cli") {
        let lib = read(&root().join("crates").join(name).join("src/lib.rs"));
        assert!(lib.contains("#![deny(missing_docs)]"), "{name}");
        assert!(lib.starts_with("//!"), "{name} does not say what it is for");
    }
}

#[test]
fn files_are_rooms_not_halls() {
    // The interpreter's loop and the instruction set are one thing each.
    let halls = ["interp.rs", "op.rs"];
    for dir in ["crates", "src", "xtask", "tests", "benches"] {
        for file in files(dir, "rs") {
            let name = file.file_name().unwrap().to_str().unwrap();
            let lines = read(&file).lines().count();
            assert!(lines <= 640 || halls.contains(&name), "{} has {lines} lines", file.display());
        }
    }
}

#[test]
fn colours_are_written_in_one_sheet() {
    let raw = |line: &str| {
        let hex = line.match_indices('#').any(|(i, _)| {
            let rest: String = line[i + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
            matches!(rest.len(), 3 | 4 | 6 | 8)
        });
        hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|f| line.contains(f))
    };
    for file in files("styles", "css").iter().filter(|f| !f.ends_with("tokens.css")) {
        for line in read(file).lines().filter(|l| !l.trim_start().starts_with("/*")) {
            assert!(!raw(line), "a raw colour in {}: {line}", file.display());
        }
    }
    for file in files("src", "rs").iter().filter(|f| !f.ends_with("contrast.rs")) {
        assert!(!code(file).contains("oklch("), "a raw colour in {}", file.display());
    }
}

/// The browser prepares each size and weight of a family anew: few of them are a second less before the first
/// picture on a slow machine.
#[test]
fn sizes_and_weights_of_type_are_of_one_scale() {
    const SIZES: [&str; 11] = ["11", "12", "13", "14", "15", "18", "20", "22", "26", "30", "32"];
    for file in files("styles", "css") {
        for line in read(&file).lines().map(str::trim) {
            let Some((name, value)) = line.trim_end_matches(';').split_once(": ") else { continue };
            let words = value.split([' ', '/']);
            match name {
                "font-size" | "font" => {
                    // What follows the slash is the height of a line.
                    let size = words.clone().find_map(|w| w.strip_suffix("px"));
                    let known = size.is_none_or(|s| SIZES.contains(&s));
                    assert!(known || value.contains("em"), "{}: {line}", file.display());
                }
                "font-weight" => {}
                _ => continue,
            }
            let weight = |w: &&str| w.len() == 3 && w.parse::<u32>().is_ok();
            for w in words.filter(weight) {
                assert!(["400", "600"].contains(&w), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn nothing_unfinished_is_kept() {
    let words = ["TO".to_string() + "DO", "FIX".to_string() + "ME", "#[ign".to_string() + "ore"];
    for dir in ["crates", "src", "xtask", "tests", "benches"] {
        for file in files(dir, "rs") {
            let text = read(&file);
            for w in &words {
                assert!(!text.contains(w.as_str()), "{w} in {}", file.display());
            }
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let reasons = read(&root().join("CONTRIBUTING.md"));
    let ours: Vec<_> = HOUSE.iter().map(|(n, _)| *n).collect();
    let crates = fs::read_dir(root().join("crates")).unwrap().map(|e| e.unwrap().path());
    for manifest in crates.chain([root().to_path_buf()]).map(|d| d.join("Cargo.toml")) {
        for dep in section(&read(&manifest), "dependencies") {
            let known = ours.contains(&dep.as_str()) || reasons.contains(&dep);
            assert!(known, "{dep} of {} is not in CONTRIBUTING.md", manifest.display());
        }
    }
}
