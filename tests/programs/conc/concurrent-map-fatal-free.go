// Reading a map from many goroutines is fine.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	var sum atomic.Int64
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := w; i < 100; i += 4 {
				sum.Add(int64(m[i]))
			}
		})
	}
	wg.Wait()
	fmt.Println(sum.Load())
}
