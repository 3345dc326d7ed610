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
	ctx2, cancel2 := context.WithCancel()
	<-ctx
	ctx.Done
	var once sync.Once
	once.Do(func() int { return 1 })
	once.Do(func() {}())
	sync.NewCond(sync.Mutex{})
	var wg sync.WaitGroup
	wg.Go(func() error { return nil })
	var mm sync.Map
	mm["a"] = 1
}
