package main

type T[P any] struct{ f *T[[]P] }

type A[P any] struct{ b B[P] }
type B[P any] struct{ a A[P] }

func f[T any](n int) { f[[]T](n) }

type L[T any] []L[L[T]]

func main() {
	var t T[int]
	_ = t
	f[int](1)
}
