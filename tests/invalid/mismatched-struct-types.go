package main

type A struct{ x int }
type B struct{ x int }
type C struct {
	x int
	y string
}

func main() {
	var a A = B{1}
	var b B = A(B{2})
	c := C(a)
	a = b
	a = struct{ x int }{1}
	a = struct{ y int }{1}
	var d struct{ x int64 } = a
	_, _, _ = b, c, d
}
