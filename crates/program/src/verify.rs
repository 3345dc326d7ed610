//! Checks that a program is well formed, so that tests find faults of the lowering before the machine does.

use crate::op::{Op, Operand};
use crate::program::{Func, Program, SelectCase};

impl Program {
    /// What is wrong with the program; empty if it keeps the rules of [`crate::op`].
    pub fn verify(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for f in &self.funcs {
            let mut check = Check { p: self, f, faults: &mut faults };
            check.run();
        }
        faults
    }
}

struct Check<'a> {
    p: &'a Program,
    f: &'a Func,
    faults: &'a mut Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, pc: usize, text: &str) {
        let op = self.f.ops.get(pc);
        self.faults.push(format!("{} at {pc} {op:?}: {text}", self.f.name));
    }

    fn run(&mut self) {
        let f = self.f;
        if f.lines.len() != f.ops.len() {
            self.fault(0, "line table of another length");
        }
        let frame = u32::from(f.nresults) + u32::from(f.nparams);
        if frame > u32::from(f.nregs) {
            self.fault(0, "frame smaller than parameters");
        }
        match f.ops.last() {
            Some(Op::Ret | Op::Jmp(_) | Op::Panic(_) | Op::Throw(_)) => {}
            Some(Op::JTrue(..) | Op::JFalse(..)) | None | Some(_) => {
                self.fault(f.ops.len().saturating_sub(1), "falls off the end");
            }
        }
        for (pc, op) in f.ops.iter().enumerate() {
            self.op(pc, *op);
        }
        if let Some(pc) = f.recover_pc
            && pc as usize >= f.ops.len()
        {
            self.fault(pc as usize, "recover_pc outside");
        }
        if f.stmts.windows(2).any(|w| w[0].pc >= w[1].pc) {
            self.fault(0, "statements out of order");
        }
    }

    fn op(&mut self, pc: usize, op: Op) {
        let next_is_ext = matches!(self.f.ops.get(pc + 1), Some(Op::Ext(..)));
        if op.has_ext() != next_is_ext && !matches!(op, Op::Ext(..)) {
            self.fault(pc, "Ext missing or too much");
        }
        let widest = op.operands().into_iter().filter_map(|o| match o {
            Operand::Reg(r) => Some(u32::from(r)),
            _ => None,
        });
        let top = widest.max().map_or(0, |r| r + 1);
        let top = top.max(reach(self.p, op));
        if top > u32::from(self.f.nregs) && !self.empty_operand(op) {
            self.fault(pc, "register outside the frame");
        }
        for o in op.operands() {
            self.operand(pc, o);
        }
        if let Op::Select(_, t) = op {
            let cases = self.f.selects.get(t as usize).map(|t| t.cases.clone());
            for c in cases.into_iter().flatten() {
                let (SelectCase::Send { ch, value } | SelectCase::Recv { ch, value }) = c;
                if ch >= self.f.nregs || value > self.f.nregs {
                    self.fault(pc, "register of a case outside the frame");
                }
            }
        }
    }

    /// Operands of size 0 may name the register past the end.
    fn empty_operand(&self, op: Op) -> bool {
        matches!(
            op,
            Op::Iface(..)
                | Op::Unbox(..)
                | Op::IndexN(0, ..)
                | Op::SetIndexN(0, ..)
                | Op::Call(..)
                | Op::CallClosure(..)
                | Op::CallNative(..)
                | Op::Go(..)
                | Op::GoClosure(..)
                | Op::Defer(..)
                | Op::DeferClosure(..)
                | Op::Closure(..)
                | Op::Append(..)
                | Op::Send(..)
                | Op::MapSet(..)
                | Op::MapGet(..)
                | Op::Assert(..)
                | Op::EqN(0, ..)
                | Op::MapNext(..)
                | Op::Recv(..)
                | Op::Slice(..)
                | Op::StrSlice(..)
        )
    }

    fn operand(&mut self, pc: usize, o: Operand) {
        let (p, f) = (self.p, self.f);
        let ok = match o {
            Operand::Off(k) => self.target(pc, i64::from(k)),
            Operand::Jump(k) => self.target(pc, i64::from(k)),
            Operand::Konst(k) => (k as usize) < p.consts.len(),
            Operand::Text(k) => (k as usize) < p.strings.len(),
            Operand::Global(g) => g < p.global_slots,
            Operand::Fn32(k) => (k as usize) < p.funcs.len(),
            Operand::Fn16(k) => usize::from(k) < p.funcs.len(),
            Operand::Native(k) => (k as usize) < p.natives.len(),
            Operand::Type16(k) => usize::from(k) < p.types.len(),
            Operand::Type32(k) => (k as usize) < p.types.len(),
            Operand::Method(k) => usize::from(k) < p.methods.len(),
            Operand::Table(k) => (k as usize) < f.selects.len(),
            _ => true,
        };
        if !ok {
            self.fault(pc, "operand outside its table");
        }
    }

    fn target(&self, pc: usize, off: i64) -> bool {
        let to = pc as i64 + off;
        usize::try_from(to)
            .ok()
            .and_then(|t| self.f.ops.get(t))
            .is_some_and(|op| !matches!(op, Op::Ext(..)))
    }
}

/// First register past those that an instruction uses beyond its named ones.
pub(crate) fn reach(p: &Program, op: Op) -> u32 {
    let end = |r: u16, n: u32| u32::from(r) + n;
    match op {
        Op::Mov2(d, s) => end(d.max(s), 2),
        Op::MovN(d, s, n) => end(d.max(s), u32::from(n)),
        Op::Zero(d, n) | Op::Capture(d, _, n) | Op::ConcatN(_, d, n) => end(d, u32::from(n)),
        Op::LoadN(n, d, ..) => end(d, u32::from(n)),
        Op::StoreN(n, _, _, s) => end(s, u32::from(n)),
        Op::IndexN(n, d, s, _) => end(d, u32::from(n)).max(end(s, 2)),
        Op::SetIndexN(n, s, _, v) => end(v, u32::from(n)).max(end(s, 2)),
        Op::Index(_, s, _) | Op::SetIndex(s, ..) | Op::IndexAddr(_, _, s, _) => end(s, 2),
        Op::Slice(_, d, s, _) | Op::Append(d, s, _) | Op::AppendStr(d, s, _) => end(d.max(s), 2),
        Op::AppendSlice(d, s, t) => end(d.max(s).max(t), 2),
        Op::Iface(d, ..) | Op::AssertIface(d, ..) | Op::Recover(d) | Op::Panic(d) => end(d, 2),
        Op::AssertIface2(d, ..) | Op::StrNext(d, ..) => end(d, 3),
        Op::EqIface(_, a, b) => end(a.max(b), 2),
        Op::Closure(_, a, f) => {
            end(a, p.funcs.get(usize::from(f)).map_or(0, |f| u32::from(f.captures)))
        }
        Op::Call(b, f) | Op::Go(b, f) | Op::Defer(b, f) => p
            .funcs
            .get(f as usize)
            .map_or(0, |f| end(b, u32::from(f.nresults) + u32::from(f.nparams))),
        _ => 0,
    }
}
