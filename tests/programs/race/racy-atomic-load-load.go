// Two loads of an atomic order nothing.
package main

import (
	"sync/atomic"
	"time"
)

func main() {
	var a atomic.Int32
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		a.Load()
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	a.Load()
	data++
	<-done
}
