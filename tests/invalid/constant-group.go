package main

const (
	a, b = 1
	c, d = 1, 2, 3
	e, f
	g
)

const x, y = 1
const z int

func main() {}
