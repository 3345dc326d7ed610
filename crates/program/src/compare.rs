//! Comparisons, and conditions that jump.

use crate::binary::{is_comparison, spine};
use crate::func::Label;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use syntax::{BinOp, Expr, ExprKind, UnOp};
use types::{Mode, Type, TypeId};

/// What instructions compare with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Cmp {
    Signed,
    Unsigned,
    Float,
    Str,
    Iface,
    /// Struct, array, complex.
    Composite,
}

impl Lower<'_> {
    fn cmp_kind(&self, t: TypeId) -> Cmp {
        match self.under(t) {
            Type::Basic(_) => match self.basic(t) {
                Some(b) if b.is_float() => Cmp::Float,
                Some(b) if b.is_string() => Cmp::Str,
                Some(b) if b.is_complex() => Cmp::Composite,
                // Narrow unsigned values are below the sign bit.
                Some(b) if b.is_unsigned() && b.bits() == Some(64) => Cmp::Unsigned,
                _ => Cmp::Signed,
            },
            Type::Interface(_) => Cmp::Iface,
            Type::Struct(_) | Type::Array(..) => Cmp::Composite,
            _ => Cmp::Signed,
        }
    }

    /// The type in which two operands are compared.
    fn cmp_type(&self, x: &Expr, y: &Expr) -> TypeId {
        let (xt, yt) = (self.ty(x), self.ty(y));
        if self.mode(x) == Mode::Nil || !self.is_iface(xt) && self.is_iface(yt) { yt } else { xt }
    }

    pub fn compare_into(&mut self, op: BinOp, x: &Expr, y: &Expr, d: Reg) {
        let ty = self.cmp_type(x, y);
        self.hoist(&[x, y]);
        if self.mode(x) == Mode::Nil || self.mode(y) == Mode::Nil {
            let v = if self.mode(x) == Mode::Nil { y } else { x };
            let a = self.operand(v);
            let z = self.f.alloc(1);
            self.f.emit(Op::Int(z, 0));
            self.f.emit(if op == BinOp::Eql { Op::EqI(d, a, z) } else { Op::NeI(d, a, z) });
            return;
        }
        let pos = self.f.pos;
        let a = self.operand_as(x, ty);
        let b = self.operand_as(y, ty);
        self.f.pos = pos;
        self.compare(op, ty, d, a, b);
    }

    /// `R[d] = R[a..] op R[b..]` for operands of type `ty`.
    pub fn compare(&mut self, op: BinOp, ty: TypeId, d: Reg, a: Reg, b: Reg) {
        let kind = self.cmp_kind(ty);
        let (a, b, op) = match op {
            BinOp::Gtr => (b, a, BinOp::Lss),
            BinOp::Geq => (b, a, BinOp::Leq),
            op => (a, b, op),
        };
        let ins = match (kind, op) {
            (Cmp::Signed | Cmp::Unsigned, BinOp::Eql) => Op::EqI(d, a, b),
            (Cmp::Signed | Cmp::Unsigned, BinOp::Neq) => Op::NeI(d, a, b),
            (Cmp::Signed, BinOp::Lss) => Op::LtI(d, a, b),
            (Cmp::Signed, _) => Op::LeI(d, a, b),
            (Cmp::Unsigned, BinOp::Lss) => Op::LtU(d, a, b),
            (Cmp::Unsigned, _) => Op::LeU(d, a, b),
            (Cmp::Float, BinOp::Eql) => Op::EqF(d, a, b),
            (Cmp::Float, BinOp::Neq) => Op::NeF(d, a, b),
            (Cmp::Float, BinOp::Lss) => Op::LtF(d, a, b),
            (Cmp::Float, _) => Op::LeF(d, a, b),
            (Cmp::Str, BinOp::Eql) => Op::EqS(d, a, b),
            (Cmp::Str, BinOp::Neq) => Op::NeS(d, a, b),
            (Cmp::Str, BinOp::Lss) => Op::LtS(d, a, b),
            (Cmp::Str, _) => Op::LeS(d, a, b),
            (Cmp::Iface, _) => {
                self.f.emit(Op::EqIface(d, a, b));
                return self.negate_if(op, d);
            }
            (Cmp::Composite, _) => {
                let rt = self.rtype(ty);
                let plain = self.prog.types[rt as usize].plain;
                match u8::try_from(self.size(ty)) {
                    Ok(n) if plain => self.f.emit(Op::EqN(n, d, a, b)),
                    _ => {
                        self.f.emit(Op::EqT(d, a, b));
                        self.f.emit(Op::Ext(0, 0, rt));
                    }
                }
                return self.negate_if(op, d);
            }
        };
        self.f.emit(ins);
    }

    fn negate_if(&mut self, op: BinOp, d: Reg) {
        if op == BinOp::Neq {
            self.f.emit(Op::Not(d, d));
        }
    }

    /// Jumps to `l` if the condition is `when`.
    pub fn cond_jump(&mut self, e: &Expr, l: Label, when: bool) {
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        let mark = self.f.next;
        self.cond_jump_at(e, l, when);
        self.f.release(mark);
        self.f.pos = pos;
    }

    fn cond_jump_at(&mut self, e: &Expr, l: Label, when: bool) {
        if let Some(v) = &self.c.info.tv(e.id).value {
            if v.as_bool() == Some(when) {
                self.f.jmp(l);
            }
            return;
        }
        if !self.f.hoisted.contains_key(&e.id) {
            match &e.kind {
                ExprKind::Paren(x) => return self.cond_jump(x, l, when),
                ExprKind::Unary(UnOp::Not, x) => return self.cond_jump(x, l, !when),
                ExprKind::Binary(op @ (BinOp::AndAnd | BinOp::OrOr), x, y) => {
                    let terms = spine(*op, x, y);
                    // The value that decides the whole as soon as one operand has it.
                    let decisive = *op == BinOp::OrOr;
                    if when == decisive {
                        for t in terms {
                            self.cond_jump(t, l, when);
                        }
                    } else {
                        let skip = self.f.label();
                        let last = terms.len() - 1;
                        for (i, t) in terms.into_iter().enumerate() {
                            if i < last {
                                self.cond_jump(t, skip, decisive);
                            } else {
                                self.cond_jump(t, l, when);
                            }
                        }
                        self.f.bind(skip);
                    }
                    return;
                }
                ExprKind::Binary(op, x, y)
                    if is_comparison(*op) && self.compare_jump(*op, x, y, l, when) =>
                {
                    return;
                }
                _ => {}
            }
        }
        let r = self.operand(e);
        self.f.jump(if when { Op::JTrue(r, 0) } else { Op::JFalse(r, 0) }, l);
    }

    /// Fused comparison and jump, if there is one for these operands.
    fn compare_jump(&mut self, op: BinOp, x: &Expr, y: &Expr, l: Label, when: bool) -> bool {
        let ty = self.cmp_type(x, y);
        let kind = self.cmp_kind(ty);
        if self.mode(x) == Mode::Nil || self.mode(y) == Mode::Nil {
            let v = if self.mode(x) == Mode::Nil { y } else { x };
            let a = self.operand(v);
            let eq = (op == BinOp::Eql) == when;
            self.f.jump(if eq { Op::JEqIK(a, 0, 0) } else { Op::JNeIK(a, 0, 0) }, l);
            return true;
        }
        match kind {
            Cmp::Iface | Cmp::Composite => return false,
            Cmp::Str if !matches!(op, BinOp::Eql | BinOp::Neq) => return false,
            _ => {}
        }
        self.hoist(&[x, y]);
        let (x, y, op) = match kind {
            Cmp::Signed | Cmp::Unsigned if self.small_const(x).is_some() => (y, x, mirror(op)),
            _ => (x, y, op),
        };
        let pos = self.f.pos;
        if matches!(kind, Cmp::Signed | Cmp::Unsigned)
            && (kind == Cmp::Signed || matches!(op, BinOp::Eql | BinOp::Neq))
            && let Some(k) = self.small_const(y)
        {
            let a = self.operand(x);
            self.f.pos = pos;
            let op = if when { op } else { negated(op) };
            let ins = match op {
                BinOp::Eql => Op::JEqIK(a, k, 0),
                BinOp::Neq => Op::JNeIK(a, k, 0),
                BinOp::Lss => Op::JLtIK(a, k, 0),
                BinOp::Leq => Op::JLeIK(a, k, 0),
                BinOp::Gtr => Op::JGtIK(a, k, 0),
                _ => Op::JGeIK(a, k, 0),
            };
            self.f.jump(ins, l);
            return true;
        }
        let a = self.operand(x);
        let b = self.operand(y);
        self.f.pos = pos;
        let ins = match kind {
            Cmp::Float => match (op, when) {
                (BinOp::Eql, true) | (BinOp::Neq, false) => Op::JEqF(a, b, 0),
                (BinOp::Eql, false) | (BinOp::Neq, true) => Op::JNeF(a, b, 0),
                (BinOp::Lss, true) => Op::JLtF(a, b, 0),
                (BinOp::Lss, false) => Op::JNltF(a, b, 0),
                (BinOp::Leq, true) => Op::JLeF(a, b, 0),
                (BinOp::Leq, false) => Op::JNleF(a, b, 0),
                (BinOp::Gtr, true) => Op::JLtF(b, a, 0),
                (BinOp::Gtr, false) => Op::JNltF(b, a, 0),
                (_, true) => Op::JLeF(b, a, 0),
                (_, false) => Op::JNleF(b, a, 0),
            },
            kind => {
                let op = if when { op } else { negated(op) };
                match (kind, op) {
                    (Cmp::Str, BinOp::Eql) => Op::JEqS(a, b, 0),
                    (Cmp::Str, _) => Op::JNeS(a, b, 0),
                    (_, BinOp::Eql) => Op::JEqI(a, b, 0),
                    (_, BinOp::Neq) => Op::JNeI(a, b, 0),
                    (Cmp::Unsigned, BinOp::Lss) => Op::JLtU(a, b, 0),
                    (Cmp::Unsigned, BinOp::Leq) => Op::JLeU(a, b, 0),
                    (Cmp::Unsigned, BinOp::Gtr) => Op::JLtU(b, a, 0),
                    (Cmp::Unsigned, _) => Op::JLeU(b, a, 0),
                    (_, BinOp::Lss) => Op::JLtI(a, b, 0),
                    (_, BinOp::Leq) => Op::JLeI(a, b, 0),
                    (_, BinOp::Gtr) => Op::JLtI(b, a, 0),
                    (_, _) => Op::JLeI(b, a, 0),
                }
            }
        };
        self.f.jump(ins, l);
        true
    }
}

fn negated(op: BinOp) -> BinOp {
    match op {
        BinOp::Eql => BinOp::Neq,
        BinOp::Neq => BinOp::Eql,
        BinOp::Lss => BinOp::Geq,
        BinOp::Leq => BinOp::Gtr,
        BinOp::Gtr => BinOp::Leq,
        _ => BinOp::Lss,
    }
}

fn mirror(op: BinOp) -> BinOp {
    match op {
        BinOp::Lss => BinOp::Gtr,
        BinOp::Leq => BinOp::Geq,
        BinOp::Gtr => BinOp::Lss,
        BinOp::Geq => BinOp::Leq,
        op => op,
    }
}
