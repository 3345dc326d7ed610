//! Quoting, as `strconv.Quote` and its kin.

use crate::strings::{RUNE_ERROR, decode, encode};

/// Whether Go would print the rune as it is (`strconv.IsPrint`): letters, marks, numbers,
/// punctuation, symbols, and the ASCII space.
pub(crate) fn is_print(r: u32) -> bool {
    if r < 0x7f {
        return r >= 0x20;
    }
    let Some(c) = char::from_u32(r) else { return false };
    // Rust escapes exactly what is not printable, and in the first place of a text also marks.
    let text: String = ['a', c].iter().collect();
    r > 0x7f && !text.escape_debug().any(|c| c == '\\')
}

/// A text between quotes, with what cannot be printed escaped.
pub(crate) fn quote(s: &[u8], ascii: bool) -> Vec<u8> {
    let mut out = vec![b'"'];
    let mut rest = s;
    while let Some((r, n)) = decode(rest) {
        if n == 1 && r == RUNE_ERROR {
            out.extend_from_slice(format!("\\x{:02x}", rest[0]).as_bytes());
        } else {
            escaped(&mut out, r, b'"', ascii);
        }
        rest = rest.get(n..).unwrap_or(&[]);
    }
    out.push(b'"');
    out
}

/// A rune between single quotes.
pub(crate) fn quote_rune(r: i64, ascii: bool) -> Vec<u8> {
    let r = u32::try_from(r).ok().filter(|r| char::from_u32(*r).is_some()).unwrap_or(RUNE_ERROR);
    let mut out = vec![b'\''];
    escaped(&mut out, r, b'\'', ascii);
    out.push(b'\'');
    out
}

fn escaped(out: &mut Vec<u8>, r: u32, quote: u8, ascii: bool) {
    if r == u32::from(quote) || r == u32::from(b'\\') {
        out.push(b'\\');
        out.push(r as u8);
        return;
    }
    if (!ascii || r < 0x80) && is_print(r) {
        encode(out, i64::from(r));
        return;
    }
    let text = match r {
        7 => "\\a".into(),
        8 => "\\b".into(),
        12 => "\\f".into(),
        10 => "\\n".into(),
        13 => "\\r".into(),
        9 => "\\t".into(),
        11 => "\\v".into(),
        r if r < 0x20 || r == 0x7f => format!("\\x{r:02x}"),
        r if r < 0x10000 => format!("\\u{r:04x}"),
        r => format!("\\U{r:08x}"),
    };
    out.extend_from_slice(text.as_bytes());
}

/// Whether the text can stand between backquotes as it is.
pub(crate) fn can_backquote(s: &[u8]) -> bool {
    let mut rest = s;
    while let Some((r, n)) = decode(rest) {
        let bad = if n > 1 {
            r == 0xFEFF
        } else {
            r == RUNE_ERROR || (r < 0x20 && r != 9) || r == u32::from(b'`') || r == 0x7f
        };
        if bad {
            return false;
        }
        rest = rest.get(n..).unwrap_or(&[]);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go() {
        let q = |s: &[u8]| String::from_utf8(quote(s, false)).unwrap();
        assert_eq!(q(b"a\"b\\c\n\x07\x01\xff"), r#""a\"b\\c\n\a\x01\xff""#);
        assert_eq!(q("é世\u{200b}e\u{301}\u{a0}".as_bytes()), "\"é世\\u200be\u{301}\\u00a0\"");
        assert_eq!(quote("é😀".as_bytes(), true), br#""\u00e9\U0001f600""#);
        assert_eq!(quote_rune(i64::from(b'\''), false), br"'\''");
        assert_eq!(quote_rune(-1, false), "'\u{fffd}'".as_bytes());
        assert!(can_backquote(b"a\tb") && !can_backquote(b"a`b") && !can_backquote(b"a\nb"));
    }
}
