// Three goroutines print in turns.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	turn := 0
	var wg sync.WaitGroup
	for id, s := range []string{"A", "B", "C"} {
		wg.Go(func() {
			for range 3 {
				mu.Lock()
				for turn%3 != id {
					c.Wait()
				}
				fmt.Print(s)
				turn++
				mu.Unlock()
				c.Broadcast()
			}
		})
	}
	wg.Wait()
	fmt.Println()
}
