package main

type list[T any] struct{ items []T }

func (l *list[T]) push(x T) { l.items = append(l.items, x) }

func (l *list) pop() {}

func (l *list[T, U]) two() {}

func (l *list[int]) shadow() int { return 0 }

func main() {
	l := list[int]{}
	l.push("x")
	var m list[string] = l
	m.items[0].foo()
	list[int].push(l, 1)
}
