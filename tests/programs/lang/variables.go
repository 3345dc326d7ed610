// Every form of variable declaration.
package main

import "fmt"

var a int
var b, c = 1, "two"
var (
	d       float64 = 3
	e, f    bool    = true, false
	g               = [...]string{"x", "y"}
	_               = fmt.Sprint("blank")
	h, i, j int
)

func pair() (int, string) { return 7, "seven" }

var k, l = pair()

func main() {
	var m int8
	var n, o uint = 4, 5
	p := 'p'
	q, r := pair()
	q, s := 8, 9.5
	var t, _ = pair()
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k, l)
	fmt.Println(m, n, o, p, q, r, s, t)
}
