//! The program as a whole: package-level variables, initialisation, entry, and what the machine needs to know.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use crate::program::{Func, FuncId, GlobalVar, Kind, Known, Program};
use crate::rtype::Env;
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{Diagnostic, Pos};
use types::{Basic, Checked, Initializer, ObjId, ObjectKind, Package, TypeId, Types};

/// Declared types whose values natives make; `*` for a pointer.
const KNOWN_TYPES: [&str; 19] = [
    "runtime.errorString",
    "runtime.plainError",
    "runtime.boundsError",
    "*runtime.TypeAssertionError",
    "*runtime.PanicNilError",
    "*errors.errorString",
    "*fmt.wrapError",
    "*fmt.wrapErrors",
    "*fmt.state",
    "fmt.State",
    "*fmt.errorString",
    "*os.File",
    "os.File",
    "time.Time",
    "*time.Timer",
    "*time.Ticker",
    "time.Duration",
    "*testing.T",
    "reflect.Value",
];

/// Functions of the standard library that natives call back.
const KNOWN_FUNCS: [&str; 1] = ["fmt.format"];

/// What a program of tests runs: the driver, the type of its list's elements, and the tests by name.
type Tests = (FuncId, TypeId, Vec<(Rc<str>, FuncId)>);

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
                let name: Rc<str> = format!("{}.init.{i}", p.path).into();
                self.prog.funcs[id as usize].name = name;
                id
            });
            init_funcs.push(funcs.collect());
        }
        let main_init = c.packages.get(main).map(|p| self.main_init(p));
        let main_func = self.main_func(main);
        let tests = if main_func.is_none() { self.tests(main) } else { None };
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
                    "main" => "main.go".into(),
                    path => format!("{path}/{}.go", p.name).into(),
                };
                if f.go_version.is_some_and(|v| v < (1, 22)) {
                    self.old_loop_files.insert(i as u16);
                }
            }
        }
    }

    fn known(&mut self) {
        let basic = [
            Basic::Bool,
            Basic::Int,
            Basic::Int8,
            Basic::Int16,
            Basic::Int32,
            Basic::Int64,
            Basic::Uint,
            Basic::Uint8,
            Basic::Uint16,
            Basic::Uint32,
            Basic::Uint64,
            Basic::Uintptr,
            Basic::Float32,
            Basic::Float64,
            Basic::Complex64,
            Basic::Complex128,
            Basic::String,
            Basic::UnsafePointer,
        ];
        debug_assert_eq!(basic.len(), Kind::BASIC.len());
        let basic = basic.iter().map(|b| self.rtype(b.id())).collect();
        let types = &self.c.types;
        let any = self.rtype(Types::EMPTY_INTERFACE);
        let error_ty = types.error();
        let error = self.rtype(error_ty);
        let bytes = types.slice(Types::UINT8);
        let bytes = self.rtype(bytes);
        let mut named: Vec<(Rc<str>, u32)> = Vec::new();
        for (name, elem) in [
            ("[]string", Types::STRING),
            ("[]any", Types::EMPTY_INTERFACE),
            ("[]int", Types::INT),
            ("[]rune", Types::INT32),
            ("[]byte", Types::UINT8),
            ("[]error", error_ty),
        ] {
            let t = self.c.types.slice(elem);
            named.push((name.into(), self.rtype(t)));
        }
        for name in KNOWN_TYPES {
            if let Some(t) = self.type_by_name(name) {
                named.push((name.into(), self.rtype(t)));
            }
        }
        let mut funcs: Vec<(Rc<str>, FuncId)> = Vec::new();
        for name in KNOWN_FUNCS {
            if let Some(obj) = self.object_by_name(name) {
                funcs.push((name.into(), self.func_for(obj, &[])));
            }
        }
        self.prog.known = Known { basic, any, error, bytes, named, funcs, ..Known::default() };
    }

    /// What is known only when everything has been lowered.
    fn known_after(&mut self) {
        let find = |name: &str| {
            let sig = "func() string";
            let i = self.prog.methods.iter().position(|m| &*m.name == name && &*m.signature == sig);
            i.and_then(|i| u16::try_from(i).ok())
        };
        let (error, string) = (find("Error"), find("String"));
        self.prog.known.error_method = error;
        self.prog.known.string_method = string;
    }

    /// A declared type by `path.Name` or `*path.Name`.
    fn type_by_name(&self, name: &str) -> Option<TypeId> {
        let (name, pointer) = match name.strip_prefix('*') {
            Some(n) => (n, true),
            None => (name, false),
        };
        let obj = self.obj(self.object_by_name(name)?);
        if !matches!(obj.kind, ObjectKind::TypeName) {
            return None;
        }
        let t = self.canon(obj.ty);
        Some(if pointer { self.c.types.pointer(t) } else { t })
    }

    /// An object of the package level by `path.Name`.
    fn object_by_name(&self, name: &str) -> Option<ObjId> {
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
        slot
    }

    fn main_func(&mut self, main: usize) -> Option<FuncId> {
        let p = self.c.packages.get(main)?;
        let obj = *p.scope.get("main")?;
        matches!(self.obj(obj).kind, ObjectKind::Func).then(|| self.func_for(obj, &[]))
    }

    /// The tests of a package without `main`: its functions `TestXxx(t *testing.T)` in source order.
    fn tests(&mut self, main: usize) -> Option<Tests> {
        let c = self.c;
        let testing = c.packages.iter().find(|p| &*p.path == "testing")?;
        let driver = self.func_for(*testing.scope.get("runTests")?, &[]);
        let elem = self.type_by_name("testing.InternalTest")?;
        self.rtype(elem);
        let t = self.type_by_name("*testing.T")?;
        let sig = self.canon(c.types.func(&[t], &[], false));
        let mut list = Vec::new();
        for f in &c.packages.get(main)?.funcs {
            let o = self.obj(f.obj);
            let test = o.name.strip_prefix("Test");
            if test.is_some_and(|n| !n.starts_with(char::is_lowercase))
                && self.canon(o.ty) == sig
                && o.recv.is_none()
            {
                let id = self.func_for(f.obj, &[]);
                list.push((o.name.clone(), id));
            }
        }
        Some((driver, elem, list))
    }

    fn run_tests(&mut self, tests: Option<Tests>) {
        let Some((driver, elem, list)) = tests else { return };
        let s = self.f.alloc(2);
        let t = self.f.alloc(2);
        let rt = self.rtype(elem);
        self.emit_word(t, list.len() as u64);
        self.f.emit(Op::MakeSlice(s, t, t));
        self.f.emit(Op::Ext(0, 0, rt));
        for (i, (name, f)) in list.into_iter().enumerate() {
            self.emit_str(t, name.as_bytes());
            self.f.emit(Op::Func(t + 1, f));
            self.store_mem(s, 2 * i as u32, t, 2);
        }
        self.f.emit(Op::Call(s, driver));
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
            Func { name: format!("{}.init", p.path).into(), pos, ..Func::default() };
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
