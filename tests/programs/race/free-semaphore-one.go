// A channel of capacity one as a lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	sem := make(chan struct{}, 1)
	n := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			sem <- struct{}{}
			n++
			<-sem
		})
	}
	wg.Wait()
	fmt.Println(n)
}
