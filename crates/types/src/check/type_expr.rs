//! Type expressions and names, after types2's `typexpr.go`.

use super::signature::SigDecl;
use super::{Checker, MAX_DEPTH, Operand, Place, UNSET};
use crate::info::{Instance, Mode};
use crate::{ConstValue, ObjId, ObjectKind, Type, TypeId, Types};
use syntax::{Expr, ExprKind, Pos};

/// Types nested deeper are refused: it bounds the stack.
const MAX_NESTING: u16 = 256;

impl<'a> Checker<'a> {
    /// A name as an operand.
    pub(super) fn ident(&mut self, x: &mut Operand<'a>, e: &'a Expr, name: &str, want_type: bool) {
        x.invalidate();
        x.place = Place::Expr(e);
        let Some((scope, obj)) = self.lookup_scope(name) else {
            if name == "_" {
                self.error_at(e, "cannot use _ as value or type");
            } else if is_valid_name(name) {
                self.error_at(e, format!("undefined: {name}"));
            }
            return;
        };
        self.record_object(e.id, obj);
        let is_type = matches!(self.objs[obj].kind, ObjectKind::TypeName);
        if !is_type && want_type {
            let o = &self.objs[obj];
            let text = format!("{} ({}) is not a type", o.name, self.object_kind(o));
            self.error_at(e, text);
            if matches!(o_kind(self, obj), ObjectKind::Var(_)) {
                self.objs[obj].used = true;
            }
            return;
        }
        if self.objs[obj].ty == UNSET
            || is_type && want_type && self.objs[obj].pkg == Some(self.pkg)
        {
            self.obj_decl(obj);
        }
        let ty = self.objs[obj].ty;
        if let Some(&p) = self.dot_imports.get(&(scope, name.into())) {
            self.objs[p].used = true;
        }
        match self.objs[obj].kind.clone() {
            ObjectKind::PkgName(_) => {
                self.error_at(e, format!("use of package {name} not in selector"));
                return;
            }
            ObjectKind::Const(val) => {
                self.add_dep(obj);
                if !self.is_valid(ty) {
                    return;
                }
                x.val = if Some(obj) == self.iota {
                    let Some(i) = self.env.iota else {
                        self.error_at(e, "cannot use iota outside constant declaration");
                        return;
                    };
                    Some(ConstValue::int(i))
                } else {
                    val
                };
                x.mode = Mode::Const;
            }
            ObjectKind::TypeName => x.mode = Mode::TypeExpr,
            ObjectKind::Var(_) => {
                self.objs[obj].used = true;
                self.note_use(obj);
                self.add_dep(obj);
                if !self.is_valid(ty) {
                    return;
                }
                x.mode = Mode::Variable;
            }
            ObjectKind::Func => {
                self.add_dep(obj);
                x.mode = Mode::Value;
            }
            ObjectKind::Builtin(id) => x.mode = Mode::Builtin(id),
            ObjectKind::Nil => x.mode = Mode::Nil,
        }
        x.ty = ty;
    }

    /// The type that an expression denotes.
    pub(super) fn typ(&mut self, e: &'a Expr) -> TypeId {
        self.declared_type(e, None)
    }

    /// [`Self::typ`] for a variable: constraints are refused.
    pub(super) fn var_type(&mut self, e: &'a Expr) -> TypeId {
        let t = self.declared_type(e, None);
        self.valid_var_type(e, t);
        t
    }

    pub(super) fn valid_var_type(&mut self, e: &'a Expr, t: TypeId) {
        if self.is_tparam(t) || matches!(self.types.get(t), Type::Basic(_)) {
            return;
        }
        self.later(move |c| {
            if !matches!(c.types.under(t), Type::Interface(_)) {
                return;
            }
            let set = c.types.type_set(t);
            if !set.is_method_set() {
                let why = if set.comparable {
                    "interface is (or embeds) comparable"
                } else {
                    "interface contains type constraints"
                };
                let text = format!("cannot use type {} outside a type constraint: {why}", c.ts(t));
                c.error_at(e, text);
            }
        });
    }

