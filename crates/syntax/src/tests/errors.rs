//! Messages, positions and recovery, as gc has them.

use super::errors_of;
use expect_test::{Expect, expect};

fn check(src: &str, expect: Expect) {
    expect.assert_eq(&errors_of(&format!("package p\n{src}")));
}

fn check_body(src: &str, expect: Expect) {
    check(&format!("func f() {{\n{src}\n}}\n"), expect);
}

#[test]
fn header() {
    let of = |s: &str| errors_of(s);
    assert_eq!(of(""), "1:1: expected 'package', found 'EOF'\n");
    assert_eq!(of("// nothing\n"), "1:12: expected 'package', found 'EOF'\n");
    assert_eq!(of("func main() {}\n"), "1:1: expected 'package', found 'func'\n");
    assert_eq!(of("fmt.Println()\n"), "1:1: expected 'package', found fmt\n");
    assert_eq!(of("#!/bin/sh\n"), "1:1: illegal character U+0023 '#'\n");
    assert_eq!(of("package\nvar x int\n"), "2:1: expected 'IDENT', found 'var'\n");
    assert_eq!(of("package p import \"x\"\n"), "1:11: expected ';', found 'import'\n");
    assert_eq!(of("package p\nimport fmt\n"), "2:11: missing import path\n");
    assert_eq!(of("package p\nimport 5\n"), "2:8: import path must be a string\n");
    assert_eq!(of("package p\nimport \"x\n"), "2:8: string literal not terminated\n");
    assert_eq!(of("package p\nimport (\"a\", \"b\")\n"), "2:12: expected ';', found ','\n");
}

