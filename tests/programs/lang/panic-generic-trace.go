// Frames of generic functions.
package main

type list[T any] struct{ items []T }

func (l *list[T]) at(i int) T { return l.items[i] }

func first[T any](l *list[T]) T { return l.at(0) }

func main() {
	println(first(&list[string]{}))
}
