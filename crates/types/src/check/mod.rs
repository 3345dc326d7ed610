//! The checker, after gc's `cmd/compile/internal/types2`: one file there, one here.

mod assign;
mod assignable;
mod builtins;
mod call;
mod capture;
mod compare;
mod constants;
mod conversion;
mod cycles;
mod decl;
mod errors;
mod expr;
mod implements;
mod index;
mod infer;
mod init_order;
mod instantiate;
mod literals;
mod matching;
mod mono;
mod numeric_builtins;
mod operand;
mod predicates;
mod range;
mod record;
mod resolver;
mod returns;
mod scope;
mod selector;
mod shifts;
mod signature;
mod sizes;
mod stmt;
mod structs;
mod switch;
mod type_expr;
mod unify;
mod universe;
mod untyped;

use crate::info::{FuncBody, Info, Package};
use crate::packages::{Program, ROOTS, Unit};
use crate::{ConstValue, ObjId, Object, ObjectKind, Objects, PkgId, TypeId, Types};
pub(crate) use errors::Reports;
use operand::{Operand, Place};
use scope::{Scope, ScopeId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syntax::{Expr, ExprId, File, FuncDecl, Pos, TypeDecl, VarDecl};

/// The type of an object that is not checked yet.
const UNSET: TypeId = TypeId(u32::MAX);

/// A language version, `(1, 27)` for Go 1.27.
type Version = (u32, u32);

/// The version of a program without `//go:build` line.
const CURRENT: Version = (1, 27);

/// How deep expressions, types, statements and declarations may lie within each other, and
/// lead to each other: it bounds the stack, which is 1 MB in browsers. The parser's own bound
/// is lower; only declarations that need each other in a chain come here.
const MAX_DEPTH: u32 = 300;

/// Work to be done after the declaration at hand, when all types are set up.
type Later<'a> = Box<dyn FnOnce(&mut Checker<'a>) + 'a>;

/// Index into [`Checker::decls`]. Variables of an n:1 declaration share one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct DeclId(u32);

/// Index into [`Checker::funcs`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct FuncId(u32);

/// A function body or literal, for captures.
struct FuncNode {
    parent: Option<FuncId>,
    lit: Option<ExprId>,
}

/// What is declared by a package-level object or method.
struct DeclInfo<'a> {
    file: ScopeId,
    version: Version,
    /// All variables of an n:1 declaration.
    lhs: Vec<ObjId>,
    vtyp: Option<&'a Expr>,
    init: Option<&'a Expr>,
    inherited: bool,
    var: Option<(&'a Rc<VarDecl>, usize)>,
    tdecl: Option<&'a TypeDecl>,
    fdecl: Option<&'a Rc<FuncDecl>>,
    deps: BTreeSet<ObjId>,
}

/// What is known of an untyped expression until its final type is.
#[derive(Clone)]
struct ExprInfo {
    is_lhs: bool,
    mode: crate::Mode,
    ty: TypeId,
    val: Option<ConstValue>,
}

/// Where the checker is.
#[derive(Clone)]
struct Env {
    decl: Option<DeclId>,
    scope: ScopeId,
    version: Version,
    iota: Option<i64>,
    /// Position for errors in inherited constant initialisers.
    errpos: Pos,
    in_tparam_list: bool,
    /// Results of the function whose body is being checked.
    results: Option<Rc<[ObjId]>>,
    has_call_or_recv: bool,
    func: Option<FuncId>,
    /// Type parameters of the generic function around.
    tparams: Rc<[TypeId]>,
}

/// Variables of a signature.
#[derive(Clone, Debug, Default)]
struct SigVars {
    recv: Option<ObjId>,
    params: Vec<ObjId>,
    results: Vec<ObjId>,
    tparams: Vec<TypeId>,
    recv_tparams: Rc<[TypeId]>,
}

