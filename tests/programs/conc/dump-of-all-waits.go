package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	c := make(chan int)
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { c <- 1 }()
	go func() { mu.Lock() }()
	go func() { wg.Wait() }()
	go func() { select {} }()
	go func() { time.Sleep(time.Hour) }()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
	panic("dump")
}
