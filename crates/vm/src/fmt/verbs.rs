//! The leaves of formatting: padding, integers, texts, floats; after `fmt/format.go`.

use crate::strings::{decode, encode};
use crate::text::float::format_float;
use crate::text::quote::{can_backquote, is_print, quote, quote_rune};

/// Flags, width and precision of a verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Flags {
    pub wid: Option<i64>,
    pub prec: Option<i64>,
    pub minus: bool,
    pub plus: bool,
    pub sharp: bool,
    pub space: bool,
    pub zero: bool,
    /// `%+v`
    pub plus_v: bool,
    /// `%#v`
    pub sharp_v: bool,
}

/// Output with the flags of the verb being formatted.
#[derive(Default)]
pub(crate) struct Fmt {
    pub buf: Vec<u8>,
    pub f: Flags,
}

impl Fmt {
    pub fn str(&mut self, s: &str) {
        self.buf.extend_from_slice(s.as_bytes());
    }

    fn padding(&mut self, n: i64) {
        if n > 0 {
            let c = if self.f.zero && !self.f.minus { b'0' } else { b' ' };
            self.buf.resize(self.buf.len() + n as usize, c);
        }
    }

    /// Appends `s`, padded to the width in runes.
    pub fn pad(&mut self, s: &[u8]) {
        let Some(wid) = self.f.wid.filter(|w| *w != 0) else {
            self.buf.extend_from_slice(s);
            return;
        };
        let n = wid - count(s);
        if self.f.minus {
            self.buf.extend_from_slice(s);
            self.padding(n);
        } else {
            self.padding(n);
            self.buf.extend_from_slice(s);
        }
    }

    fn pad_spaces(&mut self, s: &[u8]) {
        let zero = std::mem::replace(&mut self.f.zero, false);
        self.pad(s);
        self.f.zero = zero;
    }

    pub fn boolean(&mut self, v: bool) {
        self.pad(if v { b"true" } else { b"false" });
    }

    /// `%U`
    pub fn unicode(&mut self, u: u64) {
        let mut s = format!("{u:0n$X}", n = self.f.prec.unwrap_or(4).max(4) as usize);
        s.insert_str(0, "U+");
        if self.f.sharp
            && let Ok(r) = u32::try_from(u)
            && is_print(r)
            && let Some(c) = char::from_u32(r)
        {
            s += &format!(" '{c}'");
        }
        self.pad_spaces(s.as_bytes());
    }

    /// Integers in any base.
    pub fn integer(&mut self, u: u64, base: u32, signed: bool, verb: char, upper: bool) {
        let negative = signed && (u as i64) < 0;
        let u = if negative { (u as i64).unsigned_abs() } else { u };
        let mut prec = 0;
        if let Some(p) = self.f.prec {
            prec = p;
            if p == 0 && u == 0 {
                let zero = std::mem::replace(&mut self.f.zero, false);
                self.padding(self.f.wid.unwrap_or(0));
                self.f.zero = zero;
                return;
            }
        } else if let Some(w) = self.f.wid
            && self.f.zero
            && !self.f.minus
        {
            prec = w;
            if negative || self.f.plus || self.f.space {
                prec -= 1;
            }
        }
        let digits = match base {
            2 => format!("{u:b}"),
            8 => format!("{u:o}"),
            16 if upper => format!("{u:X}"),
            16 => format!("{u:x}"),
            _ => u.to_string(),
        };
        let mut s = String::new();
        if negative {
            s.push('-');
        } else if self.f.plus {
            s.push('+');
        } else if self.f.space {
            s.push(' ');
        }
        if verb == 'O' {
            s += "0o";
        }
        let zeros = (prec - digits.len() as i64).max(0) as usize;
        if self.f.sharp {
            match base {
                2 => s += "0b",
                8 if zeros == 0 && !digits.starts_with('0') => s.push('0'),
                16 => s += if upper { "0X" } else { "0x" },
                _ => {}
            }
        }
        s.extend(std::iter::repeat_n('0', zeros));
        s += &digits;
        self.pad_spaces(s.as_bytes());
    }

