// SetLimit bounds the goroutines; TryGo says whether there was room.
package main

import (
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.SetLimit(2)
	var now, max atomic.Int64
	for range 8 {
		g.Go(func() error {
			n := now.Add(1)
			for m := max.Load(); n > m && !max.CompareAndSwap(m, n); m = max.Load() {
			}
			now.Add(-1)
			return nil
		})
	}
	fmt.Println(g.Wait(), max.Load() <= 2)
	g.SetLimit(1)
	hold := make(chan bool)
	fmt.Println(g.TryGo(func() error { <-hold; return nil }))
	fmt.Println(g.TryGo(func() error { return nil }))
	close(hold)
	fmt.Println(g.Wait())
}
