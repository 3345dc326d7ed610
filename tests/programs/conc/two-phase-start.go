// All workers are released at once and report when all are done.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const n = 6
	start := make(chan struct{})
	var ready, finished sync.WaitGroup
	var order [n]int32
	var next atomic.Int32
	ready.Add(n)
	for i := range n {
		finished.Go(func() {
			ready.Done()
			<-start
			order[i] = next.Add(1)
		})
	}
	ready.Wait()
	fmt.Println("all ready", next.Load())
	close(start)
	finished.Wait()
	sum := int32(0)
	for _, v := range order {
		sum += v
	}
	fmt.Println("all done", next.Load(), sum)
}
