//! Errors, collected as gc's `base.ErrorfAt` does.

use super::Checker;
use crate::repr::Style;
use crate::repr::Writer;
use crate::{ObjId, Object, ObjectKind, Signature, Type, TypeId, TypeParamInfo, VarKind};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syntax::{Diagnostic, Expr, Pos};

/// gc stops after this many errors.
pub(crate) const MAX_ERRORS: usize = 10;

/// Packages that do not depend on package runtime.
const LEAVES: [&str; 11] = [
    "cmp",
    "container/list",
    "container/ring",
    "math",
    "math/bits",
    "math/cmplx",
    "sync/atomic",
    "unicode",
    "unicode/utf16",
    "unicode/utf8",
    "unsafe",
];

/// The errors so far, in the order of their discovery.
#[derive(Default)]
pub(crate) struct Reports {
    pub list: Vec<Diagnostic>,
    /// Names of the learner's files, for positions within messages.
    pub file_names: Vec<Rc<str>>,
    /// Language versions declared in them.
    pub versions: Vec<Option<(u32, u32)>>,
    /// While the standard library is checked.
    pub quiet: bool,
    last: Option<(u16, u32, String)>,
    full: bool,
    /// Whether to go on after ten errors, as with gc's `-e`.
    pub all: bool,
}

impl Reports {
    /// Starts with the parser's errors.
    pub fn new(
        file_names: &[Rc<str>],
        versions: Vec<Option<(u32, u32)>>,
        parser: Vec<Diagnostic>,
    ) -> Self {
        let mut r = Reports { file_names: file_names.to_vec(), versions, ..Reports::default() };
        for d in parser {
            r.push(d.pos, d.message);
        }
        r
    }

    /// Takes note of an error, unless the previous one was the same on the same line.
    fn push(&mut self, pos: Pos, message: String) {
        if self.full || self.quiet {
            return;
        }
        let key = (pos.file, pos.line, message);
        if self.last.as_ref() == Some(&key) {
            return;
        }
        self.list.push(Diagnostic::new(pos, key.2.clone()));
        self.last = Some(key);
        if self.list.len() >= MAX_ERRORS && !self.all {
            self.full = true;
        }
    }

    /// Sorted, and after ten `too many errors`.
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut list = self.list;
        let last = list.last().map(|d| d.pos);
        list.sort_by_key(|d| d.pos);
        list.dedup();
        if let Some(pos) = last.filter(|_| self.full) {
            list.push(Diagnostic::new(pos, "too many errors"));
        }
        list
    }

    fn position(&self, pos: Pos) -> String {
        match self.file_names.get(pos.file as usize) {
            Some(name) => format!("{name}:{pos}"),
            None => crate::packages::place_in_go(pos).unwrap_or_else(|| format!("main.go:{pos}")),
        }
    }
}

/// An error of several lines, each with a position.
#[derive(Default)]
pub(super) struct Report {
    pub parts: Vec<(Pos, String)>,
}

