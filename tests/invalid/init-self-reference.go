package main

var f = func() int { return f() }

var x, y = y, 1

var p = &p

var z int = func() int { return z }()

func main() {
	var w = w
}
