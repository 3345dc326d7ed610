// What comes before cancel comes before what Done lets through.
package main

import (
	"context"
	"errors"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	data := 0
	go func() {
		data = 1
		cancel(errors.New("x"))
	}()
	<-ctx.Done()
	data++
	_ = context.Cause(ctx)
}
