// Package variables are initialised in dependency order, then every init.
package main

import "fmt"

var (
	a = c + b
	b = f("b", 2)
	c = f("c", d*10)
	d = 3
	_ = f("blank", 0)
	e = g()
)

func f(name string, v int) int {
	fmt.Println("init", name, v)
	return v
}

func g() string {
	return fmt.Sprint("g sees h=", h)
}

var h = f("h", 9)

func init() { fmt.Println("first init", a, b, c, e) }
func init() { fmt.Println("second init") }

var m = map[string]int{"x": a}

func main() {
	fmt.Println("main", a, m, x, y)
}

var x, y = two()

func two() (int, int) { return f("two", z), z + 1 }

var z = f("z", 7)

func init() { fmt.Println("third init", z) }
