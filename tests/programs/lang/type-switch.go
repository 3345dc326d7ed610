// Type switches.
package main

import (
	"errors"
	"fmt"
)

type shape interface{ area() float64 }
type sq float64

func (s sq) area() float64 { return float64(s * s) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v %T", x, x)
	case string:
		return "string of " + fmt.Sprint(len(x))
	case []int:
		return fmt.Sprint("slice ", len(x), cap(x[:0:0]))
	case error:
		return "error " + x.Error()
	case shape:
		return fmt.Sprint("shape ", x.area())
	case func(int) int:
		return fmt.Sprint("func ", x(2))
	case *int:
		return fmt.Sprint("pointer ", *x)
	case struct{ a int }:
		return fmt.Sprint("struct ", x.a)
	case map[string]bool, chan int:
		return fmt.Sprintf("%T", x)
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 9
	for _, v := range []any{nil, 1, int64(2), "abc", []int{1, 2}, errors.New("e"), sq(3), func(i int) int { return i * 7 }, &n,
		struct{ a int }{4}, map[string]bool{}, make(chan int), 3.5, int8(1), [2]int{}} {
		fmt.Println(describe(v))
	}
	switch any(n).(type) {
	case int:
		fmt.Println("no variable")
	}
	switch y := n * 2; v := any(y).(type) {
	case int:
		fmt.Println(v+1, y)
	}
}
