//! What the packages of real Go's library have and ours do not: the list by which this engine tells a name that it
//! does not support from one that does not exist. And where real Go's generic functions are: gc names those places.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::program::difference;
use super::real::Real;

/// Lists what real Go's packages have and the stubs in a folder do not.
const LISTER: &str = include_str!("names.go");

/// Compares with the lists that the type checker has, and stores them if wanted; whether they are right.
pub fn check(types: &Path, real: &Real<'_>, store: bool) -> Result<bool> {
    let stubs = types.join("std");
    let mut files = Vec::new();
    for entry in fs::read_dir(&stubs).with_context(|| stubs.display().to_string())? {
        files.push(entry?.file_name().to_string_lossy().into_owned());
    }
    files.sort();
    let mut args = vec![fs::canonicalize(&stubs)?.display().to_string()];
    for file in files {
        if !file.starts_with("golang_org_") && !file.starts_with("internal_") {
            let source = fs::read_to_string(stubs.join(&file))?;
            args.extend([path(&file, &source), file]);
        }
    }
    args.extend(["unsafe".into(), "-".into()]);
    let printed = real.once_with(LISTER, &args)?;
    let (lacking, places): (Vec<&str>, Vec<&str>) =
        printed.split_inclusive('\n').partition(|l| l.contains(": "));
    let mut right = true;
    for (file, lines) in [("lacking.txt", lacking), ("places.txt", places)] {
        let (list, stored) = (lines.concat(), types.join("packages").join(file));
        if store || !stored.exists() {
            fs::write(&stored, &list).with_context(|| format!("writing {}", stored.display()))?;
        }
        let text = difference(file, &list, &fs::read_to_string(&stored)?);
        print!("{text}");
        right &= text.is_empty();
    }
    Ok(right)
}

/// The import path of a stub: `text_tabwriter.go` is of package `tabwriter`. In a name that ends otherwise than its
/// package, as `math_rand_v2.go`, every `_` is a slash.
fn path(file: &str, source: &str) -> String {
    let stem = file.strip_suffix(".go").unwrap_or(file);
    let package = source.lines().find_map(|l| l.strip_prefix("package ")).unwrap_or_default();
    match stem.strip_suffix(package) {
        Some(folder) => folder.replace('_', "/") + package,
        None => stem.replace('_', "/"),
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_of_stubs() {
        assert_eq!(path("fmt.go", "// Doc.\npackage fmt\n"), "fmt");
        assert_eq!(path("text_tabwriter.go", "package tabwriter\n"), "text/tabwriter");
        assert_eq!(path("math_rand_v2.go", "package rand\n"), "math/rand/v2");
    }
}
