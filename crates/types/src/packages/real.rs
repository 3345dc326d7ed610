//! Real Go's library beside ours: what it has and ours lacks, so that a program that uses it is told whose fault it
//! is, and where its generic functions are, since gc names those places.

use syntax::{Decl, Pos};

/// A package a line: its path, a colon, names and `T.m` for fields and methods of types that ours has. Written by
/// `cargo xtask conformance names --store`. Of package `syscall` it has the functions and types only.
const LACKING: &str = include_str!("lacking.txt");

/// Whether real Go's package has an exported name, or a field or method `T.m`, that ours lacks.
pub(crate) fn lacks(path: &str, name: &str) -> bool {
    names(path).any(|n| n == name)
}

fn names(path: &str) -> impl Iterator<Item = &'static str> {
    let line = LACKING.lines().find_map(|l| l.strip_prefix(path)?.strip_prefix(": "));
    line.unwrap_or_default().split(' ')
}

/// Where real Go's generic functions are: `slices/sort.go:16 slices.Sort`. Written by the same command.
const PLACES: &str = include_str!("places.txt");

/// Where a place in a generic function of ours is in real Go's library, if it is in the first line, which is the same
/// there.
pub(crate) fn place_in_go(pos: Pos) -> Option<String> {
    let path = super::library_path(pos.file);
    let file = super::parsed(&path.into())?;
    let name = file.decls.iter().find_map(|d| match d {
        Decl::Func(f) if f.keyword.line == pos.line => Some(&f.name.name),
        _ => None,
    })?;
    let wanted = format!("{path}.{name}");
    let line = PLACES.lines().find_map(|l| l.strip_suffix(&wanted)?.strip_suffix(' '))?;
    Some(format!("$GOROOT/src/{line}:{}", pos.col))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_functions_are_found_in_go() {
        for package in crate::packages::library() {
            let Some(file) = crate::packages::parsed(&package.path.into()) else { continue };
            for d in &file.decls {
                let Decl::Func(f) = d else { continue };
                if !f.tparams.is_empty() && package.exported.iter().any(|n| *n == *f.name.name) {
                    let place = place_in_go(f.keyword);
                    assert!(place.is_some(), "{}.{}", package.path, f.name.name);
                }
            }
        }
    }

    #[test]
    fn what_is_lacking_is_not_there() {
        for package in crate::packages::library() {
            let both: Vec<&String> =
                package.exported.iter().filter(|n| lacks(package.path, n)).collect();
            assert!(both.is_empty(), "{}: {both:?}", package.path);
        }
        assert!(lacks("os", "ReadFile") && !lacks("os", "Exit") && !lacks("os", "Readfile"));
    }
}
