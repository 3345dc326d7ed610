package main

import "fmt"

const Big = 1 << 100
const (
	A uint8 = 256
	B int8  = -129
	C       = 10 / 0
	D byte  = 'a' * 3
	E       = len("abc")
	F       = fmt.Sprint("x")
)

type Weekday int

const (
	Sun Weekday = iota
	Mon
)

func main() {
	var i int = Big
	var u uint = -1
	var b byte = 300
	x := 1 << 64
	y := 5.0 % 2.0
	z := 1.5 << 2
	var w Weekday = 1.5
	w = "x"
	A = 3
	Sun++
	var f float32 = 1e40
	var r rune = "a"
	arr := [2]int{1, 2, 3}
	_ = arr[5]
	_ = arr[-1]
	_ = "abc"[10]
	fmt.Println(i, u, b, x, y, z, w, f, r)
}
