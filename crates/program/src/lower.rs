//! The state of a lowering: tables under construction and the list of functions still to be lowered.

use crate::func::FuncState;
use crate::program::{Func, FuncId, MethodId, MethodName, Program, RTypeId};
use crate::rtype::{Env, is_exported};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use syntax::{Diagnostic, ExprId, FuncDecl, Pos};
use types::{Checked, Lookup, ObjId, Object, PkgId, Type, TypeId};

/// What makes a function distinct.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum FuncKey {
    /// A declared function or method with its type arguments.
    Decl(ObjId, Vec<TypeId>),
    /// A method of a type as a function; see [`MethodStyle`].
    Method(TypeId, Rc<str>, Option<PkgId>, MethodStyle),
    /// Calls a function value with captured arguments: slots of results and arguments, and which function.
    Thunk(Thunk),
    /// A predeclared function as a deferred one.
    Builtin(u32, Vec<TypeId>),
}

/// What a thunk, which has captured a callee's arguments, calls.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Thunk {
    /// A function; slots of results and arguments.
    Func(FuncId, u32, u32),
    /// A closure, captured first; slots of results and arguments.
    Closure(u32, u32),
    /// A method of an interface, captured first; slots of results and arguments.
    Iface(MethodId, u32, u32),
}

/// How a method that became a function gets its receiver.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum MethodStyle {
    /// As the data word of an interface.
    Word,
    /// As its first parameter: `T.m`.
    Param,
    /// Captured: `x.m`.
    Captured,
}

/// A function still to be lowered.
#[derive(Clone, Debug)]
pub(crate) enum Job {
    Decl { obj: ObjId, decl: Rc<FuncDecl>, targs: Vec<TypeId> },
    Method { recv: TypeId, name: Rc<str>, found: Lookup, style: MethodStyle },
    Thunk(Thunk),
    Builtin(types::BuiltinId, Vec<TypeId>),
}

/// A lowering.
pub(crate) struct Lower<'a> {
    pub c: &'a Checked,
    pub prog: Program,
    /// The function being lowered.
    pub f: FuncState,
    /// The functions around it, outermost first.
    pub outer: Vec<FuncState>,
    pub keys: BTreeMap<FuncKey, FuncId>,
    pub queue: VecDeque<(FuncId, Job)>,
    pub rtypes: BTreeMap<TypeId, RTypeId>,
    pub new_rtypes: VecDeque<(RTypeId, TypeId)>,
    pub sizes: BTreeMap<TypeId, u32>,
    pub globals: BTreeMap<ObjId, u32>,
    pub errors: Vec<Diagnostic>,
    /// Variables of `range` clauses that are shared by all iterations.
    pub old_vars: std::collections::BTreeSet<ObjId>,
    /// How many range-over-func loops have been lowered.
    pub controls: u32,
    /// Files whose loop variables are per loop, as before go1.22.
    pub old_loop_files: std::collections::BTreeSet<u16>,
    strings: BTreeMap<Rc<[u8]>, u32>,
    consts: BTreeMap<u64, u32>,
    natives: BTreeMap<Rc<str>, u32>,
    methods: BTreeMap<(Rc<str>, Option<PkgId>, TypeId), MethodId>,
}

impl<'a> Lower<'a> {
    pub fn new(c: &'a Checked) -> Self {
        Lower {
            c,
            prog: Program::default(),
            f: FuncState::default(),
            outer: Vec::new(),
            keys: BTreeMap::new(),
            queue: VecDeque::new(),
            rtypes: BTreeMap::new(),
            new_rtypes: VecDeque::new(),
            sizes: BTreeMap::new(),
            globals: BTreeMap::new(),
            errors: Vec::new(),
            controls: 0,
            old_vars: std::collections::BTreeSet::new(),
            old_loop_files: std::collections::BTreeSet::new(),
            strings: BTreeMap::new(),
            consts: BTreeMap::new(),
            natives: BTreeMap::new(),
            methods: BTreeMap::new(),
        }
    }

    /// Reports something that does not fit the instruction format.
    pub fn too_big(&mut self, what: &str) {
        let pos = if self.f.pos.file == 0 { self.f.pos } else { Pos { file: 0, col: 1, line: 1 } };
        let d = Diagnostic::new(pos, format!("not supported in Interleave: {what}"));
        if !self.errors.contains(&d) {
            self.errors.push(d);
        }
    }

    pub fn object(&self, id: ExprId) -> Option<ObjId> {
        self.c.info.object(id)
    }

