// package slices: searching and comparing.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type p struct {
	n string
	a int
}

func main() {
	s := []int{3, 1, 4, 1, 5}
	fmt.Println(slices.Contains(s, 4), slices.Index(s, 1), slices.Index(s, 9), slices.IndexFunc(s, func(v int) bool { return v > 3 }), slices.ContainsFunc(s, func(v int) bool { return v > 9 }))
	fmt.Println(slices.Max(s), slices.Min(s), slices.Equal(s, []int{3, 1}), slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{1}, []int{1, 0}))
	ps := []p{{"a", 3}, {"b", 9}, {"c", 1}}
	by := func(x, y p) int { return cmp.Compare(x.a, y.a) }
	fmt.Println(slices.MaxFunc(ps, by), slices.MinFunc(ps, by))
	fmt.Println(slices.EqualFunc([]int{1, 2}, []string{"1", "2"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
	fmt.Println(slices.CompareFunc([]string{"A"}, []string{"a"}, func(a, b string) int { return strings.Compare(strings.ToLower(a), b) }))
	sorted := []int{1, 3, 5, 7}
	fmt.Println(slices.BinarySearch(sorted, 5))
	fmt.Println(slices.BinarySearch(sorted, 4))
	i, ok := slices.BinarySearchFunc(ps[:2], 9, func(e p, t int) int { return cmp.Compare(e.a, t) })
	fmt.Println(i, ok, slices.IsSorted(sorted), slices.IsSorted(s), slices.IsSortedFunc(ps, by))
	defer func() { fmt.Println(recover()) }()
	slices.Max([]int{})
}
