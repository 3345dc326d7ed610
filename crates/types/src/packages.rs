//! Finding the packages of a program: the learner's files and the standard library, which is
//! Go source in `std/`. Declarations without body there are natives of the `vm` crate.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use syntax::{Decl, Diagnostic, File, Pos};

mod known;
mod listing;
mod real;
mod sources;

pub use listing::{Listing, library};
pub(crate) use real::{lacks, place_in_go};

/// A package to be checked.
pub(crate) struct Unit {
    pub path: Rc<str>,
    pub name: Rc<str>,
    pub files: Vec<Rc<File>>,
    pub imports: Vec<Rc<str>>,
    pub is_std: bool,
    /// Whether everything in it is checked, not only what the program uses.
    pub eager: bool,
}

/// All packages of a program, each after those it imports; the learner's is last.
pub(crate) struct Program {
    pub units: Vec<Unit>,
    /// Number of expression ids that the learner's files use.
    pub next_id: u32,
    /// Whether errors in the library are reported.
    pub loud: bool,
}

/// First expression id of the library. Each of its packages has a range of its own, so that a
/// package is parsed once only, whatever program imports it.
const LIBRARY_IDS: u32 = 1 << 28;

/// Binary logarithm of the number of ids in a package's range.
const RANGE_BITS: u32 = 18;

/// File number of the library's first package.
const LIBRARY_FILES: u16 = 64;

/// Where the tables keep an expression: segment 0 is the learner's, then one per package.
pub(crate) fn segment(id: u32) -> (usize, usize) {
    match id.checked_sub(LIBRARY_IDS) {
        None => (0, id as usize),
        Some(i) => {
            let index = i & ((1 << RANGE_BITS) - 1);
            (1 + (i >> RANGE_BITS) as usize, index as usize)
        }
    }
}

/// Number of a library's package.
fn slot(path: &str) -> Option<u16> {
    let all = known::STANDARD.iter().chain(known::EXTRA);
    let found = all.zip(0..).find(|(p, _)| **p == path).map(|(_, i)| i);
    debug_assert!(found.is_some(), "{path} must be listed in packages/known.rs");
    found
}

thread_local! {
    /// The library's packages that have been parsed.
    static PARSED: RefCell<BTreeMap<Rc<str>, Rc<File>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The parsed source of a library's package.
fn parsed(path: &Rc<str>) -> Option<Rc<File>> {
    if let Some(f) = PARSED.with_borrow(|p| p.get(path).cloned()) {
        return Some(f);
    }
    let source = sources::source(path)?;
    let slot = slot(path)?;
    let first = LIBRARY_IDS + (u32::from(slot) << RANGE_BITS);
    let (file, errors) = syntax::parse_file(source, LIBRARY_FILES + slot, first);
    debug_assert!(errors.is_empty(), "{path}: {errors:?}");
    debug_assert!(file.next_id - first < 1 << RANGE_BITS, "{path} is too large");
    let file = Rc::new(file);
    PARSED.with_borrow_mut(|p| p.insert(path.clone(), file.clone()));
    Some(file)
}

/// Drops the library's packages that have been parsed; a program parses those anew that it imports.
pub fn forget_library() {
    PARSED.take();
}

/// Packages that every program has: the runtime's panics are values of its types.
const IMPLICIT: [&str; 1] = ["runtime"];

/// Functions of the library that the runtime calls though no Go code does.
pub(crate) const ROOTS: [(&str, &str); 2] = [("fmt", "format"), ("testing", "runTests")];

struct Loader {
    units: Vec<Unit>,
    done: BTreeMap<Rc<str>, bool>,
    eager: bool,
}

fn imports_of(files: &[Rc<File>]) -> Vec<Rc<str>> {
    let mut paths: Vec<Rc<str>> = Vec::new();
    for decl in files.iter().flat_map(|f| &f.decls) {
        if let Decl::Import(i) = decl
            && !paths.contains(&i.path)
        {
            paths.push(i.path.clone());
        }
    }
    paths
}

impl Loader {
    /// Loads a package of the standard library and what it imports.
    fn load(&mut self, path: &str) {
        if self.done.contains_key(path) {
            return;
        }
        let path: Rc<str> = path.into();
        self.done.insert(path.clone(), true);
        if path.as_ref() == "unsafe" {
            let name = path.clone();
            self.units.push(Unit {
                path,
                name,
                files: vec![],
                imports: vec![],
                is_std: true,
                eager: false,
            });
            return;
        }
        let Some(file) = parsed(&path) else { return };
        let name = file.package.name.clone();
        let files = vec![file];
        let imports = imports_of(&files);
        for i in &imports {
            self.load(i);
        }
        // The runtime's panics are values of types that no program names.
        let eager = self.eager || path.as_ref() == "runtime";
        self.units.push(Unit { path, name, files, imports, is_std: true, eager });
    }
}

/// Loads the packages that the learner's files need, or says which imports are in the way.
pub(crate) fn load(files: &[File]) -> Result<Program, Vec<Diagnostic>> {
    let mut loader = Loader { units: Vec::new(), done: BTreeMap::new(), eager: false };
    let mut errors: Vec<Diagnostic> = Vec::new();
    for decl in files.iter().flat_map(|f| &f.decls) {
        let Decl::Import(i) = decl else { continue };
        let internal = known::is_internal(&i.path);
        if !internal && (i.path.as_ref() == "unsafe" || sources::source(&i.path).is_some()) {
            continue;
        }
        errors.extend(known::refusal(&i.path, i.path_pos));
    }
    if !errors.is_empty() {
        errors.sort_by_key(|d| d.pos);
        return Err(bounded(errors));
    }
    for path in IMPLICIT {
        loader.load(path);
    }
    let files: Vec<Rc<File>> = files.iter().map(|f| Rc::new(f.clone())).collect();
    let imports = imports_of(&files);
    for i in &imports {
        loader.load(i);
    }
    // What runs the examples.
    if files.iter().any(|f| syntax::testing::has_examples(f)) {
        loader.load("testing");
    }
    let next_id = files.iter().map(|f| f.next_id).max().unwrap_or(0);
    let name = files.first().map_or_else(|| "main".into(), |f| f.package.name.clone());
    loader.units.push(Unit {
        path: "main".into(),
        name,
        files,
        imports,
        is_std: false,
        eager: true,
    });
    Ok(Program { units: loader.units, next_id, loud: false })
}

/// Ten diagnostics at most, as from gc.
fn bounded(mut errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
    const MOST: usize = 10;
    if errors.len() > MOST {
        errors.truncate(MOST);
        let last = errors.last().map_or(Pos::NONE, |d| d.pos);
        errors.push(Diagnostic::new(last, "too many errors"));
    }
    errors
}

/// The whole standard library, to be checked eagerly.
pub(crate) fn load_library() -> Program {
    let mut loader = Loader { units: Vec::new(), done: BTreeMap::new(), eager: true };
    for path in known::STANDARD.iter().chain(known::EXTRA) {
        loader.load(path);
    }
    let (path, name): (Rc<str>, Rc<str>) = ("main".into(), "main".into());
    let unit = Unit { path, name, files: vec![], imports: vec![], is_std: false, eager: true };
    loader.units.push(unit);
    Program { units: loader.units, next_id: 0, loud: true }
}

/// The library's package that a position's file belongs to.
pub(crate) fn library_path(file: u16) -> &'static str {
    let all = known::STANDARD.iter().chain(known::EXTRA);
    let i = file.wrapping_sub(LIBRARY_FILES);
    all.zip(0..).find(|(_, n)| *n == i).map_or("main", |(p, _)| p)
}
