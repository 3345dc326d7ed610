// A spin lock from CompareAndSwap and Gosched.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type spin struct{ state atomic.Uint32 }

func (s *spin) Lock() {
	for !s.state.CompareAndSwap(0, 1) {
		runtime.Gosched()
	}
}
func (s *spin) Unlock() { s.state.Store(0) }

func main() {
	var l sync.Locker = &spin{}
	n := 0
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			for range 20 {
				l.Lock()
				n++
				l.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(n)
}
