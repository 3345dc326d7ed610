//! Mutants of the corpus, as many as wanted: `cargo run --release -p playground --example fuzz -- 100000 SEED`.
//!
//! They run in child processes, so that an abort or an endless loop is a finding like any other. What breaks
//! the engine is made smaller and written to `target/fuzz/`.
//!
//! ```text
//! fuzz N [SEED]     tries N mutants (1: 100,000 of seed 1)
//! fuzz --file F [N]  tries one file, as mutant N was or in many ways
//! fuzz --show S N   prints mutant N of seed S
//! ```

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/common/corpus.rs"]
mod corpus;
#[path = "../tests/common/judge.rs"]
mod judge;
#[path = "../tests/common/mutate.rs"]
mod mutate;

use mutate::Stock;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;
use std::{env, fs};

/// A mutant that takes longer hangs. Mutants take milliseconds, but the machine may be busy with other things.
const PATIENCE: Duration = Duration::from_secs(120);

/// Stack of the thread that tries mutants: what a page has.
const STACK: usize = 1 << 20;

/// Runs of the engine that may be spent on making one finding smaller.
const REDUCTIONS: u32 = 1500;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let number = |text: &str| text.replace('_', "").parse::<u64>().expect("a number");
    match args[..] {
        ["--child", seed, from, to] => {
            on_small_stack(try_all(number(seed), number(from), number(to)))
        }
        ["--file", file] => on_small_stack(one_file(file.into(), (0..13).chain([16]).collect())),
        ["--file", file, n] => on_small_stack(one_file(file.into(), vec![number(n)])),
        ["--show", seed, n] => {
            print!("{}", Stock::load().mutant(number(seed), number(n)));
            ExitCode::SUCCESS
        }
        [] => parent(100_000, 1),
        [n] => parent(number(n), 1),
        [n, seed] => parent(number(n), number(seed)),
        _ => panic!("fuzz [N [SEED]] | --file FILE [N] | --show SEED N"),
    }
}

fn on_small_stack(work: impl FnOnce() -> ExitCode + Send + 'static) -> ExitCode {
    let thread = thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    thread.join().unwrap_or(ExitCode::FAILURE)
}

/// Tries mutants and says so: `+ N` before, `- N END` after each.
fn try_all(seed: u64, from: u64, to: u64) -> impl FnOnce() -> ExitCode {
    move || {
        let stock = Stock::load();
        let mut out = std::io::stdout().lock();
        for n in from..to {
            let _ = writeln!(out, "+ {n}").and_then(|()| out.flush());
            match judge::judge(&stock.mutant(seed, n), n) {
                Ok(end) => {
                    let _ = writeln!(out, "- {n} {end}");
                }
                Err(why) => {
                    eprintln!("finding: {why}");
                    return ExitCode::from(3);
                }
            }
        }
        ExitCode::SUCCESS
    }
}

/// Tries a file with some kinds of run.
fn one_file(file: PathBuf, seeds: Vec<u64>) -> impl FnOnce() -> ExitCode {
    move || {
        let bytes = fs::read(&file).expect("the file can be read");
        let text = String::from_utf8_lossy(&bytes);
        for seed in seeds {
            match judge::judge(&text, seed) {
                Ok(end) => println!("{seed}: {end}"),
                Err(why) => {
                    eprintln!("finding: {why}");
                    return ExitCode::from(3);
                }
            }
        }
        ExitCode::SUCCESS
    }
}

/// A child whose lines arrive while a clock runs.
struct Watched {
    child: Child,
    lines: Receiver<String>,
    complaints: Receiver<String>,
}

impl Watched {
    fn start(args: &[&str]) -> Watched {
        let program = env::current_exe().expect("this program");
        let mut command = Command::new(program);
        command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.env("RUST_BACKTRACE", "0").spawn().expect("a child");
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (tell, lines) = channel();
        let (complain, complaints) = channel();
        let reader = move || {
            for line in BufReader::new(out.expect("piped")).lines() {
                let _ = line.map(|l| tell.send(l));
            }
        };
        thread::Builder::new().spawn(reader).expect("a thread");
        let reader = move || {
            let mut text = Vec::new();
            let _ = err.expect("piped").take(1 << 16).read_to_end(&mut text);
            let _ = complain.send(String::from_utf8_lossy(&text).into_owned());
        };
        thread::Builder::new().spawn(reader).expect("a thread");
        Watched { child, lines, complaints }
    }

