//! How much a visitor downloads: the page's files as brotli, which every browser takes and most hosts give.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;

/// The aim for the first download, in bytes.
const AIM: usize = 250_000;

/// A table by kind of file, with the sum and the aim.
pub fn report(files: &[PathBuf]) -> Result<String> {
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for file in files {
        let mut kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        if file.to_string_lossy().ends_with("_rest.wasm") {
            kind = "rest".into();
        }
        let bytes = fs::read(file)?;
        let sum = kinds.entry(kind).or_default();
        sum.0 += bytes.len();
        sum.1 += compressed(&bytes)?;
    }
    table(&kinds)
}

fn table(kinds: &BTreeMap<String, (usize, usize)>) -> Result<String> {
    let mut text = format!("{:<10}{:>12}{:>12}", "download", "bytes", "brotli");
    let mut first = 0;
    for (kind, &(bytes, brotli)) in kinds {
        // Pictures, fonts and the rest of the wasm come later, or not at all.
        let counts = ["wasm", "js", "css", "html"].contains(&kind.as_str());
        first += if counts { brotli } else { 0 };
        let note = if counts { "" } else { "  (not counted)" };
        write!(text, "\n{kind:<10}{bytes:>12}{brotli:>12}{note}")?;
    }
    let verdict = if first <= AIM { "within" } else { "ABOVE" };
    let [kb, aim] = [first, AIM].map(|b| b as f64 / 1000.0);
    write!(text, "\nwasm + js + css + html, brotli: {kb:.1} KB, {verdict} the aim of {aim:.0} KB")?;
    Ok(text)
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters)?;
    Ok(output.len())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{compressed, table};

    #[test]
    fn counts_what_the_page_needs_first() {
        let kinds = [("css", (10, 4)), ("png", (999_999, 999_999)), ("wasm", (700_000, 250_000))];
        let kinds: BTreeMap<_, _> = kinds.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        let text = table(&kinds).expect("writing to a string");
        assert!(text.ends_with("brotli: 250.0 KB, ABOVE the aim of 250 KB"), "{text}");
    }

    #[test]
    fn repetition_compresses() {
        assert!(compressed(&[b'a'; 10_000]).expect("in memory") < 100);
    }
}
