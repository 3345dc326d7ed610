package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	g := errgroup.WithContext(context.Background())
	g, ctx := errgroup.WithContext()
	var h errgroup.Group
	h.Go(func() { fmt.Println("x") })
	h.Go(work)
	h.SetLimit("3")
	err, x := h.Wait()
	fmt.Println(err, x)
}

func work(n int) error { return nil }
