// A TryLock that fails orders nothing.
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	data := 0
	done := make(chan bool, 1)
	go func() {
		data = 1
		mu.TryLock()
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	mu.Unlock()
	data++
	<-done
}
