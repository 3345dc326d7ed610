// Generic iterators over user types.
package main

import (
	"fmt"
	"iter"
)

type list[T any] struct {
	head *elem[T]
	n    int
}

type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *list[T]) push(v T) { l.head = &elem[T]{v, l.head}; l.n++ }

func (l *list[T]) all() iter.Seq[T] {
	return func(yield func(T) bool) {
		for e := l.head; e != nil; e = e.next {
			if !yield(e.v) {
				return
			}
		}
	}
}

func enumerate[T any](s iter.Seq[T]) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for v := range s {
			if !yield(i, v) {
				return
			}
			i++
		}
	}
}

func take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		k := 0
		for v := range s {
			k++
			if !yield(v) || k == n {
				return
			}
		}
	}
}

func naturals(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func main() {
	var l list[string]
	l.push("a")
	l.push("b")
	l.push("c")
	for i, v := range enumerate(l.all()) {
		fmt.Println(i, v)
	}
	for v := range take(naturals, 4) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	next, stop := iter.Pull(take(naturals, 2))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	next2, stop2 := iter.Pull2(enumerate(l.all()))
	fmt.Println(next2())
	stop2()
	fmt.Println(next2())
}
