// Atomic load and store do not make an atomic increment.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var n atomic.Int32
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			v := n.Load()
			runtime.Gosched()
			n.Store(v + 1)
		})
	}
	wg.Wait()
	fmt.Println(n.Load())
}
