package main

func Make[T any]() T { var t T; return t }

func Map[T, U any](s []T, f func(T) U) []U { return nil }

type Pair[K comparable, V any] struct {
	k K
	v V
}

func main() {
	x := Make()
	_ = Map[int]([]int{}, nil)
	var p Pair[int]
	var q Pair
	var r Pair[int, string, bool]
	_ = Map(1, func(int) int { return 1 })
	_, _, _, _ = x, p, q, r
}
