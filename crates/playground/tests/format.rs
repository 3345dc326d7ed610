//! Formatting against gofmt: the corpus stays as it is, and badly formatted variants of it come out as gofmt's.

mod common;
#[path = "common/misformat.rs"]
mod misformat;

use common::corpus;
use std::fs;

#[test]
fn what_gofmt_wrote_stays() {
    let mut checked = 0;
    for p in corpus::all().iter().filter(|p| !p.id.starts_with("invalid/")) {
        match playground::format(&p.source) {
            Ok(text) => {
                assert!(text == p.source, "{}: {}", p.id, common::difference(&p.source, &text))
            }
            Err(wrong) => panic!("{}: {wrong:?}", p.id),
        }
        checked += 1;
    }
    assert!(checked > 400, "only {checked} programs");
}

/// `tests/format.txt` has a line for each variant: program, number, fingerprint of gofmt's answer.
#[test]
fn variants_come_out_as_gofmt_writes_them() {
    let stored = fs::read_to_string(corpus::root().join("format.txt")).expect("tests/format.txt");
    let programs = corpus::all();
    let (mut checked, mut wrong) = (0, Vec::new());
    for line in stored.lines().filter(|l| !l.starts_with('#')) {
        let [id, n, print] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let program =
            programs.iter().find(|p| p.id == id).unwrap_or_else(|| panic!("{id} is gone"));
        let variant = misformat::variant(&program.source, n.parse().expect("a number"));
        match playground::format(&variant) {
            Ok(text) if format!("{:016x}", misformat::fingerprint(&text)) == print => {}
            Ok(_) => wrong.push(format!("{id} {n}: not as gofmt's")),
            Err(e) => wrong.push(format!("{id} {n}: {}", playground::render("main.go", &e))),
        }
        checked += 1;
    }
    assert!(checked >= 200, "only {checked} variants");
    assert!(
        wrong.is_empty(),
        "{} of {checked}; `cargo xtask conformance format` shows them, and with --store asks gofmt anew\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn variants_are_badly_formatted() {
    let programs = corpus::programs("lang");
    let (mut lines, mut joined) = (0, 0);
    for (n, p) in programs.iter().enumerate() {
        let variant = misformat::variant(&p.source, n as u64);
        let own: std::collections::BTreeSet<&str> = p.source.lines().collect();
        lines += variant.lines().filter(|l| !own.contains(l)).count();
        joined += variant.matches("; ").count().saturating_sub(p.source.matches("; ").count());
    }
    assert!(lines > 20 * programs.len(), "{lines} lines differ");
    assert!(joined > programs.len(), "{joined} lines were joined");
}
