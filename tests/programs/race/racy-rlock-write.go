// Writing under a read lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	n := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			mu.RLock()
			n++
			mu.RUnlock()
		})
	}
	wg.Wait()
	fmt.Println(n > 0)
}
