package main

import "fmt"

type A int
type A string

const c = 1

var c = 2

func A() {}

func dup(a int, a string) {}
func res() (x int, x string) { return }
func both(x int) (x int)     { return }

func main() {
	a, a := 1, 2
	var b, b int
	fmt.Println(a, b)
	func(p, p int) {}(1, 2)
}

func main() {}
