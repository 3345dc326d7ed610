//! Declarations, after types2's `decl.go`.

use super::resolver::ConstGroup;
use super::signature::SigDecl;
use super::{Checker, DeclId, Env, MAX_DEPTH, Operand, UNSET};
use crate::info::FuncBody;
use crate::{ConstValue, ObjId, Object, ObjectKind, Type, TypeId, Types, VarKind};
use std::rc::Rc;
use syntax::{Decl, Expr, ExprKind, Field, Ident, Pos, TypeDecl, UnOp};

/// What a declaration counts for in the depth.
const DECLARATION: u32 = 2;

impl<'a> Checker<'a> {
    /// Checks the declaration of a package-level object, unless that is done already.
    pub(super) fn obj_decl(&mut self, obj: ObjId) {
        if self.obj_path.contains(&obj) {
            match self.objs[obj].kind {
                ObjectKind::Const(_) | ObjectKind::Var(_) => {
                    if !self.valid_cycle(obj) || self.objs[obj].ty == UNSET {
                        self.objs[obj].ty = Types::INVALID;
                    }
                }
                ObjectKind::TypeName => {
                    if !self.valid_cycle(obj) {
                        self.objs[obj].ty = Types::INVALID;
                    }
                }
                _ => {
                    self.valid_cycle(obj);
                }
            }
            return;
        }
        if self.objs[obj].ty != UNSET {
            return;
        }
        let Some(&d) = self.decl_of.get(&obj) else { return };
        if self.depth + DECLARATION > MAX_DEPTH {
            self.too_deep(self.objs[obj].pos);
            self.objs[obj].ty = Types::INVALID;
            return;
        }
        self.depth += DECLARATION;
        let pkg = self.pkg;
        if let Some(other) = self.objs[obj].pkg.filter(|&p| p != pkg) {
            self.enter(other);
        }
        self.obj_path.push(obj);
        let info = &self.decls[d.0 as usize];
        let env = Env {
            decl: None,
            scope: info.file,
            version: info.version,
            iota: None,
            errpos: Pos::NONE,
            in_tparam_list: false,
            results: None,
            has_call_or_recv: false,
            func: None,
            tparams: Rc::from([]),
        };
        let (vtyp, init, inherited, tdecl) = (info.vtyp, info.init, info.inherited, info.tdecl);
        let lhs = info.lhs.clone();
        let saved = std::mem::replace(&mut self.env, env);
        match self.objs[obj].kind {
            ObjectKind::Const(_) => {
                self.env.decl = Some(d);
                self.const_decl(obj, vtyp, init, inherited);
            }
            ObjectKind::Var(_) => {
                self.env.decl = Some(d);
                self.var_decl(obj, &lhs, vtyp, init);
            }
            ObjectKind::TypeName => {
                if let Some(tdecl) = tdecl {
                    self.type_decl(obj, tdecl);
                    self.collect_methods(obj);
                }
            }
            _ => self.func_decl(obj, d),
        }
        self.env = saved;
        self.obj_path.pop();
        self.depth -= DECLARATION;
        if self.pkg != pkg {
            self.enter(pkg);
        }
    }

    pub(super) fn const_decl(
        &mut self,
        obj: ObjId,
        typ: Option<&'a Expr>,
        init: Option<&'a Expr>,
        inherited: bool,
    ) {
        let (iota, errpos) = (self.env.iota, self.env.errpos);
        if let ObjectKind::Const(v) = &mut self.objs[obj].kind {
            self.env.iota = v.take().and_then(|v| v.to_i64());
        }
        self.env.errpos = Pos::NONE;
        self.const_value(obj, typ, init, inherited);
        (self.env.iota, self.env.errpos) = (iota, errpos);
    }

    fn const_value(
        &mut self,
        obj: ObjId,
        typ: Option<&'a Expr>,
        init: Option<&'a Expr>,
        inherited: bool,
    ) {
        if let Some(e) = typ {
            let t = self.typ(e);
            if !self.is_const_type(t) {
                if self.is_valid(self.types.underlying(t)) {
                    let text = format!("invalid constant type {}", self.ts(t));
                    self.error_at(e, text);
                }
                self.objs[obj].ty = Types::INVALID;
                return;
            }
            self.objs[obj].ty = t;
        }
        let mut x = Operand::invalid();
        if let Some(e) = init {
            if inherited {
                self.env.errpos = self.objs[obj].pos;
            }
            self.expr(None, &mut x, e);
        }
        self.init_const(obj, &mut x);
    }

