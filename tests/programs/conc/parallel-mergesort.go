// Merge sort with a goroutine for each half.
package main

import (
	"fmt"
	"slices"
)

func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func sort(xs []int, out chan<- []int) {
	if len(xs) < 2 {
		out <- xs
		return
	}
	l, r := make(chan []int), make(chan []int)
	go sort(xs[:len(xs)/2], l)
	go sort(xs[len(xs)/2:], r)
	out <- merge(<-l, <-r)
}

func main() {
	xs := make([]int, 64)
	seed := 7
	for i := range xs {
		seed = seed * 1103515245 % 2147483648
		xs[i] = seed % 100
	}
	c := make(chan []int)
	go sort(xs, c)
	s := <-c
	fmt.Println(slices.IsSorted(s), len(s), s[:5])
}
