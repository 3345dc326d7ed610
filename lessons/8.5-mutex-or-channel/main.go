package main

import (
	"fmt"
	"sync"
)

const rounds = 3 //param 1..6

// The same counter twice: once behind a lock, once owned by a goroutine.

type locked struct {
	mu sync.Mutex
	n  int
}

func (c *locked) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func owner(add <-chan int, total chan<- int) {
	n := 0
	for d := range add {
		n += d
	}
	total <- n
}

func main() {
	var counter locked
	add := make(chan int)
	total := make(chan int)
	go owner(add, total)

	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range rounds {
				counter.add()
				add <- 1
			}
		})
	}
	wg.Wait()
	close(add)
	fmt.Println("mutex", counter.n, "channel", <-total)
}
