// Capacity two lets two in.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	sem := make(chan struct{}, 2)
	n := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			sem <- struct{}{}
			n++
			time.Sleep(time.Millisecond)
			<-sem
		})
	}
	wg.Wait()
	fmt.Println(n > 0)
}
