//! Programs of tests: a package without `main` but with functions `TestXxx`.

use crate::lower::Lower;
use crate::op::Op;
use crate::program::FuncId;
use std::rc::Rc;
use types::TypeId;

/// What a program of tests runs: the driver, the type of its list's elements, and the tests by name.
pub(crate) struct Tests {
    driver: FuncId,
    elem: TypeId,
    list: Vec<(Rc<str>, FuncId)>,
    /// `TestMain`
    main: Option<FuncId>,
}

impl Lower<'_> {
    /// The tests of a package without `main`: its functions `TestXxx(t *testing.T)` in source order.
    pub fn tests(&mut self, main: usize) -> Option<Tests> {
        let c = self.c;
        let elem = self.type_by_name("testing.InternalTest")?;
        let takes = |l: &Self, name: &str| {
            let t = l.type_by_name(name)?;
            Some(l.canon(c.types.func(&[t], &[], false)))
        };
        let (test, test_main) = (takes(self, "*testing.T")?, takes(self, "*testing.M"));
        let mut list = Vec::new();
        let mut main_func = None;
        for f in &c.packages.get(main)?.funcs {
            let o = self.obj(f.obj);
            let ty = self.canon(o.ty);
            let rest = o.name.strip_prefix("Test");
            if o.recv.is_some() || rest.is_none_or(|n| n.starts_with(char::is_lowercase)) {
                continue;
            }
            if ty == test {
                let id = self.func_for(f.obj, &[]);
                list.push((o.name.clone(), id));
            } else if Some(ty) == test_main && &*o.name == "TestMain" {
                main_func = Some(self.func_for(f.obj, &[]));
            }
        }
        let driver = if main_func.is_some() { "testing.runMain" } else { "testing.runTests" };
        let driver = self.func_for(self.object_by_name(driver)?, &[]);
        self.rtype(elem);
        Some(Tests { driver, elem, list, main: main_func })
    }

    /// Runs the tests.
    pub fn run_tests(&mut self, tests: Option<Tests>) {
        let Some(tests) = tests else { return self.no_tests() };
        let s = self.f.alloc(3);
        let t = self.f.alloc(2);
        let rt = self.rtype(tests.elem);
        self.emit_word(t, tests.list.len() as u64);
        self.f.emit(Op::MakeSlice(s, t, t));
        self.f.emit(Op::Ext(0, 0, rt));
        for (i, (name, f)) in tests.list.into_iter().enumerate() {
            self.emit_str(t, name.as_bytes());
            self.f.emit(Op::Func(t + 1, f));
            self.store_mem(s, 2 * i as u32, t, 2);
        }
        if let Some(f) = tests.main {
            self.f.emit(Op::Func(s + 2, f));
        }
        self.f.emit(Op::Call(s, tests.driver));
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
