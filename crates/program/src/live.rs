//! Which registers a function will still read: what is left over in the others leads nowhere.

use crate::op::{Op, Operand};
use crate::program::{Func, Place, Program, SelectCase};

/// Registers, one bit each.
#[derive(Clone, PartialEq, Eq, Default)]
struct Set(Vec<u64>);

impl Set {
    fn new(n: usize) -> Set {
        Set(vec![0; n.div_ceil(64)])
    }

    fn put(&mut self, from: u32, to: u32, on: bool) {
        for i in from as usize..(to as usize).min(self.0.len() * 64) {
            let bit = 1 << (i % 64);
            if on { self.0[i / 64] |= bit } else { self.0[i / 64] &= !bit }
        }
    }

    fn join(&mut self, other: &Set) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }
}

/// What a frame that is about to run an instruction may still do.
pub struct Ahead {
    live: Set,
    reached: Vec<bool>,
}

impl Ahead {
    /// Of a frame of `f` whose next instruction is `pc`.
    ///
    /// Never says of a register that is read that it is not; may say of one that is not that it
    /// is.
    pub fn of(p: &Program, f: &Func, pc: usize) -> Ahead {
        let flow = Flow { p, f, top: tops(p, f) };
        let reached = flow.reached(pc);
        let n = f.ops.len();
        let mut live = vec![Set::new(usize::from(f.nregs)); n + 1];
        // To a fixed point; mostly two rounds, since code runs forward.
        loop {
            let mut changed = false;
            for at in (0..n).rev().filter(|at| reached[*at]) {
                let mut set = Set::new(usize::from(f.nregs));
                for next in flow.next(at) {
                    if let Some(s) = live.get(next) {
                        set.join(s);
                    }
                }
                flow.back(at, &mut set);
                if set != live[at] {
                    live[at] = set;
                    changed = true;
                }
            }
            if !changed {
                return Ahead { live: live.swap_remove(pc.min(n)), reached };
            }
        }
    }

    /// Whether a register may be read.
    pub fn reads(&self, reg: usize) -> bool {
        self.live.0.get(reg / 64).is_some_and(|w| w >> (reg % 64) & 1 == 1)
    }

    /// Whether an instruction may be run.
    pub fn runs(&self, pc: usize) -> bool {
        self.reached.get(pc).copied().unwrap_or(false)
    }
}

struct Flow<'a> {
    p: &'a Program,
    f: &'a Func,
    /// Per instruction: first register past those that its statement has written so far, where
    /// arguments of calls end.
    top: Vec<u32>,
}

fn tops(p: &Program, f: &Func) -> Vec<u32> {
    let mut top = 0;
    let mut starts = f.stmts.iter().map(|s| s.pc as usize).peekable();
    let each = f.ops.iter().enumerate().map(|(pc, op)| {
        if starts.next_if_eq(&pc).is_some() {
            top = 0;
        }
        let dest = op.names().iter().zip(op.operands()).find(|(n, _)| **n == "d");
        if let Some((_, Operand::Reg(d))) = dest {
            top = top.max(u32::from(d) + 3);
        }
        top = top.max(crate::verify::reach(p, *op));
        top
    });
    each.collect()
}