    /// The type of an expression, on the right-hand side of the declaration of `def` if given.
    pub(super) fn declared_type(&mut self, e: &'a Expr, def: Option<ObjId>) -> TypeId {
        if self.depth >= MAX_DEPTH {
            self.too_deep(e.start());
            return Types::INVALID;
        }
        self.depth += 1;
        let mut t = self.typ_internal(e, def);
        self.depth -= 1;
        if self.types.depth(t) > MAX_NESTING {
            self.error_at(e, "not supported in Interleave: type nested too deeply");
            t = Types::INVALID;
        }
        if self.is_generic(t) {
            let text = format!("cannot use generic type {} without instantiation", self.ts(t));
            self.error_at(e, text);
            t = Types::INVALID;
        }
        self.record_type(e, t);
        t
    }

    /// A generic type, or invalid and the reason.
    pub(super) fn generic_type(&mut self, e: &'a Expr) -> (TypeId, Option<String>) {
        let mut t = self.typ_internal(e, None);
        let mut cause = None;
        if self.is_valid(t) && !self.is_generic(t) {
            cause = Some(format!("{} is not a generic type", self.ts(t)));
            t = Types::INVALID;
        }
        self.record_type(e, t);
        (t, cause)
    }

    fn typ_internal(&mut self, e: &'a Expr, def: Option<ObjId>) -> TypeId {
        match &e.kind {
            ExprKind::Bad => {}
            ExprKind::Name(name) => {
                let mut x = Operand::invalid();
                self.ident(&mut x, e, name, true);
                return self.type_of_operand(&x);
            }
            ExprKind::Selector(base, sel) => {
                let mut x = Operand::invalid();
                self.selector(&mut x, e, base, sel, true);
                return self.type_of_operand(&x);
            }
            ExprKind::Index { x, indices } => return self.instantiated_type(e, x, indices),
            ExprKind::Paren(x) => return self.declared_type(x, def),
            ExprKind::ArrayType { len, elem } => {
                let n = match len {
                    Some(len) => self.array_length(len),
                    None => {
                        self.error_at(
                            e,
                            "invalid use of [...] array (outside a composite literal)",
                        );
                        None
                    }
                };
                let elem = self.var_type(elem);
                if let Some(n) = n {
                    return self.types.array(elem, n);
                }
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(elem);
                return self.types.slice(elem);
            }
            ExprKind::DotsType(_) => self.error_at(e, "invalid syntax tree: invalid use of ..."),
            ExprKind::StructType { fields, tags, .. } => return self.struct_type(fields, tags),
            ExprKind::Star(x) => {
                let base = self.var_type(x);
                if !self.is_valid(base) {
                    return Types::INVALID;
                }
                return self.types.pointer(base);
            }
            ExprKind::FuncType(typ) => {
                let decl = SigDecl { recv: None, tparams: &[], typ, obj: None };
                return self.func_type(decl).0;
            }
            ExprKind::InterfaceType { methods, .. } => return self.interface_type(e, methods),
            ExprKind::MapType(k, v) => {
                let key = self.var_type(k);
                let elem = self.var_type(v);
                self.later(move |c| {
                    if !c.types.is_comparable(key, true) {
                        let why =
                            if c.is_tparam(key) { " (missing comparable constraint)" } else { "" };
                        let text = format!("invalid map key type {}{why}", c.ts(key));
                        c.error_at(k, text);
                    }
                });
                return self.types.map(key, elem);
            }
            ExprKind::ChanType(dir, elem) => {
                let elem = self.var_type(elem);
                return self.types.chan(*dir, elem);
            }
            _ => {
                self.error_at(e, format!("{} is not a type", syntax::show::expr(e)));
                self.use_exprs(std::slice::from_ref(e));
            }
        }
        Types::INVALID
    }

    fn type_of_operand(&mut self, x: &Operand<'a>) -> TypeId {
        match x.mode {
            Mode::TypeExpr => return x.ty,
            Mode::Invalid => {}
            Mode::NoValue => {
                let text = format!("{} used as type", self.os(x));
                self.error(x.pos(), text);
            }
            _ => {
                let text = format!("{} is not a type", self.os(x));
                self.error(x.pos(), text);
            }
        }
        Types::INVALID
    }

