package main

import "fmt"

func apply(f func(int) int, x int) int { return f(x) }

func counter() func() int {
	n := 0
	return func() { n++; return n }
}

func variadic(pre string, xs ...int) {}

func main() {
	apply(func(x int) { return x }, 1)
	apply(func(x string) int { return 1 }, 1)
	apply(counter, 1)
	apply(fmt.Println, 1)
	var f func() = counter
	f = func() int { return 1 }
	variadic("a", 1, []int{1}...)
	variadic([]int{1}...)
	variadic("a", "b")
	variadic("a", []string{}...)
	apply(apply...)
}
