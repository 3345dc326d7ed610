// Two goroutines that yield inside the critical section, so that every Lock has to wait for the other's Unlock.
package main

import (
	"runtime"
	"sync"
)

const turns = 200_000

func main() {
	var (
		mu    sync.Mutex
		wg    sync.WaitGroup
		count int
	)
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range turns {
				mu.Lock()
				count++
				runtime.Gosched()
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	if count != 2*turns {
		panic("an increment was lost")
	}
}