    fn instantiated_type(&mut self, e: &'a Expr, x: &'a Expr, list: &'a [Expr]) -> TypeId {
        let _ = e;
        let (gtyp, cause) = self.generic_type(x);
        if let Some(cause) = cause {
            let text = format!(
                "invalid operation: {}[{}] ({cause})",
                syntax::show::expr(x),
                syntax::show::list(list)
            );
            self.error_at(x, text);
        }
        if !self.is_valid(gtyp) {
            return gtyp;
        }
        let Some(targs) = self.type_list(list) else { return Types::INVALID };
        let (inst, tparams, name, obj) = match self.types.get(gtyp) {
            Type::Named(n) => {
                let info = self.types.named(n);
                let inst = self.types.instantiate(n, &targs);
                if let Type::Named(i) = self.types.get(inst) {
                    self.types.update_named(i, |info| {
                        if !info.pos.is_known() {
                            info.pos = x.pos;
                        }
                    });
                }
                (inst, info.tparams, info.name, info.obj)
            }
            Type::Alias(a) => {
                let info = self.types.alias(a);
                let (want, got) = (info.tparams.len(), targs.len());
                if !self.validate_targ_len(x.pos, &info.name, want, got) {
                    return Types::INVALID;
                }
                (self.types.instantiate_alias(a, &targs), info.tparams, info.name, info.obj)
            }
            _ => return Types::INVALID,
        };
        self.later(move |c| {
            if let Some(id) = instantiated_id(x) {
                let targs = targs.clone();
                c.info.instances.insert(id, Instance { obj, targs, ty: inst });
            }
            if !c.validate_targ_len(x.pos, &name, tparams.len(), targs.len()) {
                return;
            }
            let at = |i: usize| list.get(i).map_or(x.pos, |e| e.start());
            match c.verify(&tparams, &targs) {
                Err((i, text)) => c.error(at(i), text),
                Ok(()) => c.mono_instance(&at, &tparams, &targs),
            }
        });
        inst
    }

    /// Whether the number of type arguments is right; complains otherwise.
    pub(super) fn validate_targ_len(
        &mut self,
        pos: Pos,
        name: &str,
        want: usize,
        got: usize,
    ) -> bool {
        let qual = match got.cmp(&want) {
            std::cmp::Ordering::Less => "not enough",
            std::cmp::Ordering::Greater => "too many",
            std::cmp::Ordering::Equal => return true,
        };
        self.error(pos, format!("{qual} type arguments for type {name}: have {got}, want {want}"));
        false
    }

    fn array_length(&mut self, e: &'a Expr) -> Option<u64> {
        if let ExprKind::Name(name) = &e.kind {
            match self.lookup(name) {
                None => {
                    self.error_at(
                        e,
                        format!("undefined array length {name} or missing type constraint"),
                    );
                    return None;
                }
                Some(o) if !matches!(self.objs[o].kind, ObjectKind::Const(_)) => {
                    self.error_at(e, format!("invalid array length {name}"));
                    return None;
                }
                _ => {}
            }
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if !x.is_const() {
            if x.is_valid() {
                let text = format!("array length {} must be constant", self.os(&x));
                self.error(x.pos(), text);
            }
            return None;
        }
        if (self.is_untyped(x.ty) || self.is_integer(x.ty))
            && let Some(n) = x.val.as_ref().and_then(|v| v.to_i64())
            && n >= 0
        {
            return Some(n as u64);
        }
        let text = if self.is_integer(x.ty) {
            format!("invalid array length {}", self.os(&x))
        } else {
            format!("array length {} must be integer", self.os(&x))
        };
        self.error(x.pos(), text);
        None
    }

    /// Type arguments; none when one of them is wrong.
    pub(super) fn type_list(&mut self, list: &'a [Expr]) -> Option<Vec<TypeId>> {
        let types: Vec<TypeId> = list.iter().map(|e| self.var_type(e)).collect();
        types.iter().all(|&t| self.is_valid(t)).then_some(types)
    }
}

fn o_kind<'c>(c: &'c Checker<'_>, obj: ObjId) -> &'c ObjectKind {
    &c.objs[obj].kind
}

/// Whether the scanner would accept the name.
pub(super) fn is_valid_name(name: &str) -> bool {
    name.chars().enumerate().all(|(i, c)| c.is_alphabetic() || c == '_' || i > 0 && c.is_numeric())
}

/// The id of the name that is instantiated by `e` or by an index of it.
pub(super) fn instantiated_id(e: &Expr) -> Option<syntax::ExprId> {
    match &e.unparen().kind {
        ExprKind::Name(_) => Some(e.unparen().id),
        ExprKind::Selector(_, sel) => Some(sel.id),
        ExprKind::Index { x, .. } => instantiated_id(x),
        _ => None,
    }
}
