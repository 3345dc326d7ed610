// Two that only load tell each other nothing.
package main

import (
	"sync"
	"time"
)

func main() {
	var m sync.Map
	m.Store("k", 1)
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		m.Load("k")
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	m.Load("k")
	data++
	<-done
}
