//! Character classes and quoting, as Go's `unicode` and `strconv` define them.

use unicode_properties::{
    GeneralCategory as G, GeneralCategoryGroup as Group, UnicodeGeneralCategory,
};

/// Whether `c` is in Unicode's category L, or `_`.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    c.general_category_group() == Group::Letter
}

/// Whether `c` is in Unicode's category Nd.
pub(crate) fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    c.general_category() == G::DecimalNumber
}

/// Whether Go's `unicode.IsPrint` holds.
fn is_print(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    matches!(
        c.general_category_group(),
        Group::Letter | Group::Mark | Group::Number | Group::Punctuation | Group::Symbol
    )
}

/// `c` as Go's verb `%#U` shows it: `U+0040 '@'`.
pub(crate) fn unicode_name(c: char) -> String {
    let n = c as u32;
    if is_print(c) { format!("U+{n:04X} '{c}'") } else { format!("U+{n:04X}") }
}

/// `c` as Go's verb `%q` shows it.
pub(crate) fn quote(c: char) -> String {
    let n = c as u32;
    match c {
        '\'' => "'\\''".into(),
        '\\' => "'\\\\'".into(),
        '\x07' => "'\\a'".into(),
        '\x08' => "'\\b'".into(),
        '\x0c' => "'\\f'".into(),
        '\n' => "'\\n'".into(),
        '\r' => "'\\r'".into(),
        '\t' => "'\\t'".into(),
        '\x0b' => "'\\v'".into(),
        _ if is_print(c) => format!("'{c}'"),
        _ if n < 0x80 => format!("'\\x{n:02x}'"),
        _ if n < 0x10000 => format!("'\\u{n:04x}'"),
        _ => format!("'\\U{n:08x}'"),
    }
}
