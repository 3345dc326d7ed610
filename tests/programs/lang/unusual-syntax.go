package main

import "fmt"

type (
	F  func(F) int
	I  interface{ m() }
	S  struct{ I }
	M  map[string]M
	C  chan C
	A1 = []A2
	A2 = struct{ next []int }
)

var (
	a, b = b + 1, c
	c    = func() int { return 5 }()
	_    = fmt.Sprint("init")
	_, d = 1, "d"
)

func init() { fmt.Println("init1", a, b, c, d) }
func init() { fmt.Println("init2") }

func many() (int, string, error)           { return 1, "x", nil }
func take(i int, s string, e error) string { return fmt.Sprint(i, s, e) }
func variadic(xs ...interface{}) int       { return len(xs) }
func (S) unused(_ int, _ string)           {}
func blank(_, _ int) (_ int, _ error)      { return }

type T struct {
	int
	*string
	_    int
	x, y int `tag:"x"`
	f    func(x, y int) (z int)
}

func main() {
	fmt.Println(take(many()))
	fmt.Println(variadic(), variadic(nil), variadic(nil...), variadic([]interface{}{1, 2}...), variadic([]int{1, 2}))
	var m M = M{"a": {"b": {}}, "c": nil}
	fmt.Println(m, len(m["a"]))
	c := make(C, 1)
	c <- c
	fmt.Println(<-c == c)
	t := T{int: 5, x: 1}
	t.f = func(x, y int) (z int) { z = x * y; return }
	fmt.Println(t.int, t.string == nil, t.f(3, 4))
	if x := 5; x > 3 {
		x := "shadow"
		_ = x
		fmt.Println(x)
	} else if y := x * 2; y > 3 {
		fmt.Println(y)
	}
	switch x := any(t).(type) {
	case T, *T:
		fmt.Printf("%T\n", x)
	case nil:
	}
	switch {
	default:
		fmt.Println("default")
	case false:
	}
	switch f := func() int { return 3 }; f() {
	case 1, 2:
	case 3:
		fmt.Println("three")
	}
	for i := range 3 {
		if i == 1 {
			continue
		}
		defer func(i int) { fmt.Println("defer", i) }(i)
	}
	var arr [3]func() int
	for i := range arr {
		arr[i] = func() int { return i * i }
	}
	fmt.Println(arr[2](), len(arr))
	func() {
		fmt.Println("iife")
	}()
	var p **int
	q := new(int)
	p = &q
	**p = 7
	fmt.Println(*q, **p)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	const big = 1 << 40
	fmt.Println(big>>38, -5>>1, uint8(200)+50)
	var iface interface {
		fmt.Stringer
		error
	}
	fmt.Println(iface == nil)
	s := struct {
		A int
		B struct{ C []string }
	}{1, struct{ C []string }{[]string{"q"}}}
	fmt.Printf("%+v\n", s)
	var fn func(...int) = func(xs ...int) { fmt.Println(xs, xs == nil) }
	fn()
	fn([]int{}...)
	goto L
L:
	for {
		for {
			break L
		}
	}
	_ = [...]int{}
	_ = map[string]int(nil)
	_ = (func())(nil)
	_ = (*int)(nil)
	_ = <-chan int(nil)
	_ = (<-chan int)(nil)
	var e1, e2 error
	fmt.Println(e1 == e2)
	{
		{

		}
	}
	for {
		break
	}
	for range "ab" {
		fmt.Print(".")
	}
	fmt.Println()
	fmt.Println("a" + `b
c` + "\x64")
	println := fmt.Println
	println("shadowed builtin")
	var true = false
	fmt.Println(true)
	type int32 = string
	var z int32 = "alias"
	fmt.Println(z)
	type int string
	fmt.Println(int("x"))
	fmt.Println(blank(1, 2))
}
