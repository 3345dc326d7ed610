//! The program as a whole: package-level variables, initialisation, entry.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use crate::program::{Func, FuncId, GlobalVar, Program};
use crate::rtype::Env;
use crate::tests_entry::Tests;
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{Diagnostic, Pos};
use types::{Checked, Initializer, ObjId, ObjectKind, Package, Types};

/// The position of an initialiser: package and index.
type Piece = (usize, usize);

/// Lowers a checked program, one without diagnostics.
///
/// # Errors
/// What does not fit the instruction format or the supported language, positioned.
pub fn lower(checked: &Checked) -> Result<Program, Vec<Diagnostic>> {
    let mut l = Lower::new(checked);
    l.program();
    if l.errors.is_empty() { Ok(l.prog) } else { Err(l.errors) }
}

/// Slots that package-level variables may take: they exist before any budget is held against a run.
const MAX_GLOBALS: u32 = 1 << 24;

/// What a package's functions are called by in traces.
fn prefix(p: &Package) -> &str {
    if &*p.path == "main" { &p.name } else { &p.path }
}

impl Lower<'_> {
    fn program(&mut self) {
        let c = self.c;
        self.files();
        self.known();
        let Some(main) = c.packages.len().checked_sub(1) else { return };
        // The learner's package whole; of the others, the variables that are used.
        let mut pieces: Vec<(Piece, FuncId)> = Vec::new();
        let mut done: BTreeSet<Piece> = BTreeSet::new();
        let mut init_funcs: Vec<Vec<FuncId>> = Vec::new();
        for p in &c.packages {
            let funcs = p.inits.iter().enumerate().map(|(i, &obj)| {
                let id = self.func_for(obj, &[]);
                let name: Rc<str> = format!("{}.init.{i}", prefix(p)).into();
                self.prog.funcs[id as usize].name = name;
                id
            });
            init_funcs.push(funcs.collect());
        }
        let main_init = c.packages.get(main).map(|p| self.main_init(p));
        let main_func = self.main_func(main);
        // A file of tests may have a `main` too; what runs is its tests, as with go test.
        let has_tests = main_func.is_none() || c.is_test_file;
        let tests = if has_tests { self.tests(main) } else { None };
        let main_func = main_func.filter(|_| tests.is_none());
        loop {
            self.drain();
            let mut new = Vec::new();
            for (pi, p) in c.packages.iter().enumerate().take(main) {
                for (ii, init) in p.init_order.iter().enumerate() {
                    let used = init
                        .lhs
                        .iter()
                        .any(|o| self.globals.contains_key(o) || self.has_no_name(*o));
                    if used && !done.contains(&(pi, ii)) {
                        new.push((pi, ii));
                    }
                }
            }
            if new.is_empty() {
                break;
            }
            for (pi, ii) in new {
                done.insert((pi, ii));
                let p = &c.packages[pi];
                let id = self.init_func(p, std::slice::from_ref(&p.init_order[ii]));
                pieces.push(((pi, ii), id));
            }
        }
        pieces.sort();
        self.entry(&pieces, &init_funcs, main_init, main_func, tests);
        self.known_after();
    }

    fn has_no_name(&self, obj: ObjId) -> bool {
        &*self.obj(obj).name == "_"
    }

    fn files(&mut self) {
        for p in &self.c.packages {
            for f in &p.files {
                let i = usize::from(f.package.pos.file);
                if self.prog.files.len() <= i {
                    self.prog.files.resize(i + 1, "".into());
                }
                self.prog.files[i] = match &*p.path {
                    "main" if p.scope.contains_key("main") => "main.go".into(),
                    "main" => "main_test.go".into(),
                    path => format!("{path}/{}.go", p.name).into(),
                };
                if f.go_version.is_some_and(|v| v < (1, 22)) {
                    self.old_loop_files.insert(i as u16);
                }
            }
        }
    }

    /// An object of the package level by `path.Name`.
    pub fn object_by_name(&self, name: &str) -> Option<ObjId> {
        let (path, name) = name.rsplit_once('.')?;
        let p = self.c.packages.iter().find(|p| &*p.path == path)?;
        // What nobody refers to in a library package has not been checked.
        p.scope.get(name).copied().filter(|o| self.obj(*o).ty != Types::INVALID)
    }

    /// Slot of a package-level variable.
    pub fn global(&mut self, obj: ObjId) -> u32 {
        if let Some(&g) = self.globals.get(&obj) {
            return g;
        }
        let o = self.obj(obj);
        let t = self.canon(o.ty);
        let n = self.size(t);
        let ty = self.rtype(t);
        let slot = self.prog.global_slots;
        self.globals.insert(obj, slot);
        let pkg = o.pkg.map_or_else(|| "".into(), |p| self.c.types.package(p).0);
        let line = if o.pos.file == 0 { o.pos.line } else { 0 };
        self.prog.globals.push(GlobalVar {
            name: format!("{pkg}.{}", o.name).into(),
            slot,
            ty,
            line,
        });
        self.prog.global_slots = slot.saturating_add(n.max(1));
        if self.prog.global_slots > MAX_GLOBALS {
            let saved = std::mem::replace(&mut self.f.pos, o.pos);
            self.too_big("package-level variables of more than 128 MB");
            self.f.pos = saved;
        }
        slot
    }

    fn main_func(&mut self, main: usize) -> Option<FuncId> {
        let p = self.c.packages.get(main)?;
        let obj = *p.scope.get("main")?;
        matches!(self.obj(obj).kind, ObjectKind::Func).then(|| self.func_for(obj, &[]))
    }

    /// The function that sets the learner's package-level variables.
    fn main_init(&mut self, p: &Package) -> FuncId {
        // All of them, used or not, in the order of declaration.
        for &obj in p.scope.values() {
            if self.is_global(obj) {
                self.global(obj);
            }
        }
        self.init_func(p, &p.init_order)
    }

    fn init_func(&mut self, p: &Package, list: &[Initializer]) -> FuncId {
        let id = self.new_func();
        let pos = list.first().map_or(Pos::NONE, |i| i.decl.pos);
        self.prog.funcs[id as usize] =
            Func { name: format!("{}.init", prefix(p)).into(), pos, ..Func::default() };
        self.begin(id, Rc::new(Env::default()), Some(p.id), pos);
        self.f.traced = pos.file == 0 && pos.is_known();
        for i in list {
            self.initializer(i);
        }
        self.f.emit(Op::Ret);
        self.end();
        id
    }

    fn initializer(&mut self, i: &Initializer) {
        let Some(e) = i.decl.values.get(i.value) else { return };
        self.f.hoisted.clear();
        self.f.pos = i.decl.pos;
        self.f.statement(i.decl.names.first().map_or(i.decl.pos, |n| n.pos));
        let mark = self.f.next;
        match &i.lhs[..] {
            [obj] if self.has_no_name(*obj) => {
                let ty = self.canon(self.obj(*obj).ty);
                if self.c.info.tv(e.id).value.is_none() {
                    self.operand_as(e, ty);
                }
            }
            [obj] => {
                let ty = self.canon(self.obj(*obj).ty);
                let g = self.global(*obj);
                self.f.hint = self.f.traced.then(|| self.obj(*obj).name.clone());
                if self.has_array(ty) || self.size(ty) > 64 {
                    let p = self.f.alloc(1);
                    self.f.emit(Op::AddrG(p, g));
                    self.init_mem(e, ty, p, 0);
                } else {
                    let v = self.operand_as(e, ty);
                    self.store(Place::Global(g), ty, v);
                }
                self.f.hint = None;
            }
            list => {
                let (mut v, types) = self.multi(e);
                for (&obj, t) in list.iter().zip(types) {
                    if !self.has_no_name(obj) {
                        let ty = self.canon(self.obj(obj).ty);
                        let g = self.global(obj);
                        let n = self.size(ty);
                        let s = self.f.alloc(n);
                        self.convert_value(v, t, ty, s);
                        self.store(Place::Global(g), ty, s);
                    }
                    v += self.size(t) as Reg;
                }
            }
        }
        self.f.release(mark);
    }

    fn entry(
        &mut self,
        pieces: &[(Piece, FuncId)],
        init_funcs: &[Vec<FuncId>],
        main_init: Option<FuncId>,
        main_func: Option<FuncId>,
        tests: Option<Tests>,
    ) {
        let id = self.new_func();
        self.prog.funcs[id as usize].name = "runtime.main".into();
        self.begin(id, Rc::new(Env::default()), None, Pos::NONE);
        self.f.func.wrapper = true;
        for (pi, inits) in init_funcs.iter().enumerate() {
            for (_, f) in pieces.iter().filter(|(p, _)| p.0 == pi) {
                self.f.emit(Op::Call(0, *f));
            }
            if pi + 1 == init_funcs.len()
                && let Some(f) = main_init
            {
                self.f.emit(Op::Call(0, f));
            }
            for f in inits {
                self.f.emit(Op::Call(0, *f));
            }
        }
        match main_func {
            Some(f) => self.f.emit(Op::Call(0, f)),
            None => self.run_tests(tests),
        }
        self.f.emit(Op::Ret);
        self.end();
        self.prog.entry = id;
    }
}
