// Which worker takes which job.
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int, 2)
	jobs <- 1
	jobs <- 2
	close(jobs)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for j := range jobs {
				mu.Lock()
				fmt.Print("w", w, "j", j, " ")
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println()
}
