// sync.Map under many goroutines; LoadOrStore lets one win per key.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var m sync.Map
	var winners atomic.Int32
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			if _, loaded := m.LoadOrStore(i%10, i); !loaded {
				winners.Add(1)
			}
		})
	}
	wg.Wait()
	keys, ok := 0, true
	m.Range(func(k, v any) bool {
		keys++
		ok = ok && v.(int)%10 == k.(int)
		return true
	})
	fmt.Println(winners.Load(), keys, ok)
}
