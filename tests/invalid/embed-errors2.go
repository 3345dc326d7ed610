package main

type I interface{ M() }
type P *int
type A struct{ *I }
type B struct{ P }
type C struct{ *P }
type D struct {
	int
	int
}
type E struct {
	A
	*A
}
type F[T any] struct{ T }
type G struct{ (I) }

func main() {}
