package main

import "fmt"

const big = 1 << 64
const f = fmt.Sprint("x")
const (
	a = iota
	b int8 = 200
	c
	d = len([]int{1})
)

var arr [f]int

func main() {
	big := big
	a = 2
	fmt.Println(big, 10/0, 5%0, 1<<-1, uint8(256), "a"*2)
	var x int = 1 << 63
	const unused = 1
	_ = x
}
