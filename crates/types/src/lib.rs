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
    check_named(files, &[])
}

/// [`check`] with the files' names, for positions within messages.
pub fn check_named(files: &[File], names: &[Rc<str>]) -> Checked {
    let program = match packages::load(files) {
        Ok(p) => p,
        Err(diagnostics) => return Checked { diagnostics, ..Checked::default() },
    };
    let out = check::Checker::run(&program, check::Reports::new(names));
    Checked {
        packages: out.packages,
        types: out.types,
        objects: out.objects,
        info: out.info,
        diagnostics: out.reports.finish(),
    }
}

/// The errors of the parser and the checker together, as gc prints them: sorted, and at most
/// ten and then `too many errors`.
pub fn merge(parser: Vec<Diagnostic>, checker: Vec<Diagnostic>) -> Vec<Diagnostic> {
    check::Reports::merge(parser, checker)
}
