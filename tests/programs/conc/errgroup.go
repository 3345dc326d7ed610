// errgroup returns the first error and cancels its context.
package main

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	squares := make([]int, 5)
	for i := range squares {
		g.Go(func() error {
			squares[i] = i * i
			return nil
		})
	}
	fmt.Println(g.Wait(), squares)

	h, ctx := errgroup.WithContext(context.Background())
	h.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	h.Go(func() error { return errors.New("boom") })
	fmt.Println(h.Wait())
	fmt.Println(ctx.Err())
}
