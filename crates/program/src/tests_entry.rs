//! Programs of tests: a package without `main`, run as `go test -v` runs it.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::FuncId;
use std::rc::Rc;
use syntax::testing::{Printed, has_prefix, printed_by};
use types::TypeId;

/// What a program of tests runs: the driver, and its lists in source order.
pub(crate) struct Tests {
    driver: FuncId,
    tests: List<()>,
    fuzz: List<()>,
    examples: List<Printed>,
    /// `TestMain`
    main: Option<FuncId>,
}

/// Functions by name, to be elements of a type.
struct List<T> {
    elem: TypeId,
    funcs: Vec<(Rc<str>, FuncId, T)>,
}

impl<T> List<T> {
    fn of(elem: TypeId) -> Self {
        List { elem, funcs: Vec::new() }
    }
}

impl Lower<'_> {
    /// The tests of a package without `main`: its functions `TestXxx(t *testing.T)`, `FuzzXxx(f *testing.F)` and
    /// `ExampleXxx()`. None if package testing is not there.
    pub fn tests(&mut self, main: usize) -> Option<Tests> {
        let c = self.c;
        let mut tests = List::of(self.type_by_name("testing.InternalTest")?);
        let mut fuzz = List::of(self.type_by_name("testing.InternalFuzzTarget")?);
        let mut examples = List::of(self.type_by_name("testing.InternalExample")?);
        let takes = |l: &Self, name: &str| {
            let t = l.type_by_name(name)?;
            Some(l.canon(c.types.func(&[t], &[], false)))
        };
        let (test, target) = (takes(self, "*testing.T")?, takes(self, "*testing.F")?);
        let test_main = takes(self, "*testing.M")?;
        let mut main_func = None;
        let package = c.packages.get(main)?;
        for f in &package.funcs {
            let o = self.obj(f.obj);
            let ty = self.canon(o.ty);
            let name = o.name.clone();
            if o.recv.is_some() {
                continue;
            }
            if ty == test && has_prefix(&name, "Test") {
                let id = self.func_for(f.obj, &[]);
                tests.funcs.push((name, id, ()));
            } else if ty == target && has_prefix(&name, "Fuzz") {
                let id = self.func_for(f.obj, &[]);
                fuzz.funcs.push((name, id, ()));
            } else if ty == test_main && &*name == "TestMain" {
                main_func = Some(self.func_for(f.obj, &[]));
            } else if let Some(p) = package.files.iter().find_map(|file| {
                let same = file.package.pos.file == f.decl.pos.file;
                same.then(|| printed_by(file, &f.decl)).flatten()
            }) {
                let id = self.func_for(f.obj, &[]);
                examples.funcs.push((name, id, p));
            }
        }
        let driver = self.func_for(self.object_by_name("testing.runTests")?, &[]);
        for elem in [tests.elem, fuzz.elem, examples.elem] {
            self.rtype(elem);
        }
        Some(Tests { driver, tests, fuzz, examples, main: main_func })
    }

    /// Runs the tests.
    pub fn run_tests(&mut self, tests: Option<Tests>) {
        let Some(tests) = tests else { return self.no_tests() };
        let s = self.f.alloc(7);
        self.list(s, tests.tests, 2, |_, _, ()| {});
        self.list(s + 2, tests.fuzz, 2, |_, _, ()| {});
        self.list(s + 4, tests.examples, 4, |l, t, printed| {
            l.emit_str(t, printed.text.as_bytes());
            l.emit_word(t + 1, u64::from(printed.unordered));
        });
        match tests.main {
            Some(f) => self.f.emit(Op::Func(s + 6, f)),
            None => self.emit_word(s + 6, 0),
        }
        self.f.emit(Op::Call(s, tests.driver));
    }

    /// Makes a slice at `s` of a list: of each element the name, the function, and what `rest` emits.
    fn list<T>(&mut self, s: Reg, list: List<T>, size: u32, rest: impl Fn(&mut Self, Reg, T)) {
        let t = self.f.alloc(size);
        let rt = self.rtype(list.elem);
        self.emit_word(t, list.funcs.len() as u64);
        self.f.emit(Op::MakeSlice(s, t, t));
        self.f.emit(Op::Ext(0, 0, rt));
        for (i, (name, f, more)) in list.funcs.into_iter().enumerate() {
            self.emit_str(t, name.as_bytes());
            self.f.emit(Op::Func(t + 1, f));
            rest(self, t + 2, more);
            self.store_mem(s, size * i as u32, t, size);
        }
    }

    /// What a test binary without tests says.
    fn no_tests(&mut self) {
        let t = self.f.alloc(4);
        self.emit_word(t, 2);
        self.emit_str(t + 1, b"testing: warning: no tests to run\n");
        let write = self.native("os.write");
        self.f.emit(Op::CallNative(t, write));
        self.emit_word(t, 1);
        self.emit_str(t + 1, b"PASS\n");
        self.f.emit(Op::CallNative(t, write));
    }
}
