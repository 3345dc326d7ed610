package main

var (
	a int
	b = 2
	c := 3
)
var x, y
var z 5

func main() {}
