// A Store of one key says nothing to the Load of another.
package main

import (
	"sync"
	"time"
)

func main() {
	var m sync.Map
	m.Store("a", 0)
	m.Store("b", 0)
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		m.Store("a", 1)
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	m.Load("b")
	data++
	<-done
}
