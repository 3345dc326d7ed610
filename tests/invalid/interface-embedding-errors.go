package main

type S struct{}

type A interface {
	S
	int
	M()
}

type B interface {
	M() int
	M() string
}

type C interface {
	error
	Error() int
}

type D interface{ *D }

func f(a A) {}

func main() {
	var b B
	_ = b
}
