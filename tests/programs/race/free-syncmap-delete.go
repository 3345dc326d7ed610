// Who finds a key deleted comes after the deletion.
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
		m.Delete("k")
	}()
	time.Sleep(20 * time.Millisecond)
	if _, ok := m.Load("k"); !ok {
		data++
	}
}
