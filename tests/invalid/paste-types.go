package main

import "fmt"

func main() {
	var a int = 3.5
	var b float64 = "x"
	var c string = 'x'
	var d byte = 300
	var e uint = -1
	f := a + 2.5
	g := a + int64(3)
	h := "n: " + a
	var i int32 = a
	fmt.Println(a, b, c, d, e, f, g, h, i)
}
