// Writers of a sync.Map come one after the other, whatever the key.
package main

import (
	"sync"
	"time"
)

func main() {
	var m sync.Map
	m.Store("a", 0)
	data := 0
	go func() {
		data = 1
		m.Store("a", 1)
	}()
	time.Sleep(20 * time.Millisecond)
	m.Store("a", 2)
	data++
}
