package main

type A interface{ int | int }
type B interface{ ~int | int }
type C interface{ int | comparable }
type D interface{ int | any }
type E[T any] interface{ int | T }

func f[T int | string | int](x T) {}

func main() {
	var t ~int
}
