//! Package-level names: collecting, and driving their declarations, after types2's `resolver.go`.

use super::{Checker, DeclId, DeclInfo, UNSET};
use crate::repr::is_exported;
use crate::{ConstValue, ObjId, Object, ObjectKind, PkgId, VarKind};
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{ConstDecl, Decl, Expr, ExprKind, File, FuncDecl, Ident, ImportDecl, Pos, VarDecl};

/// A receiver's type taken apart: whether it is a pointer, its base, its type parameters.
pub(super) struct Receiver<'a> {
    pub ptr: bool,
    pub base: &'a Expr,
    pub tparams: Option<&'a [Expr]>,
}

pub(super) fn unpack_recv(typ: &Expr) -> Receiver<'_> {
    let mut base = typ.unparen();
    let mut ptr = false;
    if let ExprKind::Star(x) = &base.kind {
        ptr = true;
        base = x.unparen();
    }
    if let ExprKind::Index { x, indices } = &base.kind {
        return Receiver { ptr, base: x, tparams: Some(indices) };
    }
    Receiver { ptr, base, tparams: None }
}

/// Constants without values inherit those of the last specification in their group.
#[derive(Default)]
pub(super) struct ConstGroup<'a> {
    keyword: Option<Pos>,
    last: Option<&'a ConstDecl>,
}

impl<'a> ConstGroup<'a> {
    /// The specification that `d` takes type and values from, and whether they are inherited.
    pub fn source(&mut self, d: &'a ConstDecl) -> (Option<&'a ConstDecl>, bool) {
        let grouped = d.group.lparen.is_some();
        if !grouped || self.keyword != Some(d.group.keyword) {
            self.last = None;
        }
        self.keyword = grouped.then_some(d.group.keyword);
        let own = d.typ.is_some() || !d.values.is_empty();
        if own {
            self.last = Some(d);
        }
        (self.last, !own && self.last.is_some())
    }

    pub fn interrupt(&mut self) {
        *self = ConstGroup::default();
    }
}

impl<'a> Checker<'a> {
    /// Complains when names and values of a declaration differ in number.
    pub(super) fn arity(
        &mut self,
        pos: Pos,
        names: &[Ident],
        inits: &[Expr],
        const_decl: bool,
        inherited: bool,
    ) {
        let (l, r) = (names.len(), inits.len());
        if l < r {
            let n = &inits[l];
            if inherited {
                let at = self.pos_text(n.pos);
                self.error(pos, format!("extra init expr at {at}"));
            } else {
                self.error_at(n, format!("extra init expr {}", syntax::show::expr(n)));
            }
        } else if l > r && (const_decl || r != 1) {
            let n = &names[r];
            self.error(n.pos, format!("missing init expr for {}", n.name));
        }
    }

    fn add_decl(&mut self, d: DeclInfo<'a>) -> DeclId {
        self.decls.push(d);
        DeclId(self.decls.len() as u32 - 1)
    }

