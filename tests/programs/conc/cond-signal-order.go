package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	var got []int
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			mu.Lock()
			c.Wait()
			got = append(got, i)
			mu.Unlock()
		})
		time.Sleep(5 * time.Millisecond)
	}
	for range 2 {
		mu.Lock()
		c.Signal()
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
	}
	mu.Lock()
	fmt.Println(got)
	c.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(len(got))
	c.Wait()
}