    /// What went wrong; none if it ended well.
    fn end(mut self, hangs: bool) -> Option<String> {
        if hangs {
            let _ = self.child.kill();
        }
        let status = self.child.wait().expect("the child ends");
        let text = self.complaints.recv().unwrap_or_default();
        if hangs {
            return Some("hangs".into());
        }
        if status.success() {
            return None;
        }
        // The place of a panic, without the thread's number.
        let line = text.lines().find(|l| l.contains("panicked at "));
        let place = line.and_then(|l| l.split_once("panicked at ")).map(|(_, p)| p.to_owned());
        let finding = text.lines().find(|l| l.starts_with("finding: ")).map(str::to_owned);
        let abort = text
            .lines()
            .find(|l| l.contains("memory allocation of") || l.contains("overflowed its stack"));
        let place = place.or(abort.map(str::to_owned));
        let last = || text.lines().rfind(|l| !l.is_empty()).unwrap_or("killed").to_owned();
        let words = text.lines().skip_while(|l| !l.contains("panicked at ")).nth(1);
        let place = place.map(|p| format!("{p} {}", words.unwrap_or_default()));
        Some(place.or(finding).unwrap_or_else(last))
    }
}

/// What is the same about two findings of one cause.
fn signature(why: &str) -> String {
    let head = why.split(['\n', '"', '`']).next().unwrap_or_default();
    head.chars().filter(|c| !c.is_ascii_digit()).take(80).collect()
}

fn parent(n: u64, seed: u64) -> ExitCode {
    let mut ends: BTreeMap<String, u64> = BTreeMap::new();
    let mut findings: BTreeMap<String, (u64, Vec<u64>)> = BTreeMap::new();
    let mut next = 0;
    while next < n {
        let (from, to) = (next.to_string(), n.to_string());
        let watched = Watched::start(&["--child", &seed.to_string(), &from, &to]);
        let mut hangs = false;
        loop {
            match watched.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let mut words = line.split(' ');
                    match (words.next(), words.next(), words.next()) {
                        (Some("+"), Some(i), _) => next = i.parse().expect("a number"),
                        (Some("-"), Some(_), Some(end)) => {
                            *ends.entry(end.to_owned()).or_default() += 1;
                            next += 1;
                            if next % 10_000 == 0 {
                                println!("{next}: {ends:?}, {} findings", findings.len());
                            }
                        }
                        _ => {}
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    hangs = true;
                    break;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if let Some(why) = watched.end(hangs) {
            println!("mutant {next} of seed {seed}: {why}");
            let first = findings.entry(signature(&why)).or_default();
            first.0 += 1;
            first.1.push(next);
            next += 1;
        }
    }
    println!("{n} mutants of seed {seed}: {ends:?}");
    let stock = Stock::load();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
    for (i, (what, (count, numbers))) in findings.iter().enumerate() {
        fs::create_dir_all(&folder).expect("target can be written");
        let file = folder.join(format!("{seed}-{i}.go"));
        let text = reduce(stock.mutant(seed, numbers[0]), numbers[0], what, &file);
        fs::write(&file, &text).expect("target can be written");
        println!("\n{count} times (first: {}): {what}\n{}\n{text}", numbers[0], file.display());
    }
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What a text does to the engine.
fn verdict(text: &str, n: u64, file: &Path) -> Option<String> {
    fs::write(file, text).expect("target can be written");
    let watched = Watched::start(&["--file", &file.display().to_string(), &n.to_string()]);
    loop {
        match watched.lines.recv_timeout(PATIENCE) {
            Ok(_) => {}
            Err(e) => return watched.end(e == RecvTimeoutError::Timeout).map(|w| signature(&w)),
        }
    }
}

/// The smallest text found with the same effect: takes away lines, then single characters of what is short.
fn reduce(mut text: String, n: u64, what: &str, file: &Path) -> String {
    if verdict(&text, n, file).as_deref() != Some(what) {
        return text;
    }
    let mut left = if what == "hangs" { 30 } else { REDUCTIONS };
    for by_lines in [true, false] {
        let parts = |t: &str| -> Vec<String> {
            match by_lines {
                true => t.split_inclusive('\n').map(str::to_owned).collect(),
                false => t.chars().map(String::from).collect(),
            }
        };
        let mut chunk = parts(&text).len() / 2;
        while chunk > 0 && left > 0 {
            let mut at = 0;
            while at < parts(&text).len() && left > 0 {
                let mut fewer = parts(&text);
                drop(fewer.drain(at..(at + chunk).min(fewer.len())));
                let fewer = fewer.concat();
                left -= 1;
                match verdict(&fewer, n, file).as_deref() == Some(what) {
                    true => text = fewer,
                    false => at += chunk,
                }
            }
            chunk /= 2;
        }
    }
    text
}
