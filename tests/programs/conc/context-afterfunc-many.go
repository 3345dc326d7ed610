package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var mu sync.Mutex
	n := 0
	var stops []func() bool
	for range 5 {
		stops = append(stops, context.AfterFunc(ctx, func() {
			mu.Lock()
			n++
			mu.Unlock()
		}))
	}
	fmt.Println(stops[0](), stops[0](), stops[4]())
	cancel()
	time.Sleep(10 * time.Millisecond)
	mu.Lock()
	fmt.Println(n, stops[1]())
	mu.Unlock()
	context.AfterFunc(ctx, func() { panic("late") })
	time.Sleep(10 * time.Millisecond)
}
