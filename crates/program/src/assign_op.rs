//! `op=`, `++`, `--`, and `var` declarations.

use crate::func::Home;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use syntax::{BinOp, Expr};
use types::ObjId;

impl Lower<'_> {
    /// `l op= r`
    pub fn assign_op(&mut self, op: BinOp, l: &Expr, r: &Expr) {
        let ty = self.ty(l);
        self.hoist(&[l, r]);
        let pos = self.f.pos;
        let p = self.place(l);
        let n = self.size(ty);
        let a = self.place_reg(p, ty);
        let d = match p {
            Place::Reg(r) => r,
            _ => self.f.alloc(n),
        };
        self.f.pos = pos;
        match op {
            BinOp::Shl | BinOp::Shr => self.shift(op, ty, d, a, r),
            _ => {
                if !self.small_const(r).is_some_and(|k| self.arith_k(op, ty, d, a, k, pos)) {
                    let b = self.operand(r);
                    self.f.pos = pos;
                    self.arith(op, ty, d, a, b);
                }
            }
        }
        if !matches!(p, Place::Reg(_)) {
            self.store(p, ty, d);
        }
        self.assigned(l);
    }

    /// `l++`, `l--`
    pub fn inc_dec(&mut self, l: &Expr, inc: bool) {
        let ty = self.ty(l);
        let pos = self.f.pos;
        let p = self.place(l);
        self.f.pos = pos;
        let n = self.size(ty);
        let a = self.place_reg(p, ty);
        let d = match p {
            Place::Reg(r) => r,
            _ => self.f.alloc(n),
        };
        match self.basic(ty) {
            Some(b) if b.is_integer() => {
                self.f.emit(Op::AddIK(d, a, if inc { 1 } else { -1 }));
                self.normalise(d, ty);
            }
            _ => {
                let one = self.f.alloc(2);
                self.emit_word(one, 1f64.to_bits());
                self.emit_word(one + 1, 0);
                self.arith(if inc { BinOp::Add } else { BinOp::Sub }, ty, d, a, one);
            }
        }
        if !matches!(p, Place::Reg(_)) {
            self.store(p, ty, d);
        }
        self.assigned(l);
    }

    /// `var names T = values`
    pub fn var_decl(&mut self, d: &syntax::VarDecl) {
        let objs: Vec<Option<ObjId>> = d
            .names
            .iter()
            .map(|n| if &*n.name == "_" { None } else { self.object(n.id) })
            .collect();
        if d.values.is_empty() {
            for obj in objs.into_iter().flatten() {
                let ty = self.var_type(obj);
                self.declare_zero(obj, ty);
            }
        } else if d.values.len() == d.names.len() {
            let list: Vec<&Expr> = d.values.iter().collect();
            self.hoist(&list);
            for (obj, v) in objs.into_iter().zip(&d.values) {
                match obj {
                    Some(obj) => {
                        let ty = self.var_type(obj);
                        self.declare_expr(obj, ty, v);
                    }
                    None => self.discard(v),
                }
            }
        } else if let [v] = &d.values[..] {
            let (mut r, types) = self.multi(v);
            for (obj, t) in objs.into_iter().zip(types) {
                if let Some(obj) = obj {
                    let ty = self.var_type(obj);
                    if self.is_iface(ty) && !self.is_iface(t) {
                        let s = self.f.alloc(2);
                        self.convert_value(r, t, ty, s);
                        self.declare_value(obj, ty, s);
                    } else if self.is_boxed(obj, ty) {
                        self.declare_value(obj, ty, r);
                    } else {
                        self.bind_var(obj, ty, Home::Reg(r), false);
                        self.f.assigns(obj);
                    }
                }
                r += self.size(t) as Reg;
            }
        }
    }
}
