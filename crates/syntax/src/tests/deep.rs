//! Deep, long and senseless texts give an error and never overflow the stack.

use super::errors_of;

const N: usize = 100_000;

fn check(src: &str) {
    let errors = errors_of(src);
    assert!(errors.contains("nesting depth limit exceeded"), "{errors}");
    assert!(crate::format(src).is_err());
}

#[test]
fn nesting() {
    let expr = |unit: &str| format!("package p\nvar x = {}", unit.repeat(N));
    let typ = |unit: &str| format!("package p\ntype T {}", unit.repeat(N));
    let body = |unit: &str| format!("package p\nfunc f() {{\n{}", unit.repeat(N));
    for unit in ["(", "& ", "*", "<-", "f(", "a[", "[]T{", "T{x:{", "func() { _ = ", "[]T(", "T["] {
        check(&expr(unit));
    }
    for unit in [
        "[]",
        "*",
        "[1]",
        "map[int]",
        "map[",
        "chan ",
        "func(",
        "func() ",
        "struct{ a ",
        "interface{ a() ",
    ] {
        check(&typ(unit));
    }
    for unit in ["{", "if x {", "for {", "switch { case x:", "select { default:", "L:"] {
        check(&body(unit));
    }
    check(&format!("package p\nfunc f() {{ if x {{}} {}", "else if x {} ".repeat(N)));
}

#[test]
fn rows() {
    for unit in ["+a", "()", ".x", "[0]", ".(T)"] {
        check(&format!("package p\nvar x = a{}\n", unit.repeat(N)));
    }
    check(&format!("package p\ntype T interface {{ int{} }}\n", "|int".repeat(N)));
}

#[test]
fn rows_in_nests() {
    let mut s = "a".to_string();
    for _ in 0..100 {
        s = format!("func() {{ _ = ({s}{}) }}()", "+a".repeat(100));
    }
    check(&format!("package p\nvar x = {s}\n"));
}

#[test]
fn within_the_limit() {
    let src = format!(
        "package p\n\nvar x = {}a{}{}\n",
        "(".repeat(100),
        ")".repeat(100),
        " + a".repeat(150)
    );
    assert_eq!(errors_of(&src), "");
    assert!(crate::format(&src).is_ok());
}

#[test]
fn long() {
    let many = |s: &str| s.repeat(N);
    assert_eq!(errors_of(&format!("package p\nfunc f() {{ {} }}\n", many("x++;"))), "");
    assert_eq!(errors_of(&format!("package p\nvar x = []int{{ {} }}\n", many("1,"))), "");
    let labels: String = (0..N / 10).map(|i| format!("L{i}:; goto L{i};")).collect();
    assert_eq!(errors_of(&format!("package p\nfunc f() {{ {labels} }}\n")), "");
    for src in [many("#\0"), many("\"\n"), many("package "), many("){"), many("é\u{feff}")] {
        let (_, errors) = crate::parse(&src);
        assert!((1..=10).contains(&errors.len()));
        assert!(crate::format(&src).is_err());
        crate::tokens(&src);
    }
}
