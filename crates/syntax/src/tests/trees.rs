//! What the parser makes of sound programs.

use super::dump;
use expect_test::{Expect, expect};

fn check(src: &str, expect: Expect) {
    let (file, errors) = crate::parse(&format!("package p\n{src}\n"));
    assert_eq!(errors, []);
    expect.assert_eq(dump::file(&file).trim_start_matches("package p\n").trim_end());
}

fn check_expr(src: &str, expect: Expect) {
    let (file, errors) = crate::parse(&format!("package p\nvar _ = {src}\n"));
    assert_eq!(errors, []);
    match file.decls.first() {
        Some(crate::Decl::Var(v)) => {
            let values: Vec<String> = v.values.iter().map(dump::expr).collect();
            expect.assert_eq(&values.join(", "));
        }
        d => panic!("not a variable: {d:?}"),
    }
}

fn check_body(src: &str, expect: Expect) {
    let (file, errors) = crate::parse(&format!("package p\nfunc _() {{\n{src}\n}}\n"));
    assert_eq!(errors, []);
    let text = dump::file(&file);
    let body = text.trim_start_matches("package p\n(func _ () ").trim_end().trim_end_matches(')');
    expect.assert_eq(body);
}

#[test]
fn precedence() {
    check_expr("a || b && c == d + e * f", expect!["(|| a (&& b (== c (+ d (* e f)))))"]);
    check_expr("a - b - c", expect!["(- (- a b) c)"]);
    check_expr("-a * !b << ^c &^ d", expect!["(&^ (<< (* (- a) (! b)) (^ c)) d)"]);
    check_expr("(a + b) * c", expect!["(* (paren (+ a b)) c)"]);
    check_expr("<-ch + *p.q", expect!["(+ (<- ch) (* (. p q)))"]);
    check_expr("&T{}.x", expect!["(& (. (lit T) x))"]);
}

#[test]
fn primary() {
    check_expr(
        "f(a, b...)[i].g(1)(2)",
        expect!["(call (call (. (index (call f a b...) i) g) 1) 2)"],
    );
    check_expr("a[1:2], a[:], a[:2:3]", expect!["(slice a 1 2), (slice a _ _), (slice a _ 2 3)"]);
    check_expr("x.(int), x.(*T)", expect!["(assert x int), (assert x (* T))"]);
    check_expr("F[int, []string](x)", expect!["(call (index F int (slice string)) x)"]);
    check_expr("[]byte(s), map[K]V(nil)", expect!["(call (slice byte) s), (call (map K V) nil)"]);
    check_expr(
        "func(x int) int { return x }(3)",
        expect!["(call (func (x:int -> int) {(return x)}) 3)"],
    );
}

#[test]
fn composite_literals() {
    check_expr(
        "[]T{{1}, {x: 2}, &T{}}",
        expect!["(lit (slice T) (lit _ 1) (lit _ x:2) (& (lit T)))"],
    );
    check_expr("[...]int{2: 5, 6}", expect!["(lit (array _ int) 2:5 6)"]);
    check_expr("G[int]{x: {}}", expect!["(lit (index G int) x:(lit _))"]);
    check_body("if x == (T{}) {}", expect!["{(if _ (== x (paren (lit T))) {})}"]);
    check_body(
        "for _, x := range []int{1} {}",
        expect!["{(range := (_ x) (lit (slice int) 1) {})}"],
    );
    check_body("switch f(T{}) {}", expect!["{(switch _ (call f (lit T)) )}"]);
}

#[test]
fn types() {
    check("type T [n]int", expect!["(type T (array n int))"]);
    check("type T [n * 2]int", expect!["(type T (array (* n 2) int))"]);
    check("type T[P any] struct{}", expect!["(type T[P:any] (struct))"]);
    check("type T[P *C,] []P", expect!["(type T[P:(* C)] (slice P))"]);
    check("type T[P *C | ~int] P", expect!["(type T[P:(| (* C) (~ int))] P)"]);
    check("type T[P interface{ *C }] P", expect!["(type T[P:(interface (* C))] P)"]);
    check(
        "type T[K comparable, V, W any] map[K]V",
        expect!["(type T[K:comparable V:any W:any] (map K V))"],
    );
    check(
        "type A = map[string][]chan<- int",
        expect!["(type A = (map string (slice (chan<- int))))"],
    );
    check("type C <-chan <-chan int", expect!["(type C (<-chan (<-chan int)))"]);
    check(
        "type F func(int, ...string) (n int, err error)",
        expect!["(type F (func (int (... string) -> n:int err:error)))"],
    );
    check(
        "type S struct { a, b int `x`; *p.E; G[int]; c [2]T; d []T }",
        expect![
            "(type S (struct a:int@`x` b:int@`x` (* (. p E)) (index G int) c:(array 2 T) d:(slice T)))"
        ],
    );
    check(
        "type I interface { M(x int) error; p.J; ~int | G[string]; K[int, T] }",
        expect![
            "(type I (interface M:(func (x:int -> error)) (. p J) (| (~ int) (index G string)) (index K int T)))"
        ],
    );
}

