// A buffered channel as a counting semaphore bounds the parallelism.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const limit = 3
	sem := make(chan struct{}, limit)
	var running, max atomic.Int32
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			n := running.Add(1)
			for {
				m := max.Load()
				if n <= m || max.CompareAndSwap(m, n) {
					break
				}
			}
			running.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(max.Load() <= limit, running.Load(), len(sem))
}
