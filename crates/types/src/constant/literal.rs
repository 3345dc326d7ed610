//! Literals to constants (Go spec, "Integer literals" to "String literals").

use super::{ConstValue, Float};
use num_bigint::BigInt;
use num_traits::Num;
use std::rc::Rc;
use syntax::LitKind;

/// The value of a literal; none when it is malformed (already reported) or beyond all bounds.
pub(crate) fn from_literal(kind: LitKind, text: &str) -> Option<ConstValue> {
    match kind {
        LitKind::Int => int(text).map(ConstValue::Int),
        LitKind::Float => float(text).map(ConstValue::Float),
        LitKind::Imag => {
            let digits = text.strip_suffix('i')?;
            // For compatibility, `0123i` is decimal.
            let decimal = digits.bytes().all(|b| b.is_ascii_digit() || b == b'_');
            let im = if decimal {
                Float::from_int(BigInt::from_str_radix(&digits.replace('_', ""), 10).ok()?)
            } else {
                match int(digits) {
                    Some(i) => Float::from_int(i),
                    None => float(digits)?,
                }
            };
            Some(ConstValue::Complex(Float::from_int(BigInt::ZERO), im))
        }
        LitKind::Rune => {
            let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
            let mut rest = inner.as_bytes();
            let c = next_char(&mut rest)?;
            rest.is_empty().then(|| ConstValue::int(i64::from(c.code())))
        }
        LitKind::String => unquote_string(text).map(ConstValue::Str),
    }
}

fn int(text: &str) -> Option<BigInt> {
    let t = text.replace('_', "");
    let lower = t.to_ascii_lowercase();
    let (digits, radix) = if let Some(d) = lower.strip_prefix("0x") {
        (d, 16)
    } else if let Some(d) = lower.strip_prefix("0b") {
        (d, 2)
    } else if let Some(d) = lower.strip_prefix("0o") {
        (d, 8)
    } else if lower.len() > 1 && lower.starts_with('0') {
        (&lower[1..], 8)
    } else {
        (&lower[..], 10)
    };
    BigInt::from_str_radix(digits, radix).ok()
}

fn float(text: &str) -> Option<Float> {
    let t = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix, mark) = match t.strip_prefix("0x") {
        Some(d) => (d, 16, 'p'),
        None => (&t[..], 10, 'e'),
    };
    let (mantissa, exp) = match digits.split_once(mark) {
        Some((m, e)) => {
            (m, e.parse::<i64>().unwrap_or(if e.starts_with('-') { -1 << 40 } else { 1 << 40 }))
        }
        None => (digits, 0),
    };
    let (whole, frac) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{frac}");
    let mant = BigInt::from_str_radix(if all.is_empty() { "0" } else { &all }, radix).ok()?;
    let places = frac.len() as i64;
    if radix == 16 {
        Float::scaled(mant, 2, exp.checked_sub(4 * places)?)
    } else {
        Float::scaled(mant, 10, exp.checked_sub(places)?)
    }
}

enum Unit {
    Char(u32),
    Byte(u8),
}

impl Unit {
    fn code(&self) -> u32 {
        match *self {
            Unit::Char(c) => c,
            Unit::Byte(b) => u32::from(b),
        }
    }
}

/// The next character or escape of an interpreted literal.
fn next_char(rest: &mut &[u8]) -> Option<Unit> {
    let (&b, tail) = rest.split_first()?;
    if b != b'\\' {
        let s = std::str::from_utf8(rest).ok()?;
        let c = s.chars().next()?;
        *rest = &rest[c.len_utf8()..];
        return Some(Unit::Char(u32::from(c)));
    }
    let (&e, tail) = tail.split_first()?;
    *rest = tail;
    let simple = match e {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' | b'\'' | b'"' => u32::from(e),
        b'x' => return Some(Unit::Byte(number(rest, 2, 16)? as u8)),
        b'0'..=b'7' => {
            let low = number(rest, 2, 8)?;
            return Some(Unit::Byte((u32::from(e - b'0') * 64 + low) as u8));
        }
        b'u' => number(rest, 4, 16)?,
        b'U' => number(rest, 8, 16)?,
        _ => return None,
    };
    Some(Unit::Char(simple))
}

fn number(rest: &mut &[u8], n: usize, radix: u32) -> Option<u32> {
    let digits = rest.get(..n)?;
    *rest = &rest[n..];
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()
}

/// The bytes of a string literal, interpreted or raw.
pub(crate) fn unquote_string(text: &str) -> Option<Rc<[u8]>> {
    if let Some(raw) = text.strip_prefix('`') {
        let raw = raw.strip_suffix('`')?;
        return Some(raw.bytes().filter(|&b| b != b'\r').collect());
    }
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?.as_bytes();
    if !rest.contains(&b'\\') {
        return Some(rest.into());
    }
    let mut out = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        match next_char(&mut rest)? {
            Unit::Byte(b) => out.push(b),
            Unit::Char(c) => {
                let c = char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    Some(out.into())
}
