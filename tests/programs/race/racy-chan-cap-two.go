// A channel of capacity two as a lock lets two in.
package main

import (
	"sync"
)

func main() {
	sem := make(chan bool, 2)
	data := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			sem <- true
			data++
			<-sem
		})
	}
	wg.Wait()
}
