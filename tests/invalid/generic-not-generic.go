package main

type T struct{}

func f(x int) {}

var v = 1

func main() {
	var t T[int]
	f[int](1)
	_ = v[int]
	_ = int[string](1)
	_ = []int[int]{}
	x := T[int]{}
	_ = len[int]
}
