package main

import (
	"fmt"
	"sync"
	"time"
)

const rounds = 2  //param 1..5
const workers = 3 //param 1..5

// The same counter twice: once behind a lock, once owned by a goroutine.

type locked struct {
	mu sync.Mutex
	n  int
}

func (c *locked) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	time.Sleep(10 * time.Millisecond)
	c.n++
}

func owner(add <-chan int, total chan<- int) {
	n := 0
	for d := range add {
		time.Sleep(10 * time.Millisecond)
		n += d
	}
	total <- n
}

func main() {
	var counter locked
	add, total := make(chan int, 2), make(chan int)
	go owner(add, total)

	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for range rounds {
				add <- 1
				counter.add()
			}
		})
	}
	wg.Wait()
	close(add)
	fmt.Println("mutex", counter.n, "channel", <-total)
}
