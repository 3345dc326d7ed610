// Two readers of a lock that write.
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	data := 0
	done := make(chan bool)
	add := func() {
		mu.RLock()
		data++
		mu.RUnlock()
		done <- true
	}
	go add()
	go add()
	<-done
	<-done
}
