//! Filling the tables of [`Info`].

use super::{Checker, ExprInfo, Operand, Output, UNSET};
use crate::info::{Info, Mode, TypeAndValue};
use crate::packages::segment;
use crate::{ConstValue, ObjId, TypeId, Types};
use syntax::{Expr, ExprId, ExprKind};

impl Info {
    pub(super) fn with_capacity(ids: usize) -> Self {
        Info {
            types: vec![vec![TypeAndValue::default(); ids]],
            objects: vec![vec![None; ids]],
            ..Info::default()
        }
    }
}

/// The place of an expression in a table, made if need be.
fn slot<T: Clone + Default>(table: &mut Vec<Vec<T>>, id: ExprId) -> &mut T {
    let (s, i) = segment(id.0);
    if table.len() <= s {
        table.resize_with(s + 1, Vec::new);
    }
    let part = &mut table[s];
    if part.len() <= i {
        part.resize(i + 1, T::default());
    }
    &mut part[i]
}

impl<'a> Checker<'a> {
    pub(super) fn record_object(&mut self, id: ExprId, obj: ObjId) {
        *slot(&mut self.info.objects, id) = Some(obj);
    }

    pub(super) fn record_tv(
        &mut self,
        id: ExprId,
        mode: Mode,
        ty: TypeId,
        value: Option<ConstValue>,
    ) {
        if mode == Mode::Invalid {
            return;
        }
        *slot(&mut self.info.types, id) = TypeAndValue { mode, ty: Some(ty), value };
    }

    pub(super) fn record_type(&mut self, e: &Expr, ty: TypeId) {
        self.record_tv(e.id, Mode::TypeExpr, ty, None);
    }

    /// The type of a predeclared function's name, in parentheses or not.
    pub(super) fn record_builtin(&mut self, f: &Expr, mode: Mode) {
        let mut f = f;
        loop {
            self.record_tv(f.id, mode, Types::INVALID, None);
            match &f.kind {
                ExprKind::Paren(x) => f = x,
                _ => return,
            }
        }
    }

    /// Records an operand; an untyped one only once its type is final.
    pub(super) fn record(&mut self, x: &Operand<'a>) {
        let Some(e) = x.expr() else { return };
        let ty = match x.mode {
            Mode::Invalid => Types::INVALID,
            Mode::NoValue => Types::EMPTY_TUPLE,
            _ => x.ty,
        };
        let val = if x.is_const() { x.val.clone() } else { None };
        if self.is_untyped(ty) {
            self.untyped.insert(e.id, (e, ExprInfo { is_lhs: false, mode: x.mode, ty, val }));
        } else {
            self.record_tv(e.id, x.mode, ty, val);
        }
    }

    /// What is still untyped at the end stays so.
    pub(super) fn record_untyped(&mut self) {
        for (id, (_, info)) in std::mem::take(&mut self.untyped) {
            self.record_tv(id, info.mode, info.ty, info.val);
        }
    }

    /// Replaces every type in the tables by its canonical one.
    pub(super) fn finish(mut self) -> Output {
        for tv in self.info.types.iter_mut().flatten() {
            if let Some(t) = &mut tv.ty {
                *t = self.types.canon(*t);
            }
        }
        for obj in &mut self.objs.0 {
            obj.ty = if obj.ty == UNSET { Types::INVALID } else { self.types.canon(obj.ty) };
            obj.recv = obj.recv.map(|t| self.types.canon(t));
        }
        for s in self.info.selections.values_mut() {
            s.recv = self.types.canon(s.recv);
            s.holder = self.types.canon(s.holder);
            s.ty = self.types.canon(s.ty);
        }
        for i in self.info.instances.values_mut() {
            i.ty = self.types.canon(i.ty);
            for t in &mut i.targs {
                *t = self.types.canon(*t);
            }
        }
        self.types.canonicalize_named();
        Output {
            types: self.types,
            objects: self.objs,
            info: self.info,
            packages: self.packages,
            reports: self.reports,
        }
    }
}
