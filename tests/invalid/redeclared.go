package main

var x int
var x string

func f() {}
func f() {}

type f int

func main() {
	a := 1
	var a int
	a := 2
	_ = a
}
