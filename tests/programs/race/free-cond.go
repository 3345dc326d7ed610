// A condition variable with its lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	queue := []int{}
	go func() {
		mu.Lock()
		queue = append(queue, 7)
		mu.Unlock()
		c.Signal()
	}()
	mu.Lock()
	for len(queue) == 0 {
		c.Wait()
	}
	fmt.Println(queue[0])
	mu.Unlock()
}
