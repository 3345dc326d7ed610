// Double-checked with an atomic pointer.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type conf struct{ n int }

var (
	mu   sync.Mutex
	inst atomic.Pointer[conf]
)

func get() *conf {
	if c := inst.Load(); c != nil {
		return c
	}
	mu.Lock()
	defer mu.Unlock()
	if inst.Load() == nil {
		inst.Store(&conf{1})
	}
	return inst.Load()
}

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { get() })
	}
	wg.Wait()
	fmt.Println(get().n)
}
