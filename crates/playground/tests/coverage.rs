//! The corpus uses everything: each keyword and operator of the language, each instruction that it is lowered to,
//! each exported name of the supported packages.

mod common;

use common::corpus;
use playground::{TokenKind, tokens};
use std::collections::{BTreeMap, BTreeSet};
use syntax::ExprId;
use types::{Checked, ObjId};

/// Valid programs whose behaviour is stored.
fn programs() -> impl Iterator<Item = (String, Checked)> {
    let order = corpus::programs("order");
    corpus::deterministic().into_iter().chain(order).map(|p| {
        let (file, wrong) = syntax::parse(&p.source);
        let checked = types::check_files(&[file], &[p.file.into()], wrong);
        assert!(checked.diagnostics.is_empty(), "{}: {:?}", p.id, checked.diagnostics);
        (p.id, checked)
    })
}

fn list(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    names.into_iter().map(|n| format!("  {}\n", n.as_ref())).collect()
}

#[test]
fn every_keyword_and_operator() {
    let mut seen = BTreeSet::new();
    for p in corpus::deterministic() {
        for t in tokens(&p.source) {
            if matches!(t.kind, TokenKind::Keyword | TokenKind::Operator) {
                seen.insert(p.source[t.start as usize..t.end as usize].to_owned());
            }
        }
    }
    // The Go specification, "Keywords" and "Operators and punctuation".
    let all = "break case chan const continue default defer else fallthrough for func go goto if import interface \
               map package range return select struct switch type var \
               + & += &= && == != ( ) - | -= |= || < <= [ ] * ^ *= ^= <- > >= { } / << /= <<= ++ = := , ; % >> %= \
               >>= -- ! ... . : &^ &^= ~";
    let missing: Vec<&str> = all.split_whitespace().filter(|t| !seen.contains(*t)).collect();
    assert!(missing.is_empty(), "no program uses\n{}", list(missing));
}

/// Instructions that only padding needs.
const PADDING: [&str; 2] = ["Nop", "Ext"];

#[test]
fn every_instruction() {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (id, checked) in programs() {
        let program = program::lower(&checked).expect("it can be lowered");
        for op in program.funcs.iter().flat_map(|f| &f.ops) {
            seen.entry(op.name()).or_insert_with(|| id.clone());
        }
    }
    let all = program::Op::NAMES.iter().filter(|n| !PADDING.contains(n));
    let missing: Vec<&&str> = all.filter(|n| !seen.contains_key(**n)).collect();
    assert!(missing.is_empty(), "no program is lowered to\n{}", list(missing));
}

/// What is there only to say that there are no files.
const REFUSED: [&str; 1] = ["testing.T.Chdir"];

/// `path.Name` or `path.T.m` of what a package of the library declares.
fn library_name(c: &Checked, obj: ObjId) -> Option<String> {
    let o = &c.objects[obj];
    let (path, _) = c.types.package(o.pkg?);
    if &*path == "main" {
        return None;
    }
    match o.recv {
        Some(r) => {
            let of = c.types.as_named(c.types.deref(r).0)?;
            Some(format!("{path}.{}.{}", c.types.named(of).name, o.name))
        }
        None if o.top_level => Some(format!("{path}.{}", o.name)),
        None => None,
    }
}

#[test]
fn every_exported_name_of_the_library() {
    let mut used: BTreeMap<String, String> = BTreeMap::new();
    for (id, c) in programs() {
        let main = c.main().expect("the learner's package");
        let names =
            main.files.iter().flat_map(|f| 0..f.next_id).filter_map(|i| c.info.object(ExprId(i)));
        let methods =
            c.info.selections.iter().filter(|(e, _)| main.files.iter().any(|f| e.0 < f.next_id));
        for obj in names.chain(methods.filter_map(|(_, s)| s.method)) {
            if let Some(name) = library_name(&c, obj) {
                used.entry(name).or_insert_with(|| id.clone());
            }
        }
    }
    let mut missing = Vec::new();
    for l in types::library() {
        // The tables of `unicode` are data, each like the others.
        if l.path.starts_with("internal/") || l.path == "unicode" {
            continue;
        }
        let names = l.exported.iter().map(|n| format!("{}.{n}", l.path));
        missing.extend(names.filter(|n| !used.contains_key(n) && !REFUSED.contains(&n.as_str())));
    }
    assert!(missing.is_empty(), "no program uses\n{}", list(missing));
}

#[test]
fn the_list_names_programs_that_are_there() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let text = std::fs::read_to_string(tests.join("programs/COVERAGE.md")).expect("the list");
    let count = |folder: &str| corpus::programs(folder).len();
    let plain = count("lang") + count("conc") + count("std");
    let head = format!(
        "{plain} deterministic programs and {} files of tests; {} in `order`, {} in `race`,",
        count("testing"),
        count("order"),
        count("race")
    );
    assert!(text.contains(&head), "it is old: `cargo xtask conformance coverage --store`");
    let named = text.lines().filter_map(|l| l.strip_suffix(" |")?.rsplit_once(" | "));
    let names = named.flat_map(|(_, names)| names.split(", ")).filter(|n| n.contains('/'));
    let gone: BTreeSet<&str> = names
        .filter(|n| !n.contains('*') && !tests.join(format!("programs/{n}.go")).is_file())
        .collect();
    assert!(gone.is_empty(), "no such programs\n{}", list(gone));
}
