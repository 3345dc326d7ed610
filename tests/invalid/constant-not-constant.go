package main

import "fmt"

func f() int { return 1 }

var v = 5

const (
	a = f()
	b = v
	c = []int{1}
	d = len([]int{1})
	e = fmt.Sprint("x")
	g = nil
	h = &v
	i int = "x"
	j = struct{}{}
)

const k []int = nil

func main() {
	const n = v
	var arr [v]int
	_ = arr
	switch v {
	case f():
	}
}
