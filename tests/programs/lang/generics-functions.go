// Generic functions with inference.
package main

import (
	"fmt"
	"strconv"
)

type number interface {
	~int | ~int64 | ~float64
}

func sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func mapTo[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, e := range s {
		if keep(e) {
			out = append(out, e)
		}
	}
	return out
}

func reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

func keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func zero[T any]() T { var z T; return z }

func ptr[T any](v T) *T { return &v }

type cents int
type ids []int

func main() {
	fmt.Println(sum(1, 2, 3), sum(1.5, 2.5), sum[cents](5, 6), sum[float64]())
	fmt.Println(mapTo([]int{1, 2}, strconv.Itoa), mapTo([]string{"a"}, func(s string) int { return len(s) }))
	fmt.Printf("%T\n", filter(ids{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + strconv.Itoa(x) }))
	fmt.Println(keys(map[string]int{"a": 1}), zero[string]() == "", zero[*int]() == nil, *ptr(3))
	f := sum[int]
	fmt.Println(f(1, 1))
	var g func([]int, func(int) string) []string = mapTo
	fmt.Println(g([]int{9}, strconv.Itoa))
	fmt.Println(sum(1, 2.5), sum(1, 2.0, 'a'-'a'+1.5))
}
