package main

import "fmt"

type T struct{}

func (T) String() string { return "" }

func main() {
	var s fmt.Stringer = T{}
	var t T = s
	t = s.(T)
	var a any = 1
	var n int = a
	n = a + 1
	a.foo()
	s.Foo()
	s.x = 1
	_ = a[0]
	for range a {
	}
	a()
	_, _ = t, n
}
