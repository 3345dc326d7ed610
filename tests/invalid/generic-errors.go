package main

type Number interface{ int | float64 }

func Max[T Number](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

func main() {
	_ = Max("a", "b")
	_ = Max(1, 2.5)
	var x int = 1
	_ = Max(x, 2.5)
	var f float32
	_ = Max(f, f)
	_ = Max[int, int](1, 2)
	_ = Max[string]
	_ = Max[int]("a", 1)
	s := Stack[int]{}
	s.Push("a")
	var t Stack
	u := Stack{}
	_ = Stack[int, string]{}
	_ = Stack[]{}
}
