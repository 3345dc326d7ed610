// Who loads after Clear comes after it.
package main

import (
	"sync"
	"time"
)

func main() {
	var m sync.Map
	m.Store("k", 1)
	data := 0
	go func() {
		data = 1
		m.Clear()
	}()
	time.Sleep(20 * time.Millisecond)
	if _, ok := m.Load("k"); !ok {
		data++
	}
}
