package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func Filter[V any](s iter.Seq[V], f func(V) bool) iter.Seq[V] {
	return func(yield func(V) bool) {
		s(func(v V) bool {
			if f(v) {
				return yield(v)
			}
			return true
		})
	}
}
func MapSeq[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		for v := range s {
			if !yield(f(v)) {
				return
			}
		}
	}
}
func Take[V any](s iter.Seq[V], n int) iter.Seq[V] {
	return func(yield func(V) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}
func Naturals() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
}
func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nb, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := nb()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

type Tree[T any] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Push(yield func(T) bool) bool {
	return t == nil || t.l.Push(yield) && yield(t.v) && t.r.Push(yield)
}
func (t *Tree[T]) All() iter.Seq[T] { return func(y func(T) bool) { t.Push(y) } }

func find(s iter.Seq[int], want int) (idx int, found bool) {
	for v := range s {
		if v == want {
			return idx, true
		}
		idx++
	}
	return -1, false
}

func main() {
	ev := Filter(Naturals(), func(i int) bool { return i%2 == 0 })
	fmt.Println(slices.Collect(Take(MapSeq(ev, func(i int) string { return strings.Repeat("x", i) }), 4)))
	for a, b := range Zip(Naturals(), slices.Values([]string{"a", "b", "c"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	t := &Tree[rune]{&Tree[rune]{nil, nil, 'a'}, &Tree[rune]{nil, nil, 'c'}, 'b'}
	for r := range t.All() {
		fmt.Printf("%c", r)
	}
	fmt.Println()
	fmt.Println(find(Take(Naturals(), 10), 7))
	fmt.Println(find(Take(Naturals(), 5), 7))
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	fmt.Println(slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)))
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v)
	}
	fmt.Println()
	for p := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print("[", p, "]")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		for v := range Naturals() {
			defer fmt.Println("deferred", v)
			if v == 2 {
				panic("at two")
			}
		}
	}()
outer:
	for i := range Naturals() {
		for j := range Naturals() {
			if j > i {
				continue outer
			}
			if i+j > 4 {
				break outer
			}
			fmt.Print(i, ",", j, " ")
		}
	}
	fmt.Println()
	for range Take(Naturals(), 2) {
		fmt.Print("tick ")
	}
	fmt.Println()
	bad := func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
	for v := range bad {
		fmt.Println(v)
		break
	}
}
