// Deferred calls run while the panic passes through three frames.
package main

import "fmt"

func a(n int) {
	defer fmt.Println("a", n)
	b(n + 1)
}

func b(n int) {
	defer fmt.Println("b", n)
	defer func() {
		fmt.Println("b closure")
	}()
	c(n + 1)
}

func c(n int) {
	defer fmt.Println("c", n)
	m := map[string][]int{}
	m["x"][n] = 1
}

func main() {
	a(1)
	fmt.Println("never")
}
