//! Signatures and receivers, after types2's `signature.go`.

use super::resolver::unpack_recv;
use super::scope::ScopeId;
use super::{Checker, SigVars};
use crate::{Basic, ObjId, Object, ObjectKind, Param, Signature, Type, TypeId, Types, VarKind};
use std::rc::Rc;
use syntax::{Expr, ExprKind, Field, FuncType, Pos};

/// A signature in the source.
pub(super) struct SigDecl<'a> {
    pub recv: Option<&'a Field>,
    pub tparams: &'a [Field],
    pub typ: &'a FuncType,
    /// The function declared, which is known to be generic before its parameters are.
    pub obj: Option<ObjId>,
}

impl<'a> Checker<'a> {
    /// Checks a signature; its variables are declared in a new scope, which is returned.
    pub(super) fn func_type(&mut self, decl: SigDecl<'a>) -> (TypeId, SigVars, ScopeId) {
        self.open_scope();
        let scope = self.env.scope;
        self.scopes[scope.0 as usize].is_func = true;
        let mut vars = SigVars::default();
        if let Some(r) = decl.recv {
            let (recv, tparams) = self.collect_recv(r);
            vars.recv = Some(recv);
            vars.recv_tparams = tparams.into();
        }
        if !decl.tparams.is_empty() {
            vars.tparams = self.declare_type_params(decl.tparams);
            if let Some(obj) = decl.obj {
                let tparams = vars.tparams.clone();
                let (params, results) = (Vec::new(), Vec::new());
                let generic = Signature { tparams, params, results, variadic: false };
                self.objs[obj].ty = self.types.signature(generic);
            }
            self.bound_type_params(&vars.tparams, decl.tparams);
        }
        let (params, variadic) = self.collect_params(VarKind::Param, &decl.typ.params);
        let (results, _) = self.collect_params(VarKind::Result, &decl.typ.results);
        if let (Some(recv), Some(name)) = (vars.recv, decl.recv.and_then(|r| r.name.as_ref())) {
            self.declare(scope, Some(name.id), recv);
        }
        self.declare_params(&decl.typ.params, &params);
        self.declare_params(&decl.typ.results, &results);
        let list = |c: &Self, fields: &[Field], objs: &[ObjId]| -> Vec<Param> {
            fields
                .iter()
                .zip(objs)
                .map(|(f, &o)| Param {
                    name: f.name.as_ref().map(|n| n.name.clone()),
                    ty: c.objs[o].ty,
                })
                .collect()
        };
        let ty = self.types.signature(Signature {
            tparams: vars.tparams.clone(),
            params: list(self, &decl.typ.params, &params),
            results: list(self, &decl.typ.results, &results),
            variadic,
        });
        vars.params = params;
        vars.results = results;
        self.close_scope();
        (ty, vars, scope)
    }

    fn declare_params(&mut self, fields: &[Field], objs: &[ObjId]) {
        for (f, &obj) in fields.iter().zip(objs) {
            if let Some(name) = &f.name {
                self.declare(self.env.scope, Some(name.id), obj);
            }
        }
    }

    fn collect_params(&mut self, kind: VarKind, list: &'a [Field]) -> (Vec<ObjId>, bool) {
        let mut params = Vec::new();
        let mut variadic = false;
        let mut ty = Types::INVALID;
        for (i, f) in list.iter().enumerate() {
            if i == 0 || !Rc::ptr_eq(&f.typ, &list[i - 1].typ) {
                let mut e: &'a Expr = &f.typ;
                if let ExprKind::DotsType(elem) = &e.kind {
                    if kind == VarKind::Param && i + 1 == list.len() {
                        variadic = true;
                    } else {
                        self.error_at(e, "invalid syntax tree: invalid use of ...");
                    }
                    e = elem;
                }
                ty = self.var_type(e);
            }
            let (name, pos) = match &f.name {
                Some(n) => (n.name.clone(), n.pos),
                None => ("".into(), f.pos),
            };
            let mut t = ty;
            if variadic && i + 1 == list.len() {
                t = self.types.slice(ty);
                self.record_type(&f.typ, t);
            }
            params.push(self.new_obj(Object::new(
                name,
                ObjectKind::Var(kind),
                t,
                pos,
                Some(self.pkg),
            )));
        }
        (params, variadic)
    }

    fn collect_recv(&mut self, r: &'a Field) -> (ObjId, Vec<TypeId>) {
        let parts = unpack_recv(&r.typ);
        let mut tparams = Vec::new();
        let ty = match parts.tparams {
            None => self.plain_recv(r, parts.base),
            Some(names) => {
                let (ty, list) = self.generic_recv(r, parts.base, parts.ptr, names);
                tparams = list;
                ty
            }
        };
        let (name, pos) = match &r.name {
            Some(n) => (n.name.clone(), n.pos),
            None => ("".into(), r.pos),
        };
        let kind = ObjectKind::Var(VarKind::Recv);
        let recv = self.new_obj(Object::new(name, kind, ty, pos, Some(self.pkg)));
        let base = parts.base;
        self.later(move |c| c.valid_recv(base, recv));
        (recv, tparams)
    }

