package main

import "fmt"

type Number interface {
	~int | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Zero[T any]() T                      { var z T; return z }

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s Stack) Len() int     { return 0 }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func Eq[T any](a, b T) bool { return a == b }
func Less[T any](a, b T) bool { return a < b }
func Add[T int | string](a, b T) T { return a - b }

func main() {
	Sum("a", "b")
	Sum(1, 2.5)
	Sum([]int{1, 2})
	Zero()
	var s Stack
	var t Stack[int, string]
	t2 := Stack[int]{}
	t2.Push("x")
	p := Pair[[]int, string]{}
	q := Pair{1, "x"}
	Map([]int{1}, "f")
	var n Number
	fmt.Println(s, t, p, q, n)
}