impl Report {
    pub fn add(&mut self, pos: Pos, text: impl Into<String>) {
        self.parts.push((pos, text.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub fn pos(&self) -> Pos {
        self.parts.first().map_or(Pos::NONE, |p| p.0)
    }
}

impl<'a> Checker<'a> {
    pub(super) fn new_error(&self) -> Report {
        Report::default()
    }

    /// The lines of a report without the first position.
    pub(super) fn report_text(&self, r: &Report) -> String {
        let mut out = String::new();
        for (i, (pos, text)) in r.parts.iter().enumerate() {
            if i > 0 {
                out.push_str("\n\t");
                if pos.is_known() {
                    out.push_str(&self.reports.position(*pos));
                    out.push_str(": ");
                }
            }
            out.push_str(text);
        }
        out
    }

    pub(super) fn report(&mut self, r: Report) {
        let Some((pos, first)) = r.parts.first() else { return };
        // What mentions invalid things follows from an earlier error.
        let follows = |s: &str| first.find(s).is_some_and(|i| i > 0);
        if !self.reports.list.is_empty() && (follows("invalid operand") || follows("invalid type"))
        {
            return;
        }
        let pos = if self.env.errpos.is_known() { self.env.errpos } else { *pos };
        let mut text = self.report_text(&r);
        if text.contains("requires go1.") && text.contains(" or later") {
            let declared = self.reports.versions.get(pos.file as usize).copied().flatten();
            let (major, minor) = self.env.version;
            if declared == Some((major, minor)) {
                text.push_str(&format!(" (file declares //go:build go{major}.{minor})"));
            } else {
                text.push_str(" (-lang was set to go1.27; check go.mod)");
            }
        }
        self.reports.push(pos, text);
    }

    pub(super) fn error(&mut self, pos: Pos, text: impl Into<String>) {
        self.report(Report { parts: vec![(pos, text.into())] });
    }

    /// At the start of an expression.
    pub(super) fn error_at(&mut self, e: &Expr, text: impl Into<String>) {
        self.error(e.start(), text);
    }

    pub(super) fn pos_text(&self, pos: Pos) -> String {
        self.reports.position(pos)
    }

    pub(super) fn add_alt_decl(&self, r: &mut Report, alt: ObjId) {
        let obj = &self.objs[alt];
        if obj.pos.is_known() {
            r.add(obj.pos, format!("other declaration of {}", obj.name));
        }
    }

    /// Whether the language version is at least `v`; complains otherwise.
    pub(super) fn verify_version(&mut self, pos: Pos, v: (u32, u32), what: &str) -> bool {
        if self.allow(v) {
            return true;
        }
        self.error(pos, format!("{what} requires go{}.{} or later", v.0, v.1));
        false
    }

    /// Collects the names of all packages imported, so that equal ones can be told apart.
    fn collect_names(&mut self) {
        if self.ambiguous_names.is_some() {
            return;
        }
        let mut names: BTreeMap<Rc<str>, BTreeSet<Rc<str>>> = BTreeMap::new();
        let main = self.pkg_imports.len().saturating_sub(1);
        let mut runtime = false;
        for &p in &self.pkg_imports[main] {
            let (path, name) = self.types.package(p);
            runtime |= !LEAVES.contains(&path.as_ref());
            names.entry(name).or_default().insert(path);
        }
        // Real packages import internal ones of the same name.
        if runtime {
            for (name, path) in [("sync", "internal/sync"), ("atomic", "internal/runtime/atomic")] {
                names.entry(name.into()).or_default().insert(path.into());
            }
        }
        self.ambiguous_names = Some(names);
    }

    /// Prefix for names of a package: none for the one being checked.
    pub(super) fn qualifier(&self, p: crate::PkgId) -> String {
        if p == self.pkg {
            return String::new();
        }
        let (path, name) = self.types.package(p);
        let paths = self.ambiguous_names.as_ref().and_then(|n| n.get(&name));
        if paths.is_some_and(|p| p.len() > 1) { format!("{path:?}") } else { name.to_string() }
    }

    fn write_with(&mut self, f: impl FnOnce(&mut Writer<'_>)) -> String {
        self.collect_names();
        let this = &*self;
        let q = |p| this.qualifier(p);
        // Tells a type parameter from the predeclared name that it hides.
        let note = |p: &TypeParamInfo| {
            this.lookup_in(this.universe, &p.name).map(|_| {
                let pos = this.reports.position(this.objs[p.obj].pos);
                format!(" /* with {} declared at {pos} */", p.name)
            })
        };
        let mut w = Writer::new(&this.types, Style::Message, &q);
        w.tparam_note = Some(&note);
        f(&mut w);
        w.out
    }

    /// A type as messages show it.
    pub(super) fn ts(&mut self, t: TypeId) -> String {
        self.write_with(|w| w.ty(t))
    }

    /// A method's signature as messages show it: no parameter names.
    pub(super) fn func_string(&mut self, name: &str, sig: TypeId) -> String {
        let Type::Func(s) = self.types.get(sig) else { return name.into() };
        let text = self.write_with(|w| {
            w.param_names = false;
            w.signature(&s);
        });
        format!("{name}{text}")
    }

    /// A function's results with their names.
    pub(super) fn results_text(&mut self, sig: &Signature) -> String {
        let results = Signature {
            tparams: Vec::new(),
            params: sig.results.clone(),
            results: Vec::new(),
            variadic: false,
        };
        self.write_with(|w| w.signature(&results))
    }

    /// Types in parentheses, for counts of arguments and results that do not match.
    pub(super) fn types_summary(&mut self, list: &[TypeId], variadic: bool, dots: bool) -> String {
        let mut out = Vec::new();
        for (i, &t) in list.iter().enumerate() {
            let mut s = if !self.is_valid(t) {
                "unknown type".to_string()
            } else if let Type::Basic(b) = self.types.get(t)
                && b.is_untyped()
            {
                if b.is_numeric() { "number".into() } else { b.name().replace("untyped ", "") }
            } else {
                self.ts(t)
            };
            if i + 1 == list.len() {
                if variadic {
                    if let Type::Slice(e) = self.types.get(t) {
                        s = self.ts(e);
                    }
                    s = format!("...{s}");
                } else if dots {
                    s.push_str("...");
                }
            }
            out.push(s);
        }
        format!("({})", out.join(", "))
    }

    /// What sort of object it is, in words.
    pub(super) fn object_kind(&self, obj: &Object) -> &'static str {
        match obj.kind {
            ObjectKind::PkgName(_) => "package name",
            ObjectKind::Const(_) => "constant",
            ObjectKind::TypeName => match self.types.get(obj.ty) {
                Type::TypeParam(_) => "type parameter",
                Type::Alias(_) => "type alias",
                _ => "defined type",
            },
            ObjectKind::Var(VarKind::Package) => "package-level variable",
            ObjectKind::Var(VarKind::Local) => "local variable",
            ObjectKind::Var(VarKind::Recv) => "receiver",
            ObjectKind::Var(VarKind::Param) => "parameter",
            ObjectKind::Var(VarKind::Result) => "result variable",
            ObjectKind::Func if obj.recv.is_some() => "method",
            ObjectKind::Func => "function",
            ObjectKind::Builtin(_) => "built-in function",
            ObjectKind::Nil => "untyped nil",
        }
    }

    /// `2 variables`, `1 variable`
    pub(super) fn measure(n: usize, unit: &str) -> String {
        if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") }
    }
}
