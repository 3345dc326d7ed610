// Cancelling a parent orders what waits for a child.
package main

import (
	"context"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	child, stop := context.WithCancel(ctx)
	defer stop()
	data := 0
	go func() {
		data = 1
		cancel()
	}()
	<-child.Done()
	data++
}
