// Growth of slices of elements of several sizes, on the heap.
package main

import "fmt"

type three struct{ a, b, c int64 }
type five struct{ a [5]int32 }

func grow[T any](n int) {
	var s []T
	last := -1
	var z T
	for range n {
		s = append(s, z)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	keep = append(keep, s)
}

var keep []any

func main() {
	grow[three](300)
	grow[five](300)
	grow[int32](300)
	grow[int16](300)
	grow[*int](300)
	grow[any](300)
	grow[bool](100)
	grow[struct{}](100)
}
