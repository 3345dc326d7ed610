// package cmp.
package main

import (
	"cmp"
	"fmt"
	"math"
)

func smallest[T cmp.Ordered](a, b T) T {
	if cmp.Less(a, b) {
		return a
	}
	return b
}

func main() {
	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(1.5, 1.5))
	nan := math.NaN()
	fmt.Println(cmp.Compare(nan, 1), cmp.Compare(1, nan), cmp.Compare(nan, nan), cmp.Less(nan, -1), cmp.Less(1, nan))
	fmt.Println(cmp.Or(0, 0, 3, 4), cmp.Or("", "default"), cmp.Or[int]() == 0)
	fmt.Println(smallest(3, 2), smallest("x", "y"), smallest(int8(-1), 1))
}
