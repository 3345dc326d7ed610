// A method on a value locks a copy.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  *int
}

func (c counter) inc() {
	c.mu.Lock()
	defer c.mu.Unlock()
	*c.n++
}

func main() {
	c := counter{n: new(int)}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { c.inc() })
	}
	wg.Wait()
	fmt.Println(*c.n > 0)
}
