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
	var shared atomic.Int32
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v, err, sh := g.Do("key", func() (any, error) {
				calls.Add(1)
				time.Sleep(50 * time.Millisecond)
				return "value", nil
			})
			if sh {
				shared.Add(1)
			}
			if v.(string) != "value" || err != nil {
				panic(i)
			}
		}()
	}
	wg.Wait()
	fmt.Println(calls.Load(), shared.Load())
	ch := g.DoChan("k2", func() (interface{}, error) { return 7, fmt.Errorf("e") })
	r := <-ch
	fmt.Printf("%+v\n", r)
}
