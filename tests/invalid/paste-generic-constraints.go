package main

import "fmt"

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func Map[T, U any](xs []T, f func(T) U) []U { return nil }

func main() {
	fmt.Println(Sum("a", "b"))
	fmt.Println(Sum(1, 2.5))
	fmt.Println(Sum[string]())
	fmt.Println(Map([]int{1}, func(s string) int { return 0 }))
	fmt.Println(Map[int]([]string{}, nil))
	var n Number
	var t T
	fmt.Println(n, t, Sum())
}