    pub(super) fn var_decl(
        &mut self,
        obj: ObjId,
        lhs: &[ObjId],
        typ: Option<&'a Expr>,
        init: Option<&'a Expr>,
    ) {
        if let Some(e) = typ {
            self.objs[obj].ty = self.var_type(e);
        }
        let Some(init) = init else {
            if typ.is_none() {
                self.objs[obj].ty = Types::INVALID;
            }
            return;
        };
        if lhs.len() <= 1 {
            let mut x = Operand::invalid();
            let name = self.name_of(obj);
            let target = self.new_target(self.objs[obj].ty, &name);
            self.expr(target.as_ref(), &mut x, init);
            self.init_var(obj, &mut x, "variable declaration");
            return;
        }
        if typ.is_some() {
            let t = self.objs[obj].ty;
            for &o in lhs {
                self.objs[o].ty = t;
            }
        }
        self.init_vars(lhs, std::slice::from_ref(init), None);
    }

    /// Interfaces that are not mere method sets are constraints.
    pub(super) fn type_decl(&mut self, obj: ObjId, tdecl: &'a TypeDecl) {
        self.later(move |c| {
            let ty = c.ty_of(obj);
            if ty != UNSET
                && let Some(n) = c.types.as_named(ty)
            {
                c.valid_type(n);
            }
        });
        let name = self.name_of(obj);
        if tdecl.alias {
            let alias = self.types.new_alias(obj, name, Some(self.pkg), None);
            self.objs[obj].ty = alias;
            let Type::Alias(id) = self.types.get(alias) else { return };
            let generic = !tdecl.tparams.is_empty();
            if generic {
                self.verify_version(tdecl.tparams[0].pos, (1, 23), "generic type alias");
                self.open_scope();
                let tparams = self.declare_type_params(&tdecl.tparams);
                self.types.update_alias(id, |i| i.tparams = tparams.as_slice().into());
                self.bound_type_params(&tparams, &tdecl.tparams);
            }
            let mut rhs = self.declared_type(&tdecl.typ, Some(obj));
            if generic {
                let own = self.types.alias(id).tparams;
                if own.contains(&rhs) {
                    self.error_at(
                        &tdecl.typ,
                        "cannot use type parameter declared in alias declaration as RHS",
                    );
                    rhs = Types::INVALID;
                }
                self.close_scope();
            }
            self.types.update_alias(id, |i| {
                // A cycle may have been reported meanwhile.
                i.rhs = i.rhs.or(Some(rhs));
            });
            self.types.update_depth(alias);
            return;
        }

        let named = self.types.new_named(obj, name, Some(self.pkg));
        if self.objs[obj].ty == UNSET {
            self.objs[obj].ty = named;
        }
        let Type::Named(id) = self.types.get(named) else { return };
        let generic = !tdecl.tparams.is_empty();
        if generic {
            self.open_scope();
            let tparams = self.declare_type_params(&tdecl.tparams);
            self.types.update_named(id, |i| i.tparams = tparams.as_slice().into());
            self.bound_type_params(&tparams, &tdecl.tparams);
        } else if !self.env.tparams.is_empty() {
            let implicit = self.env.tparams.clone();
            self.types.update_named(id, |i| {
                i.implicit = implicit.len();
                i.tparams = implicit;
            });
        }
        let mut rhs = self.declared_type(&tdecl.typ, Some(obj));
        if self.is_tparam(rhs) {
            self.error_at(&tdecl.typ, "cannot use a type parameter as RHS in type declaration");
            rhs = Types::INVALID;
        }
        self.set_named_rhs(id, rhs);
        if generic {
            self.close_scope();
        }
    }

    /// Declares type parameters, their constraints still open.
    pub(super) fn declare_type_params(&mut self, list: &'a [Field]) -> Vec<TypeId> {
        let mut tparams = Vec::new();
        for (i, f) in list.iter().enumerate() {
            if let Some(name) = &f.name {
                tparams.push(self.declare_type_param(name, i));
            }
        }
        tparams
    }

    pub(super) fn declare_type_param(&mut self, name: &Ident, index: usize) -> TypeId {
        let obj = self.new_obj(Object::new(
            name.name.clone(),
            ObjectKind::TypeName,
            Types::INVALID,
            name.pos,
            Some(self.pkg),
        ));
        let t = self.types.new_tparam(obj, name.name.clone(), index, Types::INVALID);
        self.objs[obj].ty = t;
        self.declare(self.env.scope, Some(name.id), obj);
        t
    }

