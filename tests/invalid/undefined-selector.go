package main

import "fmt"

type T struct{ a int }

func main() {
	var t T
	t.b = 1
	t.foo()
	fmt.Printn("x")
	fmt.println("y")
}
