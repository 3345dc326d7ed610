// Signal alone orders nothing before it that the waiter does not wait for.
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		c.Signal()
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	mu.Lock()
	data++
	mu.Unlock()
	<-done
}
