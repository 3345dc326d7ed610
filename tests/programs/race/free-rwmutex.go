// Readers and a writer with the right locks.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	n := 0
	var wg sync.WaitGroup
	wg.Go(func() { mu.Lock(); n = 1; mu.Unlock() })
	for range 3 {
		wg.Go(func() {
			mu.RLock()
			defer mu.RUnlock()
			_ = n
		})
	}
	wg.Wait()
	fmt.Println(n)
}
