//! The programs of the lessons on real Go: they compile, `go vet` has nothing to say unless the lesson declares a
//! fault, and where real Go prints the same on every run, that is what the lesson expects.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::normal;
use super::real::Real;

/// Runs of a program, after which its output counts as the same on every run.
const RUNS: u32 = 5;

/// What a lesson's front matter says under a key.
fn front<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let head = text.lines().take_while(|l| !l.is_empty());
    head.filter_map(|l| l.strip_prefix(key)?.strip_prefix(": ")).next()
}

/// Checks all lessons whose name has one of the words; how many are right, of how many.
pub fn check(lessons: &Path, real: &Real<'_>, words: &[String]) -> Result<(usize, usize)> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(lessons).with_context(|| lessons.display().to_string())? {
        folders.push(entry?.path());
    }
    folders.retain(|f| f.join("main.go").is_file());
    folders.sort();
    let (mut right, mut all) = (0, 0);
    for folder in folders {
        let name = format!("lessons/{}", folder.file_name().unwrap_or_default().to_string_lossy());
        if !words.is_empty() && !words.iter().any(|w| name.contains(w.as_str())) {
            continue;
        }
        all += 1;
        match one(&folder, real)? {
            None => right += 1,
            Some(why) => println!("{name}: {}", why.trim_end()),
        }
    }
    Ok((right, all))
}

/// What is wrong with one.
fn one(folder: &Path, real: &Real<'_>) -> Result<Option<String>> {
    let source = fs::read_to_string(folder.join("main.go"))?;
    let text = fs::read_to_string(folder.join("lesson.en.md"))?;
    let fault = front(&text, "fault");
    if let Err(e) = real.compile(&source) {
        return Ok(Some(format!("real Go refuses it: {e:#}")));
    }
    if fault.is_none()
        && let Some(said) = real.vet()?
    {
        return Ok(Some(format!("go vet, though the lesson declares no fault:\n{said}")));
    }
    let expected = fs::read_to_string(folder.join("expected.txt")).unwrap_or_default();
    // What depends on order differs by right; what waits for ever, or for the network, or for a signal, is not run here.
    if fault.is_some() || expected.starts_with("# varies") || source.contains("os/signal") {
        return Ok(None);
    }
    let first = real.once()?;
    for _ in 1..RUNS {
        if real.once()? != first {
            return Ok(None);
        }
    }
    let got = normal::outcome(&first.0, &first.1, first.2);
    Ok((got.trim_end() != expected.trim_end() && first.0.trim_end() != expected.trim_end())
        .then(|| format!("real Go always prints\n{got}the lesson expects\n{expected}")))
}
