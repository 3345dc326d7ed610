// A WaitGroup may be used for several rounds.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	total := 0
	var mu sync.Mutex
	for round := 1; round <= 3; round++ {
		wg.Add(round)
		for range round {
			go func() {
				mu.Lock()
				total += round
				mu.Unlock()
				wg.Done()
			}()
		}
		wg.Wait()
		fmt.Println("round", round, "total", total)
	}
}
