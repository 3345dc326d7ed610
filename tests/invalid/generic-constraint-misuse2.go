package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
)

type P struct{ n int }

func Max[T cmp.Ordered](a, b T) T { if a > b { return a }; return b }
func Keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

type List[T any] struct{ next *List[T]; v T }

func Apply[T any, R any](x T, f func(T) R) R { return f(x) }

func main() {
	slices.Sort([]P{{1}})
	slices.Sort(5)
	sort.Slice([]P{}, func(a, b P) bool { return true })
	slices.SortFunc([]P{}, func(a, b P) bool { return true })
	slices.Contains([]string{"a"}, 1)
	slices.Index([]P{}, "x")
	var x []string = slices.Sorted(maps.Keys(map[int]bool{}))
	Apply(1, func(s string) int { return 1 })
	Apply(1, nil)
	Apply[int](1, func(i int) {})
	var f func(int, int) int = Max
	var g func(string) = Max
	h := Max
	i := Max[int, int]
	fmt.Println(slices.Max([]any{1}), x, f, g, h, i)
}
