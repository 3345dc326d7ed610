// A latch from a WaitGroup and a channel; many waiters.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var gate sync.WaitGroup
	gate.Add(3)
	var passed atomic.Int32
	var waiters sync.WaitGroup
	for range 4 {
		waiters.Go(func() {
			gate.Wait()
			passed.Add(1)
		})
	}
	for i := range 3 {
		fmt.Println("step", i, passed.Load())
		gate.Done()
	}
	waiters.Wait()
	fmt.Println(passed.Load())
}
