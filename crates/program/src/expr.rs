//! Expressions.
//!
//! There are three ways to ask for a value. `operand` gives a register that holds it, possibly the
//! variable's own; `push` puts it into new registers at the top; `eval` puts it where it is
//! told. A destination is `fresh` when nothing reads it until the value is complete, so that it may be
//! filled in several steps.

use crate::func::Home;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use syntax::{Expr, ExprKind, UnOp};
use types::{Basic, Instance, Mode, ObjId, ObjectKind, SelectionKind, Type, TypeId, VarKind};

impl Lower<'_> {
    /// Copies a value between registers.
    pub fn emit_move(&mut self, d: Reg, s: Reg, n: u32) {
        if d == s {
            return;
        }
        match n {
            0 => {}
            1 => self.f.emit(Op::Mov(d, s)),
            2 => self.f.emit(Op::Mov2(d, s)),
            _ => self.f.emit(Op::MovN(d, s, n as u16)),
        }
    }

    pub fn emit_zero(&mut self, d: Reg, n: u32) {
        match n {
            0 => {}
            1 => self.f.emit(Op::Int(d, 0)),
            _ => self.f.emit(Op::Zero(d, n as u16)),
        }
    }

    /// A register that holds the value; it is only to be read.
    pub fn operand(&mut self, e: &Expr) -> Reg {
        match self.reg_of(e) {
            Some(r) => r,
            None => self.push(e),
        }
    }

    /// The value converted implicitly to `ty`.
    pub fn operand_as(&mut self, e: &Expr, ty: TypeId) -> Reg {
        if self.needs_iface(e, ty) { self.push_as(e, ty) } else { self.operand(e) }
    }

    /// The value in new registers at the top.
    pub fn push(&mut self, e: &Expr) -> Reg {
        let ty = self.ty(e);
        let n = self.size(ty);
        let d = self.f.alloc(n);
        self.eval(e, d, true);
        d
    }

    /// The value converted implicitly to `ty`, in new registers at the top.
    pub fn push_as(&mut self, e: &Expr, ty: TypeId) -> Reg {
        let n = self.size(ty);
        let d = self.f.alloc(n);
        self.eval_as(e, ty, d, true);
        d
    }

    /// The value converted implicitly to `ty`, in the registers from `d`.
    pub fn eval_as(&mut self, e: &Expr, ty: TypeId, d: Reg, fresh: bool) {
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        if self.mode(e) == Mode::Nil {
            let n = self.size(ty);
            self.emit_zero(d, n);
        } else if self.needs_iface(e, ty) {
            let mark = self.f.next;
            let from = self.ty(e);
            let rt = self.rtype16(from);
            let s = self.operand(e);
            self.f.pos = e.pos;
            self.f.emit(Op::Iface(d, s, rt));
            self.f.release(mark);
        } else {
            self.eval(e, d, fresh);
        }
        self.f.pos = pos;
    }

    fn needs_iface(&self, e: &Expr, ty: TypeId) -> bool {
        if self.mode(e) == Mode::Nil || !self.is_iface(ty) {
            return false;
        }
        let from = self.ty(e);
        !self.is_iface(from) && self.basic(from) != Some(Basic::UntypedNil)
    }

    /// Converts a value in registers implicitly from one type to another.
    pub fn convert_value(&mut self, s: Reg, from: TypeId, to: TypeId, d: Reg) {
        if self.is_iface(to) && !self.is_iface(from) {
            let rt = self.rtype16(from);
            self.f.emit(Op::Iface(d, s, rt));
        } else {
            let n = self.size(to);
            self.emit_move(d, s, n);
        }
    }

    /// The register in which the value of an expression already is.
    pub fn reg_of(&mut self, e: &Expr) -> Option<Reg> {
        if let Some(&r) = self.f.hoisted.get(&e.id) {
            return Some(r);
        }
        match &e.kind {
            ExprKind::Paren(x) => self.reg_of(x),
            ExprKind::Name(_) => {
                if self.c.info.tv(e.id).value.is_some() {
                    return None;
                }
                let obj = self.object(e.id)?;
                match self.find_var(obj)?.home {
                    Home::Reg(r) => Some(r),
                    Home::Heap(_) => None,
                }
            }
            ExprKind::Selector(x, _) => {
                let sel = self.c.info.selections.get(&e.id)?;
                if sel.kind != SelectionKind::FieldVal {
                    return None;
                }
                let mut ty = self.ty(x);
                let path = &sel.path;
                let mut offset = 0;
                for &i in path {
                    if !matches!(self.under(ty), Type::Struct(_)) {
                        return None;
                    }
                    let (o, t) = self.field(ty, i);
                    offset += o;
                    ty = t;
                }
                let r = self.reg_of(x)?;
                Some(r + offset as Reg)
            }
            _ => None,
        }
    }

    /// The value in the registers from `d`.
    pub fn eval(&mut self, e: &Expr, d: Reg, fresh: bool) {
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        self.eval_at(e, d, fresh);
        self.f.pos = pos;
    }

    fn eval_at(&mut self, e: &Expr, d: Reg, fresh: bool) {
        let tv = self.c.info.tv(e.id);
        if let Some(v) = &tv.value {
            let ty = self.ty(e);
            return self.emit_const(v, ty, d);
        }
        let ty = self.ty(e);
        let n = self.size(ty);
        if tv.mode == Mode::Nil {
            return self.emit_zero(d, n);
        }
        if let Some(r) = self.reg_of(e) {
            return self.emit_move(d, r, n);
        }
        let mark = self.f.next;
        match &e.kind {
            ExprKind::Paren(x) => self.eval(x, d, fresh),
            ExprKind::Name(_) => self.name_into(e, d),
            ExprKind::CompositeLit { .. } => self.composite_into(e, d, fresh),
            ExprKind::FuncLit { typ, body } => self.func_lit(e, typ, body, d),
            ExprKind::Selector(x, sel) => self.selector_into(e, x, sel, d),
            ExprKind::Index { x, indices } => self.index_into(e, x, indices, d),
            ExprKind::Slice { x, index, .. } => self.slice_into(x, index, d),
            ExprKind::Assert(x, _) => self.assert_into(x, ty, d, false),
            ExprKind::Unary(op, x) => self.unary_into(*op, x, ty, d, fresh),
            ExprKind::Star(_) => {
                let p = self.place(e);
                self.load(p, ty, d);
            }
            ExprKind::Binary(op, x, y) => self.binary_into(*op, x, y, ty, d, fresh),
            ExprKind::Call { .. } => self.call_into(e, d, fresh),
            _ => self.emit_zero(d, n),
        }
        self.f.release(mark);
    }

    fn name_into(&mut self, e: &Expr, d: Reg) {
        let Some(obj) = self.object(e.id) else { return };
        match self.obj(obj).kind {
            ObjectKind::Func => {
                let targs = self.instance_args(e);
                self.func_value(obj, &targs, d);
            }
            ObjectKind::Nil => {
                let ty = self.ty(e);
                let n = self.size(ty);
                self.emit_zero(d, n);
            }
            _ => {
                let ty = self.ty(e);
                let p = self.place(e);
                self.load(p, ty, d);
            }
        }
    }

    /// A declared function as a value.
    pub fn func_value(&mut self, obj: ObjId, targs: &[TypeId], d: Reg) {
        let f = self.func_for(obj, targs);
        self.f.emit(Op::Func(d, f));
    }

    /// Type arguments of the function that a name denotes.
    pub fn instance_args(&self, name: &Expr) -> Vec<TypeId> {
        match self.c.info.instances.get(&name.id) {
            Some(Instance { targs, .. }) => targs.iter().map(|&t| self.subst(t)).collect(),
            None => Vec::new(),
        }
    }

    /// Whether an object is a variable of the package level.
    pub fn is_global(&self, obj: ObjId) -> bool {
        matches!(self.obj(obj).kind, ObjectKind::Var(VarKind::Package))
    }

    fn selector_into(&mut self, e: &Expr, x: &Expr, sel: &syntax::Ident, d: Reg) {
        match self.c.info.selections.get(&e.id) {
            Some(s) => match s.kind {
                SelectionKind::FieldVal => {
                    let ty = self.ty(e);
                    let p = self.place(e);
                    self.load(p, ty, d);
                }
                SelectionKind::MethodVal => self.method_value(e, x, sel, d),
                SelectionKind::MethodExpr => self.method_expr(x, sel, d),
            },
            None => {
                // pkg.Name
                let Some(obj) = self.object(sel.id) else { return };
                match self.obj(obj).kind {
                    ObjectKind::Func => {
                        let targs = match self.c.info.instances.get(&sel.id) {
                            Some(i) => i.targs.iter().map(|&t| self.subst(t)).collect(),
                            None => self.instance_args(e),
                        };
                        self.func_value(obj, &targs, d);
                    }
                    _ => {
                        let ty = self.ty(e);
                        let p = self.place(e);
                        self.load(p, ty, d);
                    }
                }
            }
        }
    }

    fn index_into(&mut self, e: &Expr, x: &Expr, indices: &[Expr], d: Reg) {
        if self.mode(x) != Mode::TypeExpr && matches!(self.under(self.ty(x)), Type::Func(_)) {
            // F[T] as a value
            return match &x.unparen().kind {
                ExprKind::Name(_) => self.name_into(x.unparen(), d),
                ExprKind::Selector(y, sel) => self.selector_into(x.unparen(), y, sel, d),
                _ => {}
            };
        }
        let Some(index) = indices.first() else { return };
        let xt = self.ty(x);
        if self.basic(xt) == Some(Basic::String) {
            self.hoist(&[x, index]);
            let s = self.operand(x);
            let i = self.index_operand(index);
            self.f.emit(Op::StrIndex(d, s, i));
            return;
        }
        let ty = self.ty(e);
        let p = self.place(e);
        self.load(p, ty, d);
    }

    /// An index: any integer as a word; an unsigned one beyond int64 stays out of range.
    pub fn index_operand(&mut self, e: &Expr) -> Reg {
        self.operand(e)
    }

    fn slice_into(&mut self, x: &Expr, index: &[Option<Box<Expr>>; 3], d: Reg) {
        let xt = self.ty(x);
        let all: Vec<&Expr> =
            std::iter::once(x).chain(index.iter().flatten().map(|b| &**b)).collect();
        self.hoist(&all);
        let mut flags = 0u8;
        let (s, elem) = match self.under(xt) {
            Type::Basic(_) => (self.operand(x), None),
            Type::Slice(e) => (self.operand(x), Some(e)),
            Type::Pointer(p) => {
                let Type::Array(e, n) = self.under(p) else { return };
                flags |= 8;
                let s = self.f.alloc(2);
                self.eval(x, s, true);
                self.f.emit(Op::NilCheck(s));
                self.emit_word(s + 1, crate::layout::slice_meta(n as u32, n as u32));
                (s, Some(e))
            }
            Type::Array(e, n) => {
                flags |= 8;
                let p = self.place(x);
                let s = self.f.alloc(2);
                self.address_into(p, s);
                self.emit_word(s + 1, crate::layout::slice_meta(n as u32, n as u32));
                (s, Some(e))
            }
            _ => return,
        };
        let given = index.iter().rposition(|i| i.is_some()).map_or(0, |i| i + 1);
        let a = self.f.alloc(given as u32);
        for (k, i) in index.iter().enumerate().take(given) {
            if let Some(i) = i {
                flags |= 1 << k;
                self.eval(i, a + k as Reg, true);
            }
        }
        match elem {
            None => self.f.emit(Op::StrSlice(flags, d, s, a)),
            Some(e) => {
                let n = self.size(e);
                self.f.emit(Op::Slice(flags, d, s, a));
                self.f.emit(Op::Ext(0, 0, n));
            }
        }
    }

    /// `x.(T)`; with `ok`, a boolean follows the value.
    pub fn assert_into(&mut self, x: &Expr, ty: TypeId, d: Reg, ok: bool) {
        let from = self.ty(x);
        let i = self.operand(x);
        let to_iface = self.is_iface(ty);
        let ty = self.rtype16(ty);
        let stat = self.rtype(from);
        self.f.emit(match (to_iface, ok) {
            (false, false) => Op::Assert(d, i, ty),
            (false, true) => Op::Assert2(d, i, ty),
            (true, false) => Op::AssertIface(d, i, ty),
            (true, true) => Op::AssertIface2(d, i, ty),
        });
        self.f.emit(Op::Ext(0, 0, stat));
    }

    fn unary_into(&mut self, op: UnOp, x: &Expr, ty: TypeId, d: Reg, fresh: bool) {
        match op {
            UnOp::Plus => self.eval(x, d, fresh),
            UnOp::Minus => {
                let s = self.operand(x);
                match self.basic(ty) {
                    Some(b) if b.is_float() => self.f.emit(Op::NegF(d, s)),
                    Some(b) if b.is_complex() => {
                        self.f.emit(Op::NegF(d, s));
                        self.f.emit(Op::NegF(d + 1, s + 1));
                    }
                    _ => {
                        self.f.emit(Op::NegI(d, s));
                        self.normalise(d, ty);
                    }
                }
            }
            UnOp::Not => {
                let s = self.operand(x);
                self.f.emit(Op::Not(d, s));
            }
            UnOp::Xor => {
                let s = self.operand(x);
                self.f.emit(Op::NotI(d, s));
                self.normalise(d, ty);
            }
            UnOp::Addr => self.addr_of(x, ty, d),
            UnOp::Recv => {
                let c = self.operand(x);
                self.f.emit(Op::Recv(d, c));
                self.note_expr(x);
            }
            UnOp::Tilde => {}
        }
    }

    /// `&x`
    fn addr_of(&mut self, x: &Expr, ty: TypeId, d: Reg) {
        let x = x.unparen();
        if let ExprKind::CompositeLit { .. } = x.kind {
            let Some(elem) = self.pointee(ty) else { return };
            let rt = self.rtype(elem);
            let p = self.f.alloc(1);
            self.f.emit(Op::New(p, rt));
            self.note_hint(elem);
            self.composite_mem(x, elem, p, 0);
            self.emit_move(d, p, 1);
            return;
        }
        if let ExprKind::Star(p) = &x.kind {
            // &*p is p
            self.eval(p, d, true);
            return;
        }
        let p = self.place(x);
        self.address_into(p, d);
    }

    /// Puts the address of a place into a register.
    pub fn address_into(&mut self, p: Place, d: Reg) {
        match p {
            Place::Mem { p, off, checked } => {
                if off == 0 && checked {
                    self.emit_move(d, p, 1);
                } else {
                    let (p, off) = self.near(p, off);
                    self.f.emit(Op::Addr(d, p, off));
                }
            }
            Place::Global(g) => self.f.emit(Op::AddrG(d, g)),
            Place::Elem { s, i, n } => self.elem_addr(d, s, i, n),
            Place::ArrayElem { p, i } => self.f.emit(Op::AddI(d, p, i)),
            Place::Reg(_) | Place::MapElem { .. } | Place::Blank => {
                // Only values that are no variables come here (an array that a function returned): nothing can refer to them.
                self.f.emit(Op::Int(d, 0));
            }
        }
    }

    /// Address of a slice's element.
    pub fn elem_addr(&mut self, d: Reg, s: Reg, i: Reg, n: u32) {
        if let Ok(n) = u8::try_from(n) {
            self.f.emit(Op::IndexAddr(n, d, s, i));
            return;
        }
        let t = self.f.alloc(2);
        self.f.emit(Op::SliceLen(t, s));
        self.f.emit(Op::Bounds(i, t));
        self.emit_word(t, u64::from(n));
        self.f.emit(Op::MulI(t, t, i));
        self.f.emit(Op::AddI(d, s, t));
    }
}
