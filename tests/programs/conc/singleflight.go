// Callers with the same key share one call.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

func main() {
	var g singleflight.Group
	var calls atomic.Int32
	var wg sync.WaitGroup
	res := make([]string, 5)
	for i := range res {
		wg.Go(func() {
			v, err, shared := g.Do("key", func() (any, error) {
				time.Sleep(50 * time.Millisecond)
				return fmt.Sprint("call ", calls.Add(1)), nil
			})
			res[i] = fmt.Sprint(v, err, shared)
		})
	}
	wg.Wait()
	fmt.Println(res[0], calls.Load())
	ch := g.DoChan("other", func() (any, error) { return 5, nil })
	r := <-ch
	fmt.Println(r.Val, r.Err, r.Shared)
	g.Forget("key")
	v, err, shared := g.Do("key", func() (any, error) { return nil, fmt.Errorf("no") })
	fmt.Println(v, err, shared)
}
