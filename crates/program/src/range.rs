//! `for … range`.

use crate::func::{Home, Label, Target};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use std::rc::Rc;
use syntax::{Expr, ExprKind, RangeStmt};
use types::{Basic, ObjId, Type, TypeId, Types};

/// Labels of a loop.
struct Loop {
    body: Label,
    cont: Label,
    end: Label,
}

impl Lower<'_> {
    pub fn range(&mut self, r: &RangeStmt, name: Option<Rc<str>>) {
        let (mark, scope) = (self.f.next, self.f.scope());
        let xt = self.default_type(self.ty(&r.x));
        let labels = Loop { body: self.f.label(), cont: self.f.label(), end: self.f.label() };
        match self.under(xt) {
            Type::Func(sig) => self.range_func(r, &sig, name),
            Type::Basic(b) if b.is_string() => self.range_string(r, name, &labels),
            Type::Basic(_) => self.range_int(r, xt, name, &labels),
            Type::Slice(e) => {
                let s = self.f.alloc(2);
                self.eval(&r.x, s, true);
                let n = self.f.alloc(1);
                self.f.emit(Op::SliceLen(n, s));
                let size = self.size(e);
                let e = self.canon(e);
                self.range_indexed(r, name, &labels, n, e, |_, i| Place::Elem { s, i, n: size });
            }
            Type::Array(e, len) => {
                let wants_value = self.iter_var(r, 1).is_some();
                let base = if wants_value { Some(self.array_copy(&r.x, xt)) } else { None };
                if base.is_none() && !self.only_length(r) {
                    self.push(&r.x);
                }
                self.range_array(r, name, &labels, e, len, base);
            }
            Type::Pointer(a) => {
                let Type::Array(e, len) = self.under(a) else { return };
                let p = (!self.only_length(r)).then(|| self.push(&r.x));
                self.range_array(r, name, &labels, e, len, p);
            }
            Type::Map(k, v) => self.range_map(r, name, &labels, k, v),
            Type::Chan(_, e) => self.range_chan(r, name, &labels, e),
            _ => {}
        }
        self.f.end_scope(scope);
        self.f.release(mark);
    }

    /// The left side number `i`, unless it is absent or blank.
    pub fn iter_var<'e>(&self, r: &'e RangeStmt, i: usize) -> Option<&'e Expr> {
        r.lhs.get(i).filter(|l| !matches!(&l.unparen().kind, ExprKind::Name(n) if &**n == "_"))
    }

    /// Variables per loop, for files before go1.22: declared once, ahead of the loop.
    fn declare_old(&mut self, r: &RangeStmt) {
        if r.def && self.f.old_loops {
            for l in &r.lhs {
                if let Some(obj) = self.declares(l) {
                    let ty = self.var_type(obj);
                    self.old_vars.insert(obj);
                    self.declare_zero(obj, ty);
                }
            }
        }
    }

    /// Assigns the values of an iteration to places that the loop does not declare.
    fn assign_iters(&mut self, r: &RangeStmt, values: &[(Reg, TypeId)]) {
        if !r.def && !r.lhs.is_empty() {
            self.assign_values(&r.lhs, values);
        }
    }

    /// Gives an iteration variable the value in `R[v..]` of type `ty`.
    fn set_iter(&mut self, r: &RangeStmt, i: usize, v: Reg, ty: TypeId) {
        let Some(l) = self.iter_var(r, i).filter(|_| r.def) else { return };
        let Some(obj) = self.declares(l) else { return };
        match (self.f.old_loops, self.find_var(obj).map(|v| v.home)) {
            (true, Some(Home::Reg(d))) => {
                let n = self.size(ty);
                self.emit_move(d, v, n);
            }
            (true, Some(Home::Heap(p))) => {
                let n = self.size(ty);
                if n > 0 {
                    self.store_mem(p, 0, v, n);
                }
            }
            _ => self.declare_value(obj, ty, v),
        }
        self.f.assigns(obj);
    }

    /// A variable of an iteration that may share a register of the loop: never assigned, not boxed, per iteration.
    fn shares_register(&mut self, r: &RangeStmt, i: usize, ty: TypeId) -> Option<ObjId> {
        if !r.def || self.f.old_loops {
            return None;
        }
        let obj = self.declares(self.iter_var(r, i)?)?;
        (self.obj(obj).assignments == 0 && !self.is_boxed(obj, ty)).then_some(obj)
    }

    fn loop_body(&mut self, r: &RangeStmt, name: Option<Rc<str>>, l: &Loop, scope: usize) {
        self.f.targets.push(Target { name, brk: l.end, cont: Some(l.cont) });
        self.block(&r.body);
        self.f.targets.pop();
        // What the loop declares for an iteration ends with its body.
        if !self.f.old_loops {
            self.f.end_scope(scope);
        }
    }

    fn range_int(&mut self, r: &RangeStmt, xt: TypeId, name: Option<Rc<str>>, l: &Loop) {
        // The variable's type, when the operand is an untyped constant.
        let xt = match self.iter_var(r, 0) {
            Some(v) if r.def => self.declares(v).map_or(xt, |o| self.var_type(o)),
            Some(v) => self.ty(v),
            None => xt,
        };
        let n = self.f.alloc(1);
        self.eval(&r.x, n, true);
        self.declare_old(r);
        let i = self.f.alloc(1);
        self.f.emit(Op::Int(i, 0));
        let unsigned = self.basic(xt).is_some_and(Basic::is_unsigned);
        if unsigned {
            self.f.jump(Op::JLeU(n, i, 0), l.end);
        } else {
            self.f.jump(Op::JLeIK(n, 0, 0), l.end);
        }
        self.f.bind(l.body);
        let (mark, scope) = (self.f.next, self.f.scope());
        if let Some(obj) = self.shares_register(r, 0, xt) {
            self.bind_var(obj, xt, Home::Reg(i), false);
            self.f.assigns(obj);
        } else {
            self.set_iter(r, 0, i, xt);
        }
        self.assign_iters(r, &[(i, xt)]);
        self.loop_body(r, name, l, scope);
        self.f.release(mark);
        self.f.bind(l.cont);
        self.f.statement(r.pos);
        self.iter_assigns(r);
        if unsigned {
            self.f.emit(Op::AddIK(i, i, 1));
            self.f.jump(Op::JLtU(i, n, 0), l.body);
        } else {
            self.f.jump(Op::IncJLtI(i, n, 0), l.body);
        }
        self.f.bind(l.end);
    }

    /// The statement under way assigns the iteration variables.
    fn iter_assigns(&mut self, r: &RangeStmt) {
        for l in &r.lhs {
            if let Some(o) = self.object(l.id) {
                self.f.assigns(o);
            }
        }
    }

    /// Over indexes below `R[n]`.
    fn range_indexed(
        &mut self,
        r: &RangeStmt,
        name: Option<Rc<str>>,
        l: &Loop,
        n: Reg,
        elem: TypeId,
        place: impl Fn(&mut Self, Reg) -> Place,
    ) {
        self.declare_old(r);
        let i = self.f.alloc(1);
        self.f.emit(Op::Int(i, 0));
        self.f.jump(Op::JLeIK(n, 0, 0), l.end);
        self.f.bind(l.body);
        let (mark, scope) = (self.f.next, self.f.scope());
        if let Some(obj) = self.shares_register(r, 0, Types::INT) {
            self.bind_var(obj, Types::INT, Home::Reg(i), false);
            self.f.assigns(obj);
        } else {
            self.set_iter(r, 0, i, Types::INT);
        }
        let mut values = vec![(i, Types::INT)];
        if self.iter_var(r, 1).is_some() {
            let size = self.size(elem);
            let v = self.f.alloc(size);
            values.push((v, elem));
            let p = place(self, i);
            self.load(p, elem, v);
            let shared = self.fresh_var(r, 1, elem);
            match shared {
                Some(obj) => {
                    self.bind_var(obj, elem, Home::Reg(v), false);
                    self.f.assigns(obj);
                }
                None => self.set_iter(r, 1, v, elem),
            }
        }
        self.assign_iters(r, &values);
        self.loop_body(r, name, l, scope);
        self.f.release(mark);
        self.f.bind(l.cont);
        self.f.statement(r.pos);
        self.iter_assigns(r);
        self.f.jump(Op::IncJLtI(i, n, 0), l.body);
        self.f.bind(l.end);
    }

    /// A variable of an iteration that may be the very register in which its value arrives.
    fn fresh_var(&mut self, r: &RangeStmt, i: usize, ty: TypeId) -> Option<ObjId> {
        if !r.def || self.f.old_loops {
            return None;
        }
        let obj = self.declares(self.iter_var(r, i)?)?;
        (!self.is_boxed(obj, ty)).then_some(obj)
    }

    /// A pointer to a copy of an array.
    fn array_copy(&mut self, x: &Expr, ty: TypeId) -> Reg {
        let p = self.new_box(ty);
        self.init_mem(x, ty, p, 0);
        p
    }

    /// Whether only the length of the array matters, so that the operand is not evaluated: the checker's verdict.
    fn only_length(&self, r: &RangeStmt) -> bool {
        self.c.info.array_ranges.contains_key(&r.x.unparen().id)
    }

    fn range_array(
        &mut self,
        r: &RangeStmt,
        name: Option<Rc<str>>,
        l: &Loop,
        elem: TypeId,
        len: u64,
        base: Option<Reg>,
    ) {
        let n = self.f.alloc(1);
        self.emit_word(n, len);
        let elem = self.canon(elem);
        let size = self.size(elem);
        self.range_indexed(r, name, l, n, elem, |low, i| {
            let Some(p) = base else { return Place::Blank };
            if size == 1 {
                return Place::ArrayElem { p, i };
            }
            let t = low.f.alloc(1);
            match i16::try_from(size) {
                Ok(k) => low.f.emit(Op::MulIK(t, i, k)),
                Err(_) => {
                    low.emit_word(t, u64::from(size));
                    low.f.emit(Op::MulI(t, t, i));
                }
            }
            low.f.emit(Op::NilCheck(p));
            low.f.emit(Op::AddI(t, p, t));
            Place::Mem { p: t, off: 0, checked: true }
        });
    }

    fn range_string(&mut self, r: &RangeStmt, name: Option<Rc<str>>, l: &Loop) {
        let s = self.push(&r.x);
        self.declare_old(r);
        let d = self.f.alloc(3);
        self.f.emit(Op::Int(d + 2, 0));
        self.f.bind(l.cont);
        self.f.jump(Op::StrNext(d, s, 0), l.end);
        let (mark, scope) = (self.f.next, self.f.scope());
        for (k, ty) in [(0, Types::INT), (1, Types::INT32)] {
            match self.shares_register(r, k, ty) {
                Some(obj) => {
                    self.bind_var(obj, ty, Home::Reg(d + k as Reg), false);
                    self.f.assigns(obj);
                }
                None => self.set_iter(r, k, d + k as Reg, ty),
            }
        }
        self.assign_iters(r, &[(d, Types::INT), (d + 1, Types::INT32)]);
        self.loop_body(r, name, l, scope);
        self.f.release(mark);
        self.back(r, l);
    }

    /// Ends a loop whose test stands at its head.
    fn back(&mut self, r: &RangeStmt, l: &Loop) {
        if !self.f.dead() {
            self.f.statement(r.pos);
            self.iter_assigns(r);
            self.f.jmp(l.cont);
        }
        self.f.bind(l.end);
    }

    fn range_map(&mut self, r: &RangeStmt, name: Option<Rc<str>>, l: &Loop, k: TypeId, v: TypeId) {
        let m = self.operand(&r.x);
        let it = self.f.alloc(1);
        self.f.emit(Op::MapIter(it, m));
        self.declare_old(r);
        let (k, v) = (self.canon(k), self.canon(v));
        let (nk, nv) = (self.size(k), self.size(v));
        let d = self.f.alloc(nk + nv);
        self.f.bind(l.cont);
        self.f.jump(Op::MapNext(it, d, 0), l.end);
        let (mark, scope) = (self.f.next, self.f.scope());
        for (i, reg, ty) in [(0, d, k), (1, d + nk as Reg, v)] {
            match self.fresh_var(r, i, ty) {
                Some(obj) => {
                    self.bind_var(obj, ty, Home::Reg(reg), false);
                    self.f.assigns(obj);
                }
                None => self.set_iter(r, i, reg, ty),
            }
        }
        self.assign_iters(r, &[(d, k), (d + nk as Reg, v)]);
        self.loop_body(r, name, l, scope);
        self.f.release(mark);
        self.back(r, l);
    }

    fn range_chan(&mut self, r: &RangeStmt, name: Option<Rc<str>>, l: &Loop, elem: TypeId) {
        let c = self.push(&r.x);
        self.declare_old(r);
        let elem = self.canon(elem);
        let n = self.size(elem);
        let d = self.f.alloc(n + 1);
        self.f.bind(l.cont);
        self.f.emit(Op::Recv2(d, c));
        self.note_expr(&r.x);
        self.f.jump(Op::JFalse(d + n as Reg, 0), l.end);
        // The variable has a register of its own: the zero value of a closed channel is not for it.
        let (mark, scope) = (self.f.next, self.f.scope());
        self.set_iter(r, 0, d, elem);
        self.assign_iters(r, &[(d, elem)]);
        self.loop_body(r, name, l, scope);
        self.f.release(mark);
        self.back(r, l);
    }
}
