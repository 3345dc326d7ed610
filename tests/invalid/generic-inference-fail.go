package main

func mk[T any]() T                            { var t T; return t }
func pair[K comparable, V any](k K) map[K]V   { return nil }
func apply[T any](f func(T) T, x T) T         { return f(x) }
func same[T any](a, b T)                      {}
func keys[K comparable, V any](m map[K]V) []K { return nil }
func slice[T any](s []T)                      {}
func ch[T any](c chan T)                      {}

func main() {
	mk()
	pair("a")
	apply(func(x int) int { return x }, "a")
	apply(func(x int) string { return "" }, 1)
	same(1, "a")
	var i int
	var i8 int8
	same(i, i8)
	keys([]int{})
	slice(5)
	slice([3]int{})
	ch(make(<-chan int))
	same(nil, nil)
	f := same
	_ = f
}
