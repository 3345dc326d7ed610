package main

import "fmt"

func main() {
	f := func(a int) int {
		if a > 0 {
			return a
		}
	}
	g := func(s string) { return s }
	h := func() (int, error) { return 1 }
	fmt.Println(f("a"), g(1), h())
	func() {
		undefined1()
		func() { undefined2() }()
	}()
	defer func(x int) { fmt.Println(y) }("z")
}