    fn truncate<'a>(&self, s: &'a [u8]) -> &'a [u8] {
        let Some(mut n) = self.f.prec else { return s };
        let mut at = 0;
        while let Some((_, w)) = decode(s.get(at..).unwrap_or(&[])) {
            n -= 1;
            if n < 0 {
                return &s[..at];
            }
            at += w;
        }
        s
    }

    /// `%s`
    pub fn text(&mut self, s: &[u8]) {
        self.pad(self.truncate(s));
    }

    /// `%x` of texts.
    pub fn hex(&mut self, s: &[u8], upper: bool) {
        let n = self.f.prec.map_or(s.len(), |p| s.len().min(p as usize));
        if n == 0 {
            self.padding(self.f.wid.unwrap_or(0));
            return;
        }
        let prefix = if upper { "0X" } else { "0x" };
        let mut out = String::new();
        if self.f.sharp {
            out += prefix;
        }
        for (i, c) in s[..n].iter().enumerate() {
            if self.f.space && i > 0 {
                out.push(' ');
                if self.f.sharp {
                    out += prefix;
                }
            }
            out += &if upper { format!("{c:02X}") } else { format!("{c:02x}") };
        }
        self.pad(out.as_bytes());
    }

    /// `%q` of texts.
    pub fn quoted(&mut self, s: &[u8]) {
        let s = self.truncate(s);
        let q = if self.f.sharp && can_backquote(s) {
            [b"`", s, b"`"].concat()
        } else {
            quote(s, self.f.plus)
        };
        self.pad(&q);
    }

    /// `%c`
    pub fn rune(&mut self, r: i64) {
        let mut s = Vec::new();
        encode(&mut s, r);
        self.pad(&s);
    }

    /// `%q` of runes.
    pub fn quoted_rune(&mut self, r: i64) {
        let q = quote_rune(r, self.f.plus);
        self.pad(&q);
    }

    /// Floats; `prec` unless the verb has its own.
    pub fn float(&mut self, v: f64, bits: u32, verb: char, prec: i32) {
        let prec = self.f.prec.map_or(prec, |p| p as i32);
        let mut num = format_float(v, verb as u8, prec, bits);
        if !num.starts_with(['-', '+']) {
            num.insert(0, '+');
        }
        let f = self.f;
        if f.space && num.starts_with('+') && !f.plus {
            num.replace_range(..1, " ");
        }
        if num[1..].starts_with(['I', 'N']) {
            if num[1..].starts_with('N') && !f.space && !f.plus {
                num.remove(0);
            }
            self.pad_spaces(num.as_bytes());
            return;
        }
        if f.sharp && verb != 'b' {
            num = sharp(&num, verb, prec);
        }
        if f.plus || !num.starts_with('+') {
            let n = num.len() as i64;
            if f.zero && !f.minus && f.wid.is_some_and(|w| w > n) {
                self.str(&num[..1]);
                self.padding(f.wid.unwrap_or(0) - n);
                self.str(&num[1..]);
                return;
            }
            self.pad(num.as_bytes());
            return;
        }
        self.pad(&num.as_bytes()[1..]);
    }
}

/// `%#g` and its like: always a decimal point, and trailing zeros.
fn sharp(num: &str, verb: char, prec: i32) -> String {
    let mut digits = match verb {
        'v' | 'g' | 'G' | 'x' => {
            if prec < 0 {
                6
            } else {
                prec
            }
        }
        _ => 0,
    };
    let hex = verb == 'x' || verb == 'X';
    let cut = num[1..].find(|c| matches!(c, 'p' | 'P') || !hex && matches!(c, 'e' | 'E'));
    let (body, tail) = cut.map_or((num, ""), |i| num.split_at(i + 1));
    let (mut point, mut nonzero) = (false, false);
    for c in body[1..].chars() {
        if c == '.' {
            point = true;
            continue;
        }
        nonzero |= c != '0';
        if nonzero {
            digits -= 1;
        }
    }
    let mut out = body.to_string();
    if !point {
        if &body[1..] == "0" {
            digits -= 1;
        }
        out.push('.');
    }
    out.extend(std::iter::repeat_n('0', digits.max(0) as usize));
    out + tail
}

fn count(s: &[u8]) -> i64 {
    let (mut n, mut rest) = (0, s);
    while let Some((_, w)) = decode(rest) {
        n += 1;
        rest = rest.get(w..).unwrap_or(&[]);
    }
    n
}
