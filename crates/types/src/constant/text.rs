//! Constants as text, as gc's messages show them.

use super::{ConstValue, Float};
use num_traits::{Signed, ToPrimitive};
use std::fmt;
use std::fmt::Write;

/// Longest string shown in full, in characters of its quoted form.
const MAX_STRING: usize = 72;

impl fmt::Display for ConstValue {
    /// Like `constant.Value.String`: short and human.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConstValue::Bool(b) => write!(f, "{b}"),
            ConstValue::Str(s) => {
                let q = quote(s);
                if q.chars().count() <= MAX_STRING {
                    return f.write_str(&q);
                }
                let head: String = q.chars().take(MAX_STRING - 3).collect();
                write!(f, "{head}...")
            }
            ConstValue::Int(i) => write!(f, "{i}"),
            ConstValue::Float(x) => write!(f, "{x}"),
            ConstValue::Complex(re, im) => write!(f, "({re} + {im}i)"),
        }
    }
}

impl fmt::Display for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let v = self.to_f64();
        if (v.is_finite() && v != 0.0) || self.is_zero() {
            let short = format_g6(v);
            if !short.contains('.') && !self.is_integer() {
                // Six digits would make it look like an integer.
                return f.write_str(&format_g(v));
            }
            return f.write_str(&short);
        }
        // Out of float64's range: mantissa and decimal exponent from the binary ones.
        let b = self.big();
        let bits = b.mant.bits() as i64;
        let mant = b.mant.abs();
        let top = mant.to_f64().map_or(0.5, |m| m / f64::powi(2.0, bits as i32));
        let log10 = top.log10() + (b.exp + bits) as f64 * std::f64::consts::LOG10_2;
        let mut e = log10.floor();
        let mut m = f64::powf(10.0, log10 - e);
        if m >= 9.999_999_5 {
            m = 1.0;
            e += 1.0;
        }
        let sign = if self.sign() < 0 { "-" } else { "" };
        let digits = trim_zeros(&format!("{m:.5}")).to_string();
        let (esign, e) = if e < 0.0 { ('-', -e) } else { ('+', e) };
        write!(f, "{sign}{digits}e{esign}{e:02}")
    }
}

fn trim_zeros(s: &str) -> &str {
    if s.contains('.') { s.trim_end_matches('0').trim_end_matches('.') } else { s }
}

/// C's `%.6g`.
pub(crate) fn format_g6(v: f64) -> String {
    if v == 0.0 {
        return "0".into();
    }
    let sci = format!("{v:.5e}");
    let Some((m, e)) = sci.split_once('e') else { return sci };
    let exp: i32 = e.parse().unwrap_or(0);
    if !(-4..6).contains(&exp) {
        let sign = if exp < 0 { '-' } else { '+' };
        return format!("{}e{sign}{:02}", trim_zeros(m), exp.abs());
    }
    trim_zeros(&format!("{v:.*}", (5 - exp) as usize)).to_string()
}

/// Go's `%g`: the shortest digits that give the same number back.
fn format_g(v: f64) -> String {
    let sci = format!("{v:e}");
    let Some((m, e)) = sci.split_once('e') else { return sci };
    let exp: i32 = e.parse().unwrap_or(0);
    if (-4..21).contains(&exp) {
        return v.to_string();
    }
    format!("{m}e{}{:02}", if exp < 0 { '-' } else { '+' }, exp.abs())
}

/// Go's `strconv.Quote`.
pub(crate) fn quote(s: &[u8]) -> String {
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for chunk in s.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                c if (c as u32) < 0x20 || c == '\x7f' => {
                    let _ = write!(out, "\\x{:02x}", c as u32);
                }
                c if printable(c) => out.push(c),
                c if (c as u32) < 0x10000 => {
                    let _ = write!(out, "\\u{:04x}", c as u32);
                }
                c => {
                    let _ = write!(out, "\\U{:08x}", c as u32);
                }
            }
        }
        for b in chunk.invalid() {
            let _ = write!(out, "\\x{b:02x}");
        }
    }
    out.push('"');
    out
}

fn printable(c: char) -> bool {
    // Escaping is what Rust does for what it deems unprintable; marks that extend are fine.
    c == '\'' || c.is_alphanumeric() || c.escape_debug().count() == 1 || {
        let mut two = String::from("a");
        two.push(c);
        two.escape_debug().count() == 2
    }
}
