package main

func f[T any](x T) {
	var T int
	var y T
	_ = y
}

func g[int any](x int) int { return x + 1 }

type S[T any] struct{}

func (s S[int]) m(x int) int { return x + 1 }
func (s S[A, B]) n()         {}
func (s S) o()               {}

func main() {}
