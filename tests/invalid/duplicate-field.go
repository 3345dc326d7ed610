package main

type T struct {
	a int
	b string
	a bool
}

type E struct {
	T
	T int
}

func main() {}