    pub fn obj(&self, id: ObjId) -> &'a Object {
        &self.c.objects[id]
    }

    /// Index of a string constant.
    pub fn string(&mut self, s: &[u8]) -> u32 {
        if let Some(&k) = self.strings.get(s) {
            return k;
        }
        let s: Rc<[u8]> = s.into();
        let k = self.prog.strings.len() as u32;
        self.prog.strings.push(s.clone());
        self.strings.insert(s, k);
        k
    }

    /// Index of a word constant.
    pub fn konst(&mut self, w: u64) -> u32 {
        let next = self.prog.consts.len() as u32;
        let k = *self.consts.entry(w).or_insert(next);
        if k == next {
            self.prog.consts.push(w);
        }
        k
    }

    /// Index of a native.
    pub fn native(&mut self, key: &str) -> u32 {
        if let Some(&k) = self.natives.get(key) {
            return k;
        }
        let key: Rc<str> = key.into();
        let k = self.prog.natives.len() as u32;
        self.prog.natives.push(key.clone());
        self.natives.insert(key, k);
        k
    }

    /// Id of a method's identity.
    pub fn method_id(&mut self, name: &Rc<str>, pkg: PkgId, sig: TypeId) -> MethodId {
        let sig = self.canon(sig);
        let pkg = (!is_exported(name)).then_some(pkg);
        let key = (name.clone(), pkg, sig);
        if let Some(&m) = self.methods.get(&key) {
            return m;
        }
        let Ok(m) = MethodId::try_from(self.prog.methods.len()) else {
            self.too_big("program uses too many methods");
            return 0;
        };
        self.prog.methods.push(MethodName {
            name: name.clone(),
            pkg: pkg.map(|p| self.c.types.package(p).0),
            signature: self.c.types.runtime_string(sig).into(),
        });
        self.methods.insert(key, m);
        m
    }

    /// The id of the function with this key; `make` gives its name, position and job if it is new.
    pub fn func_by_key(
        &mut self,
        key: FuncKey,
        make: impl FnOnce(&mut Self) -> (Rc<str>, Pos, Option<Job>),
    ) -> FuncId {
        if let Some(&id) = self.keys.get(&key) {
            return id;
        }
        let id = self.new_func();
        self.keys.insert(key, id);
        let (name, pos, job) = make(self);
        self.prog.funcs[id as usize] = Func { name, pos, ..Func::default() };
        if let Some(job) = job {
            self.queue.push_back((id, job));
        }
        id
    }

    /// A new function, to be filled in.
    pub fn new_func(&mut self) -> FuncId {
        self.prog.funcs.push(Func::default());
        self.prog.funcs.len() as FuncId - 1
    }

    /// A declared function or method as called with the usual convention (natives through a wrapper).
    pub fn func_for(&mut self, obj: ObjId, targs: &[TypeId]) -> FuncId {
        let key = FuncKey::Decl(obj, targs.to_vec());
        self.func_by_key(key, |l| {
            let o = l.obj(obj);
            let name = l.func_name(obj);
            let job = o.decl.clone().map(|decl| Job::Decl { obj, decl, targs: targs.to_vec() });
            (name, o.pos, job)
        })
    }

    /// Whether a declared function has no body, so that it is a native.
    pub fn is_native(&self, obj: ObjId) -> bool {
        self.obj(obj).decl.as_ref().is_none_or(|d| d.body.is_none())
    }

    /// Name of a declared function as in Go's traces.
    pub fn func_name(&self, obj: ObjId) -> Rc<str> {
        let o = self.obj(obj);
        // The learner's package goes by its name: a file of tests may have any.
        let pkg = o.pkg.map_or_else(
            || "".into(),
            |p| match self.c.types.package(p) {
                (path, name) if &*path == "main" => name,
                (path, _) => path,
            },
        );
        let generic = if self.tparams_of(obj).is_empty() { "" } else { "[...]" };
        match o.recv {
            None => format!("{pkg}.{}{generic}", o.name).into(),
            Some(r) => {
                let (base, ptr) = self.c.types.deref(r);
                let base = self
                    .c
                    .types
                    .as_named(base)
                    .map_or_else(|| "?".into(), |n| self.c.types.named(n).name);
                match ptr {
                    true => format!("{pkg}.(*{base}{generic}).{}", o.name).into(),
                    false => format!("{pkg}.{base}{generic}.{}", o.name).into(),
                }
            }
        }
    }

    /// Key of a native: as the name, without mark of genericity.
    pub fn native_key(&self, obj: ObjId) -> String {
        self.func_name(obj).replace("[...]", "")
    }

    /// Type parameters of a declared function, or of its receiver.
    pub fn tparams_of(&self, obj: ObjId) -> Vec<TypeId> {
        let o = self.obj(obj);
        if o.recv.is_some() {
            return o.recv_tparams.to_vec();
        }
        match self.c.types.get(o.ty) {
            Type::Func(s) => s.tparams.clone(),
            _ => Vec::new(),
        }
    }

    /// Lowers everything that is still in the list.
    pub fn drain(&mut self) {
        loop {
            if let Some((id, job)) = self.queue.pop_front() {
                self.run_job(id, job);
            } else if let Some((id, t)) = self.new_rtypes.pop_front() {
                self.fill_methods(id, t);
            } else {
                return;
            }
        }
    }

    fn run_job(&mut self, id: FuncId, job: Job) {
        match job {
            Job::Decl { obj, decl, targs } => self.lower_decl(id, obj, &decl, &targs),
            Job::Method { recv, name, found, style } => {
                self.lower_method(id, recv, &name, &found, style)
            }
            Job::Thunk(t) => self.lower_thunk(id, t),
            Job::Builtin(b, tys) => self.lower_builtin_func(id, b, &tys),
        }
    }

    /// Begins a function; the one under construction waits.
    pub fn begin(&mut self, id: FuncId, env: Rc<Env>, pkg: Option<PkgId>, pos: Pos) {
        let header = &self.prog.funcs[id as usize];
        let func = Func { name: header.name.clone(), pos: header.pos, ..Func::default() };
        let mut state = FuncState::default();
        (state.id, state.func, state.env, state.pkg, state.pos) = (id, func, env, pkg, pos);
        self.outer.push(std::mem::replace(&mut self.f, state));
    }

    /// Ends a function begun with [`Lower::begin`].
    pub fn end(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let state = std::mem::replace(&mut self.f, outer);
        let (id, pos) = (state.id, state.func.pos);
        let (func, ok) = state.finish();
        self.prog.funcs[id as usize] = func;
        if !ok {
            let saved = std::mem::replace(&mut self.f.pos, pos);
            self.too_big("function is too large");
            self.f.pos = saved;
        }
    }
}
