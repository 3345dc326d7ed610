// Broadcast before Wait: the waiter checks a condition, so no deadlock, but the order of the lines varies.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	ready := false
	var wg sync.WaitGroup
	wg.Go(func() {
		mu.Lock()
		if ready {
			fmt.Println("no need to wait")
		}
		for !ready {
			c.Wait()
		}
		mu.Unlock()
		fmt.Println("go")
	})
	mu.Lock()
	ready = true
	mu.Unlock()
	c.Broadcast()
	wg.Wait()
}
