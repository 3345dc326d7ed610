// How capacity grows is visible through cap. The slices escape to the heap:
// for others gc may start in a buffer on the stack.
package main

import "fmt"

var (
	keepInts  []int
	keepBytes []byte
	keepStrs  []string
	keepAny   []any
)

func capOf[T any](s []T) int {
	keepAny = append(keepAny[:0], s)
	return cap(s)
}

func main() {
	ints := keepInts
	last := -1
	for i := 0; i < 2000; i++ {
		ints = append(ints, i)
		if cap(ints) != last {
			last = cap(ints)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	keepInts = ints
	bytes := keepBytes
	last = -1
	for i := 0; i < 2000; i++ {
		bytes = append(bytes, 'x')
		if cap(bytes) != last {
			last = cap(bytes)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	keepBytes = bytes
	strs := keepStrs
	last = -1
	for i := 0; i < 600; i++ {
		strs = append(strs, "")
		if cap(strs) != last {
			last = cap(strs)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	keepStrs = strs
	fmt.Println(capOf(append([]int{1, 2, 3}, 4)), capOf(append([]int{}, 1, 2, 3, 4, 5)), capOf(append([]int{1}, 2, 3, 4, 5, 6)))
	fmt.Println(capOf(append([]byte("abc"), "defghijklmnopqrstuvwxyz0123456789"...)))
}
