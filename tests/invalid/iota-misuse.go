package main

var x = iota

const (
	a = iota + "x"
	b float64 = iota
	c string = iota
	d uint8 = 300 + iota
	e uint8
)

func f(n int) int { return iota }

func main() {}
