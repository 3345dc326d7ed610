// Signal without a waiter is lost: a deadlock in some schedules.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	started := make(chan bool)
	go func() {
		started <- true
		mu.Lock()
		c.Signal()
		mu.Unlock()
	}()
	<-started
	mu.Lock()
	c.Wait()
	mu.Unlock()
	fmt.Println("woken")
}
