// What inference finds: from arguments, results, function arguments, constraints, untyped constants.
package main

import (
	"fmt"
	"strings"
)

func conv[D, S any](s []S, f func(S) D) []D {
	var out []D
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func apply[F ~func(A) B, A, B any](f F, a A) B { return f(a) }

func scale[S ~[]E, E ~int | ~float64](s S, k E) S {
	out := make(S, len(s))
	for i, v := range s {
		out[i] = v * k
	}
	return out
}

func pairs[K comparable, V any](m map[K]V, f func(K, V)) {
	for k, v := range m {
		f(k, v)
	}
}

func id[T any](v T) T { return v }

func chanOf[T any](vs ...T) chan T {
	c := make(chan T, len(vs))
	for _, v := range vs {
		c <- v
	}
	close(c)
	return c
}

func first[T any, PT interface{ *T }](p PT) T { return *p }

type vec []float64

func (v vec) String() string { return "vec" }

type op func(int) string

func main() {
	fmt.Println(conv([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(conv[float64]([]int{1, 2}, func(i int) float64 { return float64(i) / 2 }))
	fmt.Println(apply(func(s string) int { return len(s) }, "four"), apply(op(func(i int) string { return fmt.Sprint(i) }), 7))
	v := scale(vec{1, 2}, 3)
	fmt.Printf("%v %T %v\n", v, v, []float64(v))
	pairs(map[string]int{"only": 1}, func(k string, v int) { fmt.Println(k, v) })
	fmt.Println(apply(id[int], 5), id(id(2.5)), id[any](nil))
	var f func(string) string = id
	fmt.Println(f("assigned"))
	for v := range chanOf('a', 'b') {
		fmt.Print(string(v))
	}
	x := 9
	fmt.Println(first(&x), len(chanOf[error]()))
	fmt.Println(conv([]string{"a"}, id), conv([]string{" b "}, strings.TrimSpace))
}
