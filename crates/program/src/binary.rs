//! Binary operations, comparisons, and conditions that jump.

use crate::func::Label;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use syntax::{BinOp, Expr, ExprKind, UnOp};
use types::{Basic, Mode, Type, TypeId};

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
                    self.into(e, t, true);
                    if i < last {
                        let jump =
                            if op == BinOp::AndAnd { Op::JFalse(t, 0) } else { Op::JTrue(t, 0) };
                        self.f.jump(jump, end);
                    }
                }
                self.f.bind(end);
                self.emit_move(d, t, 1);
            }
            BinOp::Eql | BinOp::Neq | BinOp::Lss | BinOp::Leq | BinOp::Gtr | BinOp::Geq => {
                self.compare_into(op, x, y, d);
            }
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
            self.into(x, a + i as Reg, true);
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

    fn cmp_kind(&self, t: TypeId) -> Cmp {
        match self.under(t) {
            Type::Basic(_) => match self.basic(t) {
                Some(b) if b.is_float() => Cmp::Float,
                Some(b) if b.is_string() => Cmp::Str,
                Some(b) if b.is_complex() => Cmp::Composite,
                Some(b) if b.is_unsigned() => Cmp::Unsigned,
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

    fn compare_into(&mut self, op: BinOp, x: &Expr, y: &Expr, d: Reg) {
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
                    if matches!(
                        op,
                        BinOp::Eql | BinOp::Neq | BinOp::Lss | BinOp::Leq | BinOp::Gtr | BinOp::Geq
                    ) =>
                {
                    if self.compare_jump(*op, x, y, l, when) {
                        return;
                    }
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

fn is_arith(op: BinOp) -> bool {
    use BinOp::*;
    matches!(op, Add | Sub | Or | Xor | Mul | Div | Rem | And | AndNot)
}

/// The operands of a chain of one operator that associates to the left.
fn spine<'e>(op: BinOp, x: &'e Expr, y: &'e Expr) -> Vec<&'e Expr> {
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
