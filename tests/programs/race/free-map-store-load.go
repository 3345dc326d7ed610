// What comes before a Store in a sync.Map comes before the Load that sees it.
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
		m.Store("ready", true)
	}()
	for {
		if _, ok := m.Load("ready"); ok {
			break
		}
		time.Sleep(time.Millisecond)
	}
	data++
}
