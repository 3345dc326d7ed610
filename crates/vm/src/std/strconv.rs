//! Package `strconv`: numbers and quoted text.

use super::unicode;
use crate::natives::{Cx, NativeFn, Next};
use crate::strings::{RUNE_ERROR, decode, encode};
use crate::text::float::{NumError, format_float, parse_float};

pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
    ("strconv.IsGraphic", |cx| rune_test(cx, unicode::is_graphic)),
    ("strconv.IsPrint", |cx| rune_test(cx, unicode::is_print)),
    ("strconv.formatFloat", float),
    ("strconv.formatInt", int),
    ("strconv.formatUint", uint),
    ("strconv.parseFloatPrefix", float_prefix),
    ("strconv.quoteWith", quote),
];

fn rune_test(cx: &mut Cx<'_>, f: impl Fn(u32) -> bool) -> Next {
    let yes = u32::try_from(cx.int(0)).is_ok_and(f);
    cx.set(0, u64::from(yes));
    Next::Done
}

/// Digits of a number in a base from 2 to 36.
fn digits(mut n: u64, base: u64, negative: bool) -> Vec<u8> {
    let base = base.clamp(2, 36);
    let mut out = Vec::new();
    loop {
        out.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(n % base) as usize]);
        n /= base;
        if n == 0 {
            break;
        }
    }
    if negative {
        out.push(b'-');
    }
    out.reverse();
    out
}

fn int(cx: &mut Cx<'_>) -> Next {
    let (n, base) = (cx.int(0), cx.arg(1));
    cx.set_str(0, &digits(n.unsigned_abs(), base, n < 0));
    Next::Done
}

fn uint(cx: &mut Cx<'_>) -> Next {
    let (n, base) = (cx.arg(0), cx.arg(1));
    cx.set_str(0, &digits(n, base, false));
    Next::Done
}

fn float(cx: &mut Cx<'_>) -> Next {
    let (x, verb, bits) = (cx.float(0), cx.arg(1) as u8, cx.arg(3) as u32);
    // Longer than any number's exact form; the rest would be zeros without end.
    let prec = cx.int(2).clamp(-1, 100_000) as i32;
    let s = format_float(x, verb, prec, bits);
    cx.set_str(0, s.as_bytes());
    Next::Done
}

/// Whether underscores stand only between digits, or between a prefix and a digit.
fn underscores_ok(s: &[u8]) -> bool {
    let s = s.strip_prefix(b"-").or(s.strip_prefix(b"+")).unwrap_or(s);
    // The last character: a digit, an underscore, or something else.
    let (mut last, mut rest, mut hex) = (b'^', s, false);
    if let [b'0', c, tail @ ..] = s
        && matches!(c | 0x20, b'b' | b'o' | b'x')
    {
        (last, rest, hex) = (b'0', tail, c | 0x20 == b'x');
    }
    for c in rest {
        last = match c {
            b'0'..=b'9' => b'0',
            b'a'..=b'f' | b'A'..=b'F' if hex => b'0',
            b'_' if last == b'0' => b'_',
            b'_' => return false,
            _ if last == b'_' => return false,
            _ => b'!',
        };
    }
    last != b'_'
}

/// How much of the text is a floating-point number, and it without underscores.
fn scan(s: &[u8]) -> Option<(usize, String)> {
    let at = |i: usize| s.get(i).copied().unwrap_or(0);
    let mut i = usize::from(matches!(at(0), b'+' | b'-'));
    let hex = s.len() > i + 2 && at(i) == b'0' && at(i + 1) | 0x20 == b'x';
    if hex {
        i += 2;
    }
    let (mut digit, mut dot, mut underscore) = (false, false, false);
    loop {
        match at(i) {
            b'_' => underscore = true,
            b'.' if !dot => dot = true,
            b'0'..=b'9' => digit = true,
            b'a'..=b'f' | b'A'..=b'F' if hex => digit = true,
            _ => break,
        }
        i += 1;
    }
    if !digit {
        return None;
    }
    let clean = |s: &[u8]| s.iter().filter(|c| **c != b'_').map(|c| *c as char).collect::<String>();
    let mut text = clean(s.get(..i)?);
    if at(i) | 0x20 == if hex { b'p' } else { b'e' } {
        text.push(at(i) as char);
        i += 1;
        if matches!(at(i), b'+' | b'-') {
            text.push(at(i) as char);
            i += 1;
        }
        if !at(i).is_ascii_digit() {
            return None;
        }
        let from = i;
        while at(i).is_ascii_digit() || at(i) == b'_' {
            underscore |= at(i) == b'_';
            i += 1;
        }
        let exp = clean(s.get(from..i)?);
        let exp = exp.trim_start_matches('0');
        // Beyond all numbers of reasonable length.
        text += if exp.len() > 5 {
            "100000"
        } else if exp.is_empty() {
            "0"
        } else {
            exp
        };
    } else if hex {
        return None;
    }
    if underscore && !underscores_ok(s.get(..i)?) {
        return None;
    }
    Some((i, text))
}

