// A mutex guards a counter and a map.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *counter) inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

func main() {
	c := counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.inc([]string{"a", "b", "c"}[i%3])
		}()
	}
	wg.Wait()
	fmt.Println(c.m)
}
