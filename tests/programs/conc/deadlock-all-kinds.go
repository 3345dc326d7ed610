// Every goroutine of a deadlock is listed with what it waits for.
package main

import (
	"sync"
	"time"
)

func waitMutex(mu *sync.Mutex)     { mu.Lock() }
func waitGroup(wg *sync.WaitGroup) { wg.Wait() }
func waitReceive(c chan int)       { <-c }
func waitSend(c chan int)          { c <- 1 }
func waitSelect(a, b chan int) {
	select {
	case <-a:
	case <-b:
	}
}
func waitRange(c chan int) {
	for range c {
	}
}
func waitForever()            { select {} }
func waitNil()                { <-(chan int)(nil) }
func waitRW(mu *sync.RWMutex) { mu.Lock() }
func waitCond(c *sync.Cond)   { c.L.Lock(); c.Wait() }

func main() {
	var mu, cm sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	mu.Lock()
	rw.RLock()
	wg.Add(1)
	go waitMutex(&mu)
	go waitGroup(&wg)
	go waitReceive(make(chan int))
	go waitSend(make(chan int))
	go waitSelect(make(chan int), make(chan int))
	go waitRange(make(chan int))
	go waitForever()
	go waitNil()
	go waitRW(&rw)
	go waitCond(sync.NewCond(&cm))
	time.Sleep(10 * time.Millisecond)
	mu.Lock()
}
