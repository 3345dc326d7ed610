package main

import "sync/atomic"

func main() {
	var n atomic.Int64
	n++
	n = 5
	n.Add("x")
	n.Add(int32(1))
	if n == 5 {
	}
	var m int
	atomic.AddInt64(&m, 1)
	atomic.AddInt32(m, 1)
	atomic.AddInt64(1, 1)
	var p atomic.Pointer[int]
	p.Store("x")
	p.Store(5)
	var q atomic.Pointer
	_ = n + 1
}
