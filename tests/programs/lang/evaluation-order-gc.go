// The spec leaves the order of variables and calls open; gc reads variables after the calls,
// unless it copies them first.
package main

import "fmt"

var g = 1

func inc() int { g++; return g }

func show(xs ...int) { fmt.Println(xs) }

func main() {
	show(g, inc(), g)
	x := 1
	f := func() int { x *= 10; return x }
	show(x, f(), x)
	a := []int{x, f()}
	fmt.Println(a)
	y := x + f()
	fmt.Println(y)
	m := map[int]int{x: f()}
	fmt.Println(m)
	s := []int{1, 2, 3}
	h := func() int { s = []int{7, 8, 9}; return 0 }
	fmt.Println(s[h()])
	i := 0
	k := func() int { i = 2; return 1 }
	s[i] = k()
	fmt.Println(s)
}