#[test]
fn declarations() {
    check(
        "x := 5\nvar y int\n",
        expect![[r#"
        2:1: syntax error: non-declaration statement outside function body
    "#]],
    );
    check(
        "func f()\n{\n}\n",
        expect![[r#"
        3:1: syntax error: unexpected semicolon or newline before {
    "#]],
    );
    check(
        "var x int\nimport \"y\"\n",
        expect![[r#"
        3:1: syntax error: imports must appear before other declarations
    "#]],
    );
    check(
        "var x int y\n",
        expect![[r#"
        2:11: syntax error: unexpected name y after top level declaration
    "#]],
    );
    check(
        "func (a, b T) m() {}\nfunc () n() {}\nfunc 5() {}\n",
        expect![[r#"
        2:15: method has multiple receivers
        3:9: method has no receiver
        4:6: syntax error: unexpected literal 5, expected name or (
    "#]],
    );
    check(
        "type T struct { 5 }\ntype\ntype U [3, ]int\n",
        expect![[r#"
            2:17: syntax error: unexpected literal 5, expected field name or embedded type
            4:1: syntax error: unexpected keyword type, expected name
        "#]],
    );
    check(
        "func f(a int, b) {}\nfunc g(a ...int, b int) {}\nfunc h[](x int) {}\n",
        expect![[r#"
            2:16: syntax error: missing parameter type
            3:10: can only use ... with final parameter
            4:8: syntax error: empty type parameter list
        "#]],
    );
    check(
        "type T[P] struct{}\ntype F func[P any](P)\n",
        expect![[r#"
        3:12: syntax error: function type must have no type parameters
    "#]],
    );
}

#[test]
fn statements() {
    check_body(
        "x := 5 6\ny := )\nz = 7",
        expect![[r#"
        3:8: syntax error: unexpected literal 6 at end of statement
        4:6: syntax error: unexpected ), expected expression
    "#]],
    );
    check_body(
        "if x { }\nelse { }",
        expect![[r#"
            4:1: syntax error: unexpected keyword else, expected }
        "#]],
    );
    check_body(
        "if { }\nif x = 1 { }\nif a + b = c { }\nif x := 1 { }\nif x; { }",
        expect![[r#"
            3:4: syntax error: missing condition in if statement
            4:6: syntax error: cannot use assignment x = 1 as value
            5:10: syntax error: cannot use assignment (a + b) = c as value
            6:6: syntax error: cannot use x := 1 as value
            7:5: syntax error: missing condition in if statement
        "#]],
    );
    check_body(
        "if x\n{ }",
        expect![[r#"
        3:5: syntax error: unexpected newline, expected { after if clause
    "#]],
    );
    check_body(
        "for var i = 0; i < 3; i++ { }\nfor i := 0; i < 3 { }\nfor ; ; i := 1 { }",
        expect![[r#"
            3:9: syntax error: var declaration not allowed in for initializer
            4:19: syntax error: unexpected {, expected semicolon or newline
            5:11: syntax error: cannot declare in post statement of for loop
        "#]],
    );
    check_body(
        "switch x { foo() }\nselect { case: }\nif x { } else x",
        expect![[r#"
            3:12: syntax error: unexpected name foo, expected case or default or }
            4:14: syntax error: unexpected :, expected expression
            5:15: syntax error: else must be followed by if or statement block
        "#]],
    );
    check_body(
        "a, b + 1\na[]\na[1:2:]\na[1 2]\nx.5",
        expect![[r#"
        3:9: syntax error: unexpected newline, expected := or = or comma
        4:3: syntax error: unexpected ], expected operand
        5:7: final index required in 3-index slice
        6:5: syntax error: unexpected literal 2, expected comma, : or ]
        7:2: syntax error: unexpected literal .5 at end of statement
    "#]],
    );
    check_body(
        "defer (f())\ngo (g)()\nL:\ncase",
        expect![[r#"
            3:7: expression in defer must not be parenthesized
            5:2: syntax error: missing statement after label
            6:1: syntax error: unexpected keyword case, expected }
            7:1: syntax error: unexpected } after top level declaration
        "#]],
    );
    check_body(
        "f(a\nb)\nT{1\n}\nx = (T){1}",
        expect![[r#"
        3:4: syntax error: unexpected newline in argument list; possibly missing comma or )
        5:4: syntax error: unexpected newline in composite literal; possibly missing comma or }
        7:8: syntax error: cannot parenthesize type in composite literal
    "#]],
    );
    check_body(
        "var c chan",
        expect![[r#"
            4:1: syntax error: missing channel element type
        "#]],
    );
}

#[test]
fn branches() {
    check_body(
        "break\ncontinue\nfallthrough\ngoto L\nM: x()",
        expect![[r#"
        3:1: break is not in a loop, switch, or select
        4:1: continue is not in a loop
        5:1: fallthrough statement out of place
        6:6: label L not defined
        7:1: label M defined and not used
    "#]],
    );
    check_body(
        "L: for { }\nfor { break L; continue M }\nL: f()",
        expect![[r#"
        4:13: invalid break label L
        4:25: continue label not defined: M
        5:1: label L already defined at main.go:3:1
    "#]],
    );
    check_body(
        "goto L\nx := 1\nL: { M: f() }\ngoto M",
        expect![[r#"
        3:6: goto L jumps over declaration of x at main.go:4:3
        6:6: goto M jumps into block starting at main.go:5:4
    "#]],
    );
    check_body(
        "switch x { case 1: fallthrough; case 2: { fallthrough }; case 3: fallthrough }\nswitch x.(type) { case T: fallthrough; case U: }\nL: if x { break L }",
        expect![[r#"
        3:43: fallthrough statement out of place
        3:66: cannot fallthrough final case in switch
        4:27: cannot fallthrough in type switch
        5:17: invalid break label L
    "#]],
    );
    // Not after syntax errors in the function.
    check_body(
        "break\nx y",
        expect![[r#"
        4:3: syntax error: unexpected name y at end of statement
    "#]],
    );
}

#[test]
fn limits() {
    let many: String = (0..30).map(|i| format!("x{i} y\n")).collect();
    let errors = errors_of(&format!("package p\nfunc f() {{\n{many}}}\n"));
    assert_eq!(errors.lines().count(), 10);
    check_body(
        "x y z; a b c",
        expect![[r#"
        3:3: syntax error: unexpected name y at end of statement
    "#]],
    );
}

#[test]
fn marked_text() {
    let (_, errors) =
        crate::parse("package p\nfunc f() { break; x := foo bar }\nfunc g() { goto Label }\n");
    let marks: Vec<String> = errors.iter().map(|d| format!("{}-{}", d.pos, d.end_col)).collect();
    assert_eq!(marks, ["2:28-31", "3:17-22"]);
}
