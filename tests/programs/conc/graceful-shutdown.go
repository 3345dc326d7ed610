// Workers drain the queue after the stop signal.
package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	queue := make(chan int, 10)
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case v := <-queue:
					mu.Lock()
					sum += v
					mu.Unlock()
				case <-ctx.Done():
					for {
						select {
						case v := <-queue:
							mu.Lock()
							sum += v
							mu.Unlock()
						default:
							return
						}
					}
				}
			}
		})
	}
	for i := range 10 {
		queue <- i
	}
	stop()
	wg.Wait()
	fmt.Println(sum, len(queue))
}
