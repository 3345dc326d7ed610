//! Colours of sound and broken code.

use crate::{TokenKind, tokens};
use expect_test::{Expect, expect};

fn check(src: &str, expect: Expect) {
    let mut out = String::new();
    for t in tokens(src) {
        let text = src.get(t.start as usize..t.end as usize).unwrap_or("?");
        out.push_str(&format!("{:?} {text:?}\n", t.kind));
    }
    expect.assert_eq(&out);
}

#[test]
fn kinds() {
    check(
        "func (t *T) run(n int) { // go\n\tx := make([]T, len(s)); fmt.Println(x.len, nil, 'c', 1.5) /* a\nb */ }",
        expect![[r#"
            Keyword "func"
            Operator "("
            Identifier "t"
            Operator "*"
            Identifier "T"
            Operator ")"
            Function "run"
            Operator "("
            Identifier "n"
            Type "int"
            Operator ")"
            Operator "{"
            Comment "// go"
            Identifier "x"
            Operator ":="
            Builtin "make"
            Operator "("
            Operator "["
            Operator "]"
            Identifier "T"
            Operator ","
            Builtin "len"
            Operator "("
            Identifier "s"
            Operator ")"
            Operator ")"
            Operator ";"
            Identifier "fmt"
            Operator "."
            Function "Println"
            Operator "("
            Identifier "x"
            Operator "."
            Identifier "len"
            Operator ","
            Builtin "nil"
            Operator ","
            String "'c'"
            Operator ","
            Number "1.5"
            Operator ")"
            Comment "/* a\nb */"
            Operator "}"
        "#]],
    );
}

#[test]
fn broken() {
    check(
        "type T struct # { \"open\n`raw\nmore",
        expect![[r#"
            Keyword "type"
            Type "T"
            Keyword "struct"
            Operator "{"
            String "\"open"
            String "`raw\nmore"
        "#]],
    );
    check(
        "/* open",
        expect![[r#"
            Comment "/* open"
        "#]],
    );
}

#[test]
fn in_order_without_overlap() {
    for (_, src) in super::sources("invalid") {
        let mut end = 0;
        for t in tokens(&src) {
            assert!(t.start >= end && t.end > t.start && t.end as usize <= src.len());
            assert!(src.is_char_boundary(t.start as usize) && src.is_char_boundary(t.end as usize));
            assert!(t.kind <= TokenKind::Identifier);
            end = t.end;
        }
    }
}
