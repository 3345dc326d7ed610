// CompareAndSwap has one winner.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var owner atomic.Int32
	var wg sync.WaitGroup
	for i := int32(1); i <= 3; i++ {
		wg.Go(func() { owner.CompareAndSwap(0, i) })
	}
	wg.Wait()
	fmt.Println(owner.Load())
}
