//! Errors about expressions: gc's words, places and order.

mod common;

use common::check;
use expect_test::expect;

#[test]
fn operators() {
    check(
        r#"package main

type S string
func main() {
	var i int; var f float64; var s S; var b bool; var p *int
	_ = i + f
	_ = i + "x"
	_ = s + "x" + 1
	_ = b + b
	_ = !i
	_ = -s
	_ = i % 0
	_ = i / 0.0
	_ = f % 2
	_ = i << f
	_ = 1.5 << i
	_ = i && b
	_ = p + 1
	_ = &1
	_ = *i
	_ = p == 0
	_ = [1]func(){} == [1]func(){}
	_ = []int{} == []int{}
	_ = []int{} == nil
	_ = struct{ f []int }{} == struct{ f []int }{}
	_ = i < nil
	_ = b < b
	_ = any(i) < any(i)
	_ = <-i
	_ = i &^ 1.0
	_ = 1 << 3.0
	_ = 1 << -1
	_ = ~i
	_ = nil == nil
}
"#,
        expect![[r#"
            6:6: invalid operation: i + f (mismatched types int and float64)
            7:6: invalid operation: i + "x" (mismatched types int and untyped string)
            8:6: invalid operation: s + "x" + 1 (mismatched types S and untyped int)
            9:6: invalid operation: operator + not defined on b (variable of type bool)
            10:7: invalid operation: operator ! not defined on i (variable of type int)
            11:7: invalid operation: operator - not defined on s (variable of string type S)
            12:10: invalid operation: division by zero
            13:10: invalid operation: division by zero
            14:6: invalid operation: operator % not defined on f (variable of type float64)
            15:11: invalid operation: shift count f (variable of type float64) must be integer
            16:6: invalid operation: shifted operand 1.5 (untyped float constant) must be integer
            17:6: invalid operation: i && b (mismatched types int and bool)
            18:6: invalid operation: p + 1 (mismatched types *int and untyped int)
            19:7: invalid operation: cannot take address of 1 (untyped int constant)
            20:7: invalid operation: cannot indirect i (variable of type int)
            21:11: invalid operation: p == 0 (mismatched types *int and untyped int)
            22:6: invalid operation: [1]func(){} == [1]func(){} ([1]func() cannot be compared)
            23:6: invalid operation: []int{} == []int{} (slice can only be compared to nil)
            25:6: invalid operation: struct{f []int}{} == struct{f []int}{} (struct containing []int cannot be compared)
            26:10: invalid operation: i < nil (mismatched types int and untyped nil)
            27:6: invalid operation: b < b (operator < not defined on bool)
            28:6: invalid operation: any(i) < any(i) (operator < not defined on interface)
            29:8: invalid operation: cannot receive from non-channel int i (variable of type int)
            32:11: invalid operation: negative shift count -1 (untyped int constant)
            33:6: cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)
            34:13: invalid operation: nil == nil (operator == not defined on untyped nil)
        "#]],
    );
}

#[test]
fn constants() {
    check(
        r#"package main

const (
	A = iota
	B
	C int8 = 1 << iota
	D
	E float32 = 1e100
	F = "x"[0]
	G uint8 = -1
	H = 1 / 0
	I = len([3]int{})
	J = 10.0 / 4
	K int = J
	L = 'a' + 1.0
	M = "a" + 'b'
	N = 1 << 600
	O = f()
	P []int = nil
	Q = Q
)
func f() int { return 1 }
func main() {
	var a [2]int
	_ = a[2]
	_ = a[-1]
	_ = a[1.5]
	_ = "abc"[5]
	_ = []int{1, 2}[i]
	var x uint8 = 256
	var y int32 = 1 << 31
	var z = 1 << 63
	var w int = 1e3
	_ = int8(200)
	_ = uint(-1)
	_ = string(65.0)
	_ = float32(1e40)
	_ = x + 300
	_ = a[1:0]
	_ = a[:5]
	_ = -128 * int8(1) - 1
	_, _, _, _, _, _ = x, y, z, w, B, D
}
"#,
        expect![[r#"
            8:14: cannot use 1e100 (untyped float constant 1e+100) as float32 value in constant declaration (overflows)
            9:6: "x"[0] (value of type byte) is not constant
            10:12: cannot use -1 (untyped int constant) as uint8 value in constant declaration (overflows)
            11:10: invalid operation: division by zero
            14:10: cannot use J (untyped float constant 2.5) as int value in constant declaration (truncated)
            16:6: invalid operation: "a" + 'b' (mismatched types untyped string and untyped rune)
            17:8: constant shift overflow
            18:6: f() (value of type int) is not constant
            19:4: invalid constant type []int
            20:2: initialization cycle: Q refers to itself
            25:8: invalid argument: index 2 out of bounds [0:2]
            26:8: invalid argument: index -1 (constant of type int) must not be negative
            27:8: 1.5 (untyped float constant) truncated to int
            28:12: invalid argument: index 5 out of bounds [0:3]
            29:18: undefined: i
            30:16: cannot use 256 (untyped int constant) as uint8 value in variable declaration (overflows)
            31:16: cannot use 1 << 31 (untyped int constant 2147483648) as int32 value in variable declaration (overflows)
            32:10: cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in variable declaration (overflows)
            34:11: constant 200 overflows int8
            35:11: constant -1 overflows uint
            36:13: cannot convert 65.0 (untyped float constant 65) to type string
            37:14: cannot convert 1e40 (untyped float constant 1e+40) to type float32
            38:10: 300 (untyped int constant) overflows uint8
            39:10: invalid slice indices: 0 < 1
            40:9: invalid argument: index 5 out of bounds [0:3]
            41:6: -128 * int8(1) - 1 (constant -129 of type int8) overflows int8
        "#]],
    );
}

#[test]
fn conversions() {
    check(
        r#"package main

type T struct{ a int }
type U struct{ a int }
type V struct{ b int }
func main() {
	var t T; var i int; var s string; var f float64; var bs []byte; var e error
	_ = U(t)
	_ = V(t)
	_ = int(s)
	_ = string(f)
	_ = string(bs)
	_ = []rune(s)
	_ = []int(s)
	_ = int(f)
	_ = float64(s)
	_ = (*int)(&f)
	_ = error(t)
	_ = T(e)
	_ = any(nil)
	_ = int(nil)
	_ = int()
	_ = int(1, 2)
	_ = (<-chan int)(make(chan int))
	_ = (chan int)(make(<-chan int))
	_ = [2]byte(bs)
	_ = func()(nil)
	_ = bool(i)
}
"#,
        expect![[r#"
            9:8: cannot convert t (variable of struct type T) to type V
            10:10: cannot convert s (variable of type string) to type int
            11:13: cannot convert f (variable of type float64) to type string
            14:12: cannot convert s (variable of type string) to type []int
            16:14: cannot convert s (variable of type string) to type float64
            17:13: cannot convert &f (value of type *float64) to type *int
            18:12: cannot convert t (variable of struct type T) to type error: T does not implement error (missing method Error)
            19:8: cannot convert e (variable of interface type error) to type T
            21:10: cannot convert nil to type int
            22:6: missing argument in conversion to int
            23:13: too many arguments in conversion to int
            25:17: cannot convert make(<-chan int) (value of type <-chan int) to type chan int
            27:10: func() nil (type) is not an expression
            27:13: nil (untyped nil) is not a type
            28:11: cannot convert i (variable of type int) to type bool
        "#]],
    );
}

#[test]
fn literals() {
    check(
        r#"package main

type P struct{ x, y int }
type Q struct { P; z int }
func main() {
	_ = P{1}
	_ = P{1, 2, 3}
	_ = P{x: 1, 2}
	_ = P{x: 1, x: 2}
	_ = P{w: 1}
	_ = P{X: 1}
	_ = P{"a", 2}
	_ = Q{x: 1, z: 2}
	_ = Q{P: P{}, x: 1}
	_ = []int{0: 1, 0: 2, 5, -1: 3}
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 2}
	_ = map[string]int{"a": 1, "a": 2, 3: 4, "b"}
	_ = map[[]int]int{}
	_ = []P{{1, 2}, {x: 1}, {3}}
	_ = []*P{{1, 2}, nil}
	_ = int{}
	_ = []int{"x", 1.5}
	_ = map[P]string{{1, 2}: "a", {1, 2}: "b"}
	_ = [...]int
}
"#,
        expect![[r#"
            6:9: too few values in struct literal of type P
            7:14: too many values in struct literal of type P
            8:14: mixture of field:value and value elements in struct literal
            9:14: duplicate field name x in struct literal
            10:8: unknown field w in struct literal of type P
            11:8: unknown field X in struct literal of type P, but does have x
            12:8: cannot use "a" (untyped string constant) as int value in struct literal
            14:16: cannot specify promoted field x and enclosing embedded field P
            15:18: duplicate index 0 in array or slice literal
            15:27: invalid argument: index -1 (constant of type int) must not be negative
            16:19: index 2 is out of bounds (>= 2)
            18:29: duplicate key "a" in map literal
            18:37: cannot use 3 (untyped int constant) as string value in map literal
            18:43: missing key in map literal
            19:10: invalid map key type []int
            20:28: too few values in struct literal of type P
            22:6: invalid composite literal type int
            23:12: cannot use "x" (untyped string constant) as int value in array or slice literal
            23:17: cannot use 1.5 (untyped float constant) as int value in array or slice literal (truncated)
            25:6: invalid use of [...] array (outside a composite literal)
            25:6: [...]int (type) is not an expression
        "#]],
    );
}

#[test]
fn calls() {
    check(
        r#"package main

type T struct{}
func (T) v() {}
func (*T) p() {}
func f(a int, b string) {}
func g(a int, rest ...string) {}
func h() (int, string) { return 1, "" }
func main() {
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f(h())
	f(h(), 1)
	g()
	g(1, "a", 2)
	g(1, []string{}...)
	g(1, "x", []string{}...)
	f(1, []string{}...)
	T{}.p()
	T{}.v()
	(&T{}).p()
	T.p(T{})
	(*T).p(&T{})
	T.v(1)
	var x int
	x()
	x.foo()
	nil()
	f(f(1, "a"), "b")
	_ = g(1)
	var fn func(int) = h
	fn("a")
	undefined(1)
	T{}.zzz
}
"#,
        expect![[r#"
            10:4: not enough arguments in call to f
            	have (number)
            	want (int, string)
            11:12: too many arguments in call to f
            	have (number, string, number)
            	want (int, string)
            12:4: cannot use "a" (untyped string constant) as int value in argument to f
            12:9: cannot use 1 (untyped int constant) as string value in argument to f
            14:4: multiple-value h() (value of type (int, string)) in single-value context
            14:9: cannot use 1 (untyped int constant) as string value in argument to f
            15:2: not enough arguments in call to g
            	have ()
            	want (int, ...string)
            16:12: cannot use 2 (untyped int constant) as string value in argument to g
            18:12: too many arguments in call to g
            	have (number, string, []string...)
            	want (int, ...string)
            19:2: cannot use ... in call to non-variadic f
            20:6: cannot call pointer method p on T
            23:4: invalid method expression T.p (needs pointer receiver (*T).p)
            25:6: cannot use 1 (untyped int constant) as T value in argument to T.v
            27:2: invalid operation: cannot call x (variable of type int): int is not a function
            28:4: x.foo undefined (type int has no field or method foo)
            29:2: invalid operation: cannot call nil: untyped nil is not a function
            30:4: f(1, "a") (no value) used as value
            31:6: g(1) (no value) used as value
            32:21: cannot use h (value of type func() (int, string)) as func(int) value in variable declaration
            33:5: cannot use "a" (untyped string constant) as int value in argument to fn
            34:2: undefined: undefined
            35:6: T{}.zzz undefined (type T has no field or method zzz)
        "#]],
    );
}

#[test]
fn builtins() {
    check(
        r#"package main

func main() {
	var s []int; var m map[string]int; var c chan int; var a [3]int; var p *int
	_ = append(s, "x")
	_ = append(m, 1)
	_ = append()
	append(s, 1)
	_ = append([]byte{}, "abc"...)
	_ = len(p)
	_ = len(1)
	_ = cap(m)
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 5, 2)
	_ = make(map[string]int, 1, 2)
	_ = make([]int, "x")
	_ = new(3)
	_ = new()
	copy(s, "x")
	copy(m, s)
	delete(m, 1)
	delete(s, 1)
	close(p)
	clear(a)
	_ = min(1, "a")
	_ = max(1, 2.5, 'a')
	_ = min(p, p)
	_ = complex(1, "a")
	_ = real(1)
	_ = imag(s)
	panic()
	print(nil)
	_ = recover(1)
	len
	_ = len(s, s)
	_ = copy
	_, _ = c, a
}
"#,
        expect![[r#"
            5:16: cannot use "x" (untyped string constant) as int value in argument to append
            6:13: invalid append: argument must be a slice; have m (variable of type map[string]int)
            7:6: invalid operation: not enough arguments for append() (expected 1, found 0)
            8:2: append(s, 1) (value of type []int) is not used
            10:10: invalid argument: p (variable of type *int) for built-in len
            11:10: invalid argument: 1 (untyped int constant) for built-in len
            12:10: invalid argument: m (variable of type map[string]int) for built-in cap
            13:11: invalid argument: cannot make int: type must be slice, map, or channel
            14:6: invalid operation: make([]int) expects 2 or 3 arguments; found 1
            15:18: invalid argument: index -1 (constant of type int) must not be negative
            16:18: invalid argument: length and capacity swapped
            17:6: invalid operation: make(map[string]int, 1, 2) expects 1 or 2 arguments; found 3
            18:18: cannot convert "x" (untyped string constant) to type int
            20:6: invalid operation: not enough arguments for new() (expected 1, found 0)
            21:7: invalid copy: arguments s (variable of type []int) and "x" (untyped string constant) have different element types int and byte
            22:7: invalid copy: argument must be a slice; have m (variable of type map[string]int)
            23:12: cannot use 1 (untyped int constant) as string value in argument to delete
            24:9: invalid argument: s (variable of type []int) is not a map
            25:8: invalid operation: cannot close non-channel p (variable of type *int)
            26:8: invalid argument: cannot clear a (variable of type [3]int): argument must be (or constrained by) map or slice
            27:13: invalid argument: mismatched types untyped int (previous argument) and untyped string (type of "a")
            29:10: invalid argument: p (variable of type *int) cannot be ordered
            30:14: invalid operation: complex(1, "a") (mismatched types untyped float and untyped string)
            32:11: invalid argument: argument has type []int, expected complex type
            33:2: invalid operation: not enough arguments for panic() (expected 1, found 0)
            34:8: use of untyped nil in argument to built-in print
            35:6: invalid operation: too many arguments for recover(1) (expected 0, found 1)
            36:2: len (built-in) must be called
            37:6: invalid operation: too many arguments for len(s, s) (expected 1, found 2)
            38:6: copy (built-in) must be called
        "#]],
    );
}

#[test]
fn selectors() {
    check(
        r#"package main

type A struct{ x int }
type B struct{ x int }
type C struct{ A; B; *D }
type D struct{ y int }
func (D) M() {}
type I interface{ m() }
func main() {
	var c C; var i I; var pi *I; var pp **D
	_ = c.x
	_ = c.y
	_ = c.Y
	_ = c.A.x.z
	c.M()
	c.m()
	i.M()
	pi.m()
	pp.M()
	pp.y = 1
	_ = A.x
	_ = fmt.Println
	_ = strings.ToUppr("x")
	_ = strings.toUpper("x")
	_ = c.fmt
	_ = struct{}{}.x
}
"#,
        expect![[r#"
            11:8: ambiguous selector c.x
            13:8: c.Y undefined (type C has no field or method Y, but does have field y)
            14:12: c.A.x.z undefined (type int has no field or method z)
            16:4: c.m undefined (type C has no field or method m, but does have method M)
            17:4: i.M undefined (type I has no field or method M, but does have method m)
            18:5: pi.m undefined (type *I is pointer to interface, not interface)
            19:5: pp.M undefined (type **D has no field or method M)
            20:5: pp.y undefined (type **D has no field or method y)
            21:6: operand for field selector x must be value of type A
            22:6: undefined: fmt
            23:6: undefined: strings
            24:6: undefined: strings
            25:8: c.fmt undefined (type C has no field or method fmt)
            26:17: struct{}{}.x undefined (type struct{} has no field or method x)
        "#]],
    );
}
