// package slices: iterator functions.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

func main() {
	s := []string{"b", "a", "c"}
	for i, v := range slices.All(s) {
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values(s) {
		fmt.Print(v, " ")
	}
	for i, v := range slices.Backward(s) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(slices.Values(s)), slices.AppendSeq([]string{"z"}, slices.Values(s)))
	fmt.Println(slices.Sorted(slices.Values(s)), slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
	fmt.Println(slices.SortedFunc(slices.Values(s), func(a, b string) int { return cmp.Compare(b, a) }))
	fmt.Println(slices.SortedStableFunc(slices.Values([]int{12, 21, 11, 22}), func(a, b int) int { return cmp.Compare(a%10, b%10) }))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, cap(c), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	slices.Chunk([]int{1}, 0)
}
