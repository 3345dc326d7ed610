//! The conformance corpus: every deterministic program of the language and of concurrency must do
//! what real Go did.
//!
//! Frames of the standard library are left out of both sides: ours is another library.

mod common;

use common::{Run, compile, execute};
use executor::Fifo;
use std::fs;
use std::path::Path;
use trace::Tracer;
use vm::Config;

/// Standard error in the normal form of `tests/programs/README.md`.
fn normal(text: &str) -> String {
    let mut lines: Vec<String> =
        text.lines().filter(|l| !l.starts_with("exit status ")).map(line).collect();
    for i in 1..lines.len() {
        if is_position(&lines[i]) && !lines[i - 1].starts_with(['\t']) {
            let l = &mut lines[i - 1];
            let special = l.starts_with("created by ") || l.starts_with("goroutine ");
            if !special
                && l.ends_with(')')
                && let Some(open) = l.rfind('(')
            {
                l.replace_range(open.., "(...)");
            }
        }
    }
    // The program's own frames only.
    let mut own = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let foreign = lines.get(i + 1).is_some_and(|p| {
            is_position(p) && !p.starts_with("\tmain.go:") && !p.starts_with("\tmain_test.go:")
        });
        if foreign {
            i += 2;
        } else {
            own.push(lines[i].clone());
            i += 1;
        }
    }
    let text = own.join("\n");
    let mut blocks: Vec<String> = Vec::new();
    for part in text.split("\n\n") {
        match blocks.last_mut() {
            Some(b) if !part.trim_start().starts_with("goroutine ") => {
                b.push_str("\n\n");
                b.push_str(part);
            }
            _ => blocks.push(part.trim_matches('\n').to_string()),
        }
    }
    if blocks.len() > 2 {
        blocks[2..].sort();
    }
    blocks.join("\n\n").trim().to_string()
}

fn is_position(l: &str) -> bool {
    let Some(rest) = l.strip_prefix('\t') else { return false };
    rest.rsplit_once(".go:")
        .is_some_and(|(_, n)| !n.is_empty() && n.bytes().all(|c| c.is_ascii_digit()))
}

fn line(l: &str) -> String {
    let mut l = match l.split_once(" +0x") {
        Some((p, _)) if is_position(p) => p.to_string(),
        _ => l.to_string(),
    };
    if let Some(rest) = l.strip_prefix("goroutine ")
        && let Some((n, rest)) = rest.split_once(" [")
        && n != "1"
    {
        l = format!("goroutine N [{rest}");
    }
    if l.starts_with("created by ")
        && let Some((head, n)) = l.rsplit_once(" in goroutine ")
        && n != "1"
    {
        l = format!("{head} in goroutine N");
    }
    hexes(&l, if l.starts_with("[signal ") { 1 } else { 6 })
}

/// Replaces `0x` with at least `min` digits.
fn hexes(l: &str, min: usize) -> String {
    let mut out = String::new();
    let mut rest = l;
    while let Some(i) = rest.find("0x") {
        let digits = rest[i + 2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        out += &rest[..i + 2];
        if digits >= min {
            out.push('?');
        } else {
            out += &rest[i + 2..i + 2 + digits];
        }
        rest = &rest[i + 2 + digits..];
    }
    out + rest
}

fn difference(go: &Path, r: &Run) -> Option<String> {
    let read = |ext: &str| fs::read_to_string(go.with_extension(ext)).unwrap_or_default();
    let exit: i32 = read("exit").trim().parse().unwrap_or(0);
    let (want, got) = (read("out"), &r.stdout);
    if want != *got {
        let at = want.lines().zip(got.lines()).position(|(a, b)| a != b);
        let n = at.unwrap_or(want.lines().count().min(got.lines().count()));
        let pick = |s: &str| s.lines().nth(n).unwrap_or("(nothing)").to_string();
        return Some(format!("output line {}: want {:?}, got {:?}", n + 1, pick(&want), pick(got)));
    }
    let (want, got) = (normal(&read("err")), normal(&r.stderr));
    if want != got {
        return Some(format!("stderr:\n{want}\n--- got\n{got}\n"));
    }
    (exit != r.outcome.exit).then(|| format!("exit: want {exit}, got {}", r.outcome.exit))
}

fn folder(name: &str) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs").join(name);
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "go") && p.with_extension("out").exists());
    files.sort();
    assert!(files.len() > 5);
    let mut wrong = String::new();
    for f in &files {
        let source = fs::read_to_string(f).unwrap();
        let fault = match compile(&source, "main.go") {
            Err(e) => Some(format!("does not compile: {e}")),
            Ok(p) => {
                let r = execute(p, Config::default(), Box::new(Fifo::new()), Tracer::off());
                difference(f, &r)
            }
        };
        if let Some(fault) = fault {
            wrong += &format!("{}: {fault}\n", f.file_name().unwrap().display());
        }
    }
    assert!(wrong.is_empty(), "of {} programs differ:\n{wrong}", files.len());
}

#[test]
fn the_language() {
    folder("lang");
}

#[test]
fn concurrency() {
    folder("conc");
}
