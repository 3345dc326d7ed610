package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n int
	atomic.AddInt64(&n, 1)
	var m int64
	atomic.AddInt64(m, 1)
	var c atomic.Int64
	c++
	c.Add("1")
	c = 5
	fmt.Println(c + 1, c.load(), atomic.Int64)
	var v atomic.Value
	v.Store()
	var p atomic.Pointer[int]
	p.Store(3)
}
