package main

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}

func main() {
	var c C
	_ = c.x
	_ = c.y
	_ = C{x: 1}
	_ = C{A: A{1}, A: A{2}}
	_ = c.A.z
}
