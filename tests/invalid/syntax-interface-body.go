package main

type I interface {
	func Foo()
	Bar() int,
}

func main() {}
