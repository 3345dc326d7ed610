// The last store stays.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var v atomic.Value
	var wg sync.WaitGroup
	for _, s := range []string{"x", "y"} {
		wg.Go(func() { v.Store(s) })
	}
	wg.Wait()
	fmt.Println(v.Load())
}
