//! Selectors, after types2's `call.go`.

use super::{Checker, Operand, Place, UNSET};
use crate::info::{Mode, Selection, SelectionKind};
use crate::repr::{Lookup, LookupError, LookupKind, equal_fold, is_exported};
use crate::{ObjId, ObjectKind, Param, Signature, Type, TypeId, Types};
use syntax::{Expr, ExprKind, Ident, show};

impl<'a> Checker<'a> {
    /// `base.sel`
    pub(super) fn selector(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        base: &'a Expr,
        sel: &'a Ident,
        want_type: bool,
    ) {
        if let ExprKind::Name(name) = &base.kind
            && let Some(obj) = self.lookup(name)
            && let ObjectKind::PkgName(pkg) = self.objs[obj].kind
        {
            self.record_object(base.id, obj);
            self.objs[obj].used = true;
            x.place = Place::Expr(e);
            if !self.package_member(x, e, sel, pkg) {
                x.invalidate();
                x.ty = Types::INVALID;
            }
            return;
        }
        if !self.member(x, e, base, sel, want_type) {
            x.invalidate();
            x.ty = Types::INVALID;
        }
        x.place = Place::Expr(e);
    }

    /// `pkg.Name`
    fn package_member(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        sel: &'a Ident,
        pkg: crate::PkgId,
    ) -> bool {
        let scope = self.pkg_scopes[pkg.0 as usize];
        let found = self.lookup_in(scope, &sel.name).filter(|_| is_exported(&sel.name));
        let Some(obj) = found else {
            if !self.fake.contains(&pkg) && super::type_expr::is_valid_name(&sel.name) {
                let names = &self.scopes[scope.0 as usize].names;
                let alt =
                    names.keys().find(|n| is_exported(n) && equal_fold(n, &sel.name)).cloned();
                let mut text = format!("undefined: {}", show::expr(e));
                if let Some(alt) = alt {
                    text.push_str(&format!(" (but have {alt})"));
                }
                let (path, name) = self.types.package(pkg);
                // Real Go may have it: say that it is we who lack it.
                if crate::packages::lacks(&path, &sel.name) {
                    text = format!("not supported in Interleave: {name}.{}", sel.name);
                }
                self.error(sel.pos, text);
            }
            return false;
        };
        self.record_object(sel.id, obj);
        if self.objs[obj].ty == UNSET {
            self.obj_decl(obj);
        }
        x.ty = self.objs[obj].ty;
        match self.objs[obj].kind.clone() {
            ObjectKind::Const(v) => {
                x.mode = Mode::Const;
                x.val = v;
            }
            ObjectKind::TypeName => x.mode = Mode::TypeExpr,
            ObjectKind::Var(_) => x.mode = Mode::Variable,
            ObjectKind::Builtin(id) => x.mode = Mode::Builtin(id),
            _ => x.mode = Mode::Value,
        }
        true
    }

    /// A field or method.
    fn member(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        base: &'a Expr,
        sel: &'a Ident,
        want_type: bool,
    ) -> bool {
        self.expr_or_type(x, base, false);
        match x.mode {
            Mode::Builtin(_) => {
                let text = format!("invalid use of {} in selector expression", self.os(x));
                self.error(e.pos, text);
                return false;
            }
            Mode::Invalid => return false,
            _ => {}
        }
        if !self.is_complete(x.ty) {
            return false;
        }
        if want_type {
            self.error(sel.pos, format!("{} is not a type", show::expr(e)));
            return false;
        }
        if let Type::Pointer(b) = self.types.under(x.ty)
            && !self.is_complete(b)
        {
            return false;
        }
        let addressable = x.mode == Mode::Variable;
        let pkg = Some(self.pkg);
        let found = match self.types.lookup_fold(x.ty, addressable, pkg, &sel.name, false) {
            Ok(f) => f,
            Err(why) => {
                if self.is_valid(self.types.underlying(x.ty)) {
                    self.missing_member(x, sel, why);
                }
                return false;
            }
        };
        match found.kind.clone() {
            LookupKind::Field(f) => {
                if x.mode == Mode::TypeExpr {
                    let t = self.ts(x.ty);
                    let text = format!(
                        "operand for field selector {} must be value of type {t}",
                        sel.name
                    );
                    self.error_at(base, text);
                    return false;
                }
                self.record_selection(e, SelectionKind::FieldVal, x.ty, &found, None, f.ty);
                x.mode = if addressable || found.indirect { Mode::Variable } else { Mode::Value };
                x.ty = f.ty;
            }
            LookupKind::Method(m) => {
                self.obj_decl(m.obj);
                self.add_dep(m.obj);
                let ty = self.method_signature(&found, m.obj);
                let obj = Some(m.obj);
                if m.ptr_recv && addressable && !found.indirect {
                    self.note_address(base);
                }
                self.method_operand(x, e, &found, obj, ty);
            }
            LookupKind::IfaceMethod { method, .. } => {
                self.method_operand(x, e, &found, None, method.ty);
            }
        }
        true
    }

    fn method_operand(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        found: &Lookup,
        obj: Option<ObjId>,
        ty: TypeId,
    ) {
        let recv = x.ty;
        if x.mode == Mode::TypeExpr {
            let full = self.method_expr_type(recv, obj, ty);
            self.record_selection(e, SelectionKind::MethodExpr, recv, found, obj, full);
            x.ty = full;
        } else {
            self.record_selection(e, SelectionKind::MethodVal, recv, found, obj, ty);
            x.ty = ty;
        }
        x.mode = Mode::Value;
    }

