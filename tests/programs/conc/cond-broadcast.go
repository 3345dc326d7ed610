// Broadcast wakes every waiter.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	ready := sync.NewCond(&mu)
	open := false
	waiting, passed := 0, 0
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			mu.Lock()
			waiting++
			for !open {
				ready.Wait()
			}
			passed++
			mu.Unlock()
		})
	}
	mu.Lock()
	open = true
	mu.Unlock()
	ready.Broadcast()
	wg.Wait()
	fmt.Println(waiting, passed)
}
