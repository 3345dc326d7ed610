//! Binary operations.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use syntax::{BinOp, Expr, ExprKind};
use types::{Basic, TypeId};

impl Lower<'_> {
    /// Brings the result of arithmetic back into the range of its type.
    pub fn normalise(&mut self, d: Reg, ty: TypeId) {
        let op = match self.basic(ty) {
            Some(Basic::Int8) => Op::SExt8(d, d),
            Some(Basic::Int16) => Op::SExt16(d, d),
            Some(Basic::Int32) => Op::SExt32(d, d),
            Some(Basic::Uint8) => Op::ZExt8(d, d),
            Some(Basic::Uint16) => Op::ZExt16(d, d),
            Some(Basic::Uint32) => Op::ZExt32(d, d),
            Some(Basic::Float32) => Op::F32(d, d),
            _ => return,
        };
        self.f.emit(op);
    }

    pub fn binary_into(&mut self, op: BinOp, x: &Expr, y: &Expr, ty: TypeId, d: Reg, fresh: bool) {
        match op {
            BinOp::AndAnd | BinOp::OrOr => {
                let t = if fresh { d } else { self.f.alloc(1) };
                let end = self.f.label();
                let terms = spine(op, x, y);
                let last = terms.len() - 1;
                for (i, e) in terms.into_iter().enumerate() {
                    self.eval(e, t, true);
                    if i < last {
                        let jump =
                            if op == BinOp::AndAnd { Op::JFalse(t, 0) } else { Op::JTrue(t, 0) };
                        self.f.jump(jump, end);
                    }
                }
                self.f.bind(end);
                self.emit_move(d, t, 1);
            }
            op if is_comparison(op) => self.compare_into(op, x, y, d),
            BinOp::Shl | BinOp::Shr => {
                self.hoist(&[x, y]);
                let a = self.operand(x);
                self.shift(op, ty, d, a, y);
            }
            _ => self.arith_into(op, x, y, ty, d, fresh),
        }
    }

    /// A chain of arithmetic operations, which may be long: without recursion along its left side.
    fn arith_into(&mut self, op: BinOp, x: &Expr, y: &Expr, ty: TypeId, d: Reg, fresh: bool) {
        let mut chain = vec![(op, y, self.f.pos)];
        let mut first = x;
        while let ExprKind::Binary(op, l, r) = &first.unparen().kind
            && is_arith(*op)
            && self.c.info.tv(first.id).value.is_none()
            && !self.f.hoisted.contains_key(&first.id)
            && !self.f.hoisted.contains_key(&first.unparen().id)
        {
            chain.push((*op, r, first.unparen().pos));
            first = l;
        }
        chain.reverse();
        let all: Vec<&Expr> = std::iter::once(first).chain(chain.iter().map(|c| c.1)).collect();
        self.hoist(&all);
        if self.basic(ty) == Some(Basic::String) {
            return self.concat_into(&all, d);
        }
        let n = self.size(ty);
        let acc = if chain.len() == 1 || fresh { d } else { self.f.alloc(n) };
        let last = chain.len() - 1;
        // The left operand of the first operation when it is a constant and the operation commutes goes right.
        let mut left = None;
        if let (Some(k), (BinOp::Add | BinOp::Mul | BinOp::And, y, _)) =
            (self.small_const(first), chain[0])
            && self.small_const(y).is_none()
            && self.basic(ty).is_some_and(|b| b.is_integer())
        {
            let b = self.operand(y);
            left = Some((k, b));
        }
        let mut a = match left {
            Some((_, b)) => b,
            None => self.operand(first),
        };
        for (i, (op, y, pos)) in chain.into_iter().enumerate() {
            let mark = self.f.next;
            let dst = if i == last { d } else { acc };
            let k = match (left, i) {
                (Some((k, _)), 0) => Some(k),
                _ => self.small_const(y),
            };
            if !k.is_some_and(|k| self.arith_k(op, ty, dst, a, k, pos)) {
                let b = self.operand(y);
                self.f.pos = pos;
                self.arith(op, ty, dst, a, b);
            }
            self.f.release(mark);
            a = dst;
        }
    }

    fn concat_into(&mut self, parts: &[&Expr], d: Reg) {
        if let [x, y] = parts {
            let a = self.operand(x);
            let b = self.operand(y);
            self.f.emit(Op::Concat(d, a, b));
            return;
        }
        let a = self.f.alloc(parts.len() as u32);
        for (i, x) in parts.iter().enumerate() {
            if self.f.overflow {
                return;
            }
            self.eval(x, a + i as Reg, true);
        }
        self.f.emit(Op::ConcatN(d, a, parts.len() as u16));
    }

    /// Integer arithmetic with a small constant on the right, if there is an instruction for it.
    pub fn arith_k(
        &mut self,
        op: BinOp,
        ty: TypeId,
        d: Reg,
        a: Reg,
        k: i16,
        pos: syntax::Pos,
    ) -> bool {
        let Some(b) = self.basic(ty).filter(|b| b.is_integer()) else { return false };
        let signed = !b.is_unsigned();
        let ins = match op {
            BinOp::Add => Op::AddIK(d, a, k),
            BinOp::Sub if k != i16::MIN => Op::AddIK(d, a, -k),
            BinOp::Mul => Op::MulIK(d, a, k),
            BinOp::Div if signed && k > 0 => Op::DivIK(d, a, k),
            BinOp::Rem if signed && k > 0 => Op::RemIK(d, a, k),
            BinOp::And if signed || k >= 0 => Op::AndK(d, a, k),
            _ => return false,
        };
        self.f.pos = pos;
        self.f.emit(ins);
        if matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul) {
            self.normalise(d, ty);
        }
        true
    }

    /// `R[d..] = R[a..] op R[b..]`, not for shifts.
    pub fn arith(&mut self, op: BinOp, ty: TypeId, d: Reg, a: Reg, b: Reg) {
        let Some(basic) = self.basic(ty) else { return };
        if basic.is_string() {
            self.f.emit(Op::Concat(d, a, b));
            return;
        }
        if basic.is_complex() {
            return self.complex(op, ty, d, a, b);
        }
        if basic.is_float() {
            self.f.emit(match op {
                BinOp::Add => Op::AddF(d, a, b),
                BinOp::Sub => Op::SubF(d, a, b),
                BinOp::Mul => Op::MulF(d, a, b),
                _ => Op::DivF(d, a, b),
            });
            self.normalise(d, ty);
            return;
        }
        let unsigned = basic.is_unsigned();
        let ins = match op {
            BinOp::Add => Op::AddI(d, a, b),
            BinOp::Sub => Op::SubI(d, a, b),
            BinOp::Mul => Op::MulI(d, a, b),
            BinOp::Div if unsigned => Op::DivU(d, a, b),
            BinOp::Rem if unsigned => Op::RemU(d, a, b),
            BinOp::Div => Op::DivI(d, a, b),
            BinOp::Rem => Op::RemI(d, a, b),
            BinOp::And => Op::And(d, a, b),
            BinOp::Or => Op::Or(d, a, b),
            BinOp::Xor => Op::Xor(d, a, b),
            _ => Op::AndNot(d, a, b),
        };
        self.f.emit(ins);
        if matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div) {
            self.normalise(d, ty);
        }
    }

    fn complex(&mut self, op: BinOp, ty: TypeId, d: Reg, a: Reg, b: Reg) {
        match op {
            BinOp::Add | BinOp::Sub => {
                let t = self.f.alloc(2);
                for i in 0..2 {
                    self.f.emit(match op {
                        BinOp::Add => Op::AddF(t + i, a + i, b + i),
                        _ => Op::SubF(t + i, a + i, b + i),
                    });
                }
                self.emit_move(d, t, 2);
            }
            BinOp::Mul => self.f.emit(Op::MulC(d, a, b)),
            _ => self.f.emit(Op::DivC(d, a, b)),
        }
        if self.basic(ty) == Some(Basic::Complex64) {
            self.f.emit(Op::F32(d, d));
            self.f.emit(Op::F32(d + 1, d + 1));
        }
    }

    /// `R[d] = R[a] << y` or `>>`
    pub fn shift(&mut self, op: BinOp, ty: TypeId, d: Reg, a: Reg, y: &Expr) {
        let unsigned = self.basic(ty).is_some_and(|b| b.is_unsigned());
        if let Some(k) = self.int_const(y) {
            let k = k.min(64) as i16;
            match (op, k) {
                (BinOp::Shl, 64) => self.f.emit(Op::Int(d, 0)),
                (BinOp::Shl, k) => {
                    self.f.emit(Op::ShlK(d, a, k));
                    self.normalise(d, ty);
                }
                (_, 64) if unsigned => self.f.emit(Op::Int(d, 0)),
                (_, k) if unsigned => self.f.emit(Op::ShrUK(d, a, k)),
                (_, k) => self.f.emit(Op::ShrIK(d, a, k.min(63))),
            }
            return;
        }
        let pos = self.f.pos;
        let b = self.operand(y);
        self.f.pos = pos;
        let yt = self.ty(y);
        if !self.basic(yt).is_some_and(|b| b.is_unsigned()) {
            self.f.emit(Op::ShiftCheck(b));
        }
        match op {
            BinOp::Shl => {
                self.f.emit(Op::Shl(d, a, b));
                self.normalise(d, ty);
            }
            _ if unsigned => self.f.emit(Op::ShrU(d, a, b)),
            _ => self.f.emit(Op::ShrI(d, a, b)),
        }
    }
}

pub(crate) fn is_comparison(op: BinOp) -> bool {
    use BinOp::*;
    matches!(op, Eql | Neq | Lss | Leq | Gtr | Geq)
}

fn is_arith(op: BinOp) -> bool {
    use BinOp::*;
    matches!(op, Add | Sub | Or | Xor | Mul | Div | Rem | And | AndNot)
}

/// The operands of a chain of one operator that associates to the left.
pub(crate) fn spine<'e>(op: BinOp, x: &'e Expr, y: &'e Expr) -> Vec<&'e Expr> {
    let mut list = vec![y];
    let mut e = x;
    while let ExprKind::Binary(o, l, r) = &e.kind
        && *o == op
    {
        list.push(r);
        e = l;
    }
    list.push(e);
    list.reverse();
    list
}
