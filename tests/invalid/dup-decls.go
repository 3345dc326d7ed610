package main

import "fmt"
import "fmt"

type T struct {
	a int
	a string
}

func (t T) a() {}
func (t T) M() {}
func (t *T) M() {}
func f(x int, x string) (x bool) { return }
func f() {}

var v = 1
var v = 2

func (t Unknown) X() {}
func (i int) Y()     {}
func (p **T) Z()     {}

func main() {
	a := 1
	a := 2
	a, b := 3, 4
	a, b := 5, 6
	var a int
	m := map[string]int{"x": 1, "x": 2}
	s := []int{0: 1, 0: 2}
	fmt.Println(m, s, b)
}
func main() {}