    /// Signature of `T.m`: the receiver comes first. It has a name if the others do.
    fn method_expr_type(&mut self, recv: TypeId, obj: Option<ObjId>, sig: TypeId) -> TypeId {
        let Some(s) = self.signature_of(sig) else { return sig };
        let named = s.params.first().is_some_and(|p| p.name.is_some());
        let name = named.then(|| {
            obj.and_then(|o| self.objs[o].decl.as_ref())
                .and_then(|d| d.recv.as_ref())
                .and_then(|r| r.name.as_ref())
                .map_or_else(|| "_".into(), |n| n.name.clone())
        });
        let mut params = vec![Param { name, ty: recv }];
        params.extend(s.params.iter().cloned());
        self.types.signature(Signature { params, ..(*s).clone() })
    }

    /// The signature of a declared method as seen from the type that it was found in.
    pub(super) fn method_signature(&mut self, found: &Lookup, obj: ObjId) -> TypeId {
        let ty = self.objs[obj].ty;
        if ty == UNSET {
            return Types::INVALID;
        }
        let tparams = self.objs[obj].recv_tparams.clone();
        match self.types.get(found.holder) {
            Type::Named(n) => self.types.method_type(n, &tparams, ty),
            _ => ty,
        }
    }

    fn record_selection(
        &mut self,
        e: &'a Expr,
        kind: SelectionKind,
        recv: TypeId,
        found: &Lookup,
        method: Option<ObjId>,
        ty: TypeId,
    ) {
        let ptr_recv = matches!(&found.kind, LookupKind::Method(m) if m.ptr_recv);
        self.info.selections.insert(
            e.id,
            Selection {
                kind,
                recv,
                path: found.path.clone(),
                method,
                holder: found.holder,
                ptr_recv,
                indirect: found.indirect,
                ty,
            },
        );
    }

    fn missing_member(&mut self, x: &Operand<'a>, sel: &'a Ident, why: LookupError) {
        let (xs, name) = (x.text(), &sel.name);
        let text = match why {
            LookupError::Ambiguous => format!("ambiguous selector {xs}.{name}"),
            LookupError::PointerReceiver => {
                let t = self.ts(x.ty);
                if x.mode == Mode::TypeExpr {
                    format!(
                        "invalid method expression {t}.{name} (needs pointer receiver (*{t}).{name})"
                    )
                } else {
                    format!("cannot call pointer method {name} on {t}")
                }
            }
            LookupError::NotFound if let Some(member) = self.lacking_member(x.ty, name) => {
                format!("not supported in Interleave: {member}")
            }
            LookupError::NotFound => {
                let why = if self.is_interface_ptr(x.ty) {
                    self.interface_ptr_error(x.ty)
                } else {
                    let addressable = x.mode == Mode::Variable;
                    let pkg = Some(self.pkg);
                    let alt = self.types.lookup_fold(x.ty, addressable, pkg, name, true).ok();
                    self.lookup_error(x.ty, name, alt.as_ref(), false)
                };
                format!("{xs}.{name} undefined ({why})")
            }
        };
        self.error(sel.pos, text);
    }

    /// Why `sel` is not there, given what is there under a similar name.
    pub(super) fn lookup_error(
        &mut self,
        t: TypeId,
        sel: &str,
        alt: Option<&Lookup>,
        struct_lit: bool,
    ) -> String {
        enum Why {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        let (mut why, mut name, mut what) = (Why::Missing, "".into(), "object");
        if let Some(alt) = alt {
            let pkg;
            (name, pkg, what) = match &alt.kind {
                LookupKind::Field(f) => (f.name.clone(), Some(f.pkg), "field"),
                LookupKind::Method(m) => (m.name.clone(), self.objs[m.obj].pkg, "method"),
                LookupKind::IfaceMethod { method, .. } => {
                    (method.name.clone(), Some(method.pkg), "method")
                }
            };
            let same_tail = tail(sel) == tail(&name);
            if pkg == Some(self.pkg) {
                why = Why::Misspelled;
            } else if is_exported(sel) {
                if is_exported(&name) {
                    why = Why::Misspelled;
                } else if same_tail {
                    why = Why::Unexported;
                }
            } else if is_exported(&name) {
                if same_tail {
                    why = Why::Misspelled;
                }
            } else if sel == name.as_ref() {
                why = Why::Inaccessible;
            }
        }
        let t = self.ts(t);
        if struct_lit {
            let unknown = format!("unknown field {sel} in struct literal of type {t}");
            return match why {
                Why::Missing => unknown,
                Why::Misspelled => format!("{unknown}, but does have {name}"),
                Why::Unexported => format!("{unknown}, but does have unexported {name}"),
                Why::Inaccessible => {
                    format!("cannot refer to unexported field {name} in struct literal of type {t}")
                }
            };
        }
        let missing = format!("type {t} has no field or method {sel}");
        match why {
            Why::Missing => missing,
            Why::Misspelled => format!("{missing}, but does have {what} {name}"),
            Why::Unexported => format!("{missing}, but does have unexported {what} {name}"),
            Why::Inaccessible => format!("cannot refer to unexported {what} {name}"),
        }
    }

    /// `pkg.T.m` if a type of the library has the field or method in real Go but not here.
    pub(super) fn lacking_member(&self, t: TypeId, sel: &str) -> Option<String> {
        let named = self.types.named(self.types.as_named(self.types.deref(t).0)?);
        let (path, name) = self.types.package(named.pkg?);
        let of = &named.name;
        crate::packages::lacks(&path, &format!("{of}.{sel}")).then(|| format!("{name}.{of}.{sel}"))
    }
}

fn tail(s: &str) -> &str {
    let mut chars = s.chars();
    chars.next();
    chars.as_str()
}
