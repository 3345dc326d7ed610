//! The format string, after `doPrintf` in `fmt/print.go`.

use super::print::Printer;
use super::verbs::Flags;
use crate::strings::{RUNE_ERROR, decode};
use program::{Kind, RTypeId};

/// Largest width, precision or index (`tooLarge`).
const MAX: i64 = 1_000_000;

struct Format<'a> {
    s: &'a [u8],
    i: usize,
    arg: usize,
    good: bool,
    reordered: bool,
    after_index: bool,
}

impl Format<'_> {
    fn at(&self, i: usize) -> Option<u8> {
        self.s.get(i).copied()
    }

    /// Digits from `i`.
    fn number(&self, mut i: usize) -> (Option<i64>, usize) {
        let (start, mut n) = (i, 0i64);
        while let Some(c @ b'0'..=b'9') = self.at(i) {
            if n > MAX {
                return (None, self.s.len());
            }
            n = n * 10 + i64::from(c - b'0');
            i += 1;
        }
        ((i > start).then_some(n), i)
    }

    /// `[n]`
    fn index(&mut self, args: usize) {
        self.after_index = false;
        if self.at(self.i) != Some(b'[') {
            return;
        }
        self.reordered = true;
        let rest = self.s.get(self.i..).unwrap_or(&[]);
        let Some(close) = rest.iter().position(|c| *c == b']') else {
            self.good = false;
            self.i += 1;
            return;
        };
        let (n, end) = self.number(self.i + 1);
        match n {
            Some(n) if end == self.i + close && n >= 1 && n as usize <= args => {
                self.arg = n as usize - 1;
                self.after_index = true;
            }
            Some(_) if end == self.i + close => {
                // Out of range.
                self.good = false;
                self.after_index = true;
            }
            _ => {
                self.good = false;
                self.after_index = false;
            }
        }
        self.i += close + 1;
    }
}

impl Printer<'_> {
    /// An operand that is a width or precision.
    fn star(&self, f: &mut Format<'_>, args: &[[u64; 2]]) -> Option<i64> {
        let a = args.get(f.arg)?;
        f.arg += 1;
        if a[0] == 0 {
            return None;
        }
        let n = match self.ty((a[0] - 1) as RTypeId)?.kind {
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => a[1] as i64,
            Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 => {
                i64::try_from(a[1]).ok()?
            }
            _ => return None,
        };
        (-MAX..=MAX).contains(&n).then_some(n)
    }

    /// `Printf`
    pub fn printf(&mut self, format: &[u8], args: &[[u64; 2]]) {
        let mut f =
            Format { s: format, i: 0, arg: 0, good: true, reordered: false, after_index: false };
        while f.i < format.len() {
            f.good = true;
            let rest = &format[f.i..];
            let n = rest.iter().position(|c| *c == b'%').unwrap_or(rest.len());
            self.out.buf.extend_from_slice(&rest[..n]);
            f.i += n + 1;
            if f.i > format.len() {
                break;
            }
            self.verb(&mut f, args);
            if self.need.is_some() {
                return;
            }
        }
        if !f.reordered && f.arg < args.len() {
            self.out.f = Flags::default();
            self.out.str("%!(EXTRA ");
            for (i, a) in args[f.arg..].iter().enumerate() {
                if i > 0 {
                    self.out.str(", ");
                }
                self.extra(*a);
            }
            self.out.str(")");
        }
    }

    /// What follows a percent sign.
    fn verb(&mut self, f: &mut Format<'_>, args: &[[u64; 2]]) {
        self.out.f = Flags::default();
        loop {
            match f.at(f.i) {
                Some(b'#') => self.out.f.sharp = true,
                Some(b'0') => self.out.f.zero = true,
                Some(b'+') => self.out.f.plus = true,
                Some(b'-') => self.out.f.minus = true,
                Some(b' ') => self.out.f.space = true,
                _ => break,
            }
            f.i += 1;
        }
        f.after_index = false;
        f.index(args.len());
        if f.at(f.i) == Some(b'*') {
            f.i += 1;
            self.out.f.wid = self.star(f, args);
            match self.out.f.wid {
                None => self.out.str("%!(BADWIDTH)"),
                Some(w) if w < 0 => {
                    self.out.f.wid = Some(-w);
                    self.out.f.minus = true;
                    self.out.f.zero = false;
                }
                Some(_) => {}
            }
            f.after_index = false;
        } else {
            (self.out.f.wid, f.i) = f.number(f.i);
            if f.after_index && self.out.f.wid.is_some() {
                f.good = false;
            }
        }
        if f.i + 1 < f.s.len() && f.at(f.i) == Some(b'.') {
            f.i += 1;
            if f.after_index {
                f.good = false;
            }
            f.index(args.len());
            if f.at(f.i) == Some(b'*') {
                f.i += 1;
                self.out.f.prec = self.star(f, args).filter(|p| *p >= 0);
                if self.out.f.prec.is_none() {
                    self.out.str("%!(BADPREC)");
                }
                f.after_index = false;
            } else {
                let (p, i) = f.number(f.i);
                self.out.f.prec = Some(p.unwrap_or(0));
                f.i = i;
            }
        }
        if !f.after_index {
            f.index(args.len());
        }
        let Some((r, n)) = decode(f.s.get(f.i..).unwrap_or(&[])) else {
            self.out.str("%!(NOVERB)");
            return;
        };
        f.i += n;
        let verb = char::from_u32(if n == 1 && r == RUNE_ERROR { RUNE_ERROR } else { r });
        let verb = verb.unwrap_or('\u{FFFD}');
        if verb == '%' {
            self.out.str("%");
            return;
        }
        let bad = if !f.good {
            Some("(BADINDEX)")
        } else if f.arg >= args.len() {
            Some("(MISSING)")
        } else {
            None
        };
        if let Some(bad) = bad {
            self.out.str("%!");
            self.rune(verb);
            self.out.str(bad);
            return;
        }
        if verb == 'w' {
            self.wrapped.push(f.arg);
        }
        if verb == 'v' || verb == 'w' {
            let flags = &mut self.out.f;
            flags.sharp_v = std::mem::take(&mut flags.sharp);
            flags.plus_v = std::mem::take(&mut flags.plus);
        }
        self.arg(args[f.arg], verb);
        f.arg += 1;
    }
}
