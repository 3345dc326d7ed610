// %v %+v %#v %T %% for every kind of value.
package main

import (
	"errors"
	"fmt"
)

type point struct {
	X, Y int
}
type nested struct {
	P     point
	Ptr   *point
	S     []string
	M     map[string]int
	F     func()
	E     error
	A     any
	c     chan int
	B     [2]bool
	iface fmt.Stringer
}
type myInt int
type myStr string
type mySlice []myInt

func main() {
	vals := []any{
		true, 42, -7, uint8(200), int64(1) << 40, 3.5, float32(0.1), 1e21, 2 + 3i, "text", 'x', []byte("hi"),
		nil, point{1, 2}, &point{3, 4}, []int{1, 2}, []string{"a b", "c"}, [2]float64{1, 2.5}, map[string]int{"b": 2, "a": 1},
		errors.New("err"), struct{}{}, myInt(5), myStr("s"), mySlice{1, 2}, []any{1, "a", nil}, map[point]bool{{1, 2}: true},
		[]point{{1, 2}}, &[]int{1}, &map[string]int{"k": 1}, struct {
			a int
			b string
		}{1, "z"}, [3]byte{1, 2, 3}, []error{errors.New("q")}, uintptr(10), []*int{nil}, (*point)(nil), []int(nil), map[string]int(nil),
	}
	for _, v := range vals {
		if _, isErr := v.(error); isErr {
			fmt.Printf("%v|%+v|%T\n", v, v, v)
			continue
		}
		if _, ok := v.([]error); ok {
			fmt.Printf("%v|%+v|%T\n", v, v, v)
			continue
		}
		switch v.(type) {
		case *point, *[]int, *map[string]int:
			fmt.Printf("%v|%+v|%#v|%T\n", v, v, v, v)
		default:
			fmt.Printf("%v|%+v|%#v|%T\n", v, v, v, v)
		}
	}
	n := nested{P: point{1, 2}, S: []string{"q"}, M: map[string]int{"z": 26}, A: 5}
	fmt.Printf("%v\n%+v\n%#v\n", n, n, n)
	fmt.Printf("100%%|%c|%v\n", 'ß', []rune("ab"))
}
