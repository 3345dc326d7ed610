package main

type T struct {
	a int
	t T
}

type A struct{ b B }
type B struct{ a [2]A }

type I interface{ I }

type P *P

func main() {}
