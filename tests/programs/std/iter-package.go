// package iter: Seq, Seq2, Pull.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func fib() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
	}
}

func filter[T any](s iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		s(func(v T) bool {
			if f(v) {
				return yield(v)
			}
			return true
		})
	}
}

func limit[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if n == 0 || !yield(v) {
				return
			}
			n--
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func main() {
	fmt.Println(slices.Collect(limit(filter(fib(), func(n int) bool { return n%2 == 0 }), 5)))
	for a, b := range zip(fib(), slices.Values([]string{"x", "y", "z"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println(len(maps.Collect(zip(slices.Values([]int{1, 2}), fib()))))
	next, stop := iter.Pull2(maps.All(map[string]int{"only": 1}))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	stop()
	n2, s2 := iter.Pull(fib())
	n2()
	s2()
	fmt.Println(n2())
}
