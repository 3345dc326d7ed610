// When recover returns a value, and where execution goes on.
package main

import "fmt"

func a() (n int) {
	defer func() {
		recover()
		n = 7
	}()
	panic(1)
}

func b() (s string, ok bool) {
	s = "kept"
	defer func() { ok = recover() != nil }()
	var arr []string
	s = arr[0]
	return "not reached", false
}

type rec struct{}

func (rec) stop() { fmt.Println("method recover:", recover()) }

func c() {
	var r rec
	defer r.stop()
	panic("c")
}

func d() {
	defer fmt.Println("d after")
	defer func() {
		fmt.Println("1:", recover())
		fmt.Println("2:", recover())
	}()
	panic("d")
}

func e() {
	defer func() { fmt.Println("outer:", recover()) }()
	func() {
		defer func() { fmt.Println("inner:", recover()) }()
		panic("x")
	}()
	fmt.Println("continues")
	panic("y")
}

func f() {
	for i := range 3 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("iteration", i, r)
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
}

func main() {
	fmt.Println(a())
	fmt.Println(b())
	c()
	d()
	e()
	f()
	defer func() { fmt.Println("main's deferred:", recover()) }()
}
