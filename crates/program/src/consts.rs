//! Constants.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use types::{Basic, ConstValue, TypeId};

impl Lower<'_> {
    /// `R[d] = w`
    pub fn emit_word(&mut self, d: Reg, w: u64) {
        let op = match i32::try_from(w as i64) {
            Ok(k) => Op::Int(d, k),
            Err(_) => Op::Const(d, self.konst(w)),
        };
        self.f.emit(op);
    }

    /// `R[d] =` a string constant.
    pub fn emit_str(&mut self, d: Reg, s: &[u8]) {
        let op = match s {
            [] => Op::Int(d, 0),
            s => Op::Str(d, self.string(s)),
        };
        self.f.emit(op);
    }

    /// A constant of type `ty` to `R[d..]`.
    pub fn emit_const(&mut self, v: &ConstValue, ty: TypeId, d: Reg) {
        if let ConstValue::Str(s) = v {
            return self.emit_str(d, &s.clone());
        }
        if let (Some(Basic::Complex64 | Basic::Complex128), Some((re, im))) =
            (self.basic(ty), v.to_complex())
        {
            let single = self.basic(ty) == Some(Basic::Complex64);
            for (i, part) in [re, im].into_iter().enumerate() {
                let x = if single { f64::from(part.to_f32()) } else { part.to_f64() };
                self.emit_word(d + i as Reg, x.to_bits());
            }
            return;
        }
        let w = self.const_word(v, ty);
        self.emit_word(d, w);
    }

    /// The word of a constant that takes one slot and is no string.
    pub fn const_word(&self, v: &ConstValue, ty: TypeId) -> u64 {
        match (v, self.basic(ty)) {
            (ConstValue::Bool(b), _) => u64::from(*b),
            (v, Some(Basic::Float32)) => f64::from(v.to_f32().unwrap_or(0.0)).to_bits(),
            (v, Some(Basic::Float64)) => v.to_f64().unwrap_or(0.0).to_bits(),
            (v, _) => v.to_bits().unwrap_or(0),
        }
    }

    /// The value of a constant expression as a small immediate, if it is an integer that fits.
    pub fn small_const(&self, e: &syntax::Expr) -> Option<i16> {
        let tv = self.c.info.tv(e.id);
        let v = tv.value.as_ref()?;
        if matches!(v, ConstValue::Str(_)) {
            return None;
        }
        let ty = self.ty(e);
        match self.basic(ty) {
            Some(b) if b.is_integer() => i16::try_from(v.to_bits()? as i64).ok(),
            Some(Basic::Bool) => Some(i16::from(v.as_bool()?)),
            _ => None,
        }
    }

    /// The value of a constant integer expression.
    pub fn int_const(&self, e: &syntax::Expr) -> Option<u64> {
        self.c.info.tv(e.id).value.as_ref()?.to_bits()
    }
}
