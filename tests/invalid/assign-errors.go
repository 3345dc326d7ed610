package main

import "fmt"

type T struct{ x int }

func f() int { return 1 }
func g() T   { return T{} }

func main() {
	f() = 1
	g().x = 2
	1 = 2
	"a" = "b"
	x := 1
	x + 1 = 2
	(x) = 3
	nil = 4
	true = false
	fmt.Println = nil
	T = 5
	_ = _
	x = _
	x, y := 1
	_++
}
