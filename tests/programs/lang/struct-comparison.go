// == on structs, arrays and interfaces; panics on incomparable dynamic types.
package main

import "fmt"

type inner struct {
	a [2]string
	b any
}
type outer struct {
	inner
	p *int
	c chan int
}

func try(f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	fmt.Println(f())
}

func main() {
	n, m := 1, 1
	c := make(chan int)
	x := outer{inner{[2]string{"a", "b"}, 1}, &n, c}
	y := x
	try(func() bool { return x == y })
	y.p = &m
	try(func() bool { return x == y })
	y = x
	y.b = int64(1)
	try(func() bool { return x == y })
	y = x
	y.b = []int{1}
	x.b = []int{1}
	try(func() bool { return x == y })
	try(func() bool { var a, b any = map[string]int{}, 1; return a == b })
	try(func() bool { var a, b any = struct{ f func() }{}, struct{ f func() }{}; return a == b })
	try(func() bool { return [2]any{1, "a"} == [2]any{1, "a"} })
	try(func() bool { return any(x.a) == any([2]string{"a", "b"}) })
	var e1, e2 error
	try(func() bool { return e1 == e2 })
	try(func() bool { return any(n) == any(m) && any(&n) != any(&m) })
	try(func() bool { return any(c) == any((<-chan int)(c)) })
}
