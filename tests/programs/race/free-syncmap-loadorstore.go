// Who loads what another stored comes after it.
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
		m.LoadOrStore("k", 1)
	}()
	time.Sleep(20 * time.Millisecond)
	if _, loaded := m.LoadOrStore("k", 2); loaded {
		data++
	}
}
