//go:build go1.22

package main

func seq(yield func(int) bool) {}

type A[T any] = []T

func main() {
	for x := range seq {
		_ = x
	}
	p := new(5)
	_ = p
}
