//! Assignments and declarations of variables.

use crate::call::expr_name;
use crate::func::Home;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use syntax::{Expr, ExprKind, UnOp};
use types::{BuiltinId, Mode, ObjId, Type, TypeId, Types};

/// The left side of an assignment or definition.
#[derive(Clone, Copy, Debug)]
enum Left {
    /// A variable declared here.
    New(ObjId, TypeId),
    /// Anything else, with its type; for `_` that of the value.
    Old(Place, Option<TypeId>),
}

impl Lower<'_> {
    /// Type of a variable.
    pub fn var_type(&self, obj: ObjId) -> TypeId {
        self.subst(self.obj(obj).ty)
    }

    /// Type of the left side of an assignment.
    pub fn left_type(&self, l: &Expr) -> TypeId {
        match (&l.unparen().kind, self.object(l.unparen().id)) {
            (ExprKind::Name(_), Some(obj)) => self.var_type(obj),
            _ => self.ty(l),
        }
    }

    /// The variable that a name on the left of `:=` declares; none if it was declared before, or is blank.
    pub fn declares(&self, e: &Expr) -> Option<ObjId> {
        let obj = self.object(e.id)?;
        (self.obj(obj).pos == e.pos).then_some(obj)
    }

    /// `lhs := rhs`
    pub fn define(&mut self, lhs: &[Expr], rhs: &[Expr]) {
        if lhs.len() != rhs.len() {
            return self.assign_tuple(lhs, rhs, true);
        }
        if lhs.iter().all(|l| self.declares(l).is_some()) {
            let list: Vec<&Expr> = rhs.iter().collect();
            self.hoist(&list);
            let objs: Vec<Option<ObjId>> = lhs.iter().map(|l| self.declares(l)).collect();
            for (obj, r) in objs.into_iter().zip(rhs) {
                if let Some(obj) = obj {
                    let ty = self.var_type(obj);
                    self.declare_expr(obj, ty, r);
                }
            }
            return;
        }
        self.assign_parallel(lhs, rhs, true);
    }

    /// `lhs = rhs`
    pub fn assign(&mut self, lhs: &[Expr], rhs: &[Expr]) {
        match (lhs, rhs) {
            ([l], [r]) => self.assign_one(l, r),
            (l, r) if l.len() == r.len() => self.assign_parallel(l, r, false),
            (l, r) => self.assign_tuple(l, r, false),
        }
    }

    fn is_blank(e: &Expr) -> bool {
        matches!(&e.unparen().kind, ExprKind::Name(n) if &**n == "_")
    }

    /// Evaluates for its effects.
    pub fn discard(&mut self, e: &Expr) {
        if self.c.info.tv(e.id).value.is_some() || self.mode(e) == Mode::Nil {
            return;
        }
        let mark = self.f.next;
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        match &e.unparen().kind {
            ExprKind::Call { fun, .. }
                if !matches!(self.mode(fun), Mode::TypeExpr | Mode::Builtin(_)) =>
            {
                self.call(e.unparen());
            }
            _ => {
                self.operand(e);
            }
        }
        self.f.pos = pos;
        self.f.release(mark);
    }

    fn assign_one(&mut self, l: &Expr, r: &Expr) {
        if Self::is_blank(l) {
            return self.discard(r);
        }
        let ty = self.left_type(l);
        if let Some(d) = self.reg_of(l) {
            self.f.hint = self.f.traced.then(|| expr_name(l)).flatten().map(Into::into);
            self.eval_as(r, ty, d, false);
            self.f.hint = None;
            return self.assigned(l);
        }
        let name = self.f.traced.then(|| expr_name(l)).flatten().map(Into::into);
        // What is made along with the calls is named as what is made later.
        if let ExprKind::Call { fun, .. } = &r.unparen().kind
            && self.mode(fun) == Mode::Builtin(BuiltinId::Make)
        {
            self.f.hint.clone_from(&name);
        }
        self.hoist(&[l, r]);
        self.f.hint = name;
        if self.copies_memory(r, ty) {
            let pos = self.f.pos;
            let p = self.place(l);
            let (p, off) = match p {
                Place::Mem { p, off, .. } => (p, off),
                p => {
                    let t = self.f.alloc(1);
                    self.address_into(p, t);
                    (t, 0)
                }
            };
            self.copy_memory(r, ty, p, off);
            self.f.pos = pos;
        } else {
            let v = self.operand_as(r, ty);
            let pos = std::mem::replace(&mut self.f.pos, l.pos);
            let p = self.place(l);
            self.store(p, ty, v);
            self.f.pos = pos;
        }
        self.f.hint = None;
        self.assigned(l);
    }

    /// Tells the debug table that the variable at the root of an expression has changed.
    pub fn assigned(&mut self, e: &Expr) {
        let mut e = e;
        loop {
            match &e.kind {
                ExprKind::Paren(x) | ExprKind::Selector(x, _) | ExprKind::Index { x, .. } => e = x,
                ExprKind::Name(_) => {
                    if let Some(o) = self.object(e.id) {
                        self.f.assigns(o);
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    /// Evaluates the left sides and makes their operands safe from the assignments of the same statement.
    fn lefts(&mut self, lhs: &[Expr], define: bool) -> Vec<Left> {
        let mut out = Vec::new();
        for l in lhs {
            out.push(match self.declares(l).filter(|_| define) {
                Some(obj) => Left::New(obj, self.var_type(obj)),
                None if Self::is_blank(l) => Left::Old(Place::Blank, None),
                None => {
                    let ty = self.left_type(l);
                    Left::Old(self.place(l), Some(ty))
                }
            });
        }
        // Registers that will be assigned.
        let mut ranges = Vec::new();
        for l in &out {
            if let Left::Old(Place::Reg(r), Some(ty)) = l {
                let n = self.size(*ty);
                ranges.push((u32::from(*r), u32::from(*r) + n));
            }
        }
        for l in &mut out {
            if let Left::Old(p, _) = l {
                *p = self.stabilise(*p, &ranges);
            }
        }
        out
    }

    fn stabilise(&mut self, p: Place, ranges: &[(u32, u32)]) -> Place {
        let keep = |l: &mut Self, r: Reg, n: u32| {
            let r32 = u32::from(r);
            if !ranges.iter().any(|&(a, b)| r32 < b && a < r32 + n) {
                return r;
            }
            let t = l.f.alloc(n);
            l.emit_move(t, r, n);
            t
        };
        match p {
            Place::Mem { p, off, checked } => Place::Mem { p: keep(self, p, 1), off, checked },
            Place::Elem { s, i, n } => Place::Elem { s: keep(self, s, 2), i: keep(self, i, 1), n },
            Place::ArrayElem { p, i } => {
                Place::ArrayElem { p: keep(self, p, 1), i: keep(self, i, 1) }
            }
            Place::MapElem { m, k, ty } => {
                let n = match self.under(ty) {
                    Type::Map(k, _) => self.size(k),
                    _ => 1,
                };
                Place::MapElem { m: keep(self, m, 1), k: keep(self, k, n), ty }
            }
            p => p,
        }
    }

    /// Several values to as many places.
    fn assign_parallel(&mut self, lhs: &[Expr], rhs: &[Expr], define: bool) {
        let all: Vec<&Expr> = lhs.iter().filter(|l| !Self::is_blank(l)).chain(rhs).collect();
        if rhs.iter().any(|r| self.has_call(r)) {
            self.hoist_for_assignment(&all);
        }
        // Homes of new variables come first, so that they outlive the temporaries.
        let homes: Vec<Option<Reg>> = lhs
            .iter()
            .map(|l| {
                let obj = self.declares(l).filter(|_| define)?;
                let ty = self.var_type(obj);
                let n = if self.is_boxed(obj, ty) { 1 } else { self.size(ty) };
                Some(self.f.alloc(n))
            })
            .collect();
        let mark = self.f.next;
        let lefts = self.lefts(lhs, define);
        let mut values = Vec::new();
        for (l, r) in lefts.iter().zip(rhs) {
            let ty = match l {
                Left::New(_, ty) | Left::Old(_, Some(ty)) => *ty,
                Left::Old(_, None) => {
                    let t = self.default_type(self.ty(r));
                    if self.mode(r) == Mode::Nil { Types::UNSAFE_POINTER } else { t }
                }
            };
            // A variable's own register could be overwritten by an earlier assignment of this statement.
            let v = match self.reg_of(r) {
                Some(_) => self.push_as(r, ty),
                None => self.operand_as(r, ty),
            };
            values.push((v, ty));
        }
        for ((l, (v, ty)), home) in lefts.into_iter().zip(values).zip(homes) {
            self.finish_left(l, v, ty, home);
        }
        for l in lhs {
            self.assigned(l);
        }
        self.f.release(mark);
    }

    fn hoist_for_assignment(&mut self, all: &[&Expr]) {
        for e in all {
            self.hoist_calls(e);
        }
    }

    /// Values in registers to places that are assigned at once, as by `range` and `select`.
    pub fn assign_values(&mut self, lhs: &[Expr], values: &[(Reg, TypeId)]) {
        let mark = self.f.next;
        let lefts = self.lefts(lhs, false);
        for (l, &(v, ty)) in lefts.into_iter().zip(values) {
            self.finish_left(l, v, ty, None);
        }
        for l in lhs {
            self.assigned(l);
        }
        self.f.release(mark);
    }

    fn finish_left(&mut self, l: Left, v: Reg, from: TypeId, home: Option<Reg>) {
        match (l, home) {
            (Left::New(obj, ty), Some(r)) => {
                let n = self.size(ty);
                if self.is_boxed(obj, ty) {
                    let rt = self.rtype(ty);
                    self.f.emit(Op::New(r, rt));
                    if n > 0 {
                        self.store_mem(r, 0, v, n);
                    }
                    self.bind_var(obj, ty, Home::Heap(r), false);
                } else {
                    self.emit_move(r, v, n);
                    self.bind_var(obj, ty, Home::Reg(r), false);
                }
                self.f.assigns(obj);
            }
            (Left::New(obj, ty), None) => self.declare_value(obj, ty, v),
            (Left::Old(p, Some(ty)), _) => {
                let v = if self.is_iface(ty) && !self.is_iface(from) {
                    let t = self.f.alloc(2);
                    self.convert_value(v, from, ty, t);
                    t
                } else {
                    v
                };
                self.store(p, ty, v);
            }
            (Left::Old(_, None), _) => {}
        }
    }

    /// Several places from one expression: a call, or a form with `ok`.
    fn assign_tuple(&mut self, lhs: &[Expr], rhs: &[Expr], define: bool) {
        let [r] = rhs else { return };
        if lhs.iter().any(|l| !Self::is_blank(l) && self.declares(l).is_none() && self.has_call(l))
        {
            for l in lhs {
                if !Self::is_blank(l) {
                    self.hoist_calls(l);
                }
            }
        }
        let (mut v, types) = self.multi(r);
        let lefts = self.lefts(lhs, define);
        for (l, &t) in lefts.into_iter().zip(&types) {
            let t = self.default_type(t);
            match l {
                // The variable simply is the register in which the value arrived.
                Left::New(obj, ty) if !self.is_boxed(obj, ty) && ty == t => {
                    self.bind_var(obj, ty, Home::Reg(v), false);
                    self.f.assigns(obj);
                }
                l => self.finish_left(l, v, t, None),
            }
            v += self.size(t) as Reg;
        }
        for l in lhs {
            self.assigned(l);
        }
    }

    /// An expression with several values, in new registers at the top, with their types.
    pub fn multi(&mut self, e: &Expr) -> (Reg, Vec<TypeId>) {
        let e = e.unparen();
        let ty = self.ty(e);
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        let out =
            if let (ExprKind::Call { .. }, Type::Tuple(list)) = (&e.kind, self.c.types.get(ty)) {
                let r = self.call(e);
                (r, list.iter().map(|&t| self.canon(t)).collect())
            } else {
                // A tuple stands here when the table keeps the pair; otherwise the type of the value alone.
                let ty = match self.c.types.get(ty) {
                    Type::Tuple(list) => list.first().map_or(ty, |&t| self.canon(t)),
                    _ => ty,
                };
                let n = self.size(ty);
                let d = self.f.alloc(n + 1);
                let mark = self.f.next;
                match &e.kind {
                    ExprKind::Index { x, indices } => {
                        if let Some(k) = indices.first() {
                            self.map_get2(x, k, d);
                        }
                    }
                    ExprKind::Assert(x, _) => self.assert_into(x, ty, d, true),
                    ExprKind::Unary(UnOp::Recv, c) => {
                        let r = self.operand(c);
                        self.f.emit(Op::Recv2(d, r));
                        self.note_expr(c);
                    }
                    _ => {}
                }
                self.f.release(mark);
                (d, vec![ty, Types::BOOL])
            };
        self.f.pos = pos;
        out
    }

    fn map_get2(&mut self, m: &Expr, k: &Expr, d: Reg) {
        let mt = self.ty(m);
        let Type::Map(key, _) = self.under(mt) else { return };
        self.hoist(&[m, k]);
        let m = self.operand(m);
        let k = self.operand_as(k, key);
        let rt = self.rtype(mt);
        self.f.emit(Op::MapGet2(d, m, k));
        self.f.emit(Op::Ext(0, 0, rt));
    }
}
