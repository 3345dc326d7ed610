//! Numbers, runes and strings.

use super::Scanner;
use crate::ast::LitKind;
use crate::chars;
use crate::source::EOF;
use crate::token::Tok;

/// What a run of digits contained.
#[derive(Clone, Copy, Default)]
struct Digits {
    digit: bool,
    separator: bool,
}

impl Scanner<'_> {
    fn set_literal(&mut self, kind: LitKind, ok: bool) {
        self.nlsemi = true;
        self.tok = Tok::Literal;
        self.lit = self.source.segment(self.start);
        self.kind = kind;
        self.bad = !ok;
    }

    fn lower(&self) -> Option<char> {
        self.ch().map(|c| c.to_ascii_lowercase())
    }

    /// Skips digits and `_`. In bases up to ten any decimal digit is taken; the offset in the
    /// literal of the first one that is too great goes to `invalid`.
    fn digits(&mut self, base: u32, invalid: &mut Option<usize>) -> Digits {
        let mut seen = Digits::default();
        while let Some(c) = self.ch() {
            if c == '_' {
                seen.separator = true;
            } else if c.is_digit(base.max(10)) {
                seen.digit = true;
                if !c.is_digit(base) && invalid.is_none() {
                    *invalid = Some(self.source.offset() - self.start);
                }
            } else {
                break;
            }
            self.advance();
        }
        seen
    }

    /// Scans a number; `seen_point` when its leading `.` is consumed.
    pub(super) fn number(&mut self, mut seen_point: bool) {
        let mut ok = true;
        let mut kind = LitKind::Int;
        let mut base = 10;
        let mut prefix = ' ';
        let mut seen = Digits::default();
        let mut invalid = None;

        if !seen_point {
            if self.eat('0') {
                match self.lower() {
                    Some(c @ ('x' | 'o' | 'b')) => {
                        self.advance();
                        prefix = c;
                        base = match c {
                            'x' => 16,
                            'o' => 8,
                            _ => 2,
                        };
                    }
                    _ => {
                        base = 8;
                        prefix = '0';
                        seen.digit = true;
                    }
                }
            }
            let d = self.digits(base, &mut invalid);
            seen.digit |= d.digit;
            seen.separator |= d.separator;
            if self.is('.') {
                if prefix == 'o' || prefix == 'b' {
                    self.error(format!("invalid radix point in {} literal", base_name(base)));
                    ok = false;
                }
                self.advance();
                seen_point = true;
            }
        }
        if seen_point {
            kind = LitKind::Float;
            let d = self.digits(base, &mut invalid);
            seen.digit |= d.digit;
            seen.separator |= d.separator;
        }
        if !seen.digit && ok {
            self.error(format!("{} literal has no digits", base_name(base)));
            ok = false;
        }
        match self.lower() {
            Some(e @ ('e' | 'p')) => {
                if ok {
                    let shown = chars::quote(self.ch().unwrap_or(e));
                    if e == 'e' && prefix != ' ' && prefix != '0' {
                        self.error(format!("{shown} exponent requires decimal mantissa"));
                        ok = false;
                    } else if e == 'p' && prefix != 'x' {
                        self.error(format!("{shown} exponent requires hexadecimal mantissa"));
                        ok = false;
                    }
                }
                self.advance();
                kind = LitKind::Float;
                if self.is('+') || self.is('-') {
                    self.advance();
                }
                let d = self.digits(10, &mut None);
                seen.digit = d.digit;
                seen.separator |= d.separator;
                if !seen.digit && ok {
                    self.error("exponent has no digits".into());
                    ok = false;
                }
            }
            _ if prefix == 'x' && kind == LitKind::Float && ok => {
                self.error("hexadecimal mantissa requires a 'p' exponent".into());
                ok = false;
            }
            _ => {}
        }
        if self.eat('i') {
            kind = LitKind::Imag;
        }
        self.set_literal(kind, ok);
        if let (LitKind::Int, Some(i), true) = (kind, invalid, ok) {
            let digit = self.lit.as_bytes().get(i).map_or(' ', |&b| char::from(b));
            let message = format!("invalid digit '{digit}' in {} literal", base_name(base));
            self.error_at(u16::try_from(i).unwrap_or(u16::MAX), message);
            ok = false;
        }
        if let (true, true, Some(i)) = (seen.separator, ok, invalid_separator(self.lit)) {
            let message = "'_' must separate successive digits".into();
            self.error_at(u16::try_from(i).unwrap_or(u16::MAX), message);
            ok = false;
        }
        self.bad = !ok;
    }

    pub(super) fn rune(&mut self) {
        let mut ok = true;
        self.advance();
        let mut n = 0;
        loop {
            if self.is('\'') {
                if ok && n == 0 {
                    self.error("empty rune literal or unescaped '".into());
                    ok = false;
                } else if ok && n != 1 {
                    self.error_at(0, "more than one character in rune literal".into());
                    ok = false;
                }
                self.advance();
                break;
            }
            if self.eat('\\') {
                ok &= self.escape('\'');
                n += 1;
                continue;
            }
            if self.is('\n') {
                if ok {
                    self.error("newline in rune literal".into());
                    ok = false;
                }
                break;
            }
            if self.source.ch == EOF {
                if ok {
                    self.error_at(0, "rune literal not terminated".into());
                    ok = false;
                }
                break;
            }
            self.advance();
            n += 1;
        }
        self.set_literal(LitKind::Rune, ok);
    }

    pub(super) fn std_string(&mut self) {
        let mut ok = true;
        self.advance();
        loop {
            if self.eat('"') {
                break;
            }
            if self.eat('\\') {
                ok &= self.escape('"');
                continue;
            }
            if self.is('\n') {
                self.error("newline in string".into());
                ok = false;
                break;
            }
            if self.source.ch == EOF {
                self.error_at(0, "string not terminated".into());
                ok = false;
                break;
            }
            self.advance();
        }
        self.set_literal(LitKind::String, ok);
    }

    pub(super) fn raw_string(&mut self) {
        let mut ok = true;
        self.advance();
        loop {
            if self.eat('`') {
                break;
            }
            if self.source.ch == EOF {
                self.error_at(0, "string not terminated".into());
                ok = false;
                break;
            }
            self.advance();
        }
        self.set_literal(LitKind::String, ok);
    }

    /// Scans what follows a backslash.
    fn escape(&mut self, quote: char) -> bool {
        let (n, base, max) = match self.ch() {
            Some('a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | '\\') => {
                self.advance();
                return true;
            }
            Some(c) if c == quote => {
                self.advance();
                return true;
            }
            Some('0'..='7') => (3, 8, 255),
            Some('x') => (2, 16, 255),
            Some('u') => (4, 16, 0x10_ffff),
            Some('U') => (8, 16, 0x10_ffff),
            None => return true, // the caller complains
            Some(_) => {
                self.error("unknown escape".into());
                return false;
            }
        };
        if base == 16 {
            self.advance();
        }
        let mut x = 0u64;
        for _ in 0..n {
            let Some(c) = self.ch() else { return true };
            let Some(d) = c.to_digit(base) else {
                let c = chars::quote(c);
                self.error(format!("invalid character {c} in {} escape", base_name(base)));
                return false;
            };
            x = x * u64::from(base) + u64::from(d);
            self.advance();
        }
        if x > max && base == 8 {
            self.error(format!("octal escape value {x} > 255"));
            return false;
        }
        if x > max || (0xd800..0xe000).contains(&x) {
            self.error(format!("escape is invalid Unicode code point U+{x:04X}"));
            return false;
        }
        true
    }
}

fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

/// Index of the first `_` in `lit` that does not separate digits.
fn invalid_separator(lit: &str) -> Option<usize> {
    let bytes = lit.as_bytes();
    let mut hex = false;
    // What came before: a digit, `_`, or anything else (`.`). A prefix counts as a digit.
    let mut prev = b'.';
    let mut from = 0;
    if let [b'0', p, ..] = bytes
        && matches!(p | 0x20, b'x' | b'o' | b'b')
    {
        hex = p | 0x20 == b'x';
        prev = b'0';
        from = 2;
    }
    for (i, &b) in bytes.iter().enumerate().skip(from) {
        let class = match b {
            b'_' => b'_',
            _ if b.is_ascii_digit() || (hex && b.is_ascii_hexdigit()) => b'0',
            _ => b'.',
        };
        if class == b'_' && prev != b'0' {
            return Some(i);
        }
        if class == b'.' && prev == b'_' {
            return Some(i - 1);
        }
        prev = class;
    }
    (prev == b'_').then(|| bytes.len() - 1)
}
