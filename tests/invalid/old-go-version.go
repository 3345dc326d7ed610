//go:build go1.17

package main

import "fmt"

type T[P any] struct{}

func f[T any](x T) {}

func main() {
	for i := range 10 {
		fmt.Println(i)
	}
	_ = min(1, 2)
	clear(map[int]int{})
	var x any
	_ = x
}
