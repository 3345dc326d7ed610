// Range reads every key.
package main

import (
	"sync"
	"time"
)

func main() {
	var m sync.Map
	data := 0
	go func() {
		data = 1
		m.Store("k", 1)
	}()
	time.Sleep(20 * time.Millisecond)
	m.Range(func(k, v any) bool {
		data++
		return true
	})
}