/// Length of `inf`, `infinity` and `nan` at the beginning, and the number.
fn special(s: &[u8]) -> Option<(usize, f64)> {
    let signed = matches!(s.first(), Some(b'+' | b'-'));
    let negative = s.first() == Some(&b'-');
    let rest = s.get(usize::from(signed)..)?;
    let begins = |word: &[u8]| rest.get(..word.len()).is_some_and(|r| r.eq_ignore_ascii_case(word));
    if !signed && begins(b"nan") {
        return Some((3, f64::NAN));
    }
    let n = if begins(b"infinity") {
        8
    } else if begins(b"inf") {
        3
    } else {
        return None;
    };
    Some((n + usize::from(signed), if negative { f64::NEG_INFINITY } else { f64::INFINITY }))
}

/// `parseFloatPrefix(s string, bitSize int) (f float64, n int, code int)`: the number that `s` begins
/// with, its length, and 1 if there is none, 2 if it is out of range.
fn float_prefix(cx: &mut Cx<'_>) -> Next {
    let (s, bits) = (cx.bytes(0), if cx.int(1) == 32 { 32 } else { 64 });
    let (f, n, code) = match (special(s), scan(s)) {
        (Some((n, f)), _) => (f, n, 0),
        (None, None) => (0.0, 0, 1),
        (None, Some((n, text))) => match parse_float(&text, bits) {
            (f, None) => (f, n, 0),
            (f, Some(NumError::Range)) => (f, n, 2),
            (_, Some(NumError::Syntax)) => (0.0, 0, 1),
        },
    };
    cx.set_float(0, f);
    cx.set(1, n as u64);
    cx.set(2, code);
    Next::Done
}

/// `quoteWith(s string, quote byte, ascii, graphic bool) string`
fn quote(cx: &mut Cx<'_>) -> Next {
    let (mut rest, mark) = (cx.bytes(0), cx.arg(1) as u8);
    let (ascii, graphic) = (cx.arg(2) != 0, cx.arg(3) != 0);
    let mut out = vec![mark];
    while let Some((r, n)) = decode(rest) {
        if r == RUNE_ERROR && n == 1 {
            let byte = rest.first().copied().unwrap_or(0);
            out.extend_from_slice(format!("\\x{byte:02x}").as_bytes());
        } else {
            escape(&mut out, r, mark, ascii, graphic);
        }
        rest = rest.get(n..).unwrap_or(&[]);
    }
    out.push(mark);
    cx.set_str(0, &out);
    Next::Done
}

fn escape(out: &mut Vec<u8>, r: u32, mark: u8, ascii: bool, graphic: bool) {
    if r == u32::from(mark) || r == u32::from(b'\\') {
        out.push(b'\\');
        out.push(r as u8);
        return;
    }
    let shown = unicode::is_print(r) || graphic && unicode::is_graphic(r);
    if shown && (r < 0x80 || !ascii) {
        encode(out, i64::from(r));
        return;
    }
    let text = match r {
        7 => "\\a".into(),
        8 => "\\b".into(),
        9 => "\\t".into(),
        10 => "\\n".into(),
        11 => "\\v".into(),
        12 => "\\f".into(),
        13 => "\\r".into(),
        0..0x20 | 0x7f => format!("\\x{r:02x}"),
        0..0x10000 => format!("\\u{r:04x}"),
        _ => format!("\\U{r:08x}"),
    };
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(digits(0, 10, false), b"0");
        assert_eq!(digits(u64::MAX, 16, false), b"ffffffffffffffff");
        assert_eq!(digits(1 << 63, 10, true), b"-9223372036854775808");
        assert_eq!(digits(35, 36, true), b"-z");
    }

    #[test]
    fn beginnings_of_floats() {
        let n = |s: &str| scan(s.as_bytes()).map_or(0, |(n, _)| n);
        for (s, len) in [
            ("1_0.5x", 5),
            ("_1", 0),
            ("1__0", 0),
            ("0x_1p4", 6),
            ("0x1", 0),
            ("1e", 0),
            ("-.5e-3+2i", 6),
            ("5.", 2),
            ("1.2.3", 3),
            (".", 0),
        ] {
            assert_eq!(n(s), len, "{s}");
        }
        assert_eq!(special(b"-Infinity"), Some((9, f64::NEG_INFINITY)));
        assert_eq!(special(b"infi").map(|s| s.0), Some(3));
        assert_eq!(special(b"+nan").map(|s| s.0), None);
    }
}
