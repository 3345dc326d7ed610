// Iterators: filter, map, take, zip; pull; labelled loops over functions; defer and return inside.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func filter[T any](s iter.Seq[T], ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if ok(x) && !yield(x) {
				return
			}
		}
	}
}

func mapped[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

func take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for x := range s {
			if !yield(x) {
				return
			}
			if i++; i == n {
				return
			}
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

func naturals(yield func(int) bool) {
	defer fmt.Println("naturals end")
	for i := 0; yield(i); i++ {
	}
}

func find(s iter.Seq[int], want int) (pos int, found bool) {
	defer func() { pos *= 10 }()
	for x := range s {
		if x == want {
			return pos, true
		}
		pos++
	}
	return -1, false
}

type tree[T any] struct {
	left, right *tree[T]
	val         T
}

func (t *tree[T]) all(yield func(T) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.val) && t.right.all(yield)
}

func (t *tree[T]) All() iter.Seq[T] { return func(yield func(T) bool) { t.all(yield) } }

func main() {
	even := filter(naturals, func(n int) bool { return n%2 == 0 })
	fmt.Println(slices.Collect(take(mapped(even, func(n int) string { return fmt.Sprint("n", n) }), 4)))
	for a, b := range zip(take(naturals, 3), slices.Values([]string{"x", "y", "z", "w"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	fmt.Println(find(naturals, 3))
outer:
	for i := range naturals {
		for j := range naturals {
			switch {
			case j > i:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
	t := &tree[int]{&tree[int]{nil, nil, 1}, &tree[int]{nil, nil, 3}, 2}
	for x := range t.All() {
		defer fmt.Println("deferred in loop", x)
		if x == 2 {
			break
		}
	}
	next, stop := iter.Pull2(maps.All(map[string]int{"only": 1}))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	for i, w := range slices.Backward(strings.Fields("a b c")) {
		fmt.Print(i, w, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
	defer func() { fmt.Println("recovered:", recover()) }()
	for x := range take(naturals, 5) {
		if x == 1 {
			panic("in body")
		}
	}
}
