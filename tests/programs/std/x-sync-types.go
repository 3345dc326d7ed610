// The named types of x/sync.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

type pool struct {
	sem *semaphore.Weighted
	g   errgroup.Group
	sf  singleflight.Group
}

func (p *pool) run(ctx context.Context, key string, f func() (any, error)) <-chan singleflight.Result {
	return p.sf.DoChan(key, func() (any, error) {
		if err := p.sem.Acquire(ctx, 1); err != nil {
			return nil, err
		}
		defer p.sem.Release(1)
		return f()
	})
}

func main() {
	p := &pool{sem: semaphore.NewWeighted(2)}
	res := make([]singleflight.Result, 4)
	for i := range res {
		p.g.Go(func() error {
			res[i] = <-p.run(context.Background(), fmt.Sprint("k", i), func() (any, error) { return i * i, nil })
			return res[i].Err
		})
	}
	fmt.Println(p.g.Wait())
	for _, r := range res {
		fmt.Print(r.Val, " ")
	}
	fmt.Println()
}
