//! Errors about declarations: gc's words, places and order.

mod common;

use common::check;
use expect_test::expect;

#[test]
fn redeclared() {
    check(
        r#"package main

import "fmt"
var a int
var a string
func a() {}
type T struct { x int; x string }
func (T) x() {}
func (T) m() {}
func (t *T) m() {}
type I interface { m(); m() }
func f(a, a int) (b int, b string) { var a int; return }
const fmt = 1
func init() {}
func init() {}
func main() { x := 1; var x int; { x := 2; _ = x } }
func main() {}
var init = 1
type _ int
"#,
        expect![[r#"
            3:8: "fmt" imported and not used
            5:5: a redeclared in this block
            	main.go:4:5: other declaration of a
            6:6: a redeclared in this block
            	main.go:4:5: other declaration of a
            7:24: x redeclared
            	main.go:7:17: other declaration of x
            8:10: field and method with the same name x
            	main.go:7:17: other declaration of x
            10:13: method T.m already declared at main.go:9:10
            11:25: duplicate method m
            	main.go:11:20: other declaration of method m
            12:11: a redeclared in this block
            	main.go:12:8: other declaration of a
            12:26: b redeclared in this block
            	main.go:12:19: other declaration of b
            12:42: a redeclared in this block
            	main.go:12:8: other declaration of a
            12:49: result parameter b not in scope at return
            	main.go:12:19: inner declaration of var b string
            13:7: fmt already declared through import of package fmt ("fmt")
            	main.go:3:8: other declaration of fmt
            16:15: declared and not used: x
            16:27: x redeclared in this block
            	main.go:16:15: other declaration of x
            17:6: main redeclared in this block
            	main.go:16:6: other declaration of main
            18:5: cannot declare init - must be func
        "#]],
    );
}

#[test]
fn cycles() {
    check(
        r#"package main

type A B
type B A
type S struct { s S }
type P struct { p *P }
type Q struct { r R }
type R [2]Q
type I interface { I }
type J interface { K }
type K interface { J }
type F func(F) F
type L [len(x)]int
var x L
const c = d
const d = c
var v = f()
func f() int { return v }
var w = func() int { return w }()
type E = E
type G[T any] struct { g *G[T] }
type H [len(H{})]int
func main() {}
"#,
        expect![[r#"
            3:6: invalid recursive type A
            	main.go:3:6: A refers to B
            	main.go:4:6: B refers to A
            5:6: invalid recursive type: S refers to itself
            7:6: invalid recursive type Q
            	main.go:7:6: Q refers to R
            	main.go:8:6: R refers to Q
            9:6: invalid recursive type: I refers to itself
            10:6: invalid recursive type J
            	main.go:10:6: J refers to K
            	main.go:11:6: K refers to J
            13:6: invalid recursive type L
            	main.go:13:6: L refers to x
            	main.go:14:5: x refers to L
            15:7: initialization cycle for c
            	main.go:15:7: c refers to d
            	main.go:16:7: d refers to c
            17:5: initialization cycle for v
            	main.go:17:5: v refers to f
            	main.go:18:6: f refers to v
            19:5: initialization cycle: w refers to itself
            20:6: invalid recursive type: E refers to itself
            22:6: invalid recursive type: H refers to itself
        "#]],
    );
}

#[test]
fn methods() {
    check(
        r#"package main

import "time"
type T int
type PT *T
type IT interface{ m() }
func (t T) ok() {}
func (t *T) ok2() {}
func (t **T) bad() {}
func (t PT) bad2() {}
func (t IT) bad3() {}
func (t int) bad4() {}
func (t time.Time) bad5() {}
func (t []int) bad6() {}
func (t Undefined) bad7() {}
func (T) main() {}
func (t T) t() { var x T = t; x.t() }
func main() { var t T; t.ok2(); T(1).ok2() }
"#,
        expect![[r#"
            9:10: invalid receiver type **T
            10:9: invalid receiver type PT (pointer or interface type)
            11:9: invalid receiver type IT (pointer or interface type)
            12:9: cannot define new methods on non-local type int
            13:9: cannot define new methods on non-local type time.Time
            14:9: invalid receiver type []int
            15:9: undefined: Undefined
            18:38: cannot call pointer method ok2 on T
        "#]],
    );
}

#[test]
fn interfaces() {
    check(
        r#"package main

import "fmt"
type W interface{ Write([]byte) (int, error); Close() error }
type A struct{}
func (A) Write([]byte) (int, error) { return 0, nil }
func (*A) Close() error { return nil }
type B struct{}
func (B) Write(string) int { return 0 }
func (B) Close() error { return nil }
type C struct{}
func (C) write([]byte) (int, error) { return 0, nil }
type D struct{ Write int }
func use(W) {}
func main() {
	var w W = A{}
	w = &A{}
	w = B{}
	w = C{}
	w = D{}
	w = 1
	use(&w)
	var s fmt.Stringer = w
	var e error = fmt.Errorf
	_ = w.(A)
	_ = w.(*A)
	_ = w.(fmt.Stringer)
	_, ok := w.(int)
	var x int = any(1)
	_ = A{}.(W)
	_, _, _, _ = s, e, ok, x
}
"#,
        expect![[r#"
            16:12: cannot use A{} (value of struct type A) as W value in variable declaration: A does not implement W (method Close has pointer receiver)
            18:6: cannot use B{} (value of struct type B) as W value in assignment: B does not implement W (wrong type for method Write)
            		have Write(string) int
            		want Write([]byte) (int, error)
            19:6: cannot use C{} (value of struct type C) as W value in assignment: C does not implement W (missing method Close)
            20:6: cannot use D{} (value of struct type D) as W value in assignment: D does not implement W (missing method Close)
            21:6: cannot use 1 (constant of type int) as W value in assignment: int does not implement W (missing method Close)
            22:6: cannot use &w (value of type *W) as W value in argument to use: *W does not implement W (type *W is pointer to interface, not interface)
            23:23: cannot use w (variable of interface type W) as fmt.Stringer value in variable declaration: W does not implement fmt.Stringer (missing method String)
            24:16: cannot use fmt.Errorf (value of type func(format string, a ...any) (err error)) as error value in variable declaration: func(format string, a ...any) (err error) does not implement error (missing method Error)
            25:6: impossible type assertion: w.(A)
            	A does not implement W (method Close has pointer receiver)
            28:11: impossible type assertion: w.(int)
            	int does not implement W (missing method Close)
            29:14: cannot use any(1) (value of interface type any) as int value in variable declaration: need type assertion
            30:6: invalid operation: A{} (value of struct type A) is not an interface
        "#]],
    );
}

#[test]
fn initialisation_order() {
    check(
        r#"package main

var a = c + b
var b = f()
var c = 1
var x = y
var y = z
var z = x
func f() int { return c + d }
var d = 3
var e, g = h()
func h() (int, int) { return e, 1 }
type T struct{}
func (T) m() int { return tv }
var tv = T{}.m()
func main() { _ = a }
"#,
        expect![[r#"
            6:5: initialization cycle for x
            	main.go:6:5: x refers to y
            	main.go:7:5: y refers to z
            	main.go:8:5: z refers to x
            11:5: initialization cycle for e
            	main.go:11:5: e refers to h
            	main.go:12:6: h refers to e
            15:5: initialization cycle for tv
            	main.go:15:5: tv refers to m
            	main.go:14:10: m refers to tv
        "#]],
    );
}

#[test]
fn imports() {
    check(
        r#"package main

import (
	"fmt"
	"fmt"
	"os"
	. "strings"
	f "fmt"
	_ "time"
)
func main() { _ = ToUpper("x"); fmt.Println(); fmt = 1; _ = fmt; var os int; _ = os }
"#,
        expect![[r#"
            5:2: fmt redeclared in this block
            	main.go:4:2: other declaration of fmt
            5:2: "fmt" imported and not used
            6:2: "os" imported and not used
            8:2: "fmt" imported as f and not used
            11:48: use of package fmt not in selector
        "#]],
    );
}

#[test]
fn channels() {
    check(
        r#"package main

func prod(out chan<- int) { <-out; out <- 1; for range out {}; close(out) }
func cons(in <-chan int) { in <- 1; close(in); <-in; _ = len(in) }
func main() {
	c := make(chan int)
	prod(c); cons(c)
	var s chan<- int = c
	var r <-chan int = c
	c = s
	r = s
	prod(r)
	var cc chan chan<- int
	cc <- c
	cc <- r
	x, ok := <-c
	x, ok, z := <-c
	_ = <-nil
	_, _, _ = x, ok, z
	_ = c == r
	_ = s == r
}
"#,
        expect![[r#"
            3:31: invalid operation: cannot receive from send-only channel chan<- int out (variable of type chan<- int)
            3:56: cannot range over out (variable of type chan<- int): receive from send-only channel chan<- int
            4:28: invalid operation: cannot send to receive-only channel <-chan int in (variable of type <-chan int)
            4:43: invalid operation: cannot close receive-only channel in (variable of type <-chan int)
            10:6: cannot use s (variable of type chan<- int) as chan int value in assignment
            11:6: cannot use s (variable of type chan<- int) as <-chan int value in assignment
            12:7: cannot use r (variable of type <-chan int) as chan<- int value in argument to prod
            15:8: cannot use r (variable of type <-chan int) as chan<- int value in send
            17:14: assignment mismatch: 3 variables but 1 value
            18:8: invalid operation: cannot receive from non-channel untyped nil nil
            21:11: invalid operation: s == r (mismatched types chan<- int and <-chan int)
        "#]],
    );
}

#[test]
fn imports_that_are_not_here() {
    check(
        r#"package main

import (
	"fmt"
	"github.com/nobody/nothing"
	"encoding/json"
	"nowhere"
	"./local"
)

func main() { fmt.Println(nothing.X) }
"#,
        expect![[r#"
            5:2: not supported in Interleave: github.com/nobody/nothing
            6:2: not supported in Interleave: encoding/json
            7:2: package nowhere is not in std ($GOROOT/src/nowhere)
            8:2: "./local" is relative, but relative import paths are not supported in module mode
            8:2: local import "./local" in non-local package
        "#]],
    );
    let many: String = (1..=12).map(|i| format!("import \"a{i}.org/x\"\n")).collect();
    check(
        &format!("package main\n{many}func main() {{}}\n"),
        expect![[r#"
        2:8: not supported in Interleave: a1.org/x
        3:8: not supported in Interleave: a2.org/x
        4:8: not supported in Interleave: a3.org/x
        5:8: not supported in Interleave: a4.org/x
        6:8: not supported in Interleave: a5.org/x
        7:8: not supported in Interleave: a6.org/x
        8:8: not supported in Interleave: a7.org/x
        9:8: not supported in Interleave: a8.org/x
        10:8: not supported in Interleave: a9.org/x
        11:8: not supported in Interleave: a10.org/x
        11:8: too many errors
    "#]],
    );
}
