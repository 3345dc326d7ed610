package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func fetch(ctx context.Context, id int) (string, error) {
	select {
	case <-time.After(time.Duration(id) * 15 * time.Millisecond):
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	if id == 3 {
		return "", errors.New("id 3 broken")
	}
	return fmt.Sprint("page", id), nil
}

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	out := make([]string, 6)
	for i := range 6 {
		g.Go(func() error {
			s, err := fetch(ctx, i)
			if err != nil {
				return fmt.Errorf("fetch %d: %w", i, err)
			}
			out[i] = s
			return nil
		})
	}
	fmt.Println(g.Wait())
	fmt.Printf("%q\n", out)
	var lim errgroup.Group
	lim.SetLimit(2)
	start := time.Now()
	for range 4 {
		lim.Go(func() error { time.Sleep(20 * time.Millisecond); return nil })
	}
	fmt.Println(lim.Wait(), time.Since(start).Round(10*time.Millisecond))
	lim.SetLimit(1)
	block := make(chan int)
	fmt.Println(lim.TryGo(func() error { <-block; return nil }))
	fmt.Println(lim.TryGo(func() error { return nil }))
	close(block)
	fmt.Println(lim.Wait())
}
