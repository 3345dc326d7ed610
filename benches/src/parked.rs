//! What a parked goroutine costs in memory: ours, and real Go's.

use playground::{Budgets, Run, Settings, compile};
use std::path::PathBuf;
use std::process::Command;

/// Goroutines that are parked.
const N: u32 = 100_000;

/// Prints bytes per parked goroutine. To be called before anything else has used much memory.
pub fn report() {
    println!("{N} parked goroutines, bytes of resident memory each (aim: at most 1024)");
    match ours() {
        Some(bytes) => println!("  ours                               {bytes:>7.0}"),
        None => println!("  ours                               unknown on this system"),
    }
    match go() {
        Some(bytes) => println!("  real Go                            {bytes:>7.0}\n"),
        None => println!("  real Go                            not found (name it by GO=...)\n"),
    }
}

fn ours() -> Option<f64> {
    let source = "package main\n\nfunc main() {\n\tch := make(chan int)\n\
                  \tfor range 100_000 {\n\t\tgo func() { <-ch }()\n\t}\n\tselect {}\n}\n";
    let compiled = match compile(source) {
        Ok(compiled) => compiled,
        Err(errors) => panic!("the program is right, but: {errors:?}"),
    };
    let budgets = Budgets { goroutines: N + 1, ..Budgets::default() };
    let settings = Settings { tracing: false, budgets, gomaxprocs: 1, ..Settings::default() };
    let before = resident()?;
    let mut run = Run::start(&compiled, &settings).ok()?;
    let mut most = before;
    while !run.advance(50_000) {
        most = most.max(resident()?);
    }
    assert!(run.steps() > u64::from(N), "all of them ran");
    Some((most - before) / f64::from(N))
}

/// Bytes of this process in memory.
fn resident() -> Option<f64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: f64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096.0)
}

const GO: &str = r#"package main

import (
	"fmt"
	"os"
	"time"
)

func resident() (n float64) {
	text, _ := os.ReadFile("/proc/self/statm")
	var all float64
	fmt.Sscan(string(text), &all, &n)
	return n * 4096
}

func main() {
	before := resident()
	ch := make(chan int)
	for range 100_000 {
		go func() { <-ch }()
	}
	time.Sleep(500 * time.Millisecond)
	fmt.Print((resident() - before) / 100_000)
}
"#;

fn go() -> Option<f64> {
    let program = std::env::var_os("GO").unwrap_or_else(|| "go".into());
    let folder: PathBuf = std::env::temp_dir().join(format!("parked-{}", std::process::id()));
    std::fs::create_dir_all(&folder).ok()?;
    let file = folder.join("main.go");
    let out = std::fs::write(&file, GO)
        .and_then(|()| Command::new(program).arg("run").arg(&file).output());
    std::fs::remove_dir_all(&folder).ok()?;
    String::from_utf8(out.ok()?.stdout).ok()?.trim().parse().ok()
}
