package main

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var n atomic.Int64
	n++
	n.Add("x")
	n = 5
	var m int
	atomic.AddInt64(&m, 1)
	atomic.AddInt32(m, 1)
	ctx := context.WithTimeout(context.Background(), time.Second)
	ctx, cancel := context.WithTimeout(context.Background(), 5)
	ctx2, cancel2 := context.WithCancel()
	<-ctx
	ctx.Done
	var once sync.Once
	once.Do(func() int { return 1 })
	once.Do(func() {}())
	var pool sync.Pool{New: nil}
}
