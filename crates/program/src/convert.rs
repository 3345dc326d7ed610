//! Conversions `T(x)` (Go spec, "Conversions").

use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::place::Place;
use syntax::Expr;
use types::{Basic, Type, TypeId};

impl Lower<'_> {
    /// `T(x)` into the registers from `d`.
    pub fn convert_into(&mut self, x: &Expr, to: TypeId, d: Reg, fresh: bool) {
        if self.is_iface(to) || self.mode(x) == types::Mode::Nil {
            return self.eval_as(x, to, d, fresh);
        }
        let from = self.default_type(self.ty(x));
        let (fu, tu) = (self.under(from), self.under(to));
        match (&fu, &tu) {
            (Type::Basic(_), Type::Basic(_)) => {
                let (Some(f), Some(t)) = (self.basic(from), self.basic(to)) else { return };
                if same_representation(f, t) {
                    return self.eval(x, d, fresh);
                }
                let pos = self.f.pos;
                let s = self.operand(x);
                self.f.pos = pos;
                self.convert_basic(d, s, f, t);
            }
            (Type::Slice(e), Type::Basic(_)) if self.basic(to) == Some(Basic::String) => {
                let s = self.operand(x);
                let runes = self.basic(*e) == Some(Basic::Int32);
                self.f.emit(if runes { Op::RunesToStr(d, s) } else { Op::BytesToStr(d, s) });
            }
            (Type::Basic(_), Type::Slice(e)) => {
                let s = self.operand(x);
                let runes = self.basic(*e) == Some(Basic::Int32);
                self.f.emit(if runes { Op::StrToRunes(d, s) } else { Op::StrToBytes(d, s) });
            }
            (Type::Slice(_), Type::Array(_, n)) => {
                let s = self.operand(x);
                let p = self.f.alloc(1);
                self.slice_to_array(p, s, *n);
                let size = self.size(to);
                if size > 0 {
                    self.load(Place::Mem { p, off: 0, checked: true }, to, d);
                }
            }
            (Type::Slice(_), Type::Pointer(a)) => {
                let n = match self.under(*a) {
                    Type::Array(_, n) => n,
                    _ => 0,
                };
                let s = self.operand(x);
                self.slice_to_array(d, s, n);
            }
            _ => self.eval(x, d, fresh),
        }
    }

    fn slice_to_array(&mut self, d: Reg, s: Reg, n: u64) {
        match u16::try_from(n) {
            Ok(n) => self.f.emit(Op::SliceToArray(d, s, n)),
            Err(_) => self.too_big("conversion to an array of more than 65535 elements"),
        }
    }

    /// Converts between basic types of different representation.
    pub fn convert_basic(&mut self, d: Reg, s: Reg, f: Basic, t: Basic) {
        if t == Basic::String {
            self.f.emit(Op::RuneToStr(d, s));
        } else if t.is_complex() {
            if t == Basic::Complex64 {
                self.f.emit(Op::F32(d, s));
                self.f.emit(Op::F32(d + 1, s + 1));
            } else {
                self.emit_move(d, s, 2);
            }
        } else if f.is_float() && t.is_float() {
            self.f.emit(if t == Basic::Float32 { Op::F32(d, s) } else { Op::Mov(d, s) });
        } else if t.is_float() {
            let wide = matches!(f, Basic::Uint64 | Basic::Uint | Basic::Uintptr);
            self.f.emit(if wide { Op::U2F(d, s) } else { Op::I2F(d, s) });
            if t == Basic::Float32 {
                self.f.emit(Op::F32(d, d));
            }
        } else if f.is_float() {
            let wide = matches!(t, Basic::Uint64 | Basic::Uint | Basic::Uintptr);
            self.f.emit(if wide { Op::F2U(d, s) } else { Op::F2I(d, s) });
            self.normalise(d, t.id());
        } else {
            let op = match t {
                Basic::Int8 => Op::SExt8(d, s),
                Basic::Int16 => Op::SExt16(d, s),
                Basic::Int32 => Op::SExt32(d, s),
                Basic::Uint8 => Op::ZExt8(d, s),
                Basic::Uint16 => Op::ZExt16(d, s),
                Basic::Uint32 => Op::ZExt32(d, s),
                _ => Op::Mov(d, s),
            };
            self.f.emit(op);
        }
    }
}

/// Whether a value of one type is the same word in the other.
fn same_representation(f: Basic, t: Basic) -> bool {
    if f == t {
        return true;
    }
    if f.is_integer() && t.is_integer() {
        let (Some(fb), Some(tb)) = (f.bits(), t.bits()) else { return false };
        return tb == 64 || fb < tb && (f.is_unsigned() || !t.is_unsigned());
    }
    let opaque = |b| matches!(b, Basic::UnsafePointer | Basic::Uintptr);
    f == Basic::Float32 && t == Basic::Float64
        || f == Basic::Complex64 && t == Basic::Complex128
        || opaque(f) && opaque(t)
}
