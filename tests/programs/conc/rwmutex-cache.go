// Many readers, few writers, one RWMutex, its RLocker.
package main

import (
	"fmt"
	"sync"
)

type cache struct {
	sync.RWMutex
	data map[int]string
}

func (c *cache) get(k int) (string, bool) {
	c.RLock()
	defer c.RUnlock()
	v, ok := c.data[k]
	return v, ok
}

func (c *cache) set(k int, v string) {
	c.Lock()
	c.data[k] = v
	c.Unlock()
}

func main() {
	c := &cache{data: make(map[int]string)}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { c.set(i, fmt.Sprint("v", i)) })
	}
	wg.Wait()
	hits := make([]bool, 7)
	for i := range hits {
		wg.Go(func() { _, hits[i] = c.get(i) })
	}
	wg.Wait()
	fmt.Println(hits)
	l := c.RLocker()
	l.Lock()
	fmt.Println(len(c.data))
	l.Unlock()
}