/// State of one run over all packages.
pub(crate) struct Checker<'a> {
    types: Types,
    objs: Objects,
    info: Info,
    reports: Reports,
    scopes: Vec<Scope>,
    universe: ScopeId,
    iota: Option<ObjId>,

    // Of each object, by its index.
    orders: Vec<u32>,
    owners: Vec<Option<FuncId>>,
    decl_of: BTreeMap<ObjId, DeclId>,
    decls: Vec<DeclInfo<'a>>,
    funcs: Vec<FuncNode>,

    // By package.
    pkg_scopes: Vec<ScopeId>,
    pkg_imports: Vec<Vec<PkgId>>,
    fake: BTreeSet<PkgId>,
    by_path: BTreeMap<Rc<str>, PkgId>,
    packages: Vec<Package>,

    obj_lists: Vec<Vec<ObjId>>,
    library: bool,

    // The package at hand.
    pkg: PkgId,
    is_std: bool,
    ambiguous_names: Option<BTreeMap<Rc<str>, BTreeSet<Rc<str>>>>,
    imports: Vec<ObjId>,
    dot_imports: BTreeMap<(ScopeId, Rc<str>), ObjId>,
    methods: BTreeMap<ObjId, Vec<ObjId>>,
    bodies: Vec<FuncBody>,
    untyped: BTreeMap<ExprId, (&'a Expr, ExprInfo)>,
    panics: BTreeSet<ExprId>,
    delayed: Vec<Option<(Version, PkgId, Later<'a>)>>,
    obj_path: Vec<ObjId>,
    mono: mono::Mono,
    /// Interface types written in the learner's files.
    interfaces: Vec<(Pos, TypeId)>,
    in_interface: bool,
    /// Bytes of the string constants put together so far.
    string_bytes: usize,
    /// See [`MAX_DEPTH`].
    depth: u32,
    env: Env,
}

impl<'a> Checker<'a> {
    fn new(types: Types, ids: u32, reports: Reports) -> Self {
        let universe = ScopeId(0);
        let mut c = Checker {
            types,
            objs: Objects::default(),
            info: Info::with_capacity(ids as usize),
            reports,
            scopes: vec![Scope::default()],
            universe,
            iota: None,
            orders: Vec::new(),
            owners: Vec::new(),
            decl_of: BTreeMap::new(),
            decls: Vec::new(),
            funcs: Vec::new(),
            pkg_scopes: Vec::new(),
            pkg_imports: Vec::new(),
            fake: BTreeSet::new(),
            by_path: BTreeMap::new(),
            packages: Vec::new(),
            obj_lists: Vec::new(),
            library: false,
            pkg: PkgId(0),
            is_std: true,
            ambiguous_names: None,
            imports: Vec::new(),
            dot_imports: BTreeMap::new(),
            methods: BTreeMap::new(),
            bodies: Vec::new(),
            untyped: BTreeMap::new(),
            panics: BTreeSet::new(),
            delayed: Vec::new(),
            obj_path: Vec::new(),
            mono: mono::Mono::default(),
            interfaces: Vec::new(),
            in_interface: false,
            string_bytes: 0,
            depth: 0,
            env: Env {
                decl: None,
                scope: universe,
                version: CURRENT,
                iota: None,
                errpos: Pos::NONE,
                in_tparam_list: false,
                results: None,
                has_call_or_recv: false,
                func: None,
                tparams: Rc::from([]),
            },
        };
        c.define_universe();
        c
    }

    /// Checks a program: the learner's package whole, of the others what it uses.
    pub(crate) fn run(program: &'a Program, reports: Reports) -> Output {
        let mut c = Checker::new(Types::new(), program.next_id, reports);
        c.library = program.loud;
        for unit in &program.units {
            c.collect(unit);
        }
        for (i, unit) in program.units.iter().enumerate() {
            if unit.eager || !unit.is_std {
                c.enter(PkgId(i as u32));
                c.package_objects();
                c.process_delayed(0);
            } else {
                c.enter(PkgId(i as u32));
                c.declare_roots();
                c.process_delayed(0);
            }
        }
        for (i, unit) in program.units.iter().enumerate() {
            c.enter(PkgId(i as u32));
            c.complete(unit);
        }
        c.record_untyped();
        c.finish()
    }

    /// Makes a package the one at hand.
    fn enter(&mut self, pkg: PkgId) {
        self.pkg = pkg;
        self.is_std = pkg.0 as usize + 1 != self.pkg_scopes.len();
        self.reports.quiet = self.is_std && !self.library;
    }

    /// Collects the names that a package declares.
    fn collect(&mut self, unit: &'a Unit) {
        let pkg = self.types.add_package(&unit.path, &unit.name);
        let scope = self.new_scope(Some(self.universe));
        self.pkg_scopes.push(scope);
        self.obj_lists.push(Vec::new());
        self.pkg = pkg;
        self.is_std = unit.is_std;
        self.reports.quiet = unit.is_std && !self.library;
        self.by_path.insert(unit.path.clone(), pkg);
        let imports = unit.imports.iter().filter_map(|p| self.by_path.get(p).copied()).collect();
        self.pkg_imports.push(imports);
        if unit.path.as_ref() == "unsafe" {
            self.define_unsafe(scope);
        }
        self.check_names(&unit.files);
        self.collect_objects(&unit.files);
        if !unit.is_std || unit.eager {
            self.direct_cycles();
        }
    }

    /// Declares what a package of the library has that nobody names: blank variables, `init`,
    /// and what the runtime calls.
    fn declare_roots(&mut self) {
        let path = self.types.package(self.pkg).0;
        for (_, name) in ROOTS.iter().filter(|r| r.0 == path.as_ref()) {
            if let Some(obj) = self.lookup_in(self.pkg_scopes[self.pkg.0 as usize], name) {
                self.obj_decl(obj);
            }
        }
        for obj in self.obj_lists[self.pkg.0 as usize].clone() {
            let o = &self.objs[obj];
            let init = o.name.as_ref() == "init" && o.recv.is_none();
            let blank = o.name.as_ref() == "_" && matches!(o.kind, ObjectKind::Var(_));
            if blank || init && matches!(o.kind, ObjectKind::Func) {
                self.obj_decl(obj);
            }
        }
    }

    /// Puts together what is known of a package once everything is checked.
    fn complete(&mut self, unit: &'a Unit) {
        let pkg = self.pkg;
        let init_order = self.init_order();
        if !unit.is_std {
            self.unused_imports();
            if self.reports.list.is_empty() {
                self.monomorph();
            }
            self.interface_cycles();
            self.missing_bodies(unit);
        }
        let scope = &self.scopes[self.pkg_scopes[pkg.0 as usize].0 as usize];
        let names = scope.names.iter().map(|(n, o)| (n.clone(), *o)).collect();
        let all = std::mem::take(&mut self.bodies);
        let (mut funcs, rest): (Vec<FuncBody>, Vec<FuncBody>) =
            all.into_iter().partition(|f| self.objs[f.obj].pkg == Some(pkg));
        self.bodies = rest;
        funcs.sort_by_key(|f| self.orders[f.obj.0 as usize]);
        let inits =
            funcs.iter().filter(|f| f.decl.recv.is_none() && f.decl.name.name.as_ref() == "init");
        self.packages.push(Package {
            id: pkg,
            path: unit.path.clone(),
            name: unit.name.clone(),
            files: unit.files.clone(),
            imports: self.pkg_imports[pkg.0 as usize].clone(),
            scope: names,
            init_order,
            inits: inits.map(|f| f.obj).collect(),
            funcs,
        });
    }

    /// What gc complains about only in a program that is right otherwise.
    fn missing_bodies(&mut self, unit: &'a Unit) {
        if !self.reports.list.is_empty() || self.library {
            return;
        }
        for f in &unit.files {
            for d in &f.decls {
                if let syntax::Decl::Func(f) = d
                    && f.body.is_none()
                {
                    self.error(f.pos, "missing function body");
                }
            }
        }
        let scope = self.pkg_scopes[self.pkg.0 as usize];
        let no_main = !self.scopes[scope.0 as usize].names.contains_key("main");
        if unit.name.as_ref() == "main"
            && no_main
            && !unit.files.iter().any(|f| syntax::testing::has_tests(f))
            && self.reports.list.is_empty()
        {
            let text = "runtime.main_main·f: function main is undeclared in the main package";
            self.error(Pos::NONE, text);
        }
    }

    /// Gives the files of one package a common name.
    fn check_names(&mut self, files: &'a [Rc<File>]) {
        let Some(first) = files.first() else { return };
        if first.package.name.as_ref() == "_" {
            self.error(first.package.pos, "invalid package name _");
        }
        for f in &files[1..] {
            if f.package.name != first.package.name {
                let (got, want) = (&f.package.name, &first.package.name);
                self.error(f.package.pos, format!("package {got}; expected package {want}"));
            }
        }
    }

    /// A new object.
    fn new_obj(&mut self, obj: Object) -> ObjId {
        let id = ObjId(self.objs.0.len() as u32);
        self.objs.0.push(obj);
        self.orders.push(0);
        self.owners.push(self.env.func);
        id
    }

    fn ty_of(&self, obj: ObjId) -> TypeId {
        self.objs[obj].ty
    }

    fn later(&mut self, f: impl FnOnce(&mut Checker<'a>) + 'a) {
        self.delayed.push(Some((self.env.version, self.pkg, Box::new(f))));
    }

    /// Runs delayed work from `top` on; it may add to itself.
    fn process_delayed(&mut self, top: usize) {
        let (version, pkg) = (self.env.version, self.pkg);
        let mut i = top;
        while i < self.delayed.len() {
            if let Some((v, p, f)) = self.delayed[i].take() {
                self.env.version = v;
                if p != self.pkg {
                    self.enter(p);
                }
                f(self);
            }
            i += 1;
        }
        self.delayed.truncate(top);
        self.env.version = version;
        if pkg != self.pkg {
            self.enter(pkg);
        }
    }

    fn too_deep(&mut self, pos: Pos) {
        self.error(
            pos,
            "not supported in Interleave: declarations depend on each other too deeply",
        );
    }

    fn allow(&self, v: Version) -> bool {
        self.env.version >= v
    }

    fn add_dep(&mut self, to: ObjId) {
        if let Some(from) = self.env.decl
            && self.decl_of.contains_key(&to)
            && self.objs[to].pkg == Some(self.pkg)
        {
            self.decls[from.0 as usize].deps.insert(to);
        }
    }
}

/// What a run gives.
pub(crate) struct Output {
    pub types: Types,
    pub objects: Objects,
    pub info: Info,
    pub packages: Vec<Package>,
    pub reports: Reports,
}
