// Deferred calls run last in, first out; arguments are evaluated at the defer.
package main

import "fmt"

type t struct{ n int }

func (x t) show()   { fmt.Println("t", x.n) }
func (x *t) showp() { fmt.Println("*t", x.n) }

func f() (r int) {
	defer func() { r *= 2 }()
	r = 5
	return r + 1
}

func g() int {
	r := 5
	defer func() { r = 100 }()
	return r
}

func trace(s string) string {
	fmt.Println("enter", s)
	return s
}

func un(s string) { fmt.Println("leave", s) }

func nested() {
	defer un(trace("nested"))
	for i := range 3 {
		defer fmt.Print("loop ", i, "\n")
	}
	func() {
		defer fmt.Println("inner")
	}()
	fmt.Println("body")
}

func main() {
	i := 1
	defer fmt.Println("first", i)
	i++
	defer fmt.Println("second", i)
	fmt.Println(f(), g())
	nested()
	x := t{1}
	defer x.show()
	defer x.showp()
	x.n = 2
	defer func() {
		defer fmt.Println("deferred in deferred")
		fmt.Println("closure sees", x.n)
	}()
}
