package main

type P struct {
	X int,
	Y int,
}
type Q struct {
	A: int
	B string = "x"
}
type I interface {
	func Foo()
	Bar() int;
}
type E enum { A, B }

func main() {
	p := P{X: 1, Y: 2
	}
	q := &Q{
		A: 1,
		B: "x"
	}
}
