// Double-checked locking without an atomic.
package main

import (
	"fmt"
	"sync"
)

type conf struct{ n int }

var (
	mu   sync.Mutex
	inst *conf
)

func get() *conf {
	if inst == nil {
		mu.Lock()
		if inst == nil {
			inst = &conf{1}
		}
		mu.Unlock()
	}
	return inst
}

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { get() })
	}
	wg.Wait()
	fmt.Println(get().n)
}
