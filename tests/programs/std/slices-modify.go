// package slices: changing slices.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	c := slices.Clone(s)
	slices.Sort(c)
	fmt.Println(s, c)
	c = slices.Compact(c)
	fmt.Println(c, len(c))
	slices.Reverse(c)
	fmt.Println(c)
	c = slices.Insert(c, 1, 100, 200)
	fmt.Println(c)
	c = slices.Delete(c, 0, 2)
	fmt.Println(c)
	c = slices.Replace(c, 1, 3, 7, 7, 7)
	fmt.Println(c)
	c = slices.DeleteFunc(c, func(v int) bool { return v == 7 })
	fmt.Println(c)
	w := []string{"b", "A", "a", "B"}
	slices.SortFunc(w, func(x, y string) int { return strings.Compare(x, y) })
	fmt.Println(w)
	slices.SortStableFunc(w, func(x, y string) int { return strings.Compare(strings.ToLower(x), strings.ToLower(y)) })
	fmt.Println(w)
	w = slices.CompactFunc(w, strings.EqualFold)
	fmt.Println(w)
	g := slices.Grow([]int{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, cap(slices.Clip(g)))
	fmt.Println(slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]string{"x", "y"}, 2))
	type pr struct{ k, v int }
	ps := []pr{{2, 1}, {1, 2}, {2, 0}, {1, 1}}
	slices.SortFunc(ps, func(a, b pr) int { return cmp.Or(cmp.Compare(a.k, b.k), -cmp.Compare(a.v, b.v)) })
	fmt.Println(ps, slices.Clone([]int(nil)) == nil)
	defer func() { fmt.Println(recover()) }()
	slices.Insert([]int{1}, 5, 2)
}
