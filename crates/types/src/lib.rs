//! Go's type checker for the language that Interleave runs.
//!
//! Modelled on gc's `cmd/compile/internal/types2`: the same verdicts, words, positions and order.
//! [`check`] takes the parsed files of one package and gives back [`Checked`]: every type
//! interned in [`Types`], every object in [`Objects`], and the tables of [`Info`] by expression id.
#![deny(missing_docs)]

mod check;
mod constant;
mod info;
mod object;
mod packages;
mod repr;

pub use constant::{BigFloat, ConstValue, Float};
pub use info::{
    Capture, Checked, FuncBody, Info, Initializer, Instance, Mode, Package, Selection,
    SelectionKind, TypeAndValue,
};
pub use object::{BuiltinId, ObjId, Object, ObjectKind, Objects, PkgId, VarKind};
pub use packages::{Listing, forget_library, library};
pub use repr::{
    Basic, FieldType, IfaceMethod, InterfaceType, Lookup, LookupKind, Method, NamedId, NamedInfo,
    Param, Signature, StructType, Style, Term, Type, TypeId, TypeParamId, TypeParamInfo, TypeSet,
    Types,
};

use std::rc::Rc;
use syntax::{Diagnostic, File};

/// Checks a program of one package, whose only file is called `main.go` in messages.
///
/// The files must have been parsed with consecutive file numbers and expression ids. Errors
/// are in [`Checked::diagnostics`]; when there are any, the tables are incomplete.
pub fn check(files: &[File]) -> Checked {
    check_files(files, &[], Vec::new())
}

/// [`check`] with the files' names, for positions within messages.
pub fn check_named(files: &[File], names: &[Rc<str>]) -> Checked {
    check_files(files, names, Vec::new())
}

/// The errors of the parser and the checker together: sorted, at most ten and then
/// `too many errors`. [`check_files`] counts more exactly.
pub fn merge(parser: Vec<Diagnostic>, checker: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if parser.is_empty() {
        return checker;
    }
    let all = parser.into_iter().chain(checker).filter(|d| d.message != "too many errors");
    check::Reports::new(&[], Vec::new(), all.collect()).finish()
}

/// [`check`] with the files' names, for positions within messages, and the parser's errors, which
/// come first as with gc: at most ten in all, and no check of types after a syntax error.
pub fn check_files(files: &[File], names: &[Rc<str>], parser: Vec<Diagnostic>) -> Checked {
    check_reporting(files, names, parser, false)
}

/// Every error, not only the first ten: what gc's flag `-e` shows.
pub fn check_every_error(files: &[File], parser: Vec<Diagnostic>) -> Vec<Diagnostic> {
    check_reporting(files, &[], parser, true).diagnostics
}

fn check_reporting(
    files: &[File],
    names: &[Rc<str>],
    parser: Vec<Diagnostic>,
    all: bool,
) -> Checked {
    let syntax_error = parser.iter().any(|d| d.is_syntax());
    let is_test_file = names.first().is_some_and(|n| n.ends_with("_test.go"));
    let versions = files.iter().map(|f| f.go_version).collect();
    let mut reports = check::Reports::new(names, versions, parser);
    reports.all = all;
    if syntax_error {
        return Checked { diagnostics: reports.finish(), ..Checked::default() };
    }
    let program = match packages::load(files) {
        Ok(p) => p,
        Err(diagnostics) => return Checked { diagnostics, ..Checked::default() },
    };
    let out = check::Checker::run(&program, reports);
    Checked {
        packages: out.packages,
        types: out.types,
        objects: out.objects,
        info: out.info,
        diagnostics: out.reports.finish(),
        is_test_file,
    }
}

/// Checks everything in the standard library: for its tests.
/// Gives errors with their packages.
pub fn check_library() -> Vec<(&'static str, Diagnostic)> {
    let program = packages::load_library();
    let reports = check::Reports::new(&[], Vec::new(), Vec::new());
    let out = check::Checker::run(&program, reports);
    let name = |d: &Diagnostic| packages::library_path(d.pos.file);
    out.reports.finish().into_iter().map(|d| (name(&d), d)).collect()
}
