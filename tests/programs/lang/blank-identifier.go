// The blank identifier everywhere it may stand.
package main

import (
	"fmt"
	_ "strings"
)

var _ = fmt.Sprint("side")
var _ fmt.Stringer = (*t)(nil)

type t struct {
	_ int
	a int
	_ string
}

func (*t) String() string     { return "t" }
func (_ t) m(_ int, _ string) {}
func _()                      {}

const _ = 5

func two() (int, int) { return 1, 2 }

func main() {
	_, b := two()
	_ = b
	for _, v := range []int{1} {
		fmt.Println(v)
	}
	for _ = range 2 {
		fmt.Print(".")
	}
	var x any = 5
	_, ok := x.(string)
	fmt.Println(ok)
	t{a: 1}.m(1, "")
	func(_, _ int) {}(1, 2)
	_, _ = two()
	m := map[int]int{}
	if _, ok := m[1]; !ok {
		fmt.Println("absent")
	}
}
