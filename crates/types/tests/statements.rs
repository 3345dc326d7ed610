//! Errors about statements: gc's words, places and order.

mod common;

use common::check;
use expect_test::expect;

#[test]
fn unused_variables_and_imports() {
    check(
        r#"package main

import (
	"fmt"
	str "strings"
	_ "os"
)

func main() {
	a, b := 1, 2
	var c int
	c = 3
	func() { d := b; _ = func() { e := 1 } }()
	for i, v := range []int{1} {
	}
	switch x := any(a).(type) {
	case int:
	}
}
"#,
        expect![[r#"
            4:2: "fmt" imported and not used
            5:2: "strings" imported as str and not used
            11:6: declared and not used: c
            13:11: declared and not used: d
            13:32: declared and not used: e
            14:6: declared and not used: i
            14:9: declared and not used: v
            16:9: x declared and not used
        "#]],
    );
}

#[test]
fn missing_return() {
    check(
        r#"package main

func a() int {}
func b() int { for {} }
func c(x int) int {
	if x > 0 { return 1 } else { panic(1) }
}
func d(x int) int {
	switch x { case 1: return 1; default: break }
}
func e(c chan int) int { select { case <-c: return 1 } }
func f() (n int) { L: for { break L } }
func g() int { goto L; L: return 1 }
func main() {}
"#,
        expect![[r#"
            3:15: missing return
            10:1: missing return
            12:39: missing return
        "#]],
    );
}

#[test]
fn assignments() {
    check(
        r#"package main

func f() (int, string) { return 1, "" }
func g() {}
func main() {
	a, b := f()
	a, b = b, a
	a = f()
	x, y := 1
	x = g()
	a, a := 1, 2
	a := 1
	1 = a
	f() = 1, 2
	m := map[string]struct{ x int }{}
	m["a"].x = 1
	"abc"[0] = 'x'
	_ = nil
	var n = nil
	a++
	b++
	a += "x"
	_, _ = x, y
	_ = n
}
"#,
        expect![[r#"
            7:9: cannot use b (variable of type string) as int value in multiple assignment
            7:12: cannot use a (variable of type int) as string value in multiple assignment
            8:6: assignment mismatch: 1 variable but f returns 2 values
            9:10: assignment mismatch: 2 variables but 1 value
            10:6: g() (no value) used as value
            11:5: a repeated on left side of :=
            12:4: no new variables on left side of :=
            13:2: cannot assign to 1 (neither addressable nor a map index expression)
            14:8: assignment mismatch: 1 variable but 2 values
            16:2: cannot assign to struct field m["a"].x in map
            17:2: cannot assign to "abc"[0] (neither addressable nor a map index expression)
            18:6: use of untyped nil in assignment to _ identifier
            19:10: use of untyped nil in variable declaration
            21:2: invalid operation: b++ (non-numeric type string)
            22:2: invalid operation: a += "x" (mismatched types int and untyped string)
        "#]],
    );
}

#[test]
fn returns() {
    check(
        r#"package main

func a() { return 1 }
func b() int { return }
func c() (int, error) { return 1 }
func d() (n int, err error) { return }
func e() (n int) { { n := 2; _ = n; return } }
func f() (int, int) { return c() }
func g() int { return "x" }
func main() {}
"#,
        expect![[r#"
            3:19: too many return values
            	have (number)
            	want ()
            4:16: not enough return values
            	have ()
            	want (int)
            5:32: not enough return values
            	have (number)
            	want (int, error)
            7:37: result parameter n not in scope at return
            	main.go:7:22: inner declaration of var n int
            8:30: cannot use 2nd function result (value of interface type error) as int value in return statement
            9:23: cannot use "x" (untyped string constant) as int value in return statement
        "#]],
    );
}

#[test]
fn loops_and_conditions() {
    check(
        r#"package main

func main() {
	for i := 0; i; i++ {}
	if 1 {}
	for x := range 3.5 { _ = x }
	for i, j := range 10 { _, _ = i, j }
	for i := range func() {} { _ = i }
	for a, b, c := range []int{} {}
	for k, v := range map[string]int{} { var s string = v; _ = k; _ = s }
	var ch chan<- int
	for v := range ch { _ = v }
	var c2 <-chan int
	for a, b := range c2 { _, _ = a, b }
	for range func(yield func(int) bool) {} {}
	var p *[3]int
	for i := range p { var s string = i; _ = s }
	for _ := range []int{} {}
}
"#,
        expect![[r#"
            4:14: non-boolean condition in for statement
            5:5: non-boolean condition in if statement
            6:17: cannot range over 3.5 (untyped float constant)
            7:9: range over 10 (untyped int constant) permits only one iteration variable
            8:17: cannot range over func() {} (value of type func()): func must be func(yield func(...) bool): wrong argument count
            9:6: declared and not used: a
            9:9: declared and not used: b
            9:12: range clause permits at most two iteration variables
            10:54: cannot use v (variable of type int) as string value in variable declaration
            12:17: cannot range over ch (variable of type chan<- int): receive from send-only channel chan<- int
            14:9: range over c2 (variable of type <-chan int) permits only one iteration variable
            17:36: cannot use i (variable of type int) as string value in variable declaration
            18:2: no new variables on left side of :=
        "#]],
    );
}

#[test]
fn switches() {
    check(
        r#"package main

type T struct{ f []int }
func main() {
	x := 1
	switch x { case 1, 2, 1: case "a": case 1.5: }
	switch { case x: case x > 1: }
	switch (T{}) { case T{}: }
	switch x.(type) { case int: }
	switch y := any(x).(type) { case int, string: _ = y + 1; case nil: _ = y; case int: }
	switch any(x).(type) { case error, T: case fmt.Stringer: }
	switch x := x; x { default: default: }
	f := func() {}
	switch f { case nil: case f: }
	var e error
	switch e.(type) { case T: case *T: }
}
"#,
        expect![[r#"
            6:24: duplicate case 1 (constant of type int) in expression switch
            	main.go:6:18: previous case
            6:32: cannot convert "a" (untyped string constant) to type int
            6:42: 1.5 (untyped float constant) truncated to int
            7:16: invalid case x in switch on true (mismatched types int and bool)
            8:9: cannot switch on (T{}) (value of struct type T) (T is not comparable)
            9:9: x (variable of type int) is not an interface
            10:52: invalid operation: y + 1 (mismatched types any and untyped int)
            10:81: duplicate case int in type switch
            	main.go:10:35: previous case
            11:45: undefined: fmt
            12:30: multiple defaults (first at main.go:12:21)
            14:28: invalid case f in switch on f (func can only be compared to nil)
            16:25: impossible type switch case: T
            	e (variable of interface type error) cannot have dynamic type T (missing method Error)
            16:33: impossible type switch case: *T
            	e (variable of interface type error) cannot have dynamic type *T (missing method Error)
        "#]],
    );
}

#[test]
fn go_defer_select() {
    check(
        r#"package main

func f() int { return 1 }
func main() {
	go f
	defer int(3)
	defer len("x")
	go func() {}
	defer recover()
	var c chan int
	var r <-chan int
	select {
	case c <- "x":
	case x := r:
	case r <- 1:
	case v, ok := <-c: _, _ = v, ok
	default:
	default:
	}
	close(r)
	<-make(chan<- int)
	c <- nil
	f()
	len("x")
	f
	-f()
	<-c
}
"#,
        expect![[r#"
            5:5: expression in go must be function call
            6:8: defer requires function call, not conversion int(3) (constant 3 of type int)
            7:8: defer discards result of len("x") (constant 1 of type int)
            8:5: expression in go must be function call
            13:12: cannot use "x" (untyped string constant) as int value in send
            14:7: select case must be send or receive (possibly with assignment)
            15:7: invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)
            18:2: multiple defaults (first at main.go:17:2)
            20:8: invalid operation: cannot close receive-only channel r (variable of type <-chan int)
            21:4: invalid operation: cannot receive from send-only channel chan<- int make(chan<- int) (value of type chan<- int)
            22:7: cannot use nil as int value in send
            24:2: len("x") (constant 1 of type int) is not used
            25:2: f (value of type func() int) is not used
            26:2: -f() (value of type int) is not used
        "#]],
    );
}
