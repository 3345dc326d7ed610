package main

import (
	"fmt"
	"sync"
	"time"
)

const rounds = 2  //param 1..5
const workers = 3 //param 1..5

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for range workers {
		wg.Go(func() {
			for range rounds {
				mu.Lock()
				time.Sleep(10 * time.Millisecond)
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println("mutex", n)
}
