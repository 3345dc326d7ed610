// WaitGroup.Go starts and counts in one call.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var n atomic.Int64
	for i := range 10 {
		wg.Go(func() {
			n.Add(int64(i))
		})
	}
	wg.Wait()
	fmt.Println(n.Load())
	wg.Go(func() { n.Store(-1) })
	wg.Wait()
	fmt.Println(n.Load())
}
