package main

import "fmt"

type Shower interface{ Show() string }

func show[T Shower](x T) string { return x.Show() }

func str[T fmt.Stringer](x T) {}

type A struct{}

func (a *A) Show() string { return "" }

type B struct{}

func (b B) Show() int { return 1 }

type C[T any, P interface {
	*T
	Set(string)
}] struct{}

func main() {
	show(A{})
	show(&A{})
	show(B{})
	show(1)
	str("a")
	show[string]("x")
	var _ C[int, *int]
	var _ C[A, A]
}
