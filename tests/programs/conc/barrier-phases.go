// A reusable barrier: nobody enters phase n+1 before all finished phase n.
package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	phase int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.phase
	if b.count++; b.count == b.n {
		b.count = 0
		b.phase++
		b.cond.Broadcast()
		return
	}
	for p == b.phase {
		b.cond.Wait()
	}
}

func main() {
	const n, phases = 4, 3
	b := newBarrier(n)
	var mu sync.Mutex
	log := []int{}
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for p := range phases {
				mu.Lock()
				log = append(log, p)
				mu.Unlock()
				b.wait()
			}
		})
	}
	wg.Wait()
	fmt.Println(log)
}
