// A cache where each key is computed once, by whoever comes first.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type entry struct {
	once sync.Once
	val  int
}

type memo struct {
	mu    sync.Mutex
	m     map[int]*entry
	calls atomic.Int32
}

func (m *memo) get(k int) int {
	m.mu.Lock()
	e := m.m[k]
	if e == nil {
		e = new(entry)
		m.m[k] = e
	}
	m.mu.Unlock()
	e.once.Do(func() {
		m.calls.Add(1)
		e.val = k * k
	})
	return e.val
}

func main() {
	m := &memo{m: map[int]*entry{}}
	var wg sync.WaitGroup
	var wrong atomic.Int32
	for i := range 60 {
		wg.Go(func() {
			if k := i % 6; m.get(k) != k*k {
				wrong.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(m.calls.Load(), wrong.Load(), len(m.m))
}