    /// Checks the constraints of declared type parameters.
    pub(super) fn bound_type_params(&mut self, tparams: &[TypeId], list: &'a [Field]) {
        let outer = std::mem::replace(&mut self.env.in_tparam_list, true);
        let mut bound = Types::INVALID;
        for (i, f) in list.iter().enumerate() {
            if i == 0 || !Rc::ptr_eq(&f.typ, &list[i - 1].typ) {
                bound = self.bound(&f.typ);
                if self.is_tparam(bound) {
                    self.error_at(&f.typ, "cannot use a type parameter as constraint");
                    bound = Types::INVALID;
                }
            }
            if let Some(p) = tparams.get(i).and_then(|&t| self.types.as_tparam(t)) {
                self.types.set_bound(p, bound);
            }
        }
        self.env.in_tparam_list = outer;
    }

    fn bound(&mut self, e: &'a Expr) -> TypeId {
        match &e.kind {
            ExprKind::Unary(UnOp::Tilde, _) | ExprKind::Binary(syntax::BinOp::Or, ..) => {
                let t = self.constraint_literal(e);
                self.record_type(e, t);
                t
            }
            _ => self.typ(e),
        }
    }

    /// Attaches the methods collected for a type.
    pub(super) fn collect_methods(&mut self, obj: ObjId) {
        let Some(methods) = self.methods.remove(&obj) else { return };
        let base = match self.types.get(self.types.unalias(self.objs[obj].ty)) {
            Type::Named(n) => Some(n),
            _ => None,
        };
        let mut list: Vec<crate::Method> = Vec::new();
        for m in methods {
            let name = self.name_of(m);
            if let Some(alt) = list.iter().find(|o| o.name == name) {
                let at = self.pos_text(self.objs[alt.obj].pos);
                let text =
                    format!("method {}.{name} already declared at {at}", self.objs[obj].name);
                self.error(self.objs[m].pos, text);
                continue;
            }
            let ptr_recv = self.objs[m].recv == Some(Types::UNSAFE_POINTER);
            list.push(crate::Method { name, obj: m, ptr_recv });
        }
        if let Some(n) = base {
            if self.is_std {
                // Values of the type may meet any interface while the program runs.
                for m in &list {
                    let m = m.obj;
                    self.later(move |c| c.obj_decl(m));
                }
            }
            self.types.update_named(n, |i| i.methods = Rc::new(list));
            self.later(move |c| c.check_field_uniqueness(n));
        }
    }

    fn check_field_uniqueness(&mut self, n: crate::NamedId) {
        let t = self.types.as_type(n);
        let Type::Struct(s) = self.types.under(t) else { return };
        let info = self.types.named(n);
        for f in &s.fields {
            if f.name.as_ref() == "_" {
                continue;
            }
            if let Some(m) = info.methods.iter().find(|m| m.name == f.name) {
                let mut err = self.new_error();
                let pos = self.objs[m.obj].pos;
                err.add(pos, format!("field and method with the same name {}", f.name));
                if let Some(pos) = self.field_pos(info.obj, &f.name) {
                    err.add(pos, format!("other declaration of {}", f.name));
                }
                self.report(err);
            }
        }
    }

    /// Where a field of a declared struct type stands.
    fn field_pos(&self, obj: ObjId, name: &str) -> Option<Pos> {
        let d = self.decl_of.get(&obj)?;
        let mut tdecl = self.decls[d.0 as usize].tdecl?;
        // `type T U` takes U's fields.
        for _ in 0..self.decls.len() {
            match &tdecl.typ.unparen().kind {
                ExprKind::StructType { fields, .. } => {
                    return fields.iter().find_map(|f| match &f.name {
                        Some(n) => (n.name.as_ref() == name).then_some(n.pos),
                        None => super::structs::embedded_name(&f.typ)
                            .filter(|(n, _)| n.as_ref() == name)
                            .map(|(_, pos)| pos),
                    });
                }
                ExprKind::Name(n) => {
                    let o = self.lookup_in(self.pkg_scopes[self.pkg.0 as usize], n)?;
                    tdecl = self.decls[self.decl_of.get(&o)?.0 as usize].tdecl?;
                }
                _ => return None,
            }
        }
        None
    }

