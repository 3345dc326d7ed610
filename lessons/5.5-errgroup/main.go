package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

const (
	profile = 80  //param 10..300
	orders  = 120 //param 10..300
)

func fetch(ctx context.Context, what string, need time.Duration, fails bool) error {
	select {
	case <-time.After(need):
	case <-ctx.Done():
		fmt.Println(what, "stopped:", ctx.Err())
		return ctx.Err()
	}
	if fails {
		return fmt.Errorf("%s: 503", what)
	}
	fmt.Println(what, "fetched")
	return nil
}

func main() {
	group, ctx := errgroup.WithContext(context.Background())
	group.Go(func() error { return fetch(ctx, "menu", 5*time.Millisecond, false) })
	group.Go(func() error { return fetch(ctx, "profile", profile*time.Millisecond, true) })
	group.Go(func() error { return fetch(ctx, "orders", (orders+1)*time.Millisecond, true) })
	if err := group.Wait(); err != nil {
		fmt.Println("group failed:", err)
	}
}
