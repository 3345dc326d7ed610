//! The disassembler.

use crate::op::{Op, Operand};
use crate::program::{Func, Program, SelectCase};
use std::fmt::Write as _;

impl Program {
    /// All functions, in order, as text.
    pub fn dump(&self) -> String {
        let mut out = String::new();
        for f in &self.funcs {
            self.dump_into(f, &mut out);
        }
        out
    }

    /// One function as text.
    pub fn dump_func(&self, f: &Func) -> String {
        let mut out = String::new();
        self.dump_into(f, &mut out);
        out
    }

    fn dump_into(&self, f: &Func, out: &mut String) {
        let _ = write!(
            out,
            "func {} results={} params={} regs={}",
            f.name, f.nresults, f.nparams, f.nregs
        );
        if f.captures > 0 {
            let _ = write!(out, " captures={}", f.captures);
        }
        if let Some(pc) = f.recover_pc {
            let _ = write!(out, " recover={pc}");
        }
        if f.wrapper {
            out.push_str(" wrapper");
        }
        out.push('\n');
        let mut line = u32::MAX;
        for (pc, op) in f.ops.iter().enumerate() {
            let at = f.lines.get(pc).map_or(0, |p| p.line);
            if at != line {
                let _ = write!(out, "{at:>4} ");
                line = at;
            } else {
                out.push_str("     ");
            }
            let _ = write!(out, "{pc:>4} {}", op.name());
            for o in op.operands() {
                out.push(' ');
                self.operand(f, pc, o, out);
            }
            if let Some(l) = f.label(pc as u32) {
                let _ = write!(out, " ; {} {}", l.name, l.ty);
            }
            out.push('\n');
            if let Op::Select(_, t) = op {
                self.select(f, *t, out);
            }
        }
    }

    fn select(&self, f: &Func, t: u32, out: &mut String) {
        let Some(table) = f.selects.get(t as usize) else { return };
        for c in &table.cases {
            let _ = match c {
                SelectCase::Send { ch, value } => {
                    writeln!(out, "            case r{ch} <- r{value}")
                }
                SelectCase::Recv { ch, value } => {
                    writeln!(out, "            case r{value} = <-r{ch}")
                }
            };
        }
        if table.default {
            out.push_str("            default\n");
        }
    }

    fn operand(&self, f: &Func, pc: usize, o: Operand, out: &mut String) {
        let _ = match o {
            Operand::Reg(r) => write!(out, "r{r}"),
            Operand::Imm(k) => write!(out, "#{k}"),
            Operand::Slot(k) => write!(out, "+{k}"),
            Operand::Off(k) => write!(out, "->{}", pc as i64 + i64::from(k)),
            Operand::Jump(k) => write!(out, "->{}", pc as i64 + i64::from(k)),
            Operand::Num(n) => write!(out, "{n}"),
            Operand::Small(n) => write!(out, "x{n}"),
            Operand::Flags(n) => write!(out, "{n:04b}"),
            Operand::Lit(k) => write!(out, "#{k}"),
            Operand::Konst(k) => match self.consts.get(k as usize) {
                Some(w) => write!(out, "#{w:#x}"),
                None => write!(out, "const{k}"),
            },
            Operand::Text(k) => match self.strings.get(k as usize) {
                Some(s) => write!(out, "{:?}", String::from_utf8_lossy(s)),
                None => write!(out, "str{k}"),
            },
            Operand::Global(g) => {
                let var = self.globals.iter().rev().find(|v| v.slot <= g);
                match var {
                    Some(v) if v.slot == g => write!(out, "{}", v.name),
                    Some(v) => write!(out, "{}+{}", v.name, g - v.slot),
                    None => write!(out, "global{g}"),
                }
            }
            Operand::Fn32(k) => self.func_name(k, out),
            Operand::Fn16(k) => self.func_name(u32::from(k), out),
            Operand::Native(k) => match self.natives.get(k as usize) {
                Some(n) => write!(out, "{n}"),
                None => write!(out, "native{k}"),
            },
            Operand::Type16(k) => self.type_name(u32::from(k), out),
            Operand::Type32(k) => self.type_name(k, out),
            Operand::Method(k) => match self.methods.get(usize::from(k)) {
                Some(m) => write!(out, ".{}", m.name),
                None => write!(out, "method{k}"),
            },
            Operand::Table(k) => write!(out, "table{k}"),
            Operand::More8(k) => write!(out, "{k}"),
            Operand::More16(k) => write!(out, "{k}"),
            Operand::More32(k) => match f.ops.get(pc.wrapping_sub(1)) {
                Some(op) if op.ext_is_type() => self.type_name(k, out),
                _ => write!(out, "{k}"),
            },
        };
    }

    fn func_name(&self, k: u32, out: &mut String) -> std::fmt::Result {
        match self.funcs.get(k as usize) {
            Some(f) => write!(out, "{}", f.name),
            None => write!(out, "func{k}"),
        }
    }

    fn type_name(&self, k: u32, out: &mut String) -> std::fmt::Result {
        match self.types.get(k as usize) {
            Some(t) => write!(out, "<{}>", t.name),
            None => write!(out, "type{k}"),
        }
    }
}

impl Op {
    /// Whether an [`Op::Ext`] follows.
    pub fn has_ext(self) -> bool {
        self.ext_is_type() || matches!(self, Op::Slice(..))
    }

    fn ext_is_type(self) -> bool {
        matches!(
            self,
            Op::EqT(..)
                | Op::MakeSlice(..)
                | Op::Append(..)
                | Op::AppendSlice(..)
                | Op::Copy(..)
                | Op::MapGet(..)
                | Op::MapGet2(..)
                | Op::MapSet(..)
                | Op::MapDelete(..)
                | Op::Assert(..)
                | Op::Assert2(..)
                | Op::AssertIface(..)
                | Op::AssertIface2(..)
        )
    }
}
