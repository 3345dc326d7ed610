// An atomic orders through itself only.
package main

import (
	"sync/atomic"
	"time"
)

func main() {
	var a, b atomic.Int32
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		a.Store(1)
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	b.Load()
	data++
	<-done
}
