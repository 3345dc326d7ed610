//! The normal forms of `tests/programs/README.md`: both sides of a comparison go through them.
//!
//! It knows neither the engine nor the corpus, so that `cargo xtask conformance` uses the same file.
#![allow(dead_code, reason = "each user takes what it needs")]

/// Standard error in normal form. `goroot` is the folder of the standard library's sources, `""` where
/// paths are relative already.
pub fn stderr(text: &str, goroot: &str) -> String {
    let lines = text.lines().filter(|l| !is_exit_status(l));
    let mut lines: Vec<String> = lines.map(|l| line(l, goroot)).collect();
    for i in 1..lines.len() {
        if is_position(&lines[i]) && is_frame(&lines[i - 1]) {
            hide_arguments(&mut lines[i - 1]);
        }
    }
    let text = lines.join("\n");
    let mut blocks = blocks(&text);
    if blocks.len() > 2 {
        blocks[2..].sort();
    }
    end_with_newline(blocks.join("\n\n"))
}

/// A normal form without the frames of the standard library.
pub fn own_frames(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut own = Vec::new();
    let mut i = 0;
    while let Some(l) = lines.get(i) {
        if lines.get(i + 1).is_some_and(|p| is_position(p) && !is_own(p)) {
            i += 2;
        } else {
            own.push(*l);
            i += 1;
        }
    }
    let text = own.join("\n");
    let mut blocks = blocks(&text);
    if blocks.len() > 2 {
        blocks[2..].sort();
    }
    end_with_newline(blocks.join("\n\n"))
}

/// Standard output of a file of tests: the time of each is `0.00s`.
pub fn test_output(text: &str) -> String {
    text.split_inclusive('\n').map(test_line).collect()
}

/// How a program of `order/` ended, as one text.
pub fn outcome(stdout: &str, stderr: &str, exit: i32) -> String {
    if exit == 0 {
        return stdout.to_owned();
    }
    let first = stderr.split("\n\n").next().unwrap_or_default().trim();
    format!("{stdout}{first}\nexit {exit}\n")
}

/// One diagnostic in gc's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Line, from 1; 0 where gc names none.
    pub line: u32,
    /// Column, from 1, in bytes; 0 where gc names none.
    pub col: u32,
    /// Message with its continuation lines.
    pub message: String,
}

/// What `go build` printed, as single diagnostics.
pub fn diagnostics(text: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for l in text.lines().filter(|l| !l.starts_with("# ")) {
        match (l.strip_prefix('\t'), faults.last_mut()) {
            (Some(_), Some(last)) => last.message += &format!("\n{l}"),
            _ => faults.push(fault(l)),
        }
    }
    faults
}

fn fault(l: &str) -> Fault {
    let known = || {
        let (_, rest) = l.split_once(".go:")?;
        let (line, rest) = rest.split_once(':')?;
        let (col, message) = rest.split_once(": ")?;
        Some(Fault { line: line.parse().ok()?, col: col.parse().ok()?, message: message.into() })
    };
    known().unwrap_or_else(|| Fault { line: 0, col: 0, message: l.into() })
}

fn is_exit_status(l: &str) -> bool {
    l.strip_prefix("exit status ").is_some_and(|n| n.bytes().all(|c| c.is_ascii_digit()))
}

fn line(l: &str, goroot: &str) -> String {
    if let Some((path, number)) = position(l) {
        return format!("\t{}:{number}", short(path, goroot));
    }
    let mut l = l.to_owned();
    if let Some(rest) = l.strip_prefix("goroutine ")
        && let Some((n, rest)) = rest.split_once(" [")
        && is_number(n)
        && n != "1"
    {
        l = format!("goroutine N [{rest}");
    }
    if l.starts_with("created by ")
        && let Some((head, n)) = l.rsplit_once(" in goroutine ")
        && is_number(n)
        && n != "1"
    {
        l = format!("{head} in goroutine N");
    }
    hide_addresses(&l, if l.starts_with("[signal ") { 1 } else { 6 })
}

fn is_number(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|c| c.is_ascii_digit())
}

/// Path and line of `TAB path.go:LINE +0xOFF`; the offset may be missing.
fn position(l: &str) -> Option<(&str, &str)> {
    let rest = l.strip_prefix('\t')?;
    let rest = rest.split_once(" +0x").map_or(rest, |(place, _)| place);
    let (path, number) = rest.rsplit_once(':')?;
    (path.ends_with(".go") && is_number(number)).then_some((path, number))
}

fn is_position(l: &str) -> bool {
    position(l).is_some()
}

fn is_own(l: &str) -> bool {
    position(l).is_some_and(|(path, _)| path == "main.go" || path == "main_test.go")
}

/// A path as it is the same on every machine.
fn short<'a>(path: &'a str, goroot: &str) -> &'a str {
    let std = || path.strip_prefix(goroot).filter(|_| !goroot.is_empty());
    if let Some(rest) = std() {
        return rest.trim_start_matches('/');
    }
    if let Some(i) = path.find("golang.org/x/") {
        return &path[i..];
    }
    if path.starts_with('/') { path.rsplit('/').next().unwrap_or(path) } else { path }
}

/// Whether a line, when a position follows it, names a function and its arguments.
fn is_frame(l: &str) -> bool {
    !["\t", "created by ", "goroutine "].iter().any(|p| l.starts_with(p))
}

fn hide_arguments(l: &mut String) {
    if l.ends_with(')')
        && let Some(open) = l.rfind('(')
    {
        l.replace_range(open.., "(...)");
    }
}

/// Replaces `0x` and at least `min` digits by `0x?`.
fn hide_addresses(l: &str, min: usize) -> String {
    let mut out = String::new();
    let mut rest = l;
    while let Some(i) = rest.find("0x") {
        let digits = rest[i + 2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let end = i + 2 + digits;
        out += &rest[..i + 2];
        out += if digits >= min { "?" } else { &rest[i + 2..end] };
        rest = &rest[end..];
    }
    out + rest
}

/// What comes before the first goroutine, then the blocks of the goroutines.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for (i, part) in text.split("\n\n").enumerate() {
        if i > 0 && part.trim_start_matches('\n').starts_with("goroutine ") {
            blocks.push(part.trim_matches('\n').to_owned());
        } else if let Some(last) = blocks.last_mut() {
            let gap = if i > 0 { "\n\n" } else { "" };
            *last += &format!("{gap}{part}");
        }
    }
    blocks
}

fn end_with_newline(mut text: String) -> String {
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn test_line(l: &str) -> String {
    let timed = || {
        let result = l.trim_start();
        let known = ["--- PASS: ", "--- FAIL: ", "--- SKIP: "];
        known.iter().find(|k| result.starts_with(**k))?;
        let (head, time) = l.trim_end_matches('\n').rsplit_once(" (")?;
        let end = if l.ends_with('\n') { "\n" } else { "" };
        time.ends_with("s)").then(|| format!("{head} (0.00s){end}"))
    };
    timed().unwrap_or_else(|| l.to_owned())
}
