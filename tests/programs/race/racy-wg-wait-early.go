// Wait at zero orders nothing that comes later.
package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	data := 0
	done := make(chan bool, 1)
	go func() {
		time.Sleep(10 * time.Millisecond)
		data = 1
		time.Sleep(20 * time.Millisecond)
		done <- true
	}()
	wg.Wait()
	time.Sleep(20 * time.Millisecond)
	data++
	<-done
}
