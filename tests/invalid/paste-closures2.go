package main

import "fmt"

func main() {
	f := func(x int) { return x }
	g := func(x int) int { fmt.Println(x) }
	h := func() (int, string) { return 1, 2 }
	a := f(1)
	b, c := g(1)
	d, e := h()
	func() { fmt.Println("x") }
	fmt.Println(a, b, c, d, e)
}