#[test]
fn channels_and_receives() {
    check_expr("<-chan int(ch)", expect!["(<- (call (chan int) ch))"]);
    check_expr("(<-chan int)(ch)", expect!["(call (paren (<-chan int)) ch)"]);
    check_expr("make(chan<- (chan int), 3)", expect!["(call make (chan<- (chan int)) 3)"]);
}

#[test]
fn declarations() {
    check(
        "import (\n\"fmt\"\n. \"math\"\n_ \"os\"\nx \"sync\"\n)",
        expect![[r#"
            (import "fmt")
            (import . "math")
            (import _ "os")
            (import x "sync")"#]],
    );
    check(
        "const (\na, b = iota, 1\nc, d\ne int = 3\n)\nvar x, y = f()\nvar z int",
        expect![[r#"
            (const#0 (a b) iota 1)
            (const#1 (c d))
            (const#2 (e) : int 3)
            (var#0 (x y) (call f))
            (var#0 (z) : int)"#]],
    );
    check(
        "func (t *T[P]) m(a, b int, c ...string) {}\nfunc F[P any](x P) (P, error)\nfunc f(int, string)",
        expect![[r#"
            (func (t:(* (index T P))) m (a:int b:int c:(... string)) {})
            (func F[P:any] (x:P -> P error))
            (func f (int string))"#]],
    );
}

#[test]
fn statements() {
    check_body(
        "a, b = b, a; x := 1; x += 2; x--; ch <- v",
        expect!["{(= (a b) b a) (:= (x) 1) (+= x 2) (-- x) (send ch v)}"],
    );
    check_body("go f(); defer func() {}()", expect!["{(Go (call f)) (Defer (call (func () {})))}"]);
    check_body(
        "if x := f(); x > 0 { return } else if y { return x, y } else {}",
        expect!["{(if (:= (x) (call f)) (> x 0) {(return)} (if _ y {(return x y)} {}))}"],
    );
    check_body(
        "L: for i := 0; i < n; i++ { continue L }\nfor {}\nfor x {}\nfor range 3 {}\nfor k = range m {}",
        expect![
            "{(L: (for (:= (i) 0) (< i n) (++ i) {(Continue L)})) (for _ _ _ {}) (for _ x _ {}) (range = () 3 {}) (range = (k) m {})}"
        ],
    );
    check_body(
        "switch x := y; x { case 1, 2: f(); fallthrough; case 3:\ndefault: }\nswitch {}",
        expect![
            "{(switch (:= (x) y) x [1 2: (call f) (Fallthrough)] [3: ] [default: ]) (switch _ _ )}"
        ],
    );
    check_body(
        "switch v := x.(type) { case int: case nil, T: }\nswitch a := 1; y.(type) {}",
        expect!["{(switch _ (guard v x) [int: ] [nil T: ]) (switch (:= (a) 1) (guard _ y) )}"],
    );
    check_body(
        "select { case ch <- 1: case v, ok := <-ch: f(v); case <-c: default: }\nselect {}",
        expect![
            "{(select [(send ch 1): ] [(:= (v ok) (<- ch)): (call f v)] [(<- c): ] [default: ]) (select )}"
        ],
    );
    check_body(
        "goto L; L: {}; var x int; type T int; const ()",
        expect!["{(Goto L) (L: {}) (var#0 (x) : int) (type T int) }"],
    );
}

#[test]
fn build_line() {
    let version = |s: &str| crate::parse(s).0.go_version;
    assert_eq!(version("//go:build go1.21\n\npackage p\n"), Some((1, 21)));
    assert_eq!(
        version("// text\n\n//go:build (linux && go1.20) || go1.22\npackage p\n"),
        Some((1, 20))
    );
    assert_eq!(version("//go:build !go1.20\npackage p\n"), None);
    assert_eq!(version("//go:build linux\npackage p\n"), None);
    assert_eq!(version("package p\n//go:build go1.21\n"), None);
}