    fn plain_recv(&mut self, r: &'a Field, base: &'a Expr) -> TypeId {
        let ty = self.var_type(&r.typ);
        // An alias of an instantiated type takes no methods.
        let mut a = self.unpointer(ty);
        while let Type::Alias(id) = self.types.get(a) {
            let Some(rhs) = self.types.alias(id).rhs else { break };
            let target = self.unpointer(rhs);
            if let Type::Named(n) = self.types.get(target) {
                let info = self.types.named(n);
                if info.tparams.len() > info.implicit {
                    let text = format!(
                        "cannot define new methods on instantiated type {}",
                        self.ts(target)
                    );
                    self.error_at(base, text);
                    return Types::INVALID;
                }
            }
            a = target;
        }
        ty
    }

    fn unpointer(&self, t: TypeId) -> TypeId {
        let mut t = t;
        while let Type::Pointer(e) = self.types.get(t) {
            t = e;
        }
        t
    }

    fn generic_recv(
        &mut self,
        r: &'a Field,
        base: &'a Expr,
        ptr: bool,
        names: &'a [Expr],
    ) -> (TypeId, Vec<TypeId>) {
        let mut named = None;
        let (t, cause) = self.generic_type(base);
        if self.is_valid(t) {
            match self.types.get(t) {
                Type::Named(n) => named = Some(n),
                _ => {
                    let text =
                        format!("cannot define new methods on generic alias type {}", self.ts(t));
                    self.error_at(base, text);
                }
            }
        } else if let Some(cause) = cause {
            self.error_at(base, cause);
        }
        let mut tparams = Vec::new();
        for (i, e) in names.iter().enumerate() {
            let ident = match &e.kind {
                ExprKind::Name(n) => syntax::Ident { id: e.id, pos: e.pos, name: n.clone() },
                _ => {
                    if !matches!(e.kind, ExprKind::Bad) {
                        let text = format!(
                            "receiver type parameter {} must be an identifier",
                            syntax::show::expr(e)
                        );
                        self.error_at(e, text);
                    }
                    syntax::Ident { id: e.id, pos: e.pos, name: "_".into() }
                }
            };
            let t = self.declare_type_param(&ident, i);
            self.record_type(e, t);
            tparams.push(t);
        }
        let Some(n) = named else { return (Types::INVALID, tparams) };
        let base_tparams = self.types.named(n).tparams;
        if base_tparams.len() == tparams.len() {
            for (&rt, &bt) in tparams.iter().zip(base_tparams.iter()) {
                if let (Some(rp), Some(bp)) = (self.types.as_tparam(rt), self.types.as_tparam(bt)) {
                    let bound = self.types.tparam(bp).bound;
                    let bound = self.types.subst(bound, &base_tparams, &tparams);
                    self.types.set_bound(rp, bound);
                    self.mono_canon(rt, bt);
                }
            }
        } else {
            let got = Self::measure(tparams.len(), "type parameter");
            let want = base_tparams.len();
            let text = format!("receiver declares {got}, but receiver base type declares {want}");
            self.error_at(base, text);
        }
        let inst = self.types.instantiate(n, &tparams);
        let ty = if ptr { self.types.pointer(inst) } else { inst };
        self.record_recv_types(&r.typ, ty);
        (ty, tparams)
    }

    fn record_recv_types(&mut self, e: &'a Expr, ty: TypeId) {
        let (mut e, mut ty) = (e, ty);
        loop {
            self.record_type(e, ty);
            match &e.kind {
                ExprKind::Paren(x) => e = x,
                ExprKind::Star(x) => {
                    let Type::Pointer(base) = self.types.get(ty) else { return };
                    (e, ty) = (x, base);
                }
                _ => return,
            }
        }
    }

    fn valid_recv(&mut self, base: &'a Expr, recv: ObjId) {
        let pos: Pos = base.start();
        let recv_ty = self.objs[recv].ty;
        let (rtyp, _) = self.types.deref(recv_ty);
        let atyp = self.types.unalias(rtyp);
        if !self.is_valid(atyp) {
            return;
        }
        match self.types.get(atyp) {
            Type::Named(n) => {
                if self.types.named(n).pkg != Some(self.pkg) {
                    let text =
                        format!("cannot define new methods on non-local type {}", self.ts(rtyp));
                    self.error(pos, text);
                    return;
                }
                let cause = match self.types.under(atyp) {
                    Type::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                    Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                let text = format!("invalid receiver type {} ({cause})", self.ts(rtyp));
                self.error(pos, text);
            }
            Type::Basic(_) => {
                let text = format!("cannot define new methods on non-local type {}", self.ts(rtyp));
                self.error(pos, text);
            }
            _ => {
                let text = format!("invalid receiver type {}", self.ts(recv_ty));
                self.error(pos, text);
            }
        }
    }
}
