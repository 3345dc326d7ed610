package main

import "fmt"

func apply(f func(int) int, x int) int { return f(x) }

func counter() func() int {
	n := 0
	return func() { n++; return n }
}

func main() {
	apply(func(x int) { return x }, 1)
	apply(func(x string) int { return 1 }, 1)
	apply(x => x * 2, 1)
}
