// Whoever sees that a context has been cancelled sees what came before.
package main

import (
	"context"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	data := 0
	go func() {
		data = 1
		cancel()
	}()
	for ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	data++
}
