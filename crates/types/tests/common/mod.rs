//! The one touch point between the tests and the API.

use expect_test::Expect;
use std::fmt::Write;

/// Compares the errors of a program, all of them, as `line:column: text`.
pub fn check(src: &str, expect: Expect) {
    let (file, parser) = syntax::parse(src);
    let mut out = String::new();
    for d in types::check_every_error(&[file], parser) {
        let _ = match d.pos.is_known() {
            true => writeln!(out, "{}: {}", d.pos, d.message),
            false => writeln!(out, "{}", d.message),
        };
    }
    expect.assert_eq(&out);
}