    fn func_decl(&mut self, obj: ObjId, d: DeclId) {
        let Some(fdecl) = self.decls[d.0 as usize].fdecl else { return };
        // Guards against cycles.
        self.objs[obj].ty = self.types.func(&[], &[], false);
        let func = self.new_func(None, None);
        let outer = self.env.func.replace(func);
        let decl = SigDecl {
            recv: fdecl.recv.as_ref(),
            tparams: &fdecl.tparams,
            typ: &fdecl.typ,
            obj: Some(obj),
        };
        let (ty, vars, scope) = self.func_type(decl);
        self.env.func = outer;
        let recv = vars.recv.map(|v| self.objs[v].ty);
        let o = &mut self.objs[obj];
        o.ty = ty;
        o.recv_tparams = vars.recv_tparams.clone();
        o.recv = recv;
        if !fdecl.tparams.is_empty() && fdecl.body.is_none() && !self.is_std {
            self.error(fdecl.pos, "generic function is missing function body");
        }
        let named_recv = fdecl.recv.as_ref().is_some_and(|r| r.name.is_some());
        self.bodies.push(FuncBody {
            obj,
            decl: fdecl.clone(),
            recv: vars.recv.filter(|_| named_recv),
            params: vars.params.clone(),
            results: vars.results.clone(),
        });
        if let Some(body) = &fdecl.body {
            let tparams: Rc<[TypeId]> =
                vars.recv_tparams.iter().chain(&vars.tparams).copied().collect();
            let results: Rc<[ObjId]> = vars.results.into();
            self.later(move |c| c.func_body(Some(d), func, scope, results, tparams, body, None));
        }
    }

    pub(super) fn decl_stmt(&mut self, list: &'a [Decl]) {
        let mut group = ConstGroup::default();
        for decl in list {
            if !matches!(decl, Decl::Const(_)) {
                group.interrupt();
            }
            match decl {
                Decl::Const(s) => {
                    let top = self.delayed.len();
                    let (last, inherited) = group.source(s);
                    let values = last.map_or(&[][..], |l| &l.values);
                    let typ = last.and_then(|l| l.typ.as_ref());
                    let mut lhs = Vec::new();
                    for (i, name) in s.names.iter().enumerate() {
                        let iota = ConstValue::int(i64::from(s.group.index));
                        let obj = self.local_obj(name, ObjectKind::Const(Some(iota)));
                        lhs.push(obj);
                        self.const_decl(obj, typ, values.get(i), inherited);
                    }
                    self.arity(s.pos, &s.names, values, true, inherited);
                    self.process_delayed(top);
                    for (name, obj) in s.names.iter().zip(lhs) {
                        self.declare(self.env.scope, Some(name.id), obj);
                    }
                }
                Decl::Var(s) => {
                    let top = self.delayed.len();
                    let lhs0: Vec<ObjId> = s
                        .names
                        .iter()
                        .map(|n| self.local_obj(n, ObjectKind::Var(VarKind::Local)))
                        .collect();
                    for (i, &obj) in lhs0.iter().enumerate() {
                        let one = s.values.len() == 1;
                        let multi = one && s.names.len() > 1;
                        let init = if multi { s.values.first() } else { s.values.get(i) };
                        let lhs = if multi { &lhs0[..] } else { &[] };
                        self.var_decl(obj, lhs, s.typ.as_ref(), init);
                        if one {
                            break;
                        }
                    }
                    if s.typ.is_none() || !s.values.is_empty() {
                        self.arity(s.pos, &s.names, &s.values, false, false);
                    }
                    self.process_delayed(top);
                    for (name, obj) in s.names.iter().zip(lhs0) {
                        self.declare(self.env.scope, Some(name.id), obj);
                    }
                }
                Decl::Type(s) => {
                    let obj = self.local_obj(&s.name, ObjectKind::TypeName);
                    self.declare(self.env.scope, Some(s.name.id), obj);
                    self.obj_path.push(obj);
                    self.type_decl(obj, s);
                    self.obj_path.pop();
                }
                Decl::Import(_) | Decl::Func(_) => {}
            }
        }
    }

    /// A local object whose type is not known yet.
    pub(super) fn local_obj(&mut self, name: &Ident, kind: ObjectKind) -> ObjId {
        self.new_obj(Object::new(name.name.clone(), kind, UNSET, name.pos, Some(self.pkg)))
    }
}
