package main

var a, b = 1
var c, d int = 1, 2, 3
var e, f = two()
var g, h, i = two()
var j = two()
var k, l = two(), 1

func two() (int, int) { return 1, 2 }

func main() {
	var x, y string = "a"
	p, q, r := 1, 2
}