impl Flow<'_> {
    fn reached(&self, pc: usize) -> Vec<bool> {
        let mut seen = vec![false; self.f.ops.len()];
        let mut work = vec![pc];
        while let Some(at) = work.pop() {
            if let Some(s) = seen.get_mut(at)
                && !*s
            {
                *s = true;
                work.extend(self.next(at));
            }
        }
        seen
    }

    fn next(&self, pc: usize) -> Vec<usize> {
        let Some(op) = self.f.ops.get(pc) else { return Vec::new() };
        let mut next: Vec<usize> = Vec::new();
        if !matches!(op, Op::Jmp(_) | Op::Ret | Op::Panic(_) | Op::Throw(_)) {
            next.push(pc + 1);
        }
        for o in op.operands() {
            let off = match o {
                Operand::Off(k) => i64::from(k),
                Operand::Jump(k) => i64::from(k),
                _ => continue,
            };
            next.extend(usize::try_from(pc as i64 + off));
        }
        // Any instruction may panic and a deferred call recover.
        next.extend(self.f.recover_pc.map(|r| r as usize));
        next
    }

    /// From what is live after an instruction to what is live before it.
    fn back(&self, pc: usize, set: &mut Set) {
        let op = self.f.ops[pc];
        let top = self.top[pc];
        let end = u32::from(self.f.nregs);
        let params = |f: u32| {
            let f = self.p.funcs.get(f as usize);
            f.map_or((0, 0), |f| (u32::from(f.nresults), u32::from(f.nparams)))
        };
        match op {
            // The callee's frame lies over everything from `b` on.
            Op::Call(b, f) => {
                let (b, (results, args)) = (u32::from(b), params(f));
                set.put(b, end, false);
                set.put(b + results, b + results + args, true);
                return;
            }
            Op::CallClosure(b, _) | Op::CallIface(b, ..) => set.put(u32::from(b), end, false),
            Op::Ret => set.put(0, u32::from(self.f.nresults), true),
            Op::Select(d, t) => {
                set.put(u32::from(d), u32::from(d) + 1, false);
                let table = self.f.selects.get(t as usize);
                for c in table.into_iter().flat_map(|t| &t.cases) {
                    match *c {
                        SelectCase::Send { ch, value } => {
                            self.read(ch, top, set);
                            self.read(value, top, set);
                        }
                        SelectCase::Recv { ch, .. } => self.read(ch, top, set),
                    }
                }
                return;
            }
            _ => {}
        }
        let operands = op.operands();
        let named = || op.names().iter().zip(&operands);
        for (name, o) in named() {
            if let (&"d", Operand::Reg(d)) = (name, o) {
                let d = u32::from(*d);
                set.put(d, d + written(op), false);
            }
        }
        for (name, o) in named() {
            if let Operand::Reg(r) = o
                && (*name != "d" || matches!(op, Op::StrNext(..) | Op::MapNext(..)))
            {
                self.read(*r, top, set);
            }
        }
        if let Op::Closure(_, a, f) = op {
            let n = self.p.funcs.get(usize::from(f)).map_or(0, |f| u32::from(f.captures));
            set.put(u32::from(a), u32::from(a) + n, true);
        }
    }

    /// A value of unknown size at `r` is read: at least what a slice takes, a variable as a whole,
    /// and all that the statement put behind it.
    fn read(&self, r: u16, top: u32, set: &mut Set) {
        let from = u32::from(r);
        let size =
            |l: &crate::program::Local| self.p.types.get(l.ty as usize).map_or(1, |t| t.size);
        let here = |l: &&crate::program::Local| l.place == Place::Reg(r);
        let local = self.f.locals.iter().filter(here).map(size).max().unwrap_or(0);
        set.put(from, top.max(from + 3).max(from + local), true);
    }
}

/// Registers from `d` on that an instruction certainly writes.
fn written(op: Op) -> u32 {
    match op {
        Op::MovN(_, _, n) | Op::Zero(_, n) | Op::Capture(_, _, n) => u32::from(n),
        Op::LoadN(n, ..) | Op::IndexN(n, ..) => u32::from(n),
        Op::Mov2(..)
        | Op::MulC(..)
        | Op::DivC(..)
        | Op::Slice(..)
        | Op::Append(..)
        | Op::AppendSlice(..)
        | Op::AppendStr(..)
        | Op::MakeSlice(..)
        | Op::StrToBytes(..)
        | Op::StrToRunes(..)
        | Op::Iface(..)
        | Op::AssertIface(..)
        | Op::Recover(..) => 2,
        // The value may take no register at all, or is not always written.
        Op::Recv(..)
        | Op::Recv2(..)
        | Op::MapGet(..)
        | Op::MapGet2(..)
        | Op::MapNext(..)
        | Op::Unbox(..)
        | Op::Assert(..)
        | Op::Assert2(..)
        | Op::StrNext(..) => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_overwritten_is_not_read() {
        let f = Func {
            nregs: 8,
            ops: vec![Op::Int(0, 5), Op::AddI(1, 0, 6), Op::Int(0, 7), Op::JTrue(0, -2), Op::Ret],
            ..Func::default()
        };
        let p = Program::default();
        let at = |pc| Ahead::of(&p, &f, pc);
        assert!(!at(0).reads(0), "written first");
        assert!(at(1).reads(0) && at(1).reads(6));
        assert!(at(2).reads(6), "the loop comes back");
        assert!(!at(4).reads(6) && !at(4).runs(1) && at(3).runs(1));
    }
}
