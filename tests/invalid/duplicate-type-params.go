package main

func f[T, T any](x T) {}

type P[K, K any] struct{}

type T[T any] struct{ x T }

func g[T any](T int) {}

func main() {}
