// A map behind a mutex.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	mu sync.RWMutex
	m  map[int]int
}

func (s *store) set(k, v int) { s.mu.Lock(); s.m[k] = v; s.mu.Unlock() }
func (s *store) get(k int) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.m[k]
}

func main() {
	s := &store{m: map[int]int{}}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { s.set(i, i); s.get(i / 2) })
	}
	wg.Wait()
	fmt.Println(len(s.m))
}
