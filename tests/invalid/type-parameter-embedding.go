package main

type S[T any] struct {
	T
	x *T
}

type A[T any] T

type B[T any] = T

type C[T any] interface{ T }

func f[T any, U T](x U) {}

func main() {}
