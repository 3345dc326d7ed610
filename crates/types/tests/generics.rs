//! Errors about generics: gc's words, places and order.

mod common;

use common::check;
use expect_test::expect;

#[test]
fn inference() {
    check(
        r#"package main

func id[T any](x T) T { return x }
func pair[K comparable, V any](k K, v V) map[K]V { return nil }
func mp[T, U any](s []T, f func(T) U) []U { return nil }
func sum[T int | float64](xs ...T) T { var s T; for _, x := range xs { s += x }; return s }
func zero[T any]() T { var z T; return z }
func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }
type Num interface{ ~int | ~float64 }
func add[T Num](a, b T) T { return a + b }
type My int
func main() {
	var s string = id(1)
	_ = pair([]int{}, 1)
	_ = mp([]int{1}, func(s string) int { return 0 })
	_ = mp([]int{1}, func(i int) string { return "" })
	_ = sum(1, 2.5)
	_ = sum("a")
	_ = zero()
	_ = zero[int, string]()
	_ = id[string](1)
	_ = keys(map[string]int{})
	_ = keys([]int{})
	_ = add(My(1), 2)
	_ = add(1, "a")
	_ = add(1, 2.5)
	_ = add[string]("a", "b")
	var f func(int) int = id
	var g func(int) string = id
	_ = id
	_ = mp([]int{}, id)
	_, _, _ = s, f, g
}
"#,
        expect![[r#"
            13:17: cannot use id(1) (value of type int) as string value in variable declaration
            14:10: []int does not satisfy comparable
            15:19: in call to mp, type func(s string) int of func(s string) int {…} does not match inferred type func(int) U for func(T) U
            18:9: string does not satisfy int | float64 (string missing in int | float64)
            19:10: in call to zero, cannot infer T (declared at main.go:7:11)
            20:16: got 2 type arguments but want 1
            21:17: cannot use 1 (untyped int constant) as string value in argument to id[string]
            23:10: in call to keys, M (type []int) does not satisfy ~map[K]V
            25:13: in call to add, mismatched types untyped int and untyped string (cannot infer T)
            27:10: string does not satisfy Num (string missing in ~int | ~float64)
            29:27: inferred type func(x int) int for func(x T) T does not match type func(int) string of g
            30:6: cannot use generic function id without instantiation
        "#]],
    );
}

#[test]
fn constraints() {
    check(
        r#"package main

import "fmt"
type Set[T comparable] map[T]struct{}
type List[T any] struct { next *List[T]; v T }
func (l *List[T]) Push(v T) {}
func (l List[U]) Len() int { return 0 }
func (l List[A, B]) Bad() {}
func (l *List[int]) Odd() int { return 0 }
type Str interface{ ~string; Len() int }
type Bad interface{ int | error }
type Over interface{ ~int | int }
func f[T Str](x T) {}
func g[T fmt.Stringer](x T) string { return x.String() }
func h[T any](a, b T) bool { return a == b }
func k[T any](x T) { x.Foo(); _ = x + x; _ = x.(int); switch x.(type) {}; for range x {} }
type MyS string
func (MyS) Len() int { return 0 }
func main() {
	var s Set[[]int]
	var t Set[any]
	var l List
	var m List[int, string]
	var n List[int]
	n.Push("x")
	n.v = "a"
	f(MyS("a")); f("a"); f(1)
	g(1)
	var c comparable
	var d Str
	_ = Set[int, int]{}
	_ = List[string]{v: 1}
	var x interface{ int }
	_, _, _, _, _, _, _, _ = s, t, l, m, n, c, d, x
}
type Loop[T any] struct { a Loop[T] }
func inf[T any](n int) { inf[[]T](n) }
type T1[P any] P
func (s Set[T]) M[U any]() {}
"#,
        expect![[r#"
            8:9: receiver declares 2 type parameters, but receiver base type declares 1
            9:40: cannot use 0 (untyped int constant) as int /* with int declared at main.go:9:15 */ value in return statement
            11:27: cannot use error in union (error contains methods)
            12:29: overlapping terms int and ~int
            15:37: invalid operation: a == b (incomparable types in type set)
            16:24: x.Foo undefined (type T has no field or method Foo)
            16:35: invalid operation: operator + not defined on x (variable of type T constrained by any)
            16:46: invalid operation: cannot use type assertion on type parameter value x (variable of type T constrained by any)
            16:62: cannot use type switch on type parameter value x (variable of type T constrained by any)
            16:85: cannot range over x (variable of type T constrained by any): no specific type
            20:12: []int does not satisfy comparable
            22:8: cannot use generic type List[T any] without instantiation
            23:8: too many type arguments for type List: have 2, want 1
            25:9: cannot use "x" (untyped string constant) as int value in argument to n.Push
            26:8: cannot use "a" (untyped string constant) as int value in assignment
            27:16: string does not satisfy Str (missing method Len)
            27:24: int does not satisfy Str (missing method Len)
            28:3: int does not satisfy fmt.Stringer (missing method String)
            29:8: cannot use type comparable outside a type constraint: interface is (or embeds) comparable
            30:8: cannot use type Str outside a type constraint: interface contains type constraints
            31:6: too many type arguments for type Set: have 2, want 1
            32:22: cannot use 1 (untyped int constant) as string value in struct literal
            33:8: cannot use type interface{int} outside a type constraint: interface contains type constraints
            36:29: invalid recursive type: Loop[T] refers to itself
            38:16: cannot use a type parameter as RHS in type declaration
            39:19: not supported in Interleave: generic methods
        "#]],
    );
}
