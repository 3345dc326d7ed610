// Workers stop when the context is cancelled.
package main

import (
	"context"
	"fmt"
	"sync"
)

func worker(ctx context.Context, in <-chan int, out chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case v := <-in:
			out <- v * 2
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	in, out := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go worker(ctx, in, out, &wg)
	}
	for i := range 5 {
		in <- i
		fmt.Println(<-out)
	}
	cancel()
	wg.Wait()
	fmt.Println("all stopped:", ctx.Err())
}
