package main

import "fmt"

type A interface {
	Foo()
	Foo() int
	bar int
}
type B interface {
	A
	C
	*int
}
type D interface{ int | string }

func (a A) Method() {}

var d D
var e []D

func f(d D) {}

type F struct{ D }

func main() {
	var a A = &A{}
	b := new(A)
	b.Foo()
	var p *A
	p.Foo()
	fmt.Println(a)
}
