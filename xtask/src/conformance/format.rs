//! gofmt's answers to badly formatted variants of the corpus, beside this engine's.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::misformat;
use super::program::{self, Kind};

/// Compares, and stores what is stored nowhere; how many agree, of how many.
pub fn compare(
    tests: &Path,
    gofmt: &Path,
    engine: Option<&Path>,
    store: bool,
) -> Result<(usize, usize)> {
    let stored = tests.join("format.txt");
    let mut text =
        String::from("# PROGRAM VARIANT FINGERPRINT of what gofmt makes of the variant\n");
    let (mut agree, mut all) = (0, 0);
    for (i, p) in program::all(tests)?.iter().filter(|p| p.kind != Kind::Invalid).enumerate() {
        let source = fs::read_to_string(&p.path)?;
        let id = p.name.strip_prefix("programs/").unwrap_or(&p.name);
        let n = i as u64;
        let variant = misformat::variant(&source, n);
        // Some variants are no Go any more.
        let Some(want) = through(Command::new(gofmt), &variant)? else { continue };
        writeln!(text, "{id} {n} {:016x}", misformat::fingerprint(&want))?;
        let Some(engine) = engine else { continue };
        all += 1;
        let path = std::env::temp_dir().join(format!("variant-{}.go", std::process::id()));
        fs::write(&path, &variant)?;
        let output = Command::new(engine).arg("fmt").arg(&path).output()?;
        fs::remove_file(&path)?;
        let got = String::from_utf8_lossy(&output.stdout);
        if got == want {
            agree += 1;
        } else {
            println!("{id}, variant {n}: this engine (+) is not as gofmt (-)");
            print!("{}", program::difference("text", &want, &got));
            print!("{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    if store || !stored.exists() {
        fs::write(&stored, text).with_context(|| format!("writing {}", stored.display()))?;
    }
    Ok((agree, all))
}

/// What a program makes of a text; none if it refuses it.
fn through(mut command: Command, text: &str) -> Result<Option<String>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().context("starting gofmt")?;
    let mut input = child.stdin.take().context("its input")?;
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    // A program that ends early does not read everything.
    let _ = writer.join();
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}
