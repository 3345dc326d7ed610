// defer with method values, interface methods, builtins, function results.
package main

import "fmt"

type closer interface{ close() }
type res struct{ name string }

func (r *res) close() { fmt.Println("close", r.name) }

func open(n string) (*res, func()) {
	fmt.Println("open", n)
	return &res{n}, func() { fmt.Println("cleanup", n) }
}

func setup() func() {
	fmt.Println("setup")
	return func() { fmt.Println("teardown") }
}

func main() {
	defer setup()()
	for _, n := range []string{"a", "b"} {
		r, done := open(n)
		defer done()
		defer r.close()
		var c closer = r
		defer c.close()
		r = nil
	}
	m := map[string]int{"k": 1}
	defer func() { fmt.Println(len(m)) }()
	defer delete(m, "k")
	c := make(chan int)
	defer close(c)
	defer print("")
	defer func(n int) { fmt.Println("n", n) }(len(m))
	fmt.Println("body")
}