    fn decl_info(&self, file: super::ScopeId) -> DeclInfo<'a> {
        DeclInfo {
            file,
            version: self.env.version,
            lhs: Vec::new(),
            vtyp: None,
            init: None,
            inherited: false,
            var: None,
            tdecl: None,
            fdecl: None,
            deps: BTreeSet::new(),
        }
    }

    fn register(&mut self, obj: ObjId, d: DeclId) {
        self.objs[obj].top_level = true;
        self.decl_of.insert(obj, d);
        let list = &mut self.obj_lists[self.pkg.0 as usize];
        list.push(obj);
        self.orders[obj.0 as usize] = list.len() as u32;
    }

    fn declare_pkg_obj(&mut self, ident: &Ident, obj: ObjId, d: DeclId) {
        if ident.name.as_ref() == "init" {
            self.error(ident.pos, "cannot declare init - must be func");
            return;
        }
        if ident.name.as_ref() == "main" && self.types.package(self.pkg).1.as_ref() == "main" {
            self.error(ident.pos, "cannot declare main - must be func");
            return;
        }
        self.declare(self.pkg_scopes[self.pkg.0 as usize], Some(ident.id), obj);
        self.register(obj, d);
    }

    fn package_object(&mut self, ident: &Ident, kind: ObjectKind) -> ObjId {
        self.new_obj(Object::new(ident.name.clone(), kind, UNSET, ident.pos, Some(self.pkg)))
    }

    pub(super) fn collect_objects(&mut self, files: &'a [Rc<File>]) {
        let pkg_scope = self.pkg_scopes[self.pkg.0 as usize];
        let mut file_scopes = Vec::new();
        let mut methods: Vec<(ObjId, bool, Rc<str>)> = Vec::new();
        for file in files {
            self.env.version = file.go_version.map_or(super::CURRENT, |v| v.max((1, 21)));
            let file_scope = self.new_scope(Some(pkg_scope));
            file_scopes.push(file_scope);
            let mut group = ConstGroup::default();
            for decl in &file.decls {
                if !matches!(decl, Decl::Const(_)) {
                    group.interrupt();
                }
                match decl {
                    Decl::Import(s) => self.import_decl(file_scope, s),
                    Decl::Const(s) => {
                        let (last, inherited) = group.source(s);
                        let values = last.map_or(&[][..], |l| &l.values);
                        let mut info = self.decl_info(file_scope);
                        info.vtyp = last.and_then(|l| l.typ.as_ref());
                        info.inherited = inherited;
                        for (i, name) in s.names.iter().enumerate() {
                            let iota = ConstValue::int(i64::from(s.group.index));
                            let obj = self.package_object(name, ObjectKind::Const(Some(iota)));
                            let mut d = self.decl_info(file_scope);
                            (d.vtyp, d.inherited) = (info.vtyp, inherited);
                            d.init = values.get(i);
                            let d = self.add_decl(d);
                            self.declare_pkg_obj(name, obj, d);
                        }
                        self.arity(s.pos, &s.names, values, true, inherited);
                    }
                    Decl::Var(s) => self.collect_var(file_scope, s),
                    Decl::Type(s) => {
                        let obj = self.package_object(&s.name, ObjectKind::TypeName);
                        let mut d = self.decl_info(file_scope);
                        d.tdecl = Some(s);
                        let d = self.add_decl(d);
                        self.declare_pkg_obj(&s.name, obj, d);
                    }
                    Decl::Func(s) => self.collect_func(file_scope, s, &mut methods),
                }
            }
        }

        for scope in file_scopes {
            let names: Vec<_> =
                self.scopes[scope.0 as usize].names.iter().map(|(n, o)| (n.clone(), *o)).collect();
            for (name, obj) in names {
                let Some(alt) = self.lookup_in(pkg_scope, &name) else { continue };
                let mut err = self.new_error();
                let pos = self.objs[alt].pos;
                if let ObjectKind::PkgName(p) = self.objs[obj].kind {
                    let what = self.package_text(p);
                    err.add(pos, format!("{name} already declared through import of {what}"));
                } else {
                    let what = self.objs[obj].pkg.map(|p| self.package_text(p)).unwrap_or_default();
                    err.add(pos, format!("{name} already declared through dot-import of {what}"));
                }
                self.add_alt_decl(&mut err, obj);
                self.report(err);
            }
        }

        for (obj, ptr, recv) in methods {
            if let Some((ptr, base)) = self.resolve_base(ptr, &recv) {
                // Until the signature is checked, `recv` only tells pointers from values.
                self.objs[obj].recv =
                    Some(if ptr { crate::Types::UNSAFE_POINTER } else { crate::Types::INVALID });
                self.methods.entry(base).or_default().push(obj);
            }
        }
    }

    fn package_text(&self, p: PkgId) -> String {
        let (path, name) = self.types.package(p);
        format!("package {name} ({path:?})")
    }

    fn import_decl(&mut self, file_scope: super::ScopeId, s: &'a Rc<ImportDecl>) {
        let Some(&imp) = self.by_path.get(&s.path) else { return };
        let name = s.local.as_ref().map_or_else(|| self.types.package(imp).1, |l| l.name.clone());
        if name.as_ref() == "init" {
            self.error(s.pos, "cannot import package as init - init must be a func");
            return;
        }
        let pkg = Some(self.pkg);
        let kind = ObjectKind::PkgName(imp);
        let obj = self.new_obj(Object::new(name.clone(), kind, crate::Types::INVALID, s.pos, pkg));
        if let Some(l) = &s.local {
            self.record_object(l.id, obj);
        }
        self.objs[obj].used = self.fake.contains(&imp);
        if !self.is_std {
            self.imports.push(obj);
        }
        if name.as_ref() != "." {
            self.declare(file_scope, None, obj);
            return;
        }
        let exported: Vec<_> = self.scopes[self.pkg_scopes[imp.0 as usize].0 as usize]
            .names
            .iter()
            .filter(|(n, _)| is_exported(n))
            .map(|(n, o)| (n.clone(), *o))
            .collect();
        for (name, o) in exported {
            if let Some(alt) = self.lookup_in(file_scope, &name) {
                let mut err = self.new_error();
                let pos = s.local.as_ref().map_or(s.pos, |l| l.pos);
                err.add(pos, format!("{name} redeclared in this block"));
                self.add_alt_decl(&mut err, alt);
                self.report(err);
            } else {
                self.scopes[file_scope.0 as usize].names.insert(name.clone(), o);
                self.dot_imports.insert((file_scope, name), obj);
            }
        }
    }

    fn collect_var(&mut self, file_scope: super::ScopeId, s: &'a Rc<VarDecl>) {
        let lhs: Vec<ObjId> = s
            .names
            .iter()
            .map(|n| self.package_object(n, ObjectKind::Var(VarKind::Package)))
            .collect();
        // With at most one value all names share a declaration.
        let shared = (s.values.len() <= 1).then(|| {
            let mut d = self.decl_info(file_scope);
            d.lhs = lhs.clone();
            d.vtyp = s.typ.as_ref();
            d.init = s.values.first();
            d.var = d.init.map(|_| (s, 0));
            self.add_decl(d)
        });
        for (i, name) in s.names.iter().enumerate() {
            let d = shared.unwrap_or_else(|| {
                let mut d = self.decl_info(file_scope);
                d.vtyp = s.typ.as_ref();
                d.init = s.values.get(i);
                d.var = d.init.map(|_| (s, i));
                self.add_decl(d)
            });
            self.declare_pkg_obj(name, lhs[i], d);
        }
        if s.typ.is_none() || !s.values.is_empty() {
            self.arity(s.pos, &s.names, &s.values, false, false);
        }
    }

    fn collect_func(
        &mut self,
        file_scope: super::ScopeId,
        s: &'a Rc<FuncDecl>,
        methods: &mut Vec<(ObjId, bool, Rc<str>)>,
    ) {
        let name = s.name.name.clone();
        let obj = self.package_object(&s.name, ObjectKind::Func);
        self.objs[obj].decl = Some(s.clone());
        let pkg_scope = self.pkg_scopes[self.pkg.0 as usize];
        match &s.recv {
            None => {
                let main =
                    name.as_ref() == "main" && self.types.package(self.pkg).1.as_ref() == "main";
                if name.as_ref() == "init" || main {
                    if let Some(t) = s.tparams.first() {
                        self.error(t.pos, format!("func {name} must have no type parameters"));
                    }
                    if !s.typ.params.is_empty() || !s.typ.results.is_empty() {
                        let text =
                            format!("func {name} must have no arguments and no return values");
                        self.error(s.name.pos, text);
                    }
                }
                if name.as_ref() == "init" {
                    self.record_object(s.name.id, obj);
                    if s.body.is_none() {
                        self.error(s.name.pos, "func init must have a body");
                    }
                } else {
                    self.declare(pkg_scope, Some(s.name.id), obj);
                }
            }
            Some(recv) => {
                let r = unpack_recv(&recv.typ);
                if let ExprKind::Name(base) = &r.base.kind
                    && name.as_ref() != "_"
                {
                    methods.push((obj, r.ptr, base.clone()));
                }
                if let Some(t) = s.tparams.first() {
                    self.error(t.pos, "not supported in Interleave: generic methods");
                }
                self.record_object(s.name.id, obj);
            }
        }
        let mut d = self.decl_info(file_scope);
        d.fdecl = Some(s);
        let d = self.add_decl(d);
        self.register(obj, d);
    }

    /// The declared type that a receiver's name stands for, through aliases.
    fn resolve_base(&self, ptr: bool, name: &str) -> Option<(bool, ObjId)> {
        let mut ptr = ptr;
        let mut name: Rc<str> = name.into();
        let mut seen = Vec::new();
        loop {
            let obj = self.lookup_in(self.pkg_scopes[self.pkg.0 as usize], &name)?;
            if !matches!(self.objs[obj].kind, ObjectKind::TypeName) || seen.contains(&obj) {
                return None;
            }
            let tdecl = self.decls[self.decl_of.get(&obj)?.0 as usize].tdecl?;
            if !tdecl.alias {
                return Some((ptr, obj));
            }
            if !tdecl.tparams.is_empty() {
                return None;
            }
            seen.push(obj);
            let mut typ = tdecl.typ.unparen();
            if let ExprKind::Star(x) = &typ.kind {
                if ptr {
                    return None;
                }
                ptr = true;
                typ = x.unparen();
            }
            match &typ.kind {
                ExprKind::Name(n) => name = n.clone(),
                _ => return None,
            }
        }
    }

    pub(super) fn package_objects(&mut self) {
        let list = self.obj_lists[self.pkg.0 as usize].clone();
        for &obj in &list {
            if matches!(self.objs[obj].kind, ObjectKind::TypeName) && self.objs[obj].ty != UNSET {
                self.collect_methods(obj);
            }
        }
        let mut aliases = Vec::new();
        let mut others = Vec::new();
        for obj in list {
            let alias = self
                .decl_of
                .get(&obj)
                .and_then(|d| self.decls[d.0 as usize].tdecl)
                .map(|t| t.alias);
            match alias {
                Some(true) => aliases.push(obj),
                Some(false) => self.obj_decl(obj),
                None => others.push(obj),
            }
        }
        for obj in aliases.into_iter().chain(others) {
            self.obj_decl(obj);
        }
    }

    pub(super) fn unused_imports(&mut self) {
        for obj in std::mem::take(&mut self.imports) {
            let o = &self.objs[obj];
            if o.name.as_ref() == "_" || o.used {
                continue;
            }
            let ObjectKind::PkgName(p) = o.kind else { continue };
            let path = self.types.package(p).0;
            let elem = path.rsplit('/').next().unwrap_or(&path);
            let (pos, name) = (o.pos, o.name.clone());
            if name.as_ref() == "." || name.as_ref() == elem {
                self.error(pos, format!("{path:?} imported and not used"));
            } else {
                self.error(pos, format!("{path:?} imported as {name} and not used"));
            }
        }
    }
}
